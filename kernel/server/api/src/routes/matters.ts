// The matters on the wire: asking, taking a step, reading, the inbox.
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Matter } from '@houqin/define'
import { actorOf, given, write } from '@houqin/http'
import type { System } from '@houqin/http'
import { listQuery } from '../list-query.ts'

const lineRows = z.record(z.string(), z.array(z.record(z.string(), z.unknown())).max(500))
const asking = z.strictObject({
  input: z.record(z.string(), z.unknown()),
  lines: lineRows.optional(),
  comment: z.string().max(2000).optional(),
})
const step = z.strictObject({
  input: z.record(z.string(), z.unknown()).optional(),
  lines: lineRows.optional(),
  comment: z.string().max(2000).optional(),
  rating: z.int().min(1).max(5).optional(),
  version: z.int().min(1),
})
const comment = z.strictObject({ text: z.string().min(1).max(2000), files: z.array(z.uuid()).max(9).optional() })
const link = z.strictObject({ kind: z.enum(['duplicate-of', 'follows', 'part-of']), to: z.string().min(1).max(40) })
const byNumber = z.object({ number: z.string().min(1).max(40) })
const inbox = z.object({
  scope: z.enum(['mine', 'asked', 'watching']).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
  after: z.string().max(400).optional(),
})

export function matterRoutes(system: System): FastifyPluginAsyncZod {
  return async (app) => {
    app.get('/api/inbox', { config: { rule: 'signed-in' }, schema: { tags: ['待办'], querystring: inbox } }, async (request) =>
      system.matters.inbox(system.db, actorOf(request), given(request.query)),
    )
    for (const matter of system.catalogue.matters.values()) routesOf(app, system, matter)
  }
}

function routesOf(app: Parameters<FastifyPluginAsyncZod>[0], system: System, matter: Matter): void {
  const { matters, db } = system
  const base = `/api/matters/${matter.id}`
  const config = { rule: 'signed-in' as const }
  const tags = [matter.title]

  app.post(base, { config, schema: { tags, body: asking } }, async (request, reply) =>
    write(system, request, reply, (tx) => matters.start(tx, actorOf(request), matter, given(request.body)), { status: 201 }),
  )
  app.get(base, { config, schema: { tags, querystring: listQuery } }, async (request) =>
    matters.list(db, actorOf(request), matter, request.query),
  )
  app.get(`${base}/:number`, { config, schema: { tags, params: byNumber } }, async (request) =>
    matters.read(db, actorOf(request), matter, request.params.number),
  )
  for (const name of Object.keys(matter.steps))
    app.post(`${base}/:number/steps/${name}`, { config: { ...config, provenByWrite: true }, schema: { tags, params: byNumber, body: step } }, async (request, reply) =>
      write(system, request, reply, (tx) => matters.step(tx, actorOf(request), matter, request.params.number, name, given(request.body))),
    )
  app.post(`${base}/:number/comments`, { config, schema: { tags, params: byNumber, body: comment } }, async (request, reply) =>
    write(system, request, reply, (tx) => matters.comment(tx, actorOf(request), matter, request.params.number, request.body)),
  )
  app.post(`${base}/:number/links`, { config, schema: { tags, params: byNumber, body: link } }, async (request, reply) =>
    write(system, request, reply, (tx) => matters.link(tx, actorOf(request), matter, request.params.number, request.body)),
  )
}
