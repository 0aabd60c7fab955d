// 主体: who is asking, with the roles granted to him today and how far each of them reaches.
import type { AuditEntry } from '@houqin/audit'
import type { Role } from '@houqin/define'
import type { Locale } from '@houqin/problem'

/** One role in force today. A list is what it reaches, with all that lies below it; null is no limit. */
export interface Grant {
  readonly role: string
  readonly organs: readonly string[] | null
  readonly sites: readonly string[] | null
}
/** An account as a request sees it: read anew for it, or proven with what it writes, so that what was withdrawn is gone at the next. */
export interface Principal {
  readonly account: string
  /** The row of the person register this account belongs to; administrators' accounts have none. */
  readonly person: string | null
  readonly name: string
  readonly session: string
  readonly grants: readonly Grant[]
}
/** Who does it, in which language he reads, from where and under which request. */
export interface Actor {
  readonly principal: Principal
  readonly locale: Locale
  readonly ip: string
  readonly request: string
}

const system: Principal = Object.freeze({ account: 'system', person: null, name: '系统', session: 'system', grants: Object.freeze([]) })

/** The system itself, for jobs and seeds: no role limits it. For a request of its own: `{ ...systemActor, request }`. */
export const systemActor: Actor = Object.freeze({ principal: system, locale: 'zh', ip: '', request: 'system' })

/** True for the system itself. Told by identity: nothing read from a request or a table can pass for it. */
export function isSystem(principal: Principal): boolean {
  return principal === system
}

/**
 * The same person, for one deed that a matter has decided and that takes `role`: he signs it, and the right ends with it.
 * The code that lends it answers for having asked who he is.
 */
export function lent(actor: Actor, { role }: Role): Actor {
  if (isSystem(actor.principal)) return actor
  return { ...actor, principal: { ...actor.principal, grants: [...actor.principal.grants, { role, organs: null, sites: null }] } }
}

/** The part of an audit entry that says who did it; for every `record` of a deed of `actor`. */
export function signature({ principal, ip }: Actor): Pick<AuditEntry, 'actor' | 'actorName' | 'session' | 'ip'> {
  if (isSystem(principal)) return { actorName: principal.name }
  return { actor: principal.account, actorName: principal.name, session: principal.session, ...(ip !== '' && { ip }) }
}
