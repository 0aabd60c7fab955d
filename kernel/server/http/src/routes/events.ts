// Server-sent events: what changed and whom it concerns, resumable by `Last-Event-ID`.
import type { ServerResponse } from 'node:http'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { mayHear } from '../hearing.ts'
import { actorOf } from '../rule.ts'
import type { System } from '../system.ts'
import type { EventFeed } from '../feed.ts'

const heartbeat = 25_000

export function eventRoutes(system: System, feed: EventFeed): FastifyPluginAsyncZod {
  return async (app) => {
    app.get('/api/events', { config: { rule: 'signed-in' }, schema: { tags: ['动态'] } }, async (request, reply) => {
      const { principal } = actorOf(request)
      const last = request.headers['last-event-id']
      reply.hijack()
      const stream: ServerResponse = reply.raw
      stream.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
      stream.write('retry: 3000\n\n')
      const leave = await feed.join({
        after: typeof last === 'string' ? last : undefined,
        hears: (event) => mayHear(principal, event),
        send: ({ id, topic, payload }) => stream.write(`id: ${id}\nevent: ${topic}\ndata: ${JSON.stringify(payload)}\n\n`),
      })
      const beat = setInterval(() => {
        // a session that was revoked hears nothing more
        system.access.isAlive(principal.session).then(
          (alive) => (alive ? stream.write(': beat\n\n') : stream.end()),
          () => stream.end(),
        )
      }, heartbeat)
      request.raw.on('close', () => {
        clearInterval(beat)
        leave()
      })
    })
  }
}
