// What a form may point to 可选的记录: rows that exist and are neither retired nor merged away.
import { targetOf } from '@houqin/define'
import type { Fields } from '@houqin/define'
import { badInput, labelOf } from '@houqin/fields'
import type { Given } from '@houqin/fields'
import { say } from '@houqin/problem'
import type { FieldIssue } from '@houqin/problem'
import type { Targets } from '@houqin/rows'

/** @param targets what the references were found to point to. @throws Problem bad-input naming the field under `at`. */
export function requireLive(owner: string, { fields, values, targets, at }: { fields: Fields; values: Given; targets: Targets; at: string }): void {
  const issues = Object.entries(fields).flatMap(([key, field]): FieldIssue[] => {
    const id = values[key]
    const register = targetOf(field, owner)
    if (register === undefined || typeof id !== 'string') return []
    const target = targets.get(id)
    if (target !== undefined && target.id === id && target.register === register && !target.retired) return []
    return [{ at: `${at}.${key}`, says: say(`“${field.label}”所选的记录不存在或已停用，请重新选择`, `“${labelOf({ key, field }).en}” points to a row that is gone or retired, choose another`) }]
  })
  if (issues.length > 0) throw badInput(issues)
}
