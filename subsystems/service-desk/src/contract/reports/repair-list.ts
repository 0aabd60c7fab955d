// The list of repairs that a figure opens 统计数字打开的报修清单.
import { listPath } from '@houqin/define'
import type { ReportPeriod } from '@houqin/define'
import { repair } from '../repair.ts'

/** What the reports count: not what was merged into another or withdrawn. */
const counted = Object.keys(repair.states).filter((state) => state !== 'merged' && state !== 'withdrawn')

/** @param filters further filters of the list; a null value leaves its filter out. */
export function repairList(period: ReportPeriod, filters: Readonly<Record<string, string | null>> = {}): string {
  const within = { 'where.openedAt.gte': period.from.toISOString(), 'where.openedAt.lt': period.to.toISOString() }
  return listPath(repair, { ...within, 'where.state.in': counted.join(','), ...filters })
}
