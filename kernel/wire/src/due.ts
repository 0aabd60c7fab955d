// What ends 到期: leases, licences, terms that run out, and whose they are to see to.
import type { Ref } from './values.ts'

export interface DueRow {
  readonly id: string
  readonly register: string
  readonly title: string
  readonly row: Ref
  readonly field: string
  readonly label: string
  /** The last day on which it holds, YYYY-MM-DD. */
  readonly day: string
  /** Negative when the day is past. */
  readonly daysLeft: number
  readonly says: string
  readonly state: 'lapsed' | 'coming' | 'snoozed' | 'acknowledged'
  readonly aside: { readonly until: string | null; readonly reason: string; readonly by: string; readonly at: string } | null
  readonly organ: Ref | null
  readonly site: Ref | null
  /** Whose it is to see to: those who may write the row, and the roles by which they may. */
  readonly responsible: readonly Ref[]
  readonly roles: readonly string[]
  /** The matter that renews it, and the form's field that takes the row. */
  readonly renew: { readonly matter: string; readonly title: string; readonly field: string } | null
  /** The reader may put it aside, or change the row. */
  readonly mayWrite: boolean
}
export interface DueAnswer {
  readonly rows: readonly DueRow[]
  readonly next: string | null
  readonly total: number
  /** Of the total, how many have ended. */
  readonly lapsed: number
  /** Every register that has some of them, whichever was asked for, and the one that was. */
  readonly registers: readonly { readonly register: string; readonly title: string; readonly count: number }[]
}
