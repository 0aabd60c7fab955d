// Server-sent events: what changed and whom it concerns, resumable by `Last-Event-ID`.
import type { ServerResponse } from 'node:http'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf, mayHear } from '@houqin/http'
import type { EventFeed, System } from '@houqin/http'

const heartbeat = 25_000

export function eventRoutes(system: System, feed: EventFeed): FastifyPluginAsyncZod {
  return async (app) => {
    app.get('/api/events', { config: { rule: 'signed-in' }, schema: { tags: ['动态'] } }, async (request, reply) => {
      const { principal } = actorOf(request)
      const last = request.headers['last-event-id']
      reply.hijack()
      const stream: ServerResponse = reply.raw
      for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) stream.setHeader(name, value)
      stream.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
      const leave = await feed.join({
        after: typeof last === 'string' ? last : undefined,
        hears: (event) => mayHear(principal, event),
        send: ({ id, topic, payload }) => stream.write(`id: ${id}\nevent: ${topic}\ndata: ${JSON.stringify(payload)}\n\n`),
      }).catch((error: unknown) => {
        system.log.error({ err: error }, 'event stream')
        // a console whose stream has ended asks again by itself
        stream.end()
      })
      if (!leave) return
      const beat = setInterval(() => {
        // a session that was revoked or has expired hears nothing more
        system.access.sessions.isLive(system.db, principal.session).then(
          (live) => (live ? stream.write(': beat\n\n') : stream.end()),
          () => stream.end(),
        )
      }, heartbeat)
      // said once he hears: whoever waits for this line misses nothing that follows
      stream.write('retry: 3000\n\n')
      const end = (): void => {
        clearInterval(beat)
        leave()
      }
      if (stream.closed) end()
      else stream.on('close', end)
    })
  }
}
