// Matters grouped by how near their deadline is: overdue, today, later, without one.
import type { MatterSummary } from '@houqin/wire'
import { dayOf } from '../format/when.ts'

export type Nearness = 'overdue' | 'today' | 'later' | 'none'
export const nearnesses: readonly Nearness[] = Object.freeze(['overdue', 'today', 'later', 'none'])

export function byDeadline<M extends Pick<MatterSummary, 'dueAt' | 'overdue'>>(matters: readonly M[], now: Date): Readonly<Record<Nearness, readonly M[]>> {
  const groups: Record<Nearness, M[]> = { overdue: [], today: [], later: [], none: [] }
  for (const matter of matters) groups[nearnessOf(matter, now)].push(matter)
  for (const group of Object.values(groups)) group.sort((a, b) => (a.dueAt ?? '').localeCompare(b.dueAt ?? ''))
  return groups
}
function nearnessOf({ dueAt, overdue }: Pick<MatterSummary, 'dueAt' | 'overdue'>, now: Date): Nearness {
  if (dueAt === null) return 'none'
  if (overdue || new Date(dueAt) < now) return 'overdue'
  return dayOf(dueAt) === dayOf(now) ? 'today' : 'later'
}
