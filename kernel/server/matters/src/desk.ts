// The desk 办事台: everything the engine of matters works with, handed from function to function.
import type { WorkingCalendar } from '@houqin/calendar'
import type { Clock } from '@houqin/clock'
import type { Tx } from '@houqin/db'
import type { Catalogue, Matter } from '@houqin/define'
import type { Given } from '@houqin/fields'
import type { Standards } from '@houqin/standards'
import type { Caller } from './caller.ts'

export interface Desk {
  readonly catalogue: Catalogue
  readonly clock: Clock
  readonly calendar: WorkingCalendar
  readonly standards: Standards
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
}
