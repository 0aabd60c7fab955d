// Who is calling: the session behind a cookie or a bearer token, and the token that proves the page is ours.
import { timingSafeEqual } from 'node:crypto'
import cookie from '@fastify/cookie'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Recalled, SignedIn } from '@houqin/access'
import { keyMark } from '@houqin/api-keys'
import { Problem, say } from '@houqin/problem'
import { localeOf } from './problems.ts'
import type { System } from './system.ts'

const name = 'houqin_session'
const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

declare module 'fastify' {
  interface FastifyRequest {
    signedIn: SignedIn | null
    /** Who calls is only recalled until `write` has it proven; `actorOf` names nobody before. */
    recalled: Recalled | null
  }
  interface FastifyContextConfig {
    /** All it does is done by `write`: who was read within the last minute is proven there, and not read before. */
    provenByWrite?: boolean
  }
}

export async function installSession(app: FastifyInstance, system: System): Promise<void> {
  await app.register(cookie)
  app.decorateRequest('actor', null)
  app.decorateRequest('signedIn', null)
  app.decorateRequest('recalled', null)
  app.addHook('onRequest', async (request) => {
    const { rule, beforePasswordChange = false, provenByWrite = false } = request.routeOptions.config
    // a page, a printed code or the sign-in itself asks nobody who he is
    if (rule === 'public' || rule === undefined) return
    const bearer = /^Bearer (\S{1,200})$/.exec(request.headers.authorization ?? '')?.[1]
    const token = bearer ?? request.cookies[name]
    if (!token) return
    if (bearer?.startsWith(keyMark)) return showKey(request, system, bearer)
    request.recalled = (provenByWrite ? recalledBy(system, token) : undefined) ?? null
    const signedIn = request.recalled?.signedIn ?? await system.access.sessions.authenticate(system.db, { token, changingPassword: beforePasswordChange })
    if (!beforePasswordChange && await system.secondFactor.owes(system.db, signedIn.principal)) throw new Problem('second-factor-required', say(
      '您的角色必须使用动态口令，请先绑定手机。', 'Your role requires a second factor: enrol your phone first.',
    ))
    if (bearer === undefined && !safe.has(request.method)) checkCsrf(request, signedIn.csrf)
    request.signedIn = signedIn
    request.actor = { principal: signedIn.principal, locale: localeOf(request), ip: request.ip, request: request.id }
  })
}

/** Not who must have a second factor: whether he has is asked each time. */
function recalledBy({ access, secondFactor }: System, token: string): Recalled | undefined {
  const recalled = access.sessions.recall(token)
  return recalled && !secondFactor.requires(recalled.signedIn.principal) ? recalled : undefined
}

/** A program: no session, no password to change, and only the routes its scopes name. */
async function showKey(request: FastifyRequest, system: System, key: string): Promise<void> {
  const { method, ip } = request
  const { principal, username, expiresAt } = await system.apiKeys.authenticate(system.db, { key, ip, method, url: request.routeOptions.url ?? '' })
  request.signedIn = { principal, username, expiresAt, mustChangePassword: false, csrf: '' }
  request.actor = { principal, locale: localeOf(request), ip, request: request.id }
}

function checkCsrf(request: FastifyRequest, expected: string): void {
  const given = Buffer.from(String(request.headers['x-csrf-token'] ?? ''))
  const wanted = Buffer.from(expected)
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted))
    throw new Problem('csrf', say('页面已过期，请刷新后重试。您填写的内容仍在。', 'This page has expired; reload it and try again. What you typed is kept.'))
}

/**
 * `SameSite=Lax`, so that a link from a notice opens signed in. Its life is told as a span, not as a date: a browser
 * judges dates by its own clock, and would drop the cookie of a house that lives on another day.
 */
export function setSessionCookie(system: System, reply: FastifyReply, token: string, expires: Date): void {
  const maxAge = Math.floor((expires.getTime() - system.clock.now().getTime()) / 1000)
  reply.setCookie(name, token, { path: '/', httpOnly: true, sameSite: 'lax', secure: system.secure, maxAge })
}
export function clearSessionCookie(system: System, reply: FastifyReply): void {
  reply.clearCookie(name, { path: '/', httpOnly: true, sameSite: 'lax', secure: system.secure })
}
