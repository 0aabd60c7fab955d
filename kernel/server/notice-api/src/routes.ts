// Notices on the wire: mine, how many I have not seen, and that I have seen them.
import { actorOf, write } from '@houqin/http'
import type { System } from '@houqin/http'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'

const query = z.object({
  limit: z.coerce.number().int().min(1).max(100).optional(),
  after: z.uuid().optional(),
  unread: z.enum(['true', 'false']).optional().describe('`true`: only what I have not seen'),
})
const seen = z.strictObject({ path: z.string().min(1).max(300).optional().describe('of the page I look at; everything when left out') })

export function noticeRoutes(system: System): FastifyPluginAsyncZod {
  const { db, notices } = system
  const tags = ['通知']
  const own = { config: { rule: 'signed-in' as const } }
  return async (app) => {
    app.get('/api/notices', { ...own, schema: { tags, querystring: query } }, async (request) => {
      const { limit, after, unread } = request.query
      return notices.list(db, actorOf(request), { limit, after, unread: unread === 'true' })
    })
    app.post('/api/notices/:id/read', { ...own, schema: { tags, params: z.object({ id: z.uuid() }) } }, async (request, reply) =>
      write(system, request, reply, (tx) => notices.read(tx, actorOf(request), request.params.id), { status: 204 }),
    )
    app.post('/api/notices/read-all', { ...own, schema: { tags, body: seen.nullish() } }, async (request, reply) =>
      write(system, request, reply, (tx) => notices.readAll(tx, actorOf(request), request.body?.path)),
    )
  }
}
