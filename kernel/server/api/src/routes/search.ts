// One search over everything a person may see: things of every register, matters by number or words.
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { verbsOf } from '@houqin/access'
import { actorOf } from '@houqin/http'
import type { System } from '@houqin/http'
import { readJob } from '@houqin/jobs'

const asked = z.object({ q: z.string().trim().min(1).max(60) })
/** Of each register and matter: enough to recognise the one meant, which a longer word then finds. */
const each = 5

export function searchRoutes(system: System): FastifyPluginAsyncZod {
  const { catalogue, db, registers, matters } = system
  return async (app) => {
    app.get('/api/search', { config: { rule: 'signed-in' }, schema: { tags: ['搜索'], querystring: asked } }, async (request) => {
      const actor = actorOf(request)
      const can = verbsOf(actor.principal, catalogue)
      const { q } = request.query
      const things = await Promise.all(
        [...catalogue.registers.values()]
          .filter(({ id }) => can[id]?.includes('read'))
          .map(async (register) => {
            const { rows } = await registers.list(db, actor, register, { q, limit: each })
            return rows.map(({ id, name }) => ({
              kind: 'register', id, register: register.id, name,
              title: system.word(`${register.id}.title`, register.title, actor.locale),
              path: `/registers/${register.id}/${String(id)}`,
            }))
          }),
      )
      const asks = await Promise.all(
        [...catalogue.matters.values()]
          .filter(({ id }) => can[id])
          .map(async (matter) => {
            const { rows } = await matters.list(db, actor, matter, { q, limit: String(each) })
            return rows.map(({ number, subject }) => ({
              kind: 'matter', id: number, matter: matter.id, name: subject,
              title: system.word(`${matter.id}.title`, matter.title, actor.locale),
              path: `/matters/${matter.id}/${String(number)}`,
            }))
          }),
      )
      return { rows: [...asks.flat(), ...things.flat()] }
    })
    app.get('/api/jobs/:id', { config: { rule: 'signed-in' }, schema: { tags: ['任务'], params: z.object({ id: z.uuid() }) } }, async (request) =>
      readJob(db, request.params.id, actorOf(request).principal.account),
    )
  }
}
