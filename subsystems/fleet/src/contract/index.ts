// Fleet 公务用车: the cars of the organs, the terminals in them, who drives them, where they may be and when they stand still.
import { defineSubsystem } from '@houqin/define'
import { driver } from './driver.ts'
import { fence } from './fence.ts'
import { immobilisation } from './immobilisation.ts'
import { confidentialKeeper, fleetOfficer } from './roles.ts'
import { terminal } from './terminal.ts'
import { vehicle } from './vehicle.ts'

export { driver } from './driver.ts'
export type { Driver } from './driver.ts'
export { fence } from './fence.ts'
export type { Fence } from './fence.ts'
export { immobilisation } from './immobilisation.ts'
export type { Immobilisation } from './immobilisation.ts'
export { confidentialKeeper, fleetOfficer } from './roles.ts'
export { dialects, terminal } from './terminal.ts'
export type { Terminal } from './terminal.ts'
export { energies, vehicle, vehicleGrades, vehicleKinds, vehicleStandings, vehicleUses } from './vehicle.ts'
export type { Vehicle, VehicleGrade, VehicleUse } from './vehicle.ts'

export const fleet = defineSubsystem('fleet', '公务用车', {
  roles: { fleetOfficer, confidentialKeeper },
  registers: { vehicle, terminal, driver, fence, immobilisation },
})
