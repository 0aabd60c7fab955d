// 动词: which roles stand behind each verb of a register or a matter, and which verbs somebody may use.
import { auditor } from '@houqin/define'
import type { Catalogue, Matter, Register, Role } from '@houqin/define'
import type { Principal } from '@houqin/callers'
import { holds } from './scope.ts'

export const registerVerbs = Object.freeze(['read', 'write', 'import', 'export', 'reveal'] as const)
export type RegisterVerb = (typeof registerVerbs)[number]
export const matterVerbs = Object.freeze(['start', 'read', 'export'] as const)
export type MatterVerb = (typeof matterVerbs)[number]

/** The roles a verb asks for. Auditors read everything; nobody may do what is not named. */
export function rolesBehind(declared: Register, verb: RegisterVerb): readonly Role[]
export function rolesBehind(declared: Matter, verb: MatterVerb): readonly Role[]
export function rolesBehind(declared: Register | Matter, verb: RegisterVerb | MatterVerb): readonly Role[] {
  const named: Partial<Record<RegisterVerb | MatterVerb, readonly Role[]>> = declared.access
  const roles = named[verb] ?? []
  return verb === 'read' ? [...roles, auditor] : roles
}

/**
 * What somebody finds offered: the `can` of `GET /api/me`, by register or matter id; a thing without verbs is left out.
 * Who may ask for a matter, or has rows of his own in a register, reads those; which rows is for the scope to say.
 */
export function verbsOf(principal: Principal, catalogue: Catalogue): Readonly<Record<string, readonly (RegisterVerb | MatterVerb)[]>> {
  const can: Record<string, readonly (RegisterVerb | MatterVerb)[]> = {}
  const offer = (id: string, verbs: readonly (RegisterVerb | MatterVerb)[]): void => {
    if (verbs.length > 0) can[id] = verbs
  }
  for (const register of catalogue.registers.values()) {
    const own = register.scope.person !== undefined && principal.person !== null
    offer(register.id, registerVerbs.filter((verb) => (verb === 'read' && own) || holds(principal, rolesBehind(register, verb))))
  }
  for (const matter of catalogue.matters.values()) {
    const asks = holds(principal, rolesBehind(matter, 'start'))
    offer(matter.id, matterVerbs.filter((verb) => (verb === 'read' && asks) || holds(principal, rolesBehind(matter, verb))))
  }
  return Object.freeze(can)
}
