// Fleet 公务用车: the cars of the organs, the terminals in them, who drives them, where they may be and when they stand still.
import { defineSubsystem } from '@houqin/define'
import { driver } from './driver.ts'
import { fence } from './fence.ts'
import { immobilisation } from './immobilisation.ts'
import { inquiry } from './inquiry.ts'
import { boundsLimit, fuelDrop, fuelDropLimit, idling, idlingLimit, offHours, offHoursLimit, outOfBounds, silence, silenceLimit, speeding, speedLimit } from './meaning/limits.ts'
import { useByCar, useByOrgan } from './meaning/reports.ts'
import { trackReckoning } from './meaning/track-reckoning.ts'
import { movement } from './movement.ts'
import { card } from './office/card.ts'
import { cost } from './office/cost.ts'
import { establishment } from './office/establishment.ts'
import { rental } from './office/rental.ts'
import { shop } from './office/shop.ts'
import { use } from './office/use.ts'
import { confidentialKeeper, dutyDriver, fleetDispatcher, fleetOfficer } from './roles.ts'
import { eightYears } from './standards/eight-years.ts'
import { dispatchedFitForRoad, fitForRoad } from './standards/fit-for-road.ts'
import { immobilisedStandsStill } from './standards/immobilised-stands-still.ts'
import { dispatchedLicensed, licenceHolds } from './standards/licence-holds.ts'
import { marked } from './standards/marked.ts'
import { newEnergyShare } from './standards/new-energy-share.ts'
import { priceAndDisplacement } from './standards/price-and-displacement.ts'
import { withinEstablishment } from './standards/within-establishment.ts'
import { terminal } from './terminal.ts'
import { terminalAlarms } from './terminal-alarms.ts'
import { vehicle } from './vehicle.ts'

export { driver } from './driver.ts'
export type { Driver } from './driver.ts'
export { fence, fenceKinds } from './fence.ts'
export type { Fence } from './fence.ts'
export { immobilisation } from './immobilisation.ts'
export type { Immobilisation } from './immobilisation.ts'
export { inquiry } from './inquiry.ts'
export { boundsLimit, fuelDrop, fuelDropLimit, idling, idlingLimit, offHours, offHoursLimit, outOfBounds, silence, silenceLimit, speeding, speedLimit } from './meaning/limits.ts'
export { useByCar, useByOrgan } from './meaning/reports.ts'
export { trackReckoning } from './meaning/track-reckoning.ts'
export { movement } from './movement.ts'
export { card } from './office/card.ts'
export { cost, costKinds } from './office/cost.ts'
export { establishment } from './office/establishment.ts'
export { rental } from './office/rental.ts'
export { shop } from './office/shop.ts'
export { drives } from './office/licence.ts'
export { expenseKinds, use, usePurposes } from './office/use.ts'
export type { UseFacts, UseForm, UsePurpose } from './office/use.ts'
export { confidentialKeeper, dutyDriver, fleetDispatcher, fleetOfficer } from './roles.ts'
export { fitForRoad } from './standards/fit-for-road.ts'
export { immobilisedStandsStill } from './standards/immobilised-stands-still.ts'
export { eightYears } from './standards/eight-years.ts'
export { marked } from './standards/marked.ts'
export { newEnergyShare } from './standards/new-energy-share.ts'
export { priceAndDisplacement } from './standards/price-and-displacement.ts'
export { withinEstablishment } from './standards/within-establishment.ts'
export { licenceHolds } from './standards/licence-holds.ts'
export type { SeenOnTheRoad } from './standards/immobilised-stands-still.ts'
export { dialects, terminal } from './terminal.ts'
export type { Terminal } from './terminal.ts'
export { terminalAlarms } from './terminal-alarms.ts'
export { energies, vehicle, vehicleGrades, vehicleKinds, vehicleStandings, vehicleUses } from './vehicle.ts'
export type { Vehicle, VehicleGrade, VehicleUse } from './vehicle.ts'

export const fleet = defineSubsystem('fleet', '公务用车', {
  roles: { fleetOfficer, confidentialKeeper, fleetDispatcher, dutyDriver },
  registers: { vehicle, terminal, driver, fence, immobilisation, establishment, cost, card, shop, rental },
  matters: { inquiry, use },
  standards: {
    immobilisedStandsStill, fitForRoad, licenceHolds, priceAndDisplacement, withinEstablishment, eightYears, newEnergyShare, marked,
    trackReckoning, speedLimit, idlingLimit, offHoursLimit, boundsLimit, fuelDropLimit, silenceLimit,
  },
  signals: { movement, terminalAlarms, speeding, idling, offHours, outOfBounds, fuelDrop, silence },
  reports: { useByCar, useByOrgan },
  gates: [dispatchedFitForRoad, dispatchedLicensed],
})
