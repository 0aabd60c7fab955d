// The registers on the wire: every declared register gets its own routes, so that the description names its fields.
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Register } from '@houqin/define'
import { inputSchema } from '@houqin/fields'
import { actorOf } from '../rule.ts'
import type { System } from '../system.ts'
import { versionOf } from '../version.ts'
import { write } from '../write.ts'

const rowId = z.object({ id: z.uuid() })
const search = z.record(z.string(), z.union([z.string(), z.array(z.string())]))
const retirement = z.strictObject({ reason: z.string().min(1).max(500), undo: z.boolean().optional() })
const merging = z.strictObject({ into: z.uuid(), reason: z.string().min(1).max(500) })

export function registerRoutes(system: System): FastifyPluginAsyncZod {
  return async (app) => {
    for (const register of system.catalogue.registers.values()) routesOf(app, system, register)
  }
}

function routesOf(app: Parameters<FastifyPluginAsyncZod>[0], system: System, register: Register): void {
  const { registers, db } = system
  const base = `/api/registers/${register.id}`
  const config = { rule: 'signed-in' as const }
  const tags = [register.title]
  const body = inputSchema(register.fields, { dated: register.dated, lines: register.lines })
  const changes = inputSchema(register.fields, { partial: true, dated: register.dated, lines: register.lines })

  app.get(base, { config, schema: { tags, querystring: search } }, async (request) =>
    registers.list(db, actorOf(request), register, request.query),
  )
  app.get(`${base}/summary`, { config, schema: { tags, querystring: search } }, async (request) =>
    registers.summary(db, actorOf(request), register, request.query),
  )
  app.post(base, { config, schema: { tags, body: z.unknown().meta(body) } }, async (request, reply) =>
    write(system, request, reply, (tx) => registers.insert(tx, actorOf(request), register, request.body), { status: 201 }),
  )
  app.get(`${base}/:id`, { config, schema: { tags, params: rowId } }, async (request) =>
    registers.get(db, actorOf(request), register, request.params.id),
  )
  app.patch(`${base}/:id`, { config, schema: { tags, params: rowId, body: z.unknown().meta(changes) } }, async (request, reply) => {
    const version = versionOf(request)
    return write(system, request, reply, (tx) => registers.update(tx, actorOf(request), register, request.params.id, request.body, version))
  })
  app.post(`${base}/:id/retire`, { config, schema: { tags, params: rowId, body: retirement } }, async (request, reply) => {
    const version = versionOf(request)
    return write(system, request, reply, (tx) => registers.retire(tx, actorOf(request), register, request.params.id, request.body, version))
  })
  app.post(`${base}/:id/merge`, { config, schema: { tags, params: rowId, body: merging } }, async (request, reply) =>
    write(system, request, reply, (tx) => registers.merge(tx, actorOf(request), register, request.params.id, request.body)),
  )
  app.post(`${base}/:id/unmerge`, { config, schema: { tags, params: rowId } }, async (request, reply) =>
    write(system, request, reply, (tx) => registers.unmerge(tx, actorOf(request), register, request.params.id)),
  )
  app.get(`${base}/:id/history`, { config, schema: { tags, params: rowId } }, async (request) =>
    registers.history(db, actorOf(request), register, request.params.id),
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
