// One search over everything a person may see: things of every register, matters by number or words, clauses; and how a job of his stands, which he may stop.
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { find } from '@houqin/find'
import { actorOf, write } from '@houqin/http'
import type { System } from '@houqin/http'
import { houseJobs, readJob, stopJob } from '@houqin/jobs'

const asked = z.object({ q: z.string().trim().min(1).max(60) })

export function searchRoutes(system: System): FastifyPluginAsyncZod {
  const { db } = system
  return async (app) => {
    app.get('/api/search', { config: { rule: 'signed-in' }, schema: { tags: ['搜索'], querystring: asked } }, async (request) => ({
      rows: await find(system, { actor: actorOf(request), q: request.query.q }),
    }))
    app.get('/api/jobs', { config: { rule: 'signed-in' }, schema: { tags: ['任务'] } }, async () => ({ rows: await houseJobs(db) }))
    app.get('/api/jobs/:id', { config: { rule: 'signed-in' }, schema: { tags: ['任务'], params: z.object({ id: z.uuid() }) } }, async (request) =>
      readJob(db, request.params.id, actorOf(request).principal.account),
    )
    app.post('/api/jobs/:id/stop', { config: { rule: 'signed-in' }, schema: { tags: ['任务'], params: z.object({ id: z.uuid() }) } }, async (request, reply) =>
      write(system, request, reply, (tx) => stopJob(tx, request.params.id, actorOf(request).principal.account)),
    )
  }
}
