// The plans of places 周期计划: patrols and duties, made by the clock, kept by the officer and the stewards.
import { workingCalendar } from '@houqin/calendar'
import type { System } from '@houqin/http'
import type { PlanDesk } from '@houqin/plans'
import { dutyPlans } from './duty-roster.ts'
import { patrolPlans } from './patrol.ts'

export const calendar = workingCalendar()
export const planPath = '/api/places/plans'
export function planDesk(system: System): PlanDesk {
  return { system, calendar, kinds: [patrolPlans(system), dutyPlans(system)] }
}
