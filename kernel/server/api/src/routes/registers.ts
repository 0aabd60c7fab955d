// The registers on the wire: every declared register gets its own routes, so that the description names its fields.
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { NewRow, Register } from '@houqin/define'
import { isGuarded } from '@houqin/fields'
import { actorOf, versionOf, write } from '@houqin/http'
import type { System } from '@houqin/http'
import { readListQuery } from '@houqin/listing'
import { listQuery } from '../list-query.ts'
import { rowBody } from '../row-body.ts'

const rowId = z.object({ id: z.uuid() })
const retirement = z.strictObject({ reason: z.string().min(1).max(500), undo: z.boolean().default(false) })
const merging = z.strictObject({ into: z.uuid(), reason: z.string().min(1).max(500) })
const asking = z.strictObject({ why: z.string().trim().min(2).max(200) })
const unmerging = z.strictObject({ reason: z.string().min(1).max(500) })

export function registerRoutes(system: System): FastifyPluginAsyncZod {
  return async (app) => {
    for (const register of system.catalogue.registers.values()) routesOf(app, system, register)
  }
}

/** The engine parses what it is handed and answers with a sentence; these types only say what it will find. */
function split(body: Readonly<Record<string, unknown>>): { values: NewRow<Register>; lines: unknown } {
  const { lines, ...values } = body
  return { values, lines }
}

function routesOf(app: Parameters<FastifyPluginAsyncZod>[0], system: System, register: Register): void {
  const { registers, db } = system
  const base = `/api/registers/${register.id}`
  const config = { rule: 'signed-in' as const }
  const tags = [register.title]

  app.get(base, { config, schema: { tags, querystring: listQuery } }, async (request) =>
    registers.list(db, actorOf(request), register, readListQuery(request.query)),
  )
  app.get(`${base}/summary`, { config, schema: { tags, querystring: listQuery } }, async (request) =>
    registers.summary(db, actorOf(request), register, readListQuery(request.query)),
  )
  app.post(base, { config, schema: { tags, body: rowBody(register, 'new') } }, async (request, reply) => {
    const { values, lines } = split(request.body)
    return write(system, request, reply, (tx) => registers.insert(tx, actorOf(request), register, values, lines), { status: 201 })
  })
  app.get(`${base}/:id`, { config, schema: { tags, params: rowId } }, async (request) =>
    registers.get(db, actorOf(request), register, request.params.id),
  )
  app.patch(`${base}/:id`, { config, schema: { tags, params: rowId, body: rowBody(register, 'changes') } }, async (request, reply) => {
    const version = versionOf(request)
    const { values, lines } = split(request.body)
    return write(system, request, reply, (tx) => registers.update(tx, actorOf(request), register, request.params.id, values, version, lines))
  })
  app.post(`${base}/:id/retire`, { config, schema: { tags, params: rowId, body: retirement } }, async (request, reply) => {
    const version = versionOf(request)
    return write(system, request, reply, (tx) => registers.retire(tx, actorOf(request), register, request.params.id, { ...request.body, version }))
  })
  app.post(`${base}/:id/merge`, { config, schema: { tags, params: rowId, body: merging } }, async (request, reply) =>
    write(system, request, reply, (tx) => registers.merge(tx, actorOf(request), register, request.params.id, request.body)),
  )
  app.post(`${base}/:id/unmerge`, { config, schema: { tags, params: rowId, body: unmerging } }, async (request, reply) =>
    write(system, request, reply, (tx) => registers.unmerge(tx, actorOf(request), register, request.params.id, request.body)),
  )
  app.get(`${base}/:id/history`, { config, schema: { tags, params: rowId } }, async (request) =>
    registers.history(db, actorOf(request), register, request.params.id),
  )
  if (Object.values(register.fields).some(isGuarded))
    // Asked one by one, so that nobody carries a whole register away this way; the answer is not kept for a retry.
    app.post(`${base}/:id/reveal`, { config: { ...config, rateLimit: { max: 60, timeWindow: '1 minute' } }, schema: { tags, params: rowId, body: asking } }, async (request) =>
      db.transaction().execute((tx) => registers.reveal(tx, actorOf(request), register, request.params.id, request.body.why)),
    )
  app.get(`${base}/:id/links`, { config, schema: { tags, params: rowId } }, async (request) =>
    registers.links(db, actorOf(request), register, request.params.id),
  )
  if (register.coded)
    app.get(`${base}/:id/code`, { config, schema: { tags, params: rowId } }, async (request, reply) =>
      write(system, request, reply, async (tx) => {
        const code = await registers.codeOf(tx, actorOf(request), register, request.params.id)
        return { code, url: `${system.publicUrl}/q/${code}` }
      }),
    )
}
