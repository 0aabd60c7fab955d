// The second factor on the wire: enrolled and given up by its owner, reset by two of the three administrators.
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { threeAdministrators } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { actorOf, write } from '@houqin/http'
import type { System } from '@houqin/http'
import { Problem, say } from '@houqin/problem'
import type { RecoveryCodes } from '@houqin/wire'

const proof = z.strictObject({ code: z.string().min(1).max(40) })
const asked = z.strictObject({ account: z.uuid(), reason: z.string().trim().min(2).max(300) })
const byId = z.object({ id: z.uuid() })
const tags = ['动态口令']

export function secondFactorRoutes(system: System): FastifyPluginAsyncZod {
  const { db, secondFactor } = system
  // Whoever must enrol first may do this and nothing else. Secrets are answered once and kept nowhere, so these take no idempotency key.
  const own = { rule: 'signed-in' as const, beforePasswordChange: true, rateLimit: { max: 20, timeWindow: '1 minute' } }
  const house = { rule: [...threeAdministrators] }
  return async (app) => {
    app.get('/api/me/second-factor', { config: { rule: 'signed-in', beforePasswordChange: true }, schema: { tags } }, async (request) => secondFactor.state(db, actorOf(request).principal))
    app.post('/api/me/second-factor', { config: own, schema: { tags } }, async (request) => {
      const actor = changedPassword(request)
      const username = request.signedIn?.username ?? ''
      return db.transaction().execute((tx) => secondFactor.begin(tx, actor, { username, issuer: say('智慧后勤', 'Houqin')[actor.locale] }))
    })
    app.post('/api/me/second-factor/confirm', { config: own, schema: { tags, body: proof } }, async (request): Promise<RecoveryCodes> => {
      const actor = changedPassword(request)
      return { recovery: await db.transaction().execute((tx) => secondFactor.confirm(tx, actor, request.body.code)) }
    })
    app.post('/api/me/second-factor/recovery', { config: own, schema: { tags, body: proof } }, async (request): Promise<RecoveryCodes> => ({
      recovery: await secondFactor.renewRecovery(db, actorOf(request), request.body.code),
    }))
    app.delete('/api/me/second-factor', { config: own, schema: { tags, querystring: proof } }, async (request, reply) => {
      await secondFactor.giveUp(db, actorOf(request), request.query.code)
      return reply.code(204).send()
    })
    app.get('/api/second-factor/resets', { config: house, schema: { tags } }, async (request) => ({ rows: await secondFactor.listResets(db, actorOf(request)) }))
    app.post('/api/second-factor/resets', { config: house, schema: { tags, body: asked } }, async (request, reply) =>
      write(system, request, reply, (tx) => secondFactor.askForReset(tx, actorOf(request), request.body), { status: 201 }),
    )
    app.post('/api/second-factor/resets/:id/agree', { config: house, schema: { tags, params: byId } }, async (request, reply) =>
      write(system, request, reply, async (tx) => {
        const ended = await secondFactor.agreeToReset(tx, actorOf(request), request.params.id)
        await system.access.sessions.endAll(tx, ended)
      }, { status: 204 }),
    )
  }
}

/** A password that somebody else knows enrols no phone. */
function changedPassword(request: Parameters<typeof actorOf>[0]): Actor {
  if (request.signedIn?.mustChangePassword) throw new Problem('password-change-required', say('请先修改密码，再绑定动态口令。', 'Change your password first, then enrol a phone.'))
  return actorOf(request)
}
