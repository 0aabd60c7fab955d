// What the three administrators do: accounts, roles, the audit. Each may do one and none may do another's.
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { auditAdmin, auditor, securityAdmin, systemAdmin } from '@houqin/define'
import { listEntries, verify } from '@houqin/audit'
import { actorOf, given, givenDay, versionOf, write } from '@houqin/http'
import type { System } from '@houqin/http'

const paging = z.object({ limit: z.coerce.number().int().min(1).max(200).optional(), after: z.string().max(400).optional() })
const accountQuery = paging.extend({ q: z.string().max(60).optional() })
const newAccount = z.strictObject({
  username: z.string().min(1).max(64),
  name: z.string().min(1).max(60),
  person: z.uuid().nullish(),
  password: z.string().min(1).max(256).optional(),
})
const accountChanges = z.strictObject({ name: z.string().min(1).max(60).optional(), person: z.uuid().nullish(), disabled: z.boolean().optional() })
const grantQuery = paging.extend({ account: z.uuid().optional(), role: z.string().max(60).optional() })
const newGrant = z.strictObject({
  account: z.uuid(),
  role: z.string().min(1).max(60),
  organ: z.uuid().nullish(),
  site: z.uuid().nullish(),
  from: givenDay.optional(),
  to: givenDay.nullish(),
  reason: z.string().min(1).max(500),
})
const auditQuery = paging.extend({
  actor: z.string().max(60).optional(),
  action: z.string().max(60).optional(),
  kind: z.string().max(100).optional(),
  id: z.string().max(100).optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
})
const byId = z.object({ id: z.uuid() })
export function administrationRoutes(system: System): FastifyPluginAsyncZod {
  const { access, db } = system
  return async (app) => {
    const accounts = { config: { rule: [systemAdmin, securityAdmin] }, tags: ['账号'] }
    const manage = { config: { rule: [systemAdmin] } }
    const tags = accounts.tags
    app.get('/api/accounts', { ...accounts, schema: { tags, querystring: accountQuery } }, async (request) =>
      access.accounts.list(db, actorOf(request), given(request.query)),
    )
    app.post('/api/accounts', { ...manage, schema: { tags, body: newAccount } }, async (request, reply) =>
      write(system, request, reply, (tx) => access.accounts.create(tx, actorOf(request), given(request.body)), { status: 201 }),
    )
    app.patch('/api/accounts/:id', { ...manage, schema: { tags, params: byId, body: accountChanges } }, async (request, reply) => {
      const version = versionOf(request)
      return write(system, request, reply, (tx) => access.accounts.change(tx, actorOf(request), request.params.id, given(request.body), version))
    })
    app.post('/api/accounts/:id/reset', { ...manage, schema: { tags, params: byId } }, async (request, reply) =>
      write(system, request, reply, (tx) => access.accounts.reset(tx, actorOf(request), request.params.id)),
    )

    const grants = { config: { rule: [securityAdmin] } }
    app.get('/api/roles', { ...grants, schema: { tags: ['授权'] } }, async (request) => ({
      rows: [...system.catalogue.roles.values()].map(({ role, title, reach, excludes }) => ({
        role, reach, excludes, title: system.word(role, title, actorOf(request).locale),
      })),
    }))
    app.get('/api/grants', { ...grants, schema: { tags: ['授权'], querystring: grantQuery } }, async (request) =>
      access.grants.list(db, actorOf(request), given(request.query)),
    )
    app.post('/api/grants', { ...grants, schema: { tags: ['授权'], body: newGrant } }, async (request, reply) =>
      write(system, request, reply, (tx) => access.grants.give(tx, actorOf(request), given(request.body)), { status: 201 }),
    )
    app.delete(
      '/api/grants/:id',
      { ...grants, schema: { tags: ['授权'], params: byId, querystring: z.object({ reason: z.string().min(1).max(500) }) } },
      async (request, reply) =>
        write(system, request, reply, (tx) => access.grants.withdraw(tx, actorOf(request), request.params.id, request.query), { status: 204 }),
    )

    const audit = { config: { rule: [auditAdmin, auditor] } }
    app.get('/api/audit', { ...audit, schema: { tags: ['审计'], querystring: auditQuery } }, async (request) => {
      const { from, to, ...rest } = given(request.query)
      return listEntries(db, { ...rest, ...(from !== undefined && { from: new Date(from) }), ...(to !== undefined && { to: new Date(to) }) })
    })
    app.get('/api/audit/verify', { ...audit, schema: { tags: ['审计'] } }, async () => verify(db))
  }
}
