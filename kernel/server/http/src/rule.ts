// A rule stands on every route: who may call it at all. A route without one does not start.
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify'
import { holds } from '@houqin/access'
import type { Actor } from '@houqin/access'
import type { Role } from '@houqin/define'
import { nameIn } from '@houqin/fields'
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
  }
  interface FastifyInstance {
    /** Every route that stands, whoever put it there. */
    readonly ruledRoutes: readonly RuledRoute[]
  }
}

/** A route as Fastify knows it, and who may call it. */
export interface RuledRoute {
  readonly method: string
  /** As it was declared, such as `/api/files/:id`. */
  readonly url: string
  readonly rule: Rule
}

/** Who is calling. @throws Problem `not-signed-in`; Error where that is yet to be proven by `write`. */
export function actorOf(request: FastifyRequest): Actor {
  if (request.recalled) throw new Error(`${request.url} asks who is calling outside its write`)
  return claimedBy(request)
}
/** Who says he is calling. @throws Problem `not-signed-in`. */
function claimedBy(request: FastifyRequest): Actor {
  if (!request.actor) throw new Problem('not-signed-in', say('请先登录。', 'Sign in first.'))
  return request.actor
}

export function installRules(app: FastifyInstance): void {
  const routes: RouteOptions[] = []
  app.addHook('onRoute', (route) => {
    routes.push(route)
  })
  const ruled: RuledRoute[] = []
  app.decorate('ruledRoutes', ruled)
  // asked when all stand: a scope may give its routes their rule after this hook has seen them
  app.addHook('onReady', async () => {
    for (const { method, url, config } of routes) {
      const { rule, provenByWrite = false } = config ?? {}
      if (rule === undefined) throw new Error(`${String(method)} ${url} has no rule: say who may call it`)
      // a role is asked for before the write, of whom the write has yet to prove
      if (provenByWrite && rule !== 'signed-in') throw new Error(`${String(method)} ${url} asks for a role before its write has proven who calls`)
      for (const one of [method].flat()) ruled.push({ method: one, url, rule })
    }
  })
  // before the body is read and parsed: a stranger's ten megabytes are not worth a look
  app.addHook('preParsing', async (request) => {
    const { rule } = request.routeOptions.config
    if (rule === 'public' || rule === undefined) return
    const { principal } = claimedBy(request)
    if (rule !== 'signed-in' && !holds(principal, rule))
      throw new Problem(
        'not-allowed',
        say(`这项功能只对${rule.map(({ title }) => title).join('、')}开放。`, `Only for ${rule.map((role) => nameIn(role).en).join(', ')}.`),
      )
  })
}
