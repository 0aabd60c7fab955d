// Plans 周期计划: what recurs by which rule, what its last days became, and whose the next are.
import type { Ref } from './values.ts'

export interface PlanRule {
  readonly every: 'day' | 'week' | 'month' | 'working-day'
  /** Every so many days, weeks or months, counted from the first day. */
  readonly interval: number
  /** Of a week: 1 for Monday to 7 for Sunday. */
  readonly weekdays?: readonly number[] | undefined
  /** Of a month: a day, which in a shorter month is its last one; the last day; the last working day. */
  readonly on?: number | 'last' | 'last-working' | undefined
  /** What becomes of a day off: done all the same, left out, or done on the working day before or after. */
  readonly daysOff: 'keep' | 'skip' | 'before' | 'after'
}
export interface PlannedDay {
  readonly day: string
  /** Why the day is not an ordinary one: a holiday, a Saturday worked for one. */
  readonly note: string | null
  readonly working: boolean
  readonly whose: Ref | null
}
export interface DoneDay {
  readonly day: string
  readonly outcome: 'made' | 'skipped' | 'failed'
  readonly made: string | null
  readonly problem: string | null
}
/** @template V what it asks for: unknown where it is kept, ids and words where it is read. */
export interface WirePlan<V = Readonly<Record<string, string>>> {
  readonly id: string
  readonly kind: string
  readonly version: number
  readonly title: string
  readonly rule: PlanRule
  readonly starts: string
  readonly ends: string | null
  /** Days that passed while the server was down: left out, the last of them made, or each made. */
  readonly missed: 'skip' | 'once' | 'each'
  readonly site: Ref | null
  readonly input: V
  readonly state: 'in-force' | 'over' | 'stopped'
  /** Made until this day; what is changed counts from the next. */
  readonly madeUntil: string
  readonly next: readonly PlannedDay[]
  readonly done: readonly DoneDay[]
  /** Names of the rows its input points to. */
  readonly names: Readonly<Record<string, string>>
}
export interface PlanList<V = Readonly<Record<string, string>>> {
  readonly rows: readonly WirePlan<V>[]
  /** What may be planned, and how many days before it is made. */
  readonly kinds: readonly { readonly id: string; readonly title: string; readonly ahead: number }[]
}
