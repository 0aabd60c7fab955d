// The catalogue 目录: every declaration of every subsystem by its id, checked to be whole when it is made.
import type { Field, Fields } from './field.ts'
import type { Matter } from './matter.ts'
import type { Register } from './register.ts'
import type { Report } from './report.ts'
import { kernelRoles } from './role.ts'
import type { Role } from './role.ts'
import type { Signal } from './signal.ts'
import type { Gate } from './standard.ts'
import type { AnyStandard, Subsystem } from './subsystem.ts'

export interface Catalogue {
  readonly subsystems: readonly Subsystem[]
  readonly roles: ReadonlyMap<string, Role>
  readonly registers: ReadonlyMap<string, Register>
  readonly matters: ReadonlyMap<string, Matter>
  readonly standards: ReadonlyMap<string, AnyStandard>
  readonly signals: ReadonlyMap<string, Signal>
  readonly reports: ReadonlyMap<string, Report>
  readonly gates: readonly Gate[]
  /** The registers that grants are scoped by. */
  readonly dimensions: { readonly organ?: Register; readonly site?: Register; readonly person?: Register }
}

/** @throws Error in a sentence: an id twice, an id under a foreign name, a reference to what is not declared. */
export function catalogueOf(subsystems: readonly Subsystem[]): Catalogue {
  const roles = new Map(kernelRoles.map((role): [string, Role] => [role.role, role]))
  for (const subsystem of subsystems)
    for (const role of Object.values(subsystem.roles)) put(roles, role.role, role, subsystem)
  const catalogue = {
    subsystems,
    roles,
    registers: gather(subsystems, (s) => s.registers),
    matters: gather(subsystems, (s) => s.matters),
    standards: gather(subsystems, (s) => s.standards),
    signals: gather(subsystems, (s) => s.signals),
    reports: gather(subsystems, (s) => s.reports),
    gates: subsystems.flatMap((s) => s.gates),
  }
  const dimensions: { organ?: Register; site?: Register; person?: Register } = {}
  for (const register of catalogue.registers.values()) {
    if (!register.dimension) continue
    if (dimensions[register.dimension])
      throw new Error(`two registers claim the dimension ${register.dimension}: ${dimensions[register.dimension]?.id}, ${register.id}`)
    dimensions[register.dimension] = register
  }
  for (const { id, fields, lines } of catalogue.registers.values()) checkRefs(id, [{ fields }, ...Object.values(lines)], catalogue.registers)
  for (const matter of catalogue.matters.values()) {
    const asked = [matter.form, matter.facts, ...Object.values(matter.steps).map(({ input }) => input ?? {})]
    checkRefs(matter.id, [...asked.map((fields) => ({ fields })), ...Object.values(matter.lines)], catalogue.registers)
    checkSteps(matter)
  }
  return Object.freeze({ ...catalogue, dimensions })
}

function gather<T extends { readonly id: string }>(
  subsystems: readonly Subsystem[],
  part: (s: Subsystem) => Readonly<Record<string, T>>,
): ReadonlyMap<string, T> {
  const found = new Map<string, T>()
  for (const subsystem of subsystems)
    for (const declared of Object.values(part(subsystem))) put(found, declared.id, declared, subsystem)
  return found
}
function put<T>(map: Map<string, T>, id: string, value: T, subsystem: Subsystem): void {
  if (!id.startsWith(`${subsystem.id}.`)) throw new Error(`${id} stands in subsystem ${subsystem.id} under a foreign name`)
  if (map.has(id)) throw new Error(`${id} is declared twice`)
  map.set(id, value)
}
function checkRefs(owner: string, sets: readonly { readonly fields: Fields }[], registers: ReadonlyMap<string, Register>): void {
  for (const [name, field] of sets.flatMap(({ fields }) => Object.entries(fields)))
    if (field.kind === 'ref' && field.to !== 'self' && !registers.has(field.to.id))
      throw new Error(`${owner}.${name} points to ${field.to.id}, which no subsystem declares`)
}

/** What happens to a matter besides its steps: effects and gates speak of these by the same kind of name. */
const notSteps = ['start', 'overdue']
function checkSteps(matter: Matter): void {
  for (const name of notSteps)
    if (Object.hasOwn(matter.steps, name)) throw new Error(`${matter.id} calls a step ${name}, which is what effects and gates call something else`)
  const [subsystem] = matter.id.split('.')
  for (const [name, step] of Object.entries(matter.steps)) {
    if (step.approve && !step.approve.id.startsWith(`${subsystem}.`)) throw new Error(`${matter.id}.${name} is approved by ${step.approve.id}, a route under a foreign name`)
    if (step.approve && step.merges) throw new Error(`${matter.id}.${name} closes a duplicate, which nobody approves`)
    for (const [set, columns] of Object.entries(step.settles ?? {}))
      for (const column of columns ?? [])
        if (!matter.lines[set]?.fields[column]) throw new Error(`${matter.id}.${name} settles ${set}.${column}, which is no column`)
  }
}

/** The register a reference points to. @param owner the register the field stands in, for `self`. */
export function targetOf(field: Field, owner: string): string | undefined {
  if (field.kind !== 'ref') return undefined
  return field.to === 'self' ? owner : field.to.id
}
