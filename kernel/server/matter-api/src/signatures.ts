// Signatures on the wire: the one I keep, and what was signed in a matter, for who knows the whole of it.
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { actorOf, write } from '@houqin/http'
import type { System } from '@houqin/http'
import { knowsWhole, loadMatter, noSuchMatter } from '@houqin/matter-records'
import { Problem, say } from '@houqin/problem'
import { dropOwn, keepOwn, ownSignature, requireInk, signedContent } from '@houqin/signatures'
import { isApproved } from './approvals.ts'

const own = { config: { rule: 'signed-in' as const } }
const tags = ['签名']
const params = z.object({ number: z.string().min(1).max(40), id: z.uuid() })

export function signatureRoutes(system: System): FastifyPluginAsyncZod {
  const { clock, db } = system
  return async (app) => {
    app.get('/api/me/signature', { ...own, schema: { tags } }, async (request) => ({ signature: await ownSignature(db, actorOf(request).principal.person) }))
    app.post('/api/me/signature', { ...own, schema: { tags, body: z.strictObject({ file: z.uuid() }) } }, async (request, reply) =>
      write(system, request, reply, async (tx) => {
        await requireInk(tx, system.files, { file: request.body.file, at: 'file' })
        return { signature: await keepOwn(tx, clock, { actor: actorOf(request), file: request.body.file }) }
      }, { status: 201 }),
    )
    app.delete('/api/me/signature', { ...own, schema: { tags } }, async (request, reply) =>
      write(system, request, reply, (tx) => dropOwn(tx, clock, { actor: actorOf(request) }), { status: 204 }),
    )
    for (const matter of system.catalogue.matters.values())
      if (isApproved(matter))
        app.get(`/api/matters/${matter.id}/:number/tasks/:id/signature`, { ...own, schema: { tags: [matter.title], params } }, async (request) => {
          const actor = actorOf(request)
          const { number, id } = request.params
          const stored = await loadMatter(db, { matter, where: { number }, actor })
          if (stored === undefined || !knowsWhole(actor, matter, stored)) throw noSuchMatter(number)
          const route = await system.approvals.read(db, { caller: { actor, byReporter: false }, matter, stored })
          const isHere = route?.stages.some(({ tasks }) => tasks.some((task) => task.id === id && task.signature !== null)) ?? false
          const signed = isHere ? await signedContent(db, id) : undefined
          if (signed === undefined) throw new Problem('not-found', say('这一项没有签名。', 'Nothing was signed there.'))
          return signed
        })
  }
}
