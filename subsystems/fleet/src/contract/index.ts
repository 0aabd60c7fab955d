// Fleet 公务用车: the cars of the organs, the terminals in them, who drives them, where they may be and when they stand still.
import { defineSubsystem } from '@houqin/define'
import { driver } from './driver.ts'
import { fence } from './fence.ts'
import { immobilisation } from './immobilisation.ts'
import { inquiry } from './inquiry.ts'
import { trackReckoning } from './meaning/track-reckoning.ts'
import { movement } from './movement.ts'
import { confidentialKeeper, fleetOfficer } from './roles.ts'
import { immobilisedStandsStill } from './standards/immobilised-stands-still.ts'
import { terminal } from './terminal.ts'
import { terminalAlarms } from './terminal-alarms.ts'
import { vehicle } from './vehicle.ts'

export { driver } from './driver.ts'
export type { Driver } from './driver.ts'
export { fence } from './fence.ts'
export type { Fence } from './fence.ts'
export { immobilisation } from './immobilisation.ts'
export type { Immobilisation } from './immobilisation.ts'
export { inquiry } from './inquiry.ts'
export { trackReckoning } from './meaning/track-reckoning.ts'
export { movement } from './movement.ts'
export { confidentialKeeper, fleetOfficer } from './roles.ts'
export { immobilisedStandsStill } from './standards/immobilised-stands-still.ts'
export type { SeenOnTheRoad } from './standards/immobilised-stands-still.ts'
export { dialects, terminal } from './terminal.ts'
export type { Terminal } from './terminal.ts'
export { terminalAlarms } from './terminal-alarms.ts'
export { energies, vehicle, vehicleGrades, vehicleKinds, vehicleStandings, vehicleUses } from './vehicle.ts'
export type { Vehicle, VehicleGrade, VehicleUse } from './vehicle.ts'

export const fleet = defineSubsystem('fleet', '公务用车', {
  roles: { fleetOfficer, confidentialKeeper },
  registers: { vehicle, terminal, driver, fence, immobilisation },
  matters: { inquiry },
  standards: { immobilisedStandsStill, trackReckoning },
  signals: { movement, terminalAlarms },
})
