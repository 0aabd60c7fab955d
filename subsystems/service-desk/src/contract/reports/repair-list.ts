// The list of repairs that a figure opens 统计数字打开的报修清单.
import type { ReportPeriod } from '@houqin/define'
import { repair } from '../repair.ts'

/** @param filters further filters of the list, as `name=value`; a null value leaves its filter out. */
export function repairList(period: ReportPeriod, filters: Readonly<Record<string, string | null>> = {}): string {
  const query = new URLSearchParams({
    'where.openedAt.gte': period.from.toISOString(),
    'where.openedAt.lt': period.to.toISOString(),
  })
  for (const [name, value] of Object.entries(filters)) if (value !== null) query.set(name, value)
  return `/matters/${repair.id}?${query.toString()}`
}
