// Server-sent events: what changed and whom it concerns, resumable by `Last-Event-ID`.
import type { ServerResponse } from 'node:http'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf, earsOf } from '@houqin/http'
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
      const say = (id: string, topic: string, payload: unknown): void => void stream.write(`id: ${id}\nevent: ${topic}\ndata: ${JSON.stringify(payload)}\n\n`)
      const ears = earsOf(system, principal, {
        send: ({ id, topic, payload }) => say(id, topic, payload),
        // a console whose stream has ended asks again by itself
        end: () => stream.end(),
      })
      const leave = await feed.join({
        after: typeof last === 'string' ? last : undefined,
        begin: () => ears.look(),
        hear: (event) => ears.hear(event),
        lost: (id) => say(id, 'reload', {}),
      }).catch((error: unknown) => {
        system.log.error({ err: error }, 'event stream')
        stream.end()
      })
      if (!leave) return
      const beat = setInterval(() => {
        // a session that has expired hears nothing more
        void ears.look().then(() => {
          if (!stream.writableEnded) stream.write(': beat\n\n')
        })
      }, heartbeat)
      // said once he hears: whoever waits for this line misses nothing that follows
      if (!stream.writableEnded) stream.write('retry: 3000\n\n')
      const end = (): void => {
        clearInterval(beat)
        leave()
      }
      if (stream.closed) end()
      else stream.on('close', end)
    })
  }
}
