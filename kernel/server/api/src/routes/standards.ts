// Standards: what they say today, what they find in one subject, what they find in the whole ledger.
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { actorOf } from '@houqin/http'
import type { System } from '@houqin/http'

const id = z.object({ id: z.string().min(1).max(100) })
const checking = z.strictObject({ subject: z.record(z.string(), z.unknown()), asOf: z.iso.date().optional() })

export function standardRoutes(system: System): FastifyPluginAsyncZod {
  const { standards, db } = system
  const tags = ['依据']
  const config = { rule: 'signed-in' as const }
  return async (app) => {
    app.get('/api/standards', { config, schema: { tags } }, async () => ({ rows: await standards.describe(db) }))
    app.post('/api/standards/:id/check', { config, schema: { tags, params: id, body: checking } }, async (request) => {
      const { subject, asOf } = request.body
      return { findings: await standards.checkGiven(db, request.params.id, { subject, ...(asOf !== undefined && { asOf }) }) }
    })
    app.get(
      '/api/standards/:id/audit',
      { config, schema: { tags, params: id, querystring: z.object({ asOf: z.iso.date().optional() }) } },
      async (request) => standards.audit(db, actorOf(request), request.params.id, request.query.asOf),
    )
  }
}
