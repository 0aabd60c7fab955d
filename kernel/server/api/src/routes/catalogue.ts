// What exists and what I may do with it; the three totals; health.
import { sql } from 'kysely'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf } from '@houqin/http'
import type { System } from '@houqin/http'
import { catalogueWriter } from '../catalogue.ts'

export function catalogueRoutes(system: System): FastifyPluginAsyncZod {
  const written = catalogueWriter(system)
  return async (app) => {
    app.get('/api/health', { config: { rule: 'public', rateLimit: false }, schema: { tags: ['系统'] } }, async (_request, reply) => {
      const alive = system.ready() && (await answers(system))
      return reply.code(alive ? 200 : 503).send({ status: alive ? 'ready' : 'starting', version: system.version })
    })
    app.get('/api/catalogue', { config: { rule: 'signed-in' }, schema: { tags: ['系统'] } }, async (request, reply) =>
      reply.type('application/json; charset=utf-8').send(written(actorOf(request))),
    )
  }
}

async function answers(system: System): Promise<boolean> {
  try {
    await sql`select 1`.execute(system.db)
    return true
  } catch {
    // a database that does not answer is the reason to say "not ready", not an error of the request
    return false
  }
}
