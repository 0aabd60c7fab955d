// Notices on the wire: mine, how many I have not seen, and that I have seen them.
import { systemAdmin } from '@houqin/define'
import { actorOf, versionOf, write } from '@houqin/http'
import type { System } from '@houqin/http'
import { groupKinds } from '@houqin/notice-groups'
import type { GroupNoticeKind } from '@houqin/notice-groups'
import { personalKinds } from '@houqin/notices'
import type { ChannelKind } from '@houqin/notices'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'

const query = z.object({
  limit: z.coerce.number().int().min(1).max(100).optional(),
  after: z.uuid().optional(),
  unread: z.enum(['true', 'false']).optional().describe('`true`: only what I have not seen'),
})
const seen = z.strictObject({ path: z.string().min(1).max(300).optional().describe('of the page I look at; everything when left out') })
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const preference = z.strictObject({
  locale: z.enum(['zh', 'en']),
  quiet: z.strictObject({ hours: z.strictObject({ from: time, to: time }).nullable(), restDays: z.boolean() }),
  ways: z.record(z.string().max(60), z.array(z.enum(personalKinds as [ChannelKind, ...ChannelKind[]])).max(10)), // a list that is not empty
})
const template = z.strictObject({ title: z.string().max(200), text: z.string().max(2000) })
const words = z.strictObject({ zh: template, en: template })
const measure = z.strictObject({ quota: z.int(), hours: z.int() })
const rule = z.strictObject({
  robot: z.uuid(),
  kinds: z.array(z.enum(Object.keys(groupKinds) as [GroupNoticeKind, ...GroupNoticeKind[]])).max(20), // keys of a table that is not empty
  locale: z.enum(['zh', 'en']),
  matter: z.string().max(120).nullable(),
  organ: z.uuid().nullable(),
  about: z.strictObject({ register: z.string().max(120), id: z.uuid() }).nullable(),
})
const letters = z.strictObject({ ids: z.array(z.uuid()).min(1).max(200) })
const byKind = z.object({ kind: z.string().min(1).max(60) })

export function noticeRoutes(system: System): FastifyPluginAsyncZod {
  const { db, notices } = system
  const tags = ['通知']
  const own = { config: { rule: 'signed-in' as const } }
  return async (app) => {
    app.get('/api/notices', { ...own, schema: { tags, querystring: query } }, async (request) => {
      const { limit, after, unread } = request.query
      return notices.list(db, actorOf(request), { limit, after, unread: unread === 'true' })
    })
    app.post('/api/notices/:id/read', { ...own, schema: { tags, params: z.object({ id: z.uuid() }) } }, async (request, reply) =>
      write(system, request, reply, (tx) => notices.read(tx, actorOf(request), request.params.id), { status: 204 }),
    )
    app.post('/api/notices/read-all', { ...own, schema: { tags, body: seen.nullish() } }, async (request, reply) =>
      write(system, request, reply, (tx) => notices.readAll(tx, actorOf(request), request.body?.path)),
    )
    app.get('/api/notices/preferences', { ...own, schema: { tags } }, async (request) => notices.preference(db, actorOf(request)))
    app.put('/api/notices/preferences', { ...own, schema: { tags, body: preference } }, async (request, reply) => {
      const version = versionOf(request)
      return write(system, request, reply, (tx) => notices.keepPreference(tx, actorOf(request), request.body, version))
    })

    const tend = { config: { rule: [systemAdmin] } }
    app.get('/api/notices/templates', { ...tend, schema: { tags } }, async (request) => notices.templates.list(db, actorOf(request)))
    app.put('/api/notices/templates/:kind', { ...tend, schema: { tags, params: byKind, body: words } }, async (request, reply) => {
      const version = versionOf(request)
      return write(system, request, reply, (tx) => notices.templates.keep(tx, actorOf(request), request.params.kind, request.body, version))
    })
    app.delete('/api/notices/templates/:kind', { ...tend, schema: { tags, params: byKind } }, async (request, reply) => {
      const version = versionOf(request)
      return write(system, request, reply, (tx) => notices.templates.drop(tx, actorOf(request), request.params.kind, version))
    })
    app.get('/api/notices/measure', { ...tend, schema: { tags } }, async (request) => notices.measure.read(db, actorOf(request)))
    app.put('/api/notices/measure', { ...tend, schema: { tags, body: measure } }, async (request, reply) => {
      const version = versionOf(request)
      return write(system, request, reply, (tx) => notices.measure.keep(tx, actorOf(request), request.body, version))
    })
    app.get('/api/notices/groups', { ...tend, schema: { tags } }, async (request) => notices.groups.list(db, actorOf(request)))
    app.post('/api/notices/groups', { ...tend, schema: { tags, body: rule } }, async (request, reply) =>
      write(system, request, reply, (tx) => notices.groups.add(tx, actorOf(request), request.body), { status: 201 }),
    )
    app.delete('/api/notices/groups/:id', { ...tend, schema: { tags, params: z.object({ id: z.uuid() }) } }, async (request, reply) =>
      write(system, request, reply, (tx) => notices.groups.remove(tx, actorOf(request), request.params.id), { status: 204 }),
    )
    app.get('/api/notices/dead-letters', { ...tend, schema: { tags, querystring: query.omit({ unread: true }) } }, async (request) =>
      notices.dead.list(db, actorOf(request), request.query),
    )
    app.post('/api/notices/dead-letters/send-again', { ...tend, schema: { tags, body: letters } }, async (request, reply) =>
      write(system, request, reply, (tx) => notices.dead.sendAgain(tx, actorOf(request), request.body.ids)),
    )
  }
}
