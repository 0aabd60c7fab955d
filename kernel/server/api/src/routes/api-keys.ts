// API keys on the wire: listed, made and revoked; a key is answered once and kept nowhere.
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { securityAdmin, systemAdmin } from '@houqin/define'
import { actorOf, given, givenDay, write } from '@houqin/http'
import type { System } from '@houqin/http'

const made = z.strictObject({
  account: z.uuid(),
  title: z.string().trim().min(2).max(80),
  scopes: z.array(z.string().max(120)).max(200).describe('`register|matter|signal:<id or *>:read|write`'),
  organ: z.uuid().nullable().optional().describe('nothing beyond this organ and those below it'),
  addresses: z.array(z.string().max(60)).max(50).optional().describe('addresses or networks it may be used from'),
  perMinute: z.int().min(1).max(6000).optional(),
  lastDay: givenDay.describe('at most a year from today'),
})
const tags = ['接口密钥']

export function apiKeyRoutes(system: System): FastifyPluginAsyncZod {
  const { apiKeys, db } = system
  return async (app) => {
    app.get('/api/api-keys', { config: { rule: [systemAdmin, securityAdmin] }, schema: { tags } }, async (request) => ({ rows: await apiKeys.list(db, actorOf(request)) }))
    app.post('/api/api-keys', { config: { rule: [systemAdmin] }, schema: { tags, body: made } }, async (request, reply) => {
      const key = await db.transaction().execute((tx) => apiKeys.make(tx, actorOf(request), given(request.body)))
      return reply.code(201).send(key)
    })
    app.delete('/api/api-keys/:id', { config: { rule: [systemAdmin, securityAdmin] }, schema: { tags, params: z.object({ id: z.uuid() }) } }, async (request, reply) =>
      write(system, request, reply, (tx) => apiKeys.revoke(tx, actorOf(request), request.params.id), { status: 204 }),
    )
  }
}
