// 当事人: what somebody is to one matter — its asker, its holder, a person named in it — and which steps that lets him take.
import { holder, requester, statesBefore } from '@houqin/define'
import type { Matter, Role, Step } from '@houqin/define'
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

/**
 * Whether he may take `step` of `matter` now: the matter stands in a state the step leaves, and he is one of those the
 * step is open to. Roles reach as far as they were granted.
 * @param byReporter the caller shows the reporter's code of this very matter.
 */
export function mayTake(principal: Principal, { matter, step, row, byReporter = false }: {
  matter: Matter
  step: Step
  row: MatterRow
  byReporter?: boolean
}): boolean {
  if (!statesBefore(step).includes(row.state)) return false
  return isSystem(principal) || step.by.some((party) => {
    if ('role' in party) return mayReach(principal, [party], placeOf(matter, row))
    if ('fact' in party) return isPerson(principal, row.facts[party.fact])
    if (party.party === requester.party) return byReporter || isPerson(principal, row.requester)
    return party.party === holder.party && isHolder(principal, { matter, row })
  })
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
