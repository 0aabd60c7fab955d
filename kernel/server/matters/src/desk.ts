// The desk 办事台: everything the engine of matters works with, handed from function to function.
import type { WorkingCalendar } from '@houqin/calendar'
import type { Tx } from '@houqin/db'
import type { Matter } from '@houqin/define'
import type { Given } from '@houqin/fields'
import type { Approvals, Caller, StoredMatter, View } from '@houqin/matter-records'
import type { Standards } from '@houqin/standards'
import type { Pending } from './pending.ts'

export interface Desk extends View {
  readonly calendar: WorkingCalendar
  readonly standards: Standards
  /** Absent in a house that declares no route. */
  readonly approvals?: Approvals
  /** Runs the effects of a deed, last in its transaction. */
  readonly follow: (tx: Tx, deed: Deed) => Promise<void>
}

/** A step taken, `start` or `overdue`, as effects are told of it. */
export interface Deed {
  readonly caller: Caller
  readonly matter: Matter
  readonly id: string
  readonly step: string
  readonly input: Given
  readonly comment: string | null
  /** The state it stood in before. */
  readonly from: string
  /** The matter as the deed has left it, where that is known without reading it again. */
  readonly left?: StoredMatter
  /** What the deed is about to write, to which effects may add. */
  readonly pending?: Pending
}
