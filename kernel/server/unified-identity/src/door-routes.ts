// The door 登录入口: out to the provider, back from it, the account shown once by its password, and the way out again.
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { record } from '@houqin/audit'
import { actorOf, clearSessionCookie, setSessionCookie } from '@houqin/http'
import type { System } from '@houqin/http'
import { Problem, say } from '@houqin/problem'
import type { Arrival, OfferedProvider, OpenedDoor } from '@houqin/wire'
import { browserSecret, ownPath, validMinutes, waitingArrival } from './attempts.ts'
import { listProviders, openProvider } from './providers.ts'
import { begin, finish, leaveOf, linkByPassword } from './sign-in.ts'
import type { Caller } from './sign-in.ts'
import { reasonOf, TurnedAway } from './turned-away.ts'
import type { Reason } from './turned-away.ts'

const cookie = 'houqin_identity'
const path = '/api/identity'
const tags = ['统一身份']
const byId = z.object({ id: z.uuid() })
const limited = { rule: 'public' as const, rateLimit: { max: 300, timeWindow: '1 minute' } }
/** Nothing to be learnt from these about anybody. */
const unremarkable: ReadonlySet<Reason> = new Set(['expired', 'denied', 'down', 'off'])

export function doorRoutes(system: System): FastifyPluginAsyncZod {
  const { access, db, clock } = system
  const secure = system.secure

  /** Every way back to the sign-in page carries one word of a closed list, and the page that was asked for. */
  async function turnAway(request: FastifyRequest, reply: FastifyReply, { error, to, provider }: { error: unknown; to: string; provider: string }): Promise<FastifyReply> {
    const reason = reasonOf(error)
    if (reason === undefined) throw error
    if (!unremarkable.has(reason)) {
      request.server.houseLog.warn({ reason, provider, said: wordsOf(error) }, 'unified identity')
      await db.transaction().execute((tx) => record(tx, {
        at: clock.now(), ip: request.ip, actorName: '未知用户', action: 'access.sign-in-refused', subject: { kind: 'identity.provider', id: provider }, summary: `统一身份登录未成：${reason}`,
      }))
    }
    return reply.redirect(`/sign-in?${new URLSearchParams({ identity: reason, to }).toString()}`, 302)
  }
  const callerOf = (request: FastifyRequest): Caller => ({
    browser: browserSecret(request.cookies[cookie]), ip: request.ip, agent: request.headers['user-agent'] ?? '',
  })
  function keepBrowser(reply: FastifyReply, browser: string): void {
    reply.setCookie(cookie, browser, { path, httpOnly: true, sameSite: 'lax', secure, maxAge: 3 * validMinutes * 60 })
  }

  return async (app) => {
    app.get('/api/identity', { config: limited, schema: { tags } }, async (): Promise<{ rows: readonly OfferedProvider[] }> => ({
      rows: (await listProviders(db)).filter(({ enabled }) => enabled).map(({ id, title }) => ({ id, title })),
    }))
    app.get(
      '/api/identity/:id/start',
      { config: limited, schema: { tags, params: byId, querystring: z.object({ to: z.string().max(2000).optional(), here: z.string().max(1).optional() }) } },
      async (request, reply) => {
        const { browser } = callerOf(request)
        const to = ownPath(request.query.to)
        // the provider sends the browser back to our public address: what it is known by must be kept under that name
        if (request.query.here === undefined && request.host !== new URL(system.publicUrl).host)
          return reply.redirect(`${system.publicUrl}/api/identity/${request.params.id}/start?${new URLSearchParams({ to, here: '1' }).toString()}`, 302)
        keepBrowser(reply, browser)
        try {
          return await reply.redirect(await begin(system, { id: request.params.id, to, browser }), 302)
        } catch (error) {
          return turnAway(request, reply, { error, to, provider: request.params.id })
        }
      },
    )
    app.get('/api/identity/:id/callback', { config: limited, schema: { tags, params: byId } }, async (request, reply) => {
      const query = request.url.split('?')[1] ?? ''
      const { id } = request.params
      try {
        const outcome = await finish(system, { id, query, caller: callerOf(request) })
        if (outcome.kind === 'unknown') return await reply.redirect('/sign-in/unified', 302)
        if (outcome.kind === 'linked') return await reply.redirect('/me?identity=linked', 302)
        setSessionCookie(system, reply, outcome.session.token, outcome.session.expiresAt)
        return await reply.redirect(outcome.to, 302)
      } catch (error) {
        return turnAway(request, reply, { error, to: '/', provider: id })
      }
    })
    app.get('/api/identity/arrival', { config: limited, schema: { tags } }, async (request): Promise<Arrival> => {
      const arrival = await waitingArrival(db, clock, callerOf(request).browser)
      if (!arrival) throw over()
      const { provider: { id, title } } = await openProvider(db, system.secrets, arrival.provider)
      return { provider: { id, title }, shown: arrival.shown }
    })
    app.post(
      '/api/identity/arrival',
      { config: limited, schema: { tags, body: z.strictObject({ username: z.string().min(1).max(64), password: z.string().min(1).max(256), code: z.string().max(40).optional() }) } },
      async (request, reply): Promise<OpenedDoor<Date> & { to: string }> => {
        const { session, to } = await linkByPassword(system, { ...request.body, caller: callerOf(request) }).catch((error: unknown) => {
          throw error instanceof TurnedAway ? problemOf(error) : error
        })
        setSessionCookie(system, reply, session.token, session.expiresAt)
        return { csrf: session.csrf, expiresAt: session.expiresAt, mustChangePassword: session.mustChangePassword, to }
      },
    )
    app.post('/api/identity/leave', { config: { rule: 'signed-in', beforePasswordChange: true }, schema: { tags, body: z.strictObject({}).optional() } }, async (request, reply) => {
      const actor = actorOf(request)
      // whoever wants out is let out, whether or not the provider answers
      const to = await leaveOf(system, actor.principal.session).catch((error: unknown) => {
        request.server.houseLog.warn({ said: wordsOf(error) }, 'unified identity: signing out')
        return undefined
      })
      await db.transaction().execute((tx) => access.sessions.end(tx, actor, actor.principal.session))
      clearSessionCookie(system, reply)
      return { to: to ?? '/sign-in' }
    })
  }
}

function over(): Problem {
  return new Problem('gone', say('这次统一身份登录已过时，请从登录页重新开始。', 'This sign-in is too old: begin again on the sign-in page.'))
}
function problemOf({ reason }: TurnedAway): Problem {
  if (reason === 'administrator') return new Problem('not-allowed', say(
    '系统管理员、安全管理员和安全审计员只用密码登录，不能绑定统一身份。', 'The three administrators sign in by password alone and link no identity.',
  ))
  if (reason === 'taken') return new Problem('conflict', say(
    '这个账号已绑定另一个身份，或这个身份已绑定另一个账号。请找系统管理员解除。', 'The account has another identity, or the identity another account. The system administrator can end that link.',
  ))
  return over()
}
/** For whoever keeps the machine: what was wrong, nothing of what was sent. */
function wordsOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined
  return [error, cause].flatMap((one) => (one instanceof Error ? [one.message] : [])).join(': ').slice(0, 300)
}
