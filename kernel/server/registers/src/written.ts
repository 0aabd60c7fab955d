// 写入的准备: what was handed in, checked against the declaration and against what it points to.
import type { Tx } from '@houqin/db'
import { date, targetOf } from '@houqin/define'
import type { Fields, Register } from '@houqin/define'
import { badInput, parseInput } from '@houqin/fields'
import { say } from '@houqin/problem'
import type { FieldIssue } from '@houqin/problem'
import { standsAbove, targetsOf, want } from '@houqin/rows'
import type { Targets, Values, Wanted } from '@houqin/rows'
import type { House } from './house.ts'

const validity: Fields = Object.freeze({ from: date('起始日期'), to: date('截止日期', { optional: true }) })
export interface Written {
  readonly values: Values
  readonly from: string | null
  readonly to: string | null
}

const inputFields = new WeakMap<Register, Fields>()
/** What may be written: the fields, and of a dated register the first and the last day. */
function writable(register: Register): Fields {
  const fields = inputFields.get(register) ?? (register.dated ? { ...register.fields, ...validity } : register.fields)
  inputFields.set(register, fields)
  return fields
}

/** @throws Problem `bad-input`. */
export function readNew({ words }: House, register: Register, given: unknown): Written {
  return separate(register, parseInput(writable(register), given, { words: words?.(register.id) }))
}
/** What stands, with the changes in their places. @throws Problem `bad-input`. */
export function readChanged({ words }: House, register: Register, given: unknown, before: Written): Written {
  const changes = parseInput(writable(register), given, { words: words?.(register.id), partial: true })
  const { from, to, ...values } = changes
  return separate(register, {
    ...before.values,
    ...(register.dated ? { ...values, from: from ?? before.from, to: to === undefined ? before.to : to } : changes),
  })
}
function separate(register: Register, parsed: Values): Written {
  if (!register.dated) return { values: parsed, from: null, to: null }
  const { from, to, ...values } = parsed
  if (typeof from !== 'string') throw badInput([{ at: 'from', says: say('“起始日期”必须填写', '“from” is required') }])
  if (typeof to !== 'string') return { values, from, to: null }
  if (to < from) throw badInput([{ at: 'to', says: say(`“截止日期”${to} 早于起始日期 ${from}`, `“to” ${to} comes before “from” ${from}`) }])
  return { values, from, to }
}

/** Keys of the fields whose values differ. */
export function changedKeys(register: Register, before: Values, after: Values): string[] {
  return Object.keys(register.fields).filter((key) => JSON.stringify(before[key] ?? null) !== JSON.stringify(after[key] ?? null))
}

/**
 * The values with references led to their survivors, and the names for the row's own name.
 * @param fresh the fields just written: what they point to must exist and be in use; the others stay as they are.
 * @throws Problem `bad-input`.
 */
export async function settleReferences(tx: Tx, { fields, owner, values, fresh, at = '' }: {
  fields: Fields
  owner: string
  values: Values
  fresh: readonly string[]
  at?: string
}): Promise<{ values: Values; targets: Targets }> {
  const wanted: Wanted = new Map()
  const references = Object.entries(fields).flatMap(([key, field]) => {
    const target = targetOf(field, owner)
    const id = values[key]
    if (target === undefined || typeof id !== 'string') return []
    want(wanted, target, id)
    return [{ key, field, id }]
  })
  const targets = await targetsOf(tx, wanted)
  const settled: Record<string, unknown> = { ...values }
  const issues: FieldIssue[] = []
  for (const { key, field, id } of references) {
    if (!fresh.includes(key)) continue
    const target = targets.get(id)
    const here = at === '' ? key : `${at}.${key}`
    if (!target) issues.push({ at: here, says: say(`“${field.label}”所选的记录不存在，请重新选择`, `“${key}” points to a row that does not exist`) })
    else if (target.retired) issues.push({ at: here, says: say(`“${field.label}”所选的“${target.name}”已停用，请改选`, `“${key}” points to “${target.name}”, which is retired`) })
    else settled[key] = target.id
  }
  if (issues.length > 0) throw badInput(issues)
  return { values: settled, targets }
}

/** @param id the row itself. @throws Problem `bad-input` when the row would stand below itself. Moves in one tree wait for each other. */
export async function requireTree(tx: Tx, register: Register, { id, values }: { id: string; values: Values }): Promise<void> {
  const key = register.tree
  const parent = key === undefined ? null : values[key]
  if (key === undefined || typeof parent !== 'string') return
  if (!(await standsAbove(tx, register, { id, key, from: parent }))) return
  const label = register.fields[key]?.label ?? key
  throw badInput([{ at: key, says: say(`“${label}”不能是它自己或它的下级`, `“${key}” may be neither the row itself nor one below it`) }])
}

/** Files the row holds, in all its fields. @param before what stands before the field's name in the body. */
export function filesIn(fields: Fields, values: Values, before = ''): { readonly id: string; readonly at: string }[] {
  return Object.entries(fields).flatMap(([key, field]) =>
    field.kind === 'files' ? [values[key] ?? []].flat().flatMap((id, index) => (typeof id === 'string' ? [{ id, at: `${before}${key}[${index}]` }] : [])) : [])
}
