// Readings in, readings out, alarms.
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { actorOf, write } from '@houqin/http'
import type { System } from '@houqin/http'

const reading = z.strictObject({
  signal: z.string().min(1).max(100),
  subject: z.string().min(1).max(64),
  device: z.string().min(1).max(100),
  sequence: z.int().min(0),
  at: z.iso.datetime({ offset: true }),
  value: z.number(),
  attributes: z.record(z.string(), z.unknown()).optional(),
})
const batch = z.strictObject({ readings: z.array(reading).min(1).max(5000) })
const window = z.object({
  subject: z.uuid(),
  from: z.iso.datetime({ offset: true }),
  to: z.iso.datetime({ offset: true }),
  step: z.coerce.number().int().min(1).max(31 * 86_400).default(300),
})
const alarmQuery = z.object({
  state: z.enum(['open', 'acknowledged', 'cleared']).optional(),
  site: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
})
const id = z.object({ id: z.string().min(1).max(100) })

export function signalRoutes(system: System): FastifyPluginAsyncZod {
  const { signals, db } = system
  const tags = ['感知与告警']
  const config = { rule: 'signed-in' as const }
  return async (app) => {
    app.post('/api/signals/ingest', { config, bodyLimit: 2_000_000, schema: { tags, body: batch } }, async (request, reply) =>
      write(system, request, reply, (tx) => signals.ingest(tx, actorOf(request), request.body.readings)),
    )
    app.get(
      '/api/signals/:id/latest',
      { config, schema: { tags, params: id, querystring: z.object({ subject: z.uuid().optional() }) } },
      async (request) => signals.latest(db, actorOf(request), signals.find(request.params.id), request.query.subject),
    )
    app.get('/api/signals/:id/series', { config, schema: { tags, params: id, querystring: window } }, async (request) => {
      const { subject, from, to, step } = request.query
      return signals.series(db, actorOf(request), signals.find(request.params.id), { subject, from: new Date(from), to: new Date(to), step })
    })
    app.get('/api/alarms', { config, schema: { tags, querystring: alarmQuery } }, async (request) =>
      signals.alarms(db, actorOf(request), request.query),
    )
    app.post(
      '/api/alarms/:id/acknowledge',
      { config, schema: { tags, params: z.object({ id: z.uuid() }), body: z.strictObject({ comment: z.string().max(500).optional() }) } },
      async (request, reply) =>
        write(system, request, reply, (tx) => signals.acknowledge(tx, actorOf(request), request.params.id, request.body.comment)),
    )
  }
}
