// Of a period 本期: the same span for a query and for the list that its figure opens.
import { listDay } from '@houqin/define'
import type { Query, ReportPeriod, SqlTag } from '@houqin/define'

type Filters = Readonly<Record<string, string>>
export const openedIn = ({ from, to }: ReportPeriod): Filters => ({ 'where.openedAt.gte': from.toISOString(), 'where.openedAt.lt': to.toISOString() })
export const closedIn = ({ from, to }: ReportPeriod): Filters => ({ 'where.closedAt.gte': from.toISOString(), 'where.closedAt.lt': to.toISOString() })
export const daysIn = ({ from, to }: ReportPeriod, field: string): Filters => ({ [`where.${field}.gte`]: listDay(from), [`where.${field}.lt`]: listDay(to) })

/** The first day of the period, and the first that is past it. */
export function firstDay({ from }: ReportPeriod, sql: SqlTag): Query<string> {
  return sql<string>`(${from}::timestamptz at time zone 'Asia/Shanghai')::date`
}
export function dayPast({ to }: ReportPeriod, sql: SqlTag): Query<string> {
  return sql<string>`(${to}::timestamptz at time zone 'Asia/Shanghai')::date`
}
/** The day at the end of the period, for ledgers that are dated. */
export const lastDay = ({ to }: ReportPeriod): string => listDay(new Date(to.getTime() - 1))
