// The desk 办事台: everything the engine of matters works with, handed from function to function.
import type { WorkingCalendar } from '@houqin/calendar'
import type { Clock } from '@houqin/clock'
import type { Catalogue } from '@houqin/define'
import type { Registers } from '@houqin/registers'
import type { Standards } from '@houqin/standards'
import type { Effect, Effects } from './effects.ts'

export interface Desk {
  readonly catalogue: Catalogue
  readonly clock: Clock
  readonly calendar: WorkingCalendar
  readonly registers: Registers
  readonly standards: Standards
  readonly effects: readonly Effects[]
}

/** What follows from `step` of a matter, in the order the subsystems are listed. */
export function effectsOf(desk: Desk, kind: string, step: string): readonly Effect[] {
  return desk.effects.flatMap(({ matter, on }) => (matter === kind && on[step] ? [on[step]] : []))
}
