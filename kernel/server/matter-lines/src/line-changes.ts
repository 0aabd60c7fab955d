// Changes of lines 明细的登记: what a step's body says about them, rows to add and outcomes to write on rows that stand.
import type { Fields, Lines, Matter, Step } from '@houqin/define'
import { badInput, checkInput, isId, parseLines } from '@houqin/fields'
import type { Given } from '@houqin/fields'
import type { FieldIssue } from '@houqin/problem'

export interface LineChanges {
  readonly added: Readonly<Record<string, readonly Given[]>>
  readonly settled: Readonly<Record<string, readonly SettledLine[]>>
}
export interface SettledLine {
  readonly id: string
  readonly values: Given
}

/** A row with an `id` is settled in the columns the step names, one without is added. @throws Problem bad-input. */
export function readLineChanges(matter: Matter, { given, adds, settles = {} }: {
  given: unknown
  adds: readonly string[]
  settles?: NonNullable<Step['settles']>
}): LineChanges {
  const sets = Object.fromEntries(Object.keys(matter.lines).filter((set) => adds.includes(set)).map((set) => [set, addable(matter, set)]))
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return { added: parseLines(sets, given), settled: {} }
  const toAdd: Record<string, unknown> = {}
  const settled: Record<string, readonly SettledLine[]> = {}
  const issues: FieldIssue[] = []
  for (const [set, rows] of Object.entries(given)) {
    const columns = Object.hasOwn(settles, set) ? settles[set] : undefined
    const standing: unknown[] = columns && Array.isArray(rows) ? rows.filter(hasId) : []
    if (columns && Array.isArray(rows) && standing.length > 0) {
      const read = readSettled({ fields: only(matter.lines[set]?.fields ?? {}, columns), rows: standing, placeOf: (row) => `lines.${set}[${rows.indexOf(row)}]` })
      issues.push(...read.issues)
      settled[set] = read.lines
    }
    const fresh: unknown = Array.isArray(rows) && standing.length > 0 ? rows.filter((row) => !standing.includes(row)) : rows
    if (!Array.isArray(fresh) || fresh.length > 0 || standing.length === 0) toAdd[set] = fresh
  }
  if (issues.length > 0) throw badInput(issues)
  return { added: parseLines(sets, toAdd), settled }
}

/** What changes write, row by row, as the form of a row: for whoever looks after the references in it. */
export function writtenRows(matter: Matter, { added, settled }: LineChanges): readonly { readonly fields: Fields; readonly values: Given; readonly at: string }[] {
  const each = (set: string, rows: readonly Given[]) => rows.map((values, index) => ({ fields: matter.lines[set]?.fields ?? {}, values, at: `lines.${set}[${index}]` }))
  return [
    ...Object.entries(added).flatMap(([set, rows]) => each(set, rows)),
    ...Object.entries(settled).flatMap(([set, rows]) => each(set, rows.map(({ values }) => values))),
  ]
}

/** @param placeOf where a row stands among all that were sent. */
function readSettled({ fields, rows, placeOf }: { fields: Fields; rows: readonly unknown[]; placeOf: (row: unknown) => string }): { lines: SettledLine[]; issues: FieldIssue[] } {
  const issues: FieldIssue[] = []
  const lines = rows.filter(hasId).map((row) => {
    const { id, ...values } = row
    const checked = checkInput(fields, values, { at: placeOf(row), partial: true })
    issues.push(...checked.issues)
    return { id: id.toLowerCase(), values: checked.values }
  })
  return { lines, issues }
}
/** A set as rows are added to it: an outcome is written by the step that settles it, not by whoever adds the row. */
export function addable(matter: Matter, set: string): Lines {
  const declared = matter.lines[set]
  if (!declared) throw new Error(`${matter.id} has no lines ${set}`)
  const later = new Set(Object.values(matter.steps).flatMap(({ settles = {} }) => (Object.hasOwn(settles, set) ? (settles[set] ?? []) : [])))
  return { ...declared, fields: Object.fromEntries(Object.entries(declared.fields).filter(([key]) => !later.has(key))) }
}
function hasId(row: unknown): row is { readonly id: string } {
  return typeof row === 'object' && row !== null && 'id' in row && typeof row.id === 'string' && isId(row.id)
}
function only(fields: Fields, columns: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => columns.includes(key)))
}
