// Places 场所: sites, certificates, buildings, floors, rooms and grounds, and who answers for them.
import { defineSubsystem } from '@houqin/define'
import { building, floor } from './building.ts'
import { certificate } from './certificate.ts'
import { duty, handover } from './duty.ts'
import { dutyGroup, dutySwap } from './duty-roster.ts'
import { leaseRenewal } from './lease-renewal.ts'
import { outdoorArea } from './outdoor-area.ts'
import { patrol, patrolRoute } from './patrol.ts'
import { areaTotal, buildingsManaged, patrolsWalked, sitesKept, sitesTotal } from './reports/claims.ts'
import { premises } from './reports/premises.ts'
import { placesOfficer, steward } from './roles.ts'
import { room } from './room.ts'
import { roomTemperature } from './room-temperature.ts'
import { site } from './site.ts'
import { leaseInForce } from './standards/lease-in-force.ts'
import { roomTemperatureLimits } from './standards/room-temperature-limits.ts'
import { seat, stewardship } from './stewardship.ts'

export { building, floor } from './building.ts'
export type { Building, Floor } from './building.ts'
export { certificate } from './certificate.ts'
export type { Certificate } from './certificate.ts'
export { duty, dutyParts, handover, shifts } from './duty.ts'
export type { Duty, Handover } from './duty.ts'
export { dutyGroup, dutySwap } from './duty-roster.ts'
export type { DutyGroup } from './duty-roster.ts'
export { leaseRenewal } from './lease-renewal.ts'
export { outdoorArea } from './outdoor-area.ts'
export type { OutdoorArea } from './outdoor-area.ts'
export { patrol, patrolRoute } from './patrol.ts'
export type { PatrolRoute } from './patrol.ts'
export { placesOfficer, steward } from './roles.ts'
export { premises } from './reports/premises.ts'
export { room, roomPurposes, roomUses } from './room.ts'
export type { Room, RoomPurpose, RoomUse } from './room.ts'
export { roomTemperature } from './room-temperature.ts'
export { site, siteKinds } from './site.ts'
export type { Site, SiteKind } from './site.ts'
export { alarmActions, patrolFault, placesDay } from './slots.ts'
export { leaseInForce } from './standards/lease-in-force.ts'
export { airModes, roomTemperatureLimits } from './standards/room-temperature-limits.ts'
export type { AirMode, RoomTemperature } from './standards/room-temperature-limits.ts'
export { seat, stewardship } from './stewardship.ts'
export type { Seat, Stewardship } from './stewardship.ts'
export { views } from './views.ts'
export type { OrganSeat, Whereabouts } from './views.ts'

export const places = defineSubsystem('places', '场所', {
  roles: { steward, placesOfficer },
  registers: { site, certificate, building, floor, room, outdoorArea, stewardship, seat, duty, dutyGroup, handover, patrolRoute },
  matters: { leaseRenewal, dutySwap, patrol },
  standards: { roomTemperatureLimits, leaseInForce },
  signals: { roomTemperature },
  reports: { premises, sitesKept, buildingsManaged, patrolsWalked, sitesTotal, areaTotal },
})
