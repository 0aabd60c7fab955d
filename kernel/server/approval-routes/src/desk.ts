// What every part of approvals works with.
import type { WorkingCalendar } from '@houqin/calendar'
import type { Clock } from '@houqin/clock'
import type { Catalogue } from '@houqin/define'

export interface Desk {
  readonly catalogue: Catalogue
  readonly clock: Clock
  readonly calendar: WorkingCalendar
  readonly departed?: Departed | undefined
}
/** The choice of the register of persons that says who has gone: transferred, retired. */
export interface Departed {
  readonly field: string
  readonly values: readonly string[]
}
