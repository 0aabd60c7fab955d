// One's own settings on the wire: the look of one's screen, and the lists kept by name.
import { actorOf, write } from '@houqin/http'
import type { System } from '@houqin/http'
import { dropView, keepDisplay, keepView, viewsOf } from '@houqin/personal'
import { Problem, say } from '@houqin/problem'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'

const display = z.strictObject({ locale: z.enum(['zh', 'en']), theme: z.enum(['light', 'dark', 'system']), large: z.boolean() })
const view = z.strictObject({
  list: z.string().max(100).describe('a register or matter'),
  name: z.string().trim().min(1).max(40),
  search: z.string().max(2000).describe('of the address of the list, without the question mark'),
})

export function personalRoutes(system: System): FastifyPluginAsyncZod {
  const { catalogue, clock, db } = system
  const tags = ['个人设置']
  const own = { config: { rule: 'signed-in' as const } }
  return async (app) => {
    app.put('/api/display', { ...own, schema: { tags, body: display } }, async (request, reply) =>
      write(system, request, reply, (tx) => keepDisplay(tx, clock, { actor: actorOf(request), display: request.body })),
    )
    app.get('/api/views', { ...own, schema: { tags } }, async (request) => ({ rows: await viewsOf(db, actorOf(request).principal.account) }))
    app.post('/api/views', { ...own, schema: { tags, body: view } }, async (request, reply) => {
      const { list } = request.body
      if (!catalogue.registers.has(list) && !catalogue.matters.has(list)) throw new Problem('not-found', say('没有这个列表。', 'There is no such list.'))
      return write(system, request, reply, (tx) => keepView(tx, clock, { actor: actorOf(request), view: request.body }))
    })
    app.delete('/api/views/:id', { ...own, schema: { tags, params: z.object({ id: z.uuid() }) } }, async (request, reply) =>
      write(system, request, reply, (tx) => dropView(tx, clock, { actor: actorOf(request), id: request.params.id }), { status: 204 }),
    )
  }
}
