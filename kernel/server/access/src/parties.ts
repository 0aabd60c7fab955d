// 当事人: what somebody is to one matter — its asker, its holder, a person named in it — and which steps that lets him take.
import { holder, requester, statesBefore } from '@houqin/define'
import type { Matter, Role, State, Step } from '@houqin/define'
import { isSystem } from '@houqin/callers'
import type { Principal } from '@houqin/callers'
import { mayReach } from './scope.ts'
import type { Place } from './scope.ts'

/** The row of a matter, as far as the question who may take a step needs it. */
export interface MatterRow extends Place {
  readonly state: string
  /** The asker's person; null when he asked by a printed code. */
  readonly requester: string | null
  readonly holderPerson: string | null
  readonly holderRole: string | null
  /** Values of the facts by name; a fact that names a person holds his id. */
  readonly facts: Readonly<Record<string, unknown>>
}

interface Taking {
  readonly matter: Matter
  readonly step: Step
  readonly row: MatterRow
  /** The caller shows the reporter's code of this very matter. */
  readonly byReporter?: boolean
}

/**
 * Whether he may take `step` of `matter` now: the matter stands in a state the step leaves, and he is one of those the
 * step is open to. Roles reach as far as they were granted.
 */
export function mayTake(principal: Principal, taking: Taking): boolean {
  const { step, row } = taking
  return statesBefore(step).includes(row.state) && (isSystem(principal) || step.by.some((party) => isOneOf(principal, party, taking)))
}

/**
 * Whether the step is his in whatever state: what somebody who is only too late is told is nobody else's business.
 * @param hadInHand the matter waited for him or named him once.
 */
export function mightTake(principal: Principal, { hadInHand, ...taking }: Taking & { readonly hadInHand: boolean }): boolean {
  const { matter, step } = taking
  const heldBefore = statesBefore(step).flatMap((state) => matter.states[state]?.held ?? [])
  return isSystem(principal) || step.by.some((party) => {
    if (isOneOf(principal, party, taking)) return true
    if ('fact' in party) return hadInHand
    return 'party' in party && party.party === holder.party && (hadInHand || heldBefore.some((held) => isOneOf(principal, held, taking)))
  })
}

function isOneOf(principal: Principal, party: Step['by'][number] | NonNullable<State['held']>, { matter, row, byReporter = false }: Taking): boolean {
  if ('role' in party) return mayReach(principal, [party], placeOf(matter, row))
  if ('fact' in party) return isPerson(principal, row.facts[party.fact])
  if (party.party === requester.party) return byReporter || isPerson(principal, row.requester)
  return isHolder(principal, { matter, row })
}

/** Whether the matter waits for him: for his person, or for a role of his that reaches it. */
export function isHolder(principal: Principal, { matter, row }: { matter: Matter; row: MatterRow }): boolean {
  if (isPerson(principal, row.holderPerson)) return true
  return row.holderPerson === null && row.holderRole !== null && mayReach(principal, [roleNamed(row.holderRole)], placeOf(matter, row))
}

/** A matter always belongs to an organ (its asker's, where its form names none); to a site only where its form says so. */
function placeOf({ scope }: Matter, { organ = null, site = null }: MatterRow): Place {
  return { organ, ...(scope.site !== undefined && { site }) }
}
function isPerson(principal: Principal, person: unknown): boolean {
  return principal.person !== null && person === principal.person
}
function roleNamed(role: string): Role {
  return { role, title: role, reach: 'district', excludes: [] }
}
