// A rule stands on every route: who may call it at all. A route without one does not start.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { holds } from '@houqin/access'
import type { Actor } from '@houqin/access'
import type { Role } from '@houqin/define'
import { Problem, say } from '@houqin/problem'

/** `public` needs nobody, `signed-in` anybody with a session, a list of roles one of them. */
export type Rule = 'public' | 'signed-in' | readonly Role[]

declare module 'fastify' {
  interface FastifyContextConfig {
    rule?: Rule
    /** A person who must change the password may still call this. */
    beforePasswordChange?: boolean
  }
  interface FastifyRequest {
    actor: Actor | null
    /** The session came in a cookie: changes need the CSRF token. */
    byCookie: boolean
  }
}

/** Who is calling. @throws Problem `not-signed-in`. */
export function actorOf(request: FastifyRequest): Actor {
  if (!request.actor) throw new Problem('not-signed-in', say('请先登录。', 'Sign in first.'))
  return request.actor
}

export function installRules(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    if (route.config?.rule === undefined) throw new Error(`${String(route.method)} ${route.url} has no rule: say who may call it`)
  })
  app.addHook('preHandler', async (request) => {
    const rule = request.routeOptions.config.rule
    if (rule === 'public' || rule === undefined) return
    const actor = actorOf(request)
    if (actor.principal.mustChange && !request.routeOptions.config.beforePasswordChange)
      throw new Problem('password-change-required', say('请先修改初始密码,再使用其他功能。', 'Change the initial password before anything else.'))
    if (rule !== 'signed-in' && !holds(actor.principal, rule)) {
      const titles = rule.map((role) => role.title).join('、')
      throw new Problem('not-allowed', say(`这项功能只对${titles || '系统内部'}开放。`, `Only for: ${rule.map((r) => r.role).join(', ') || 'nobody'}.`))
    }
  })
}
