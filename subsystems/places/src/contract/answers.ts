// What the routes of places answer 接口的回答, for server and console alike. Days are YYYY-MM-DD.
import type { DueRow, MatterSummary, WireAlarm } from '@houqin/wire'
import type { Duty } from './duty.ts'

export interface Named {
  readonly id: string
  readonly name: string
}
/** Somebody on duty; the phone is the office's, private numbers are not on the roster. */
export interface Watch {
  readonly id: string
  readonly person: Named
  readonly phone: string | null
  readonly shift: Duty['shift']
  readonly part: Duty['part']
}
/** `GET /api/places/duty-board`. */
export interface DutyBoard {
  readonly site: Named & { readonly phone: string | null }
  readonly now: readonly Watch[]
  readonly days: readonly { readonly day: string; readonly working: boolean; readonly note: string | null; readonly watches: readonly Watch[] }[]
}
/** `GET /api/totals`; null for what the reader may not see. */
export interface Totals {
  readonly sites: number | null
  readonly organs: number | null
  /** ㎡, an exact decimal string. */
  readonly area: string | null
  readonly opens: Readonly<Record<'sites' | 'organs' | 'area', string>>
}
/** Who is on duty at a site on a day. */
export interface OnDuty {
  readonly person: Named
  readonly shift: Duty['shift']
  readonly part: Duty['part']
  readonly note: string | null
}
/** A note handed over to who comes next. */
export interface HandedOver {
  /** ISO 8601. */
  readonly at: string
  readonly by: string
  readonly note: string
  readonly pending: string | null
}
/** `GET /api/places/steward-day`. @template At a moment: a `Date` before it is written out, text afterwards. @template M an open matter as its list shows it. */
export interface StewardDay<At = string, M = MatterSummary> {
  readonly site: Named
  readonly day: string
  readonly stewards: readonly Named[]
  readonly onDuty: readonly OnDuty[]
  /** Open matters of every kind the reader may see, those due first at the top. */
  readonly matters: readonly M[]
  readonly overdue: number
  readonly alarms: readonly WireAlarm<At>[]
  /** What ends here, as the due list says it. */
  readonly expiring: readonly Pick<DueRow, 'register' | 'row' | 'day' | 'says'>[]
  readonly handovers: readonly HandedOver[]
  /** A hand-over note written from what the day holds. */
  readonly draft: string
}
