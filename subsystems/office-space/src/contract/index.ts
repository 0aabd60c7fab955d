// Office space 办公用房: who sits where, what each organ and person has and may have, and how it is put right.
import { defineSubsystem } from '@houqin/define'
import { allotment } from './allotment.ts'
import { census } from './census/census.ts'
import { drawingTolerance } from './drawing-tolerance.ts'
import { floorPlan } from './floor-plan.ts'
import { redress } from './redress.ts'
import { officeByRank } from './reports/office-by-rank.ts'
import { roomsByOrgan } from './reports/rooms-by-organ.ts'
import { roomRequest } from './request/room-request.ts'
import { roomState } from './request/room-state.ts'
import { areaByRank } from './standards/area-by-rank.ts'
import { oneOffice } from './standards/one-office.ts'
import { organArea } from './standards/organ-area.ts'
import { vacatedInTime } from './standards/vacated-in-time.ts'

export { allotment, allotmentKinds } from './allotment.ts'
export type { Allotment } from './allotment.ts'
export { census } from './census/census.ts'
export type { CensusFinding, CensusFloor, CensusPerson, CensusRoom, CensusSheet, RoomSeen } from './census/census-sheet.ts'
export { entitlementOf } from './entitlement.ts'
export type { Entitlement, EntitlementFigures, OrganSize } from './entitlement.ts'
export { divided, shared } from './exact-area.ts'
export { personSeats } from './occupancy.ts'
export type { OfficeSeat, PersonSeats } from './occupancy.ts'
export { drawingTolerance } from './drawing-tolerance.ts'
export type { DrawingTolerance } from './drawing-tolerance.ts'
export { floorPlan } from './floor-plan.ts'
export type { FloorPlan } from './floor-plan.ts'
export { redress, redressWays } from './redress.ts'
export { officeByRank } from './reports/office-by-rank.ts'
export { roomsByOrgan } from './reports/rooms-by-organ.ts'
export { configureWays, disposalWays, requestKinds, roomRequest } from './request/room-request.ts'
export type { ConfigureWay, RequestKind } from './request/room-request.ts'
export { roomState, roomStates } from './request/room-state.ts'
export type { RoomState } from './request/room-state.ts'
export { areaByRank } from './standards/area-by-rank.ts'
export { oneOffice } from './standards/one-office.ts'
export { organArea } from './standards/organ-area.ts'
export { vacatedInTime } from './standards/vacated-in-time.ts'

export const officeSpace = defineSubsystem('office-space', '办公用房', {
  registers: { allotment, floorPlan, drawingTolerance, roomState },
  matters: { redress, census, roomRequest },
  standards: { areaByRank, organArea, oneOffice, vacatedInTime },
  reports: { roomsByOrgan, officeByRank },
})
