// 对列: what each column brings, which fields tell the row, and whether that is enough to go on.
import { guardedKeys } from '@houqin/register-rights'
import { badInput } from '@houqin/fields'
import { importable, unitIn } from '@houqin/ledgers'
import type { ColumnOf } from '@houqin/ledgers'
import { say } from '@houqin/problem'
import type { FieldIssue } from '@houqin/problem'
import type { Fields, Register } from '@houqin/define'
import type { ImportPicks } from '@houqin/wire'
import type { StoredImport } from './stored-import.ts'

export interface PlannedColumn extends ColumnOf {
  readonly key: string
  readonly column: number
}
/** What every new row is given, where no column brings it. */
interface FixedWord extends ColumnOf {
  readonly key: string
  readonly word: string
}
export interface Plan {
  readonly register: Register
  /** All that a ledger could bring. */
  readonly fields: Fields
  /** In the order of the declaration, so that a building is known before its floor. */
  readonly columns: readonly PlannedColumn[]
  readonly fixed: readonly FixedWord[]
  readonly key: readonly string[]
  readonly picks: ImportPicks
}

/** @param english labels of a choice's options by field. */
export function planOf(register: Register, { mapping, fixed, key, picks, titles }: Pick<StoredImport, 'mapping' | 'fixed' | 'key' | 'picks' | 'titles'>, english: (field: string) => Readonly<Record<string, string>> | undefined): Plan {
  const fields = importable(register)
  const columns = Object.entries(fields).flatMap(([name, field]): PlannedColumn[] => {
    const column = mapping[name]
    return column === undefined ? [] : [{ key: name, column, field, over: unitIn(titles[column] ?? ''), picks: picks[name], english: english(name) }]
  })
  const words = Object.entries(fixed).flatMap(([name, word]): FixedWord[] => {
    const field = fields[name]
    return !field || mapping[name] !== undefined ? [] : [{ key: name, word, field, picks: picks[name], english: english(name) }]
  })
  return { register, fields, columns, fixed: words, key: key.filter((name) => columns.some((one) => one.key === name)), picks }
}

/**
 * The fields by which a row is known again, as far as they are mapped: what may not stand twice; of dated rows what may not
 * overlap, with the first day; else all that is required and names something.
 */
export function usualKey(register: Register, mapped: readonly string[]): readonly string[] {
  const guarded = new Set(guardedKeys(register))
  const unique = mapped.find((name) => {
    const field = register.fields[name]
    return field?.kind === 'text' && field.unique === true && !guarded.has(name)
  })
  if (unique !== undefined) return [unique]
  if (register.dated && register.alike.length > 0) return [...register.alike, 'from'].filter((name) => mapped.includes(name))
  return mapped.filter((name) => {
    const field = register.fields[name]
    return field !== undefined && !field.optional && !guarded.has(name) && (field.kind === 'ref' || (field.kind === 'text' && !field.multiline) || field.kind === 'date')
  })
}

/** @throws Problem `bad-input` where a column is none, is used twice, or a field may not tell the row. */
export function requireFitting(register: Register, { mapping, fixed, key, titles, picks }: Pick<StoredImport, 'mapping' | 'fixed' | 'key' | 'titles' | 'picks'>): void {
  const fields = importable(register)
  const issues: FieldIssue[] = []
  const used = new Map<number, string>()
  for (const [name, column] of Object.entries(mapping)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    const other = used.get(column)
    if (!field) issues.push({ at: `mapping.${name}`, says: say(`没有“${name}”这一项`, `There is no field “${name}”`) })
    else if (!Number.isInteger(column) || column < 0 || column >= titles.length) issues.push({ at: `mapping.${name}`, says: say(`“${field.label}”对的列不存在`, `“${name}” is matched to a column that does not exist`) })
    else if (other !== undefined) issues.push({ at: `mapping.${name}`, says: say(`第 ${column + 1} 列同时对了“${fields[other]?.label}”和“${field.label}”`, `Column ${column + 1} is matched to both “${other}” and “${name}”`) })
    used.set(column, name)
  }
  const guarded = guardedKeys(register)
  for (const name of key) {
    if (mapping[name] === undefined) issues.push({ at: 'key', says: say(`用来认出同一条的“${fields[name]?.label ?? name}”没有对上列`, `“${name}” is to tell the row and has no column`) })
    else if (guarded.includes(name)) issues.push({ at: 'key', says: say(`“${fields[name]?.label}”是敏感信息，不能用来认出同一条`, `“${name}” is sensitive and cannot tell the row`) })
    else if (['bool', 'instant'].includes(fields[name]?.kind ?? '') || isMany(fields, name)) issues.push({ at: 'key', says: say(`“${fields[name]?.label}”不能用来认出同一条`, `“${name}” cannot tell the row`) })
  }
  for (const [part, name] of [...Object.keys(picks).map((one) => ['picks', one]), ...Object.keys(fixed).map((one) => ['fixed', one])]) if (!Object.hasOwn(fields, name ?? '')) issues.push({ at: `${part}.${name}`, says: say(`没有“${name}”这一项`, `There is no field “${name}”`) })
  if (issues.length > 0) throw badInput(issues)
}
function isMany(fields: Fields, name: string): boolean {
  const field = fields[name]
  return field?.kind === 'choice' && field.many
}

/** Fields a new row cannot be without and no column brings: a ledger without them can only change rows that stand. */
export function missingFields(plan: Plan): readonly string[] {
  const mapped = new Set([...plan.columns, ...plan.fixed].map(({ key }) => key))
  return Object.entries(plan.fields).filter(([name, field]) => !mapped.has(name) && !field.optional).map(([name]) => name)
}
