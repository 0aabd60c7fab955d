// Notice channels on the wire: what can be set up, what is, whether it works, and under which addresses people are reached.
import { systemAdmin } from '@houqin/define'
import { actorOf, given, versionOf, write } from '@houqin/http'
import type { System } from '@houqin/http'
import { personalKinds } from '@houqin/notice-channels'
import { channelKinds } from '@houqin/notices'
import type { TriedChannel } from '@houqin/wire'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { kindForms } from './kind-forms.ts'

const values = z.record(z.string().max(40), z.string().max(4000))
const common = {
  title: z.string().trim().min(1).max(40),
  settings: values,
  enabled: z.boolean(),
  perMinute: z.int().min(1).max(6000),
}
const newSetup = z.strictObject({
  ...common,
  kind: z.enum(channelKinds),
  secrets: values.optional().describe('sealed at once, never given back'),
  enabled: common.enabled.optional(),
  perMinute: common.perMinute.optional(),
})
const changes = z.strictObject({
  ...common,
  secrets: z.record(z.string().max(40), z.string().max(4000).nullable()).describe('only those that change; null takes one away'),
}).partial()
const trial = z.strictObject({ to: z.string().max(200).optional().describe('a mailbox, a number, an account; robots need none') })
const addresses = z.strictObject(Object.fromEntries(personalKinds.map((kind) => [kind, z.string().trim().min(1).max(200).nullable().optional()])))
const byId = z.object({ id: z.uuid() })

export function channelRoutes(system: System): FastifyPluginAsyncZod {
  const { channels, db } = system
  const tags = ['通知渠道']
  return async (app) => {
    const keep = { config: { rule: [systemAdmin] } }
    app.get('/api/channels/kinds', { ...keep, schema: { tags } }, async (request) => ({ rows: kindForms(actorOf(request).locale) }))
    app.get('/api/channels', { ...keep, schema: { tags } }, async (request) => ({ rows: await channels.list(db, actorOf(request)) }))
    app.post('/api/channels', { ...keep, schema: { tags, body: newSetup } }, async (request, reply) =>
      write(system, request, reply, (tx) => channels.add(tx, actorOf(request), given(request.body)), { status: 201 }),
    )
    app.patch('/api/channels/:id', { ...keep, schema: { tags, params: byId, body: changes } }, async (request, reply) => {
      const version = versionOf(request)
      return write(system, request, reply, (tx) => channels.change(tx, actorOf(request), request.params.id, given(request.body), version))
    })
    app.delete('/api/channels/:id', { ...keep, schema: { tags, params: byId } }, async (request, reply) => {
      const version = versionOf(request)
      return write(system, request, reply, (tx) => channels.remove(tx, actorOf(request), request.params.id, version), { status: 204 })
    })
    // no transaction around it: the other side may take its time
    app.post('/api/channels/:id/try', { ...keep, schema: { tags, params: byId, body: trial } }, async (request): Promise<TriedChannel> => {
      const actor = actorOf(request)
      const tried = await channels.tryOut(actor, request.params.id, request.body.to ?? '')
      return 'receipt' in tried ? tried : { problem: tried.problem[actor.locale] }
    })

    const own = { config: { rule: 'signed-in' as const } }
    app.get('/api/me/addresses', { ...own, schema: { tags } }, async (request) => channels.readAddresses(db, actorOf(request)))
    app.patch('/api/me/addresses', { ...own, schema: { tags, body: addresses } }, async (request, reply) =>
      write(system, request, reply, (tx) => channels.keepAddresses(tx, actorOf(request), given(request.body))),
    )
    app.get('/api/channels/addresses/:id', { ...keep, schema: { tags, params: byId } }, async (request) =>
      channels.readAddresses(db, actorOf(request), request.params.id),
    )
    app.patch('/api/channels/addresses/:id', { ...keep, schema: { tags, params: byId, body: addresses } }, async (request, reply) =>
      write(system, request, reply, (tx) => channels.keepAddresses(tx, actorOf(request), given(request.body), request.params.id)),
    )
  }
}
