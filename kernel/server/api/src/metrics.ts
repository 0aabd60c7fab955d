// Figures for whoever watches the machine, in the text form of Prometheus.
import type { FastifyInstance } from 'fastify'
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import { sql } from 'kysely'
import type { System } from '@houqin/http'
import { Problem, say } from '@houqin/problem'

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** `GET /metrics` answers this machine only; a monitor elsewhere asks through an agent here. */
export function installMetrics(app: FastifyInstance, system: System): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const duration = new Histogram({
    name: 'houqin_request_seconds', help: 'Time to answer, by route and status.', labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5], registers: [registry],
  })
  const problems = new Counter({ name: 'houqin_internal_errors', help: 'Answers with status 500.', registers: [registry] })
  new Gauge({
    name: 'houqin_matters_overdue', help: 'Open matters past their deadline.', registers: [registry],
    async collect() {
      const { rows } = await sql<{ n: number }>`
        select count(*)::int as n from matter.matter where closed_at is null and due_at < ${system.clock.now()}`.execute(system.db)
      this.set(rows[0]?.n ?? 0)
    },
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    duration.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000)
    if (reply.statusCode === 500) problems.inc()
  })
  app.get('/metrics', { config: { rule: 'public', rateLimit: false }, schema: { hide: true } }, async (request, reply) => {
    if (!loopback.has(request.ip))
      throw new Problem('not-allowed', say('监控数据只在本机提供。', 'Metrics are served to this machine only.'))
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}
