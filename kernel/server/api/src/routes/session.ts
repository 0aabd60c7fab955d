// Signing in and out, my sessions, my password, who I am.
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { FastifyRequest } from 'fastify'
import type { SignedIn } from '@houqin/access'
import { actorOf, clearSessionCookie, localeOf, setSessionCookie, write } from '@houqin/http'
import type { System } from '@houqin/http'
import { displayOf } from '@houqin/personal'
import { Problem, say } from '@houqin/problem'
import type { Me, OpenedByPassword } from '@houqin/wire'
import { describeMe } from '../me.ts'

const credentials = z.strictObject({
  username: z.string().min(1).max(64),
  password: z.string().min(1).max(256),
  code: z.string().max(40).optional(),
})
const passwords = z.strictObject({ current: z.string().min(1).max(256), next: z.string().min(1).max(256) })
const tags = ['登录']

export function sessionRoutes(system: System): FastifyPluginAsyncZod {
  const { access, db } = system
  return async (app) => {
    app.post(
      '/api/session',
      // an address may stand for a whole office; guessing is stopped by the account's own lock
      { config: { rule: 'public', rateLimit: { max: 300, timeWindow: '1 minute' } }, schema: { tags, body: credentials } },
      async (request, reply): Promise<OpenedByPassword<Date>> => {
        const { username, password, code } = request.body
        const agent = request.headers['user-agent'] ?? ''
        const opened = await system.secondFactor.atTheDoor(db, { code, ip: request.ip }, (alongside) =>
          access.sessions.signIn(db, { username, password, ip: request.ip, agent }, alongside))
        const { principal, username: known } = await access.sessions.authenticate(db, { token: opened.token, changingPassword: true })
        setSessionCookie(system, reply, opened.token, opened.expiresAt)
        return { ...opened, me: await describeMe(system, { principal, username: known }, localeOf(request)) }
      },
    )
    app.get('/api/session', { config: { rule: 'signed-in' }, schema: { tags } }, async (request) => ({
      rows: await access.sessions.list(db, actorOf(request).principal),
    }))
    app.delete('/api/session', { config: { rule: 'signed-in', beforePasswordChange: true }, schema: { tags } }, async (request, reply) => {
      const actor = actorOf(request)
      clearSessionCookie(system, reply)
      return write(system, request, reply, (tx) => access.sessions.end(tx, actor, actor.principal.session), { status: 204 })
    })
    app.delete(
      '/api/session/:id',
      { config: { rule: 'signed-in' }, schema: { tags, params: z.object({ id: z.uuid() }) } },
      async (request, reply) =>
        write(system, request, reply, (tx) => access.sessions.end(tx, actorOf(request), request.params.id), { status: 204 }),
    )
    app.post(
      '/api/me/password',
      { config: { rule: 'signed-in', beforePasswordChange: true }, schema: { tags, body: passwords } },
      async (request, reply) => {
        await access.accounts.changePassword(db, actorOf(request), request.body)
        return reply.code(204).send()
      },
    )
    app.get('/api/me', { config: { rule: 'signed-in', beforePasswordChange: true }, schema: { tags } }, async (request): Promise<Me> => {
      const signedIn = signedInOf(request)
      const locale = localeOf(request)
      const { csrf, mustChangePassword } = signedIn
      return { ...(await describeMe(system, signedIn, locale)), csrf, mustChangePassword, secondFactorRequired: await system.secondFactor.owes(db, signedIn.principal), locale, display: await displayOf(db, signedIn.principal.account) }
    })
  }
}

function signedInOf(request: FastifyRequest): SignedIn {
  if (!request.signedIn) throw new Problem('not-signed-in', say('请先登录。', 'Sign in first.'))
  return request.signedIn
}
