// What must hold for roles 角色: none is idle, none is used that its subsystem or those below it do not list.
import { kernelRoles } from '@houqin/define'
import type { Role, Subsystem } from '@houqin/define'
import { isRole } from './rule.ts'
import type { Rule } from './rule.ts'

interface Use {
  readonly role: Role
  readonly by: string
  readonly subsystem: Subsystem
}

export const roleRules: readonly Rule[] = [
  {
    says: 'every role is used somewhere',
    broken: ({ catalogue }) => {
      const used = new Set(catalogue.subsystems.flatMap(usesOf).map(({ role }) => role.role))
      return catalogue.subsystems.flatMap(({ roles }) => Object.values(roles)).filter(({ role }) => !used.has(role)).map(({ role }) => `${role}: stands nowhere; nothing can be done with it`)
    },
  },
  {
    says: 'every role a declaration names is listed by its subsystem or by one it builds on',
    broken: ({ catalogue }) => catalogue.subsystems.flatMap((subsystem, at) => {
      const known = new Set([...kernelRoles, ...catalogue.subsystems.slice(0, at + 1).flatMap(({ roles }) => Object.values(roles))])
      return usesOf(subsystem).filter(({ role }) => !known.has(role)).map(({ role, by }) => `${by}: names ${role.role}, which neither ${subsystem.id} nor one before it lists`)
    }),
  },
  {
    says: 'roles that exclude each other exist',
    broken: ({ catalogue }) => [...catalogue.roles.values()].flatMap(({ role, excludes }) =>
      excludes.filter((other) => !catalogue.roles.has(other)).map((other) => `${role}: excludes ${other}, which no subsystem lists`)),
  },
]

function usesOf(subsystem: Subsystem): readonly Use[] {
  const uses = (by: string, roles: readonly (readonly Role[] | undefined)[]): Use[] => roles.flatMap((some) => some ?? []).map((role) => ({ role, by, subsystem }))
  return [
    ...Object.values(subsystem.registers).flatMap(({ id, access }) => uses(id, [access.read, access.write, access.export, access.import, access.reveal])),
    ...Object.values(subsystem.matters).flatMap(({ id, access, states, steps }) => [
      ...uses(id, [access.start, access.read, access.export]),
      ...uses(id, Object.values(states).map(({ held }) => (held && isRole(held) ? [held] : []))),
      ...uses(id, Object.values(steps).map(({ by }) => by.filter(isRole))),
    ]),
    ...Object.values(subsystem.standards).flatMap(({ id, read, keep }) => uses(id, [read, keep])),
    ...Object.values(subsystem.signals).flatMap(({ id, access }) => uses(id, [access.read, access.acknowledge])),
    ...Object.values(subsystem.reports).flatMap(({ id, read }) => uses(id, [read])),
  ]
}
