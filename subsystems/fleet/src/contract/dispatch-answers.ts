// What the routes of dispatching answer 派车的回答, for server and console alike. `At` is an instant, a Date in the house and ISO 8601 on the wire.
import type { Driver } from './driver.ts'
import type { UsePurpose } from './office/use.ts'
import type { Vehicle, VehicleUse } from './vehicle.ts'

interface Named {
  readonly id: string
  readonly name: string
}

/** Which car and which driver are held from when to when, by what. */
export interface Slip<At> {
  readonly matter: string
  readonly number: string
  /** `fleet.use` or another matter by which a car is sent out. */
  readonly kind: string
  readonly state: string
  readonly vehicle: string
  /** Null where a car is held for a duty whoever drives. */
  readonly driver: string | null
  readonly driverName: string
  readonly whence: string
  readonly whither: string
  readonly why: string
  /** As it was planned. */
  readonly from: At
  readonly to: At
  /** As it was driven; null until then. */
  readonly leftAt: At | null
  readonly cameAt: At | null
  /** Out past its plan and not back: car and driver are held until then, and again as long as it is out. Null else. */
  readonly lateUntil: At | null
}
export interface BoardCar {
  readonly id: string
  readonly plate: string
  readonly brand: string
  readonly seats: number
  readonly use: VehicleUse
  readonly kind: Vehicle['kind']
  readonly energy: Vehicle['energy']
  readonly organName: string
  readonly shared: boolean
  /** In the reader's language; empty when it may go that day. So with a driver. */
  readonly against: readonly string[]
}
export interface BoardDriver {
  readonly id: string
  readonly person: string
  readonly name: string
  readonly licenceClass: Driver['licenceClass']
  readonly against: readonly string[]
}
export interface BoardSlip<At> extends Slip<At> {
  readonly version: number
  readonly passengers: number
}
/** Approved and without a car. */
export interface WaitingUse<At> {
  readonly number: string
  readonly version: number
  readonly whence: string
  readonly whither: string
  readonly why: string
  readonly purpose: UsePurpose
  readonly passengers: number
  readonly leavesAt: At
  readonly returnsAt: At
  readonly asker: string
  readonly organ: string | null
  readonly dueAt: At | null
}
/** `GET /api/fleet/dispatch-board`. */
export interface DispatchBoard<At> {
  /** YYYY-MM-DD in Shanghai. */
  readonly day: string
  readonly cars: readonly BoardCar[]
  readonly drivers: readonly BoardDriver[]
  readonly slips: readonly BoardSlip<At>[]
  /** On whatever day; the earliest first. */
  readonly waiting: readonly WaitingUse<At>[]
}
/** `GET /api/fleet/uses/{number}/proposals`. */
export interface Proposals {
  /** At most twenty, each with the driver who suits best. */
  readonly cars: readonly { readonly vehicle: Named; readonly driver: Named; readonly reasons: readonly string[] }[]
  /** Free drivers, whichever car is taken; the licence tells which. */
  readonly drivers: readonly (Named & { readonly licenceClass: string })[]
  readonly pools: readonly { readonly number: string; readonly plate: string; readonly driver: string; readonly reasons: readonly string[] }[]
  /** Why renting is all that is left; null while a car is free. */
  readonly hire: string | null
  /** Cars it might have been, with what is against each. */
  readonly not: readonly { readonly vehicle: Named; readonly against: readonly string[] }[]
}
/** `GET /api/fleet/uses/{number}/journey`. */
export interface Journey {
  /** km, as registered last; null before a car is sent. */
  readonly odometer: number | null
  readonly seats: number | null
  readonly riders: readonly { readonly number: string; readonly asker: string; readonly whence: string; readonly whither: string; readonly passengers: number }[]
}
