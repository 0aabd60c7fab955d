// A report 统计: a named query whose every figure opens to the rows it was counted from.
import type { Query, SqlTag } from './query.ts'
import type { Register } from './register.ts'
import type { Role } from './role.ts'

export interface ReportColumn {
  readonly title: string
  /** `name`: words that open, as figures do. */
  readonly kind: 'text' | 'name' | 'int' | 'decimal' | 'mean' | 'percent' | 'duration' // of a mean, as of a median or so much per head, no rows are added up
  readonly unit?: string
}
export type ReportPeriod = Readonly<Record<'from' | 'to', Date>>
/**
 * Which rows the reader may see: compiled from his grants, applied inside the query. A figure added up from a register
 * that fewer may read than the report names that register: `scope.site('site', certificate)`.
 */
export interface ReportScope {
  readonly organ: (column: string, of?: Register) => Query<boolean>
  readonly site: (column: string, of?: Register) => Query<boolean>
}
export type ReportCell = string | number | null
/** What the house is measured by: 安全、规范、高效、满意. */
export type Goal = 'safe' | 'orderly' | 'efficient' | 'satisfied'
export interface Report<Id extends string = string> {
  readonly noun: 'report'
  readonly id: Id
  readonly title: string
  readonly read: readonly Role[]
  readonly columns: Readonly<Record<string, ReportColumn>>
  readonly query: (period: ReportPeriod, scope: ReportScope, sql: SqlTag) => Query<Record<string, ReportCell>>
  /** The list that a row's figure opens: a path of the console, filtered. */
  readonly opens: (row: Record<string, ReportCell>, column: string, period: ReportPeriod) => string
  /** A ledger as it stands: `day` at the end of the period, which is then one day; `now` whatever the period. */
  readonly asOf?: 'day' | 'now'
  /** A sentence of the work report 工作报告, with columns of its one row in braces; the number is the claim's. */
  readonly claim?: { readonly number: number; readonly says: string }
  /** A share of one of the four figures: of its one row's `all`, `good` are as they should be; `formula` says which. */
  readonly goal?: { readonly of: Goal; readonly formula: string }
}
export function defineReport<const Id extends `${string}.${string}`, const C extends Readonly<Record<string, ReportColumn>>>(
  id: Id,
  declaration: {
    title: string
    read: readonly Role[]
    columns: C
    query: (period: ReportPeriod, scope: ReportScope, sql: SqlTag) => Query<{ [K in keyof NoInfer<C>]: ReportCell }>
    opens: (row: { [K in keyof NoInfer<C>]: ReportCell }, column: keyof NoInfer<C> & string, period: ReportPeriod) => string
  } & Pick<Report, 'asOf' | 'claim' | 'goal'>,
): Report<Id> {
  return Object.freeze({ ...declaration, noun: 'report', id, opens: declaration.opens as unknown as Report['opens'] })
}
