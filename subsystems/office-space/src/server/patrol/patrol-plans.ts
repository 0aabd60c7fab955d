// Plans of patrols of rooms 用房巡查计划: a building comes round by the calendar, and its patrol is there on the day.
import { systemActor } from '@houqin/access'
import { workingCalendar } from '@houqin/calendar'
import { ref } from '@houqin/define'
import type { System } from '@houqin/http'
import { bureauLeader } from '@houqin/people'
import { building, placesOfficer, steward } from '@houqin/places'
import type { PlanDesk } from '@houqin/plans'
import { say } from '@houqin/problem'
import { roomPatrol } from '../../contract/index.ts'

export const patrolPlanPath = '/api/office-space/plans'
export function patrolPlans(system: System): PlanDesk {
  return {
    system, calendar: workingCalendar(),
    kinds: [{
      id: roomPatrol.id, title: say('用房巡查', 'Patrols of rooms'), write: [placesOfficer, steward], read: [bureauLeader], ahead: 0, input: { building: ref('楼栋', building) },
      make: async (tx, { day, site, input }) => (await system.matters.start(tx, systemActor, roomPatrol, { input: { site, building: input['building'], day } })).number,
    }],
  }
}
