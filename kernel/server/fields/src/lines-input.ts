// 明细的输入: rows of lines as they come in with their parent, by the name of their set.
import type { LineSets } from '@houqin/define'
import { say } from '@houqin/problem'
import type { FieldIssue } from '@houqin/problem'
import { badInput, checkInput } from './input-schema.ts'
import type { Given } from './input-schema.ts'

/** More than a person can check is no form any more. */
const mostLines = 500

/** Only the sets that were given, each in its order. @throws Problem `bad-input` naming the line, as `lines.materials[2].amount`. */
export function parseLines(sets: LineSets, value: unknown, { at = 'lines' }: { at?: string } = {}): Readonly<Record<string, readonly Given[]>> {
  if (value === undefined || value === null) return {}
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw badInput([{ at, says: say('明细应为一个对象 { 明细名: [行] }', 'Lines must be an object { set: [row] }') }])
  }
  const issues: FieldIssue[] = []
  const read: Record<string, readonly Given[]> = {}
  for (const [set, rows] of Object.entries(value)) {
    const here = `${at}.${set.slice(0, 60)}`
    const declared = Object.hasOwn(sets, set) ? sets[set] : undefined
    if (!declared) {
      const known = Object.keys(sets).join('、') || '无'
      issues.push({ at: here, says: say(`没有“${set.slice(0, 60)}”这种明细，可填：${known}`, `There are no lines “${set.slice(0, 60)}”; known are: ${Object.keys(sets).join(', ') || 'none'}`) })
    } else if (!Array.isArray(rows)) {
      issues.push({ at: here, says: say(`“${declared.title}”应为行的列表`, `“${set}” must be a list of rows`) })
    } else if (rows.length > mostLines) {
      issues.push({ at: here, says: say(`“${declared.title}”最多 ${mostLines} 行，给了 ${rows.length} 行`, `“${set}” may have ${mostLines} rows, not ${rows.length}`) })
    } else {
      const checked = rows.map((row: unknown, index) => checkInput(declared.fields, row, { at: `${here}[${index}]` }))
      issues.push(...checked.flatMap((one) => one.issues))
      read[set] = checked.map((one) => one.values)
    }
  }
  if (issues.length > 0) throw badInput(issues)
  return read
}
