// Who calls 办理人: somebody signed in, whoever holds a reporter's link, or the system itself.
import { isSystem, mayTake, signature } from '@houqin/access'
import type { Actor } from '@houqin/access'
import type { AuditEntry } from '@houqin/audit'
import { requester } from '@houqin/define'
import type { Matter, Step } from '@houqin/define'
import type { Locale } from '@houqin/problem'
import type { StoredMatter } from './stored-matter.ts'

export interface Caller {
  readonly actor: Actor
  /** He shows the reporter's code of this very matter, and may do what its asker may. */
  readonly byReporter: boolean
}
/** Somebody who has not signed in: where from, and in which language he reads. */
export interface Visitor {
  readonly locale: Locale
  readonly ip: string
  readonly request: string
}

export const asAccount = (actor: Actor): Caller => ({ actor, byReporter: false })

/** The visitor has no person and no roles: only the reporter's code speaks for him. */
export function asReporter(visitor: Visitor): Caller {
  const principal = { account: 'visitor', person: null, name: '扫码报告人', session: '', grants: [] }
  return { actor: { ...visitor, principal }, byReporter: true }
}

/** The line of the timeline or the lines that names him. */
export function nameOf({ actor }: Caller): { readonly person: string | null; readonly name: string } {
  return { person: actor.principal.person, name: actor.principal.name }
}
/** The part of an audit entry that says who did it. */
export function signed({ actor, byReporter }: Caller): Pick<AuditEntry, 'actor' | 'actorName' | 'session' | 'ip'> {
  if (!byReporter) return signature(actor)
  return { actorName: actor.principal.name, ...(actor.ip !== '' && { ip: actor.ip }) }
}

export function maySteps({ actor, byReporter }: Caller, matter: Matter, stored: StoredMatter): readonly (readonly [string, Step])[] {
  return Object.entries(matter.steps).filter(([, step]) => isOpen({ actor, byReporter }, { matter, step, stored }))
}
/**
 * Whether he may take this step now. A visitor takes only steps of the asker. Whoever agreed to one of its steps executes
 * none.
 */
export function isOpen({ actor, byReporter }: Caller, { matter, step, stored }: { matter: Matter; step: Step; stored: StoredMatter }): boolean {
  if (byReporter && !step.by.some((party) => 'party' in party && party.party === requester.party)) return false
  if (isHeldBack(stored, step) || stored.hasAgreed || !isMeant(stored, step)) return false
  return mayTake(actor.principal, { matter, step, row: stored, byReporter })
}

/** Whether the step is for such a matter: it holds the choices that the step is open to. */
export function isMeant({ form, facts }: Pick<StoredMatter, 'form' | 'facts'>, { only = {} }: Step): boolean {
  return Object.entries(only).every(([name, key]) => (Object.hasOwn(form, name) ? form : facts)[name] === key)
}

/** While a step waits for approval the matter stays as those who decide read it: only what changes nothing is open. */
export function isHeldBack({ approving }: StoredMatter, { to, approve, input, lines, settles }: Step): boolean {
  return approving !== null && [to, approve, input, lines, settles].some((part) => part !== undefined)
}

/** Who stands behind a matter started by the system or from a printed code is nobody with a desk. */
export function personOf({ actor }: Caller): string | null {
  return isSystem(actor.principal) ? null : actor.principal.person
}
