// A report 统计: a named query whose every figure opens to the rows it was counted from.
import type { Query, SqlTag } from './query.ts'
import type { Register } from './register.ts'
import type { Role } from './role.ts'

export interface ReportColumn {
  readonly title: string
  readonly kind: 'text' | 'int' | 'decimal' | 'percent' | 'duration'
  readonly unit?: string
}
export interface ReportPeriod {
  readonly from: Date
  readonly to: Date
}
/**
 * Which rows the reader may see: compiled from his grants, applied inside the query. A figure added up from a register
 * that fewer may read than the report names that register: `scope.site('site', certificate)`.
 */
export interface ReportScope {
  readonly organ: (column: string, of?: Register) => Query<boolean>
  readonly site: (column: string, of?: Register) => Query<boolean>
}
export type ReportCell = string | number | null
export interface Report<Id extends string = string> {
  readonly noun: 'report'
  readonly id: Id
  readonly title: string
  readonly read: readonly Role[]
  readonly columns: Readonly<Record<string, ReportColumn>>
  readonly query: (period: ReportPeriod, scope: ReportScope, sql: SqlTag) => Query<Record<string, ReportCell>>
  /** The list that a row's figure opens: a path of the console, filtered. */
  readonly opens: (row: Record<string, ReportCell>, column: string, period: ReportPeriod) => string
}
export function defineReport<const Id extends `${string}.${string}`, const C extends Readonly<Record<string, ReportColumn>>>(
  id: Id,
  declaration: {
    title: string
    read: readonly Role[]
    columns: C
    query: (period: ReportPeriod, scope: ReportScope, sql: SqlTag) => Query<{ [K in keyof NoInfer<C>]: ReportCell }>
    opens: (row: { [K in keyof NoInfer<C>]: ReportCell }, column: keyof NoInfer<C> & string, period: ReportPeriod) => string
  },
): Report<Id> {
  return Object.freeze({
    noun: 'report',
    id,
    title: declaration.title,
    read: declaration.read,
    columns: declaration.columns,
    query: declaration.query,
    opens: declaration.opens as unknown as Report['opens'],
  })
}
