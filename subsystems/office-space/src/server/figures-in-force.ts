// Whether there are figures to reckon areas with 施行中的面积标准 on the day that is asked for.
import { Problem, say } from '@houqin/problem'
import { organArea } from '../contract/index.ts'

/** A day before the standard, or between two of its versions, has nothing to reckon with. @param at the field that names the day. @throws Problem bad-input. */
export function requireFigures(figures: Readonly<Record<string, unknown>>, { day, at }: { day: string; at: string }): void {
  // reading a figure that is missing would throw; only those that stand are listed
  const standing = new Set(Object.keys(figures))
  const known = (value: unknown): boolean => (typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : value !== undefined)
  if (Object.keys(organArea.parameters).every((name) => standing.has(name) && known(figures[name]))) return
  const says = say(`${day} 没有施行中的核定面积标准，请换一个日期。`, `No standard of areas was in force on ${day}; take another day.`)
  throw new Problem('bad-input', says, { issues: [{ at, says }] })
}
