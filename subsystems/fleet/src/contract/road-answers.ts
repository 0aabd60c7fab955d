// What the routes of the road answer 位置、轨迹与围栏的回答, for server and console alike. Degrees are WGS-84, speeds km/h, days YYYY-MM-DD; `At` is an instant, a Date in the house and ISO 8601 on the wire.
import type { Fence } from './fence.ts'

interface Named {
  readonly id: string
  readonly name: string
}

/** `GET /api/fleet/positions`, a row. */
export interface LastPosition<At> {
  readonly vehicle: string
  readonly plate: string
  readonly label: string
  readonly organ: string
  readonly at: At
  readonly receivedAt: At
  readonly latitude: number | null
  readonly longitude: number | null
  readonly speed: number
  readonly direction: number
  readonly ignition: boolean
  readonly quality: number
  /** An alarm of the house's or of the terminal's own stands open. */
  readonly alarm: boolean
}
export type TrackPoint = readonly [at: string, longitude: number, latitude: number, speed: number, direction: number, quality: number]
/** `GET /api/fleet/track`. */
export interface Track {
  readonly vehicle: Named
  /** In the order of the device's time. */
  readonly points: readonly TrackPoint[]
  /** Alarm bits of the terminal that rose on the way. */
  readonly alarms: readonly { readonly at: string; readonly longitude: number | null; readonly latitude: number | null; readonly names: readonly string[] }[]
  /** What the house itself saw on the way, and the number of the matter it was made into. */
  readonly seen: readonly { readonly at: string; readonly title: string; readonly matter: string | null }[]
  /** Each how-manieth point is answered, from the first to the last: 1 for all of them. */
  readonly every: number
}

export interface DayFigures<At> {
  /** km, one digit after the point. */
  readonly km: number
  /** km between two places with nothing heard on the way; not counted in `km`. */
  readonly unseenKm: number
  readonly trips: number
  readonly drivingMinutes: number
  readonly idlingMinutes: number
  readonly fastest: number
  readonly firstAt: At
  readonly lastAt: At
  readonly positions: number
  readonly jumps: number
  readonly caughtUp: number
  readonly reckonedAt: At
}
/** `GET /api/fleet/days`, a row. */
export interface CarOfDay<At> extends DayFigures<At> {
  readonly vehicle: string
  readonly plate: string
  readonly organ: string
}
/** `GET /api/fleet/car-days`, a row. */
export interface CarDay<At> extends CarOfDay<At> {
  readonly day: string
}
export interface TripOfDay<At> {
  readonly begins: At
  readonly ends: At
  readonly from: readonly [longitude: number, latitude: number]
  readonly to: readonly [longitude: number, latitude: number]
  readonly km: number
  readonly byOdometer: boolean
  readonly drivingMinutes: number
  readonly idlingMinutes: number
  readonly fastest: number
  readonly caughtUp: boolean
  readonly underWay: boolean
}
/** `GET /api/fleet/day`. */
export interface DayOfCar<At> {
  readonly vehicle: Named
  readonly day: string
  /** Null where nothing was heard of the car that day. */
  readonly figures: DayFigures<At> | null
  readonly trips: readonly TripOfDay<At>[]
  readonly line: readonly { readonly at: At; readonly kind: 'trip' | 'stop' | 'event'; readonly zh: string; readonly en: string }[]
}

/** `GET /api/fleet/fences`, a row. */
export interface FenceOnMap {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly kind: Fence['kind']
  readonly site: Named | null
  /** Metres; a circle around the first corner, null for a polygon. */
  readonly radius: number | null
  readonly hoursFrom: number | null
  readonly hoursTo: number | null
  /** In order round; empty where nothing is drawn yet. */
  readonly corners: readonly (readonly [longitude: number, latitude: number])[]
  /** Neither cars nor organs: every car. */
  readonly cars: readonly Named[]
  readonly organs: readonly Named[]
}
/** `GET /api/fleet/cars/{id}`. */
export interface CarCard<At> {
  readonly vehicle: { readonly id: string; readonly plate: string; readonly brand: string; readonly use: string }
  readonly organ: Named
  readonly parking: string | null
  /** Whoever has put his card into the terminal and not taken it out. */
  readonly driver: { readonly name: string; readonly since: At } | null
  /** km and litres, as the terminal says; null where it does not. */
  readonly mileage: number | null
  readonly fuel: number | null
  readonly terminal: { readonly number: string; readonly online: boolean | null; readonly since: At | null } | null
}
