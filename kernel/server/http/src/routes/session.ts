// Signing in and out, my sessions, my password, who I am.
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { me } from '@houqin/access'
import { clearSessionCookie, setSessionCookie } from '../session.ts'
import { actorOf } from '../rule.ts'
import { localeOf } from '../problems.ts'
import type { System } from '../system.ts'
import { write } from '../write.ts'

const credentials = z.strictObject({
  username: z.string().min(1).max(64),
  password: z.string().min(1).max(256),
  code: z.string().max(16).optional(),
})
const passwords = z.strictObject({ current: z.string().min(1).max(256), next: z.string().min(1).max(256) })
const tags = ['登录']

export function sessionRoutes(system: System): FastifyPluginAsyncZod {
  const { access, db } = system
  return async (app) => {
    app.post(
      '/api/session',
      { config: { rule: 'public', rateLimit: { max: 30, timeWindow: '1 minute' } }, schema: { tags, body: credentials } },
      async (request, reply) => {
        const signed = await access.signIn({
          ...request.body,
          ip: request.ip,
          agent: String(request.headers['user-agent'] ?? '').slice(0, 300),
          locale: localeOf(request),
        })
        setSessionCookie(system, reply, signed.token, signed.expiresAt)
        return {
          token: signed.token,
          expiresAt: signed.expiresAt.toISOString(),
          csrf: signed.csrf,
          mustChangePassword: signed.principal.mustChange,
          me: await me(db, system.catalogue, signed.principal),
        }
      },
    )
    app.get('/api/session', { config: { rule: 'signed-in' }, schema: { tags } }, async (request) => ({
      rows: await access.sessions(actorOf(request)),
    }))
    app.delete('/api/session', { config: { rule: 'signed-in', beforePasswordChange: true }, schema: { tags } }, async (request, reply) => {
      clearSessionCookie(system, reply)
      await write(system, request, reply, (tx) => access.signOut(tx, actorOf(request)), { status: 204 })
    })
    app.delete(
      '/api/session/:id',
      { config: { rule: 'signed-in' }, schema: { tags, params: z.object({ id: z.uuid() }) } },
      async (request, reply) => {
        await write(system, request, reply, (tx) => access.revoke(tx, actorOf(request), request.params.id), { status: 204 })
      },
    )
    app.post(
      '/api/me/password',
      { config: { rule: 'signed-in', beforePasswordChange: true }, schema: { tags, body: passwords } },
      async (request, reply) => {
        await access.changePassword(actorOf(request), request.body)
        return reply.code(204).send()
      },
    )
    app.get('/api/me', { config: { rule: 'signed-in', beforePasswordChange: true }, schema: { tags } }, async (request) => {
      const actor = actorOf(request)
      return { ...(await me(db, system.catalogue, actor.principal)), csrf: actor.principal.csrf, locale: actor.locale, mustChangePassword: actor.principal.mustChange }
    })
  }
}
