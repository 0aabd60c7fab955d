// 不可外露的名称: a row whose name tells a guarded value, its own or that of a row it points to.
import { targetOf } from '@houqin/define'
import type { Catalogue, Register } from '@houqin/define'
import { nameUse } from './row-name.ts'

const known = new WeakMap<Catalogue, Map<string, boolean>>()

/** Such names are shown whole only where the values in them are. */
export function guardsName(catalogue: Catalogue, register: Register): boolean {
  const answers = known.get(catalogue) ?? new Map<string, boolean>()
  known.set(catalogue, answers)
  const found = answers.get(register.id) ?? tellsGuarded(catalogue, register, new Set())
  answers.set(register.id, found)
  return found
}
function tellsGuarded(catalogue: Catalogue, register: Register, passed: Set<string>): boolean {
  const { guarded, labels } = nameUse(register)
  if (guarded) return true
  if (passed.has(register.id)) return false
  passed.add(register.id)
  return labels.some((key) => {
    const field = register.fields[key]
    const target = field && catalogue.registers.get(targetOf(field, register.id) ?? '')
    return target !== undefined && tellsGuarded(catalogue, target, passed)
  })
}
