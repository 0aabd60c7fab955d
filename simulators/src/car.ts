// A car 模拟车辆: parks at home, is asked for, drives to places and back, and its terminal says so every few seconds.
import { timeOf } from '@houqin/jt808'
import type { Item, Position } from '@houqin/jt808'
import type { Dice } from './dice.ts'
import { driveAlong } from './drive.ts'
import type { Drive } from './drive.ts'
import { distance } from './plane.ts'
import type { Plane, Spot } from './plane.ts'
import { wayBetween } from './roads.ts'
import type { Roads } from './roads.ts'
import type { Terminal } from './terminal.ts'

/** How a car is used. */
export interface CarHabits {
  /** Where it stands when nobody needs it. */
  readonly home: Spot
  /** Where it is when the simulation begins; home unless told. */
  readonly begins?: Spot
  /** Trips an hour by the hour of the day (Asia/Shanghai), and whether it may drive at all. */
  readonly tripsAnHour: (at: Date) => number
  /** Where it is to be at that moment; null for home. With it nobody drives for any other reason. */
  readonly errand?: (at: Date) => Spot | null
  /** How near to what may be driven: 0.8 calm, 1.15 too fast. */
  readonly temper: number
  /** Signal losses an hour of driving. */
  readonly lossesAnHour: number
  readonly mileage: number
  /** Litres in the tank; null for a car without one. */
  readonly tank: number | null
  /** Litres a hundred kilometres. */
  readonly thirst: number
  readonly driver: { readonly name: string; readonly licence: string }
}
export interface Car {
  /** Lives on to this moment and reports what is due. */
  live(at: Date): void
  position(at: Date): Position
  driving(): boolean
  readonly terminal: Terminal
}
interface CarOptions {
  readonly habits: CarHabits
  readonly roads: Roads
  readonly plane: Plane
  readonly roll: Dice
  readonly stops: readonly Spot[]
  /** @param where answers a question for its position. */
  readonly terminal: (where: () => Position) => Terminal
}

const parkedMs = 180_000
/** Metres from where it is to be within which it is there. */
const atPlace = 120
const heartbeatMs = 60_000
const hour = 3_600_000
const tankLitres = 52

export function createCar({ habits, roads, plane, roll, stops, terminal: connected }: CarOptions): Car {
  let now = new Date(0)
  let [lastAt, reportedAt, beatAt] = [0, 0, 0]
  let place: Spot = habits.begins ?? habits.home
  let direction = Math.round(roll.between(0, 359))
  let drive: Drive | undefined
  let ignition = false
  /** Until when it stands where it is, with or without its engine. */
  let [until, offAt] = [0, 0]
  let away = habits.begins !== undefined && distance(habits.begins, habits.home) > 150
  let [mileage, tank, lostUntil, driven] = [habits.mileage, habits.tank, 0, 0]
  const terminal = connected(() => position(now))

  const crossingNear = (spot: Spot): number => roads.crossings.reduce((best, one, index) => (distance(one, spot) < distance(roads.crossings[best] as Spot, spot) ? index : best), 0)

  function setOff(to: Spot): void {
    const way = wayBetween(roads, crossingNear(place), crossingNear(to))
    if (!way || way.length === 0) {
      place = to
      away = to !== habits.home
      return
    }
    // out of the yard first, into the yard last
    const [first, last] = [way[0], way.at(-1)]
    if (!first || !last) return
    drive = driveAlong([
      { ...first, points: [place, first.points[0] as Spot], length: distance(place, first.points[0] as Spot) }, ...way,
      { ...last, points: [last.points.at(-1) as Spot, to], length: distance(last.points.at(-1) as Spot, to) },
    ].filter(({ length }) => length > 0.5), roads, habits.temper)
    driven = 0
    away = to !== habits.home
    if (!ignition) turn(true)
  }

  function turn(on: boolean): void {
    ignition = on
    reportedAt = 0
    terminal.card(on ? 'in' : 'out', habits.driver, now)
  }

  function decide(at: Date, seconds: number): void {
    const ms = at.getTime()
    if (drive || ms < until) return
    if (ignition && offAt > 0 && ms >= offAt) {
      turn(false)
      offAt = 0
    }
    if (habits.errand) {
      const to = habits.errand(at) ?? habits.home
      if (distance(place, to) > atPlace) setOff(to)
      return
    }
    const wish = habits.tripsAnHour(at)
    // whoever is out comes home at the latest when nobody drives any more
    const chance = away ? Math.max(wish * 2, 2) : wish
    // when the simulation begins some are under way already
    if (!roll.chance(seconds === 0 ? Math.min(0.4, wish / 9) : 1 - Math.exp(-chance * seconds * 1000 / hour))) return
    setOff(away && roll.chance(0.55) ? habits.home : nextStop())
  }
  function nextStop(): Spot {
    const far = stops.filter((one) => distance(one, place) > 400)
    return far.length > 0 ? roll.pick(far) : habits.home
  }

  function move(seconds: number): void {
    if (!drive) return
    drive.advance(seconds, now.getTime() / 1000)
    const metres = drive.driven() - driven
    driven = drive.driven()
    mileage += metres / 1000
    if (tank !== null) tank = Math.max(3, tank - metres / 100_000 * habits.thirst)
    place = drive.spot()
    direction = drive.heading()
    if (!drive.arrived()) return
    drive = undefined
    reportedAt = 0
    // some wait with the engine on, most turn it off
    const stay = roll.between(3, 28) * 60_000
    until = now.getTime() + stay
    offAt = now.getTime() + (roll.chance(0.15) ? stay * 0.6 : roll.between(10, 60) * 1000)
    if (tank !== null && tank < tankLitres * 0.25) tank = tankLitres
  }

  function signal(ms: number, seconds: number): void {
    if (lostUntil > 0 && ms >= lostUntil) {
      lostUntil = 0
      terminal.found()
    } else if (lostUntil === 0 && drive && roll.chance(habits.lossesAnHour * seconds * 1000 / hour)) {
      lostUntil = ms + roll.between(2, 8) * 60_000
      terminal.lose()
    }
  }

  function position(at: Date): Position {
    const { latitude, longitude } = plane.toDegrees({ x: place.x + roll.between(-2.5, 2.5), y: place.y + roll.between(-2.5, 2.5) })
    const kmh = (drive?.speed() ?? 0) * 3.6
    const overspeed = drive !== undefined && kmh > terminal.maxSpeed()
    return {
      alarms: overspeed ? 2 : 0, status: (ignition ? 1 : 0) | 2 | (1 << 18) | (1 << 19), latitude: Math.round(latitude * 1e6), longitude: Math.round(longitude * 1e6),
      altitude: 4 + Math.round(roll.between(0, 3)), speed: Math.round(kmh * 10), direction, time: timeOf(at), items: items(kmh),
    }
  }
  function items(kmh: number): readonly Item[] {
    return [
      { id: 0x01, name: 'mileage', value: Math.round(mileage * 10) },
      ...(tank === null ? [] : [{ id: 0x02, name: 'fuel', value: Math.round(tank * 10) } as const]),
      { id: 0x03, name: 'recorderSpeed', value: Math.round(kmh * 10) },
      { id: 0x25, name: 'vehicleSignals', value: ignition && kmh < 1 ? 1 << 4 : 0 },
      { id: 0x30, name: 'signalStrength', value: Math.round(roll.between(16, 31)) }, { id: 0x31, name: 'satellites', value: Math.round(roll.between(9, 22)) },
      // a maker's own: supply and battery in 0.01 V
      { id: 0xeb, name: 'unknown', value: Uint8Array.of(0, 6, 0, 0xc5, ...word(ignition ? 1410 : 1265), ...word(398)) },
    ]
  }

  function live(at: Date): void {
    now = at
    const ms = at.getTime()
    const seconds = lastAt === 0 ? 0 : Math.min(60, (ms - lastAt) / 1000)
    lastAt = ms
    decide(at, seconds)
    move(seconds)
    signal(ms, seconds)
    if (ms - reportedAt >= (terminal.reportsEvery(at, !ignition) ?? parkedMs)) {
      reportedAt = ms
      terminal.report(position(at))
    }
    if (ms - beatAt >= heartbeatMs) {
      beatAt = ms
      terminal.heartbeat()
    }
  }

  return { live, position, driving: () => drive !== undefined, terminal }
}
function word(value: number): readonly [number, number] {
  return [value >> 8, value & 0xff]
}
