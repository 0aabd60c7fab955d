// Of a period 本期: the same days for a query and for the list that its figure opens.
import { listDay } from '@houqin/define'
import type { Query, ReportPeriod, SqlTag } from '@houqin/define'

type Filters = Readonly<Record<string, string>>
export const openedIn = ({ from, to }: ReportPeriod): Filters => ({ 'where.openedAt.gte': from.toISOString(), 'where.openedAt.lt': to.toISOString() })
export const closedIn = ({ from, to }: ReportPeriod): Filters => ({ 'where.closedAt.gte': from.toISOString(), 'where.closedAt.lt': to.toISOString() })

/** That a day lies in the period. @param column of a date. */
export function onDays({ from, to }: ReportPeriod, column: string, sql: SqlTag): Query<boolean> {
  const day = sql.ref(column)
  return sql<boolean>`(${day} >= (${from}::timestamptz at time zone 'Asia/Shanghai')::date and ${day} < (${to}::timestamptz at time zone 'Asia/Shanghai')::date)`
}
export const daysIn = ({ from, to }: ReportPeriod, field: string): Filters => ({ [`where.${field}.gte`]: listDay(from), [`where.${field}.lt`]: listDay(to) })
