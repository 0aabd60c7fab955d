// A position 位置信息: 28 bytes that every terminal sends, its alarm and status bits, and the items behind them.
import { readItems, writeItems } from './items.ts'
import type { Item } from './items.ts'
import type { Part } from './layout.ts'

/** As sent: coordinates in 1e-6 degrees without sign, altitude in metres, speed in 0.1 km/h, direction in degrees from north. */
export interface BarePosition {
  readonly alarms: number
  readonly status: number
  readonly latitude: number
  readonly longitude: number
  readonly altitude: number
  readonly speed: number
  readonly direction: number
  /** YYMMDDhhmmss of the terminal's own zone. */
  readonly time: string
}
export interface Position extends BarePosition {
  readonly items: readonly Item[]
}

export const barePosition: Part<BarePosition> = {
  read: (from) => ({
    alarms: from.u32(), status: from.u32(), latitude: from.u32(), longitude: from.u32(),
    altitude: from.i16(), speed: from.u16(), direction: from.u16(), time: from.bcd(6),
  }),
  write(to, value) {
    to.u32(value.alarms)
    to.u32(value.status)
    to.u32(value.latitude)
    to.u32(value.longitude)
    to.i16(value.altitude)
    to.u16(value.speed)
    to.u16(value.direction)
    to.bcd(value.time, 6)
  },
}

/** A position with its items, to the end of the bytes. */
export const position: Part<Position> = {
  read: (from) => ({
    alarms: from.u32(), status: from.u32(), latitude: from.u32(), longitude: from.u32(),
    altitude: from.i16(), speed: from.u16(), direction: from.u16(), time: from.bcd(6), items: readItems(from),
  }),
  write(to, value) {
    barePosition.write(to, value)
    writeItems(to, value.items)
  },
}

/** The alarm bits by their names; of 15–17 only the 2019 edition speaks, and from the code of others rather than its text. */
export const alarmBits = Object.freeze({
  sos: 0, overspeed: 1, fatigue: 2, danger: 3, gnssFault: 4, antennaOpen: 5, antennaShort: 6, underVoltage: 7, powerCut: 8, displayFault: 9,
  speechFault: 10, cameraFault: 11, cardFault: 12, overspeedWarning: 13, fatigueWarning: 14, ruleViolation: 15, tyrePressure: 16,
  rightTurn: 17, drivenTooLong: 18, parkedTooLong: 19, area: 20, route: 21, segmentTime: 22, offRoute: 23, speedSensor: 24,
  fuelAbnormal: 25, stolen: 26, illegalIgnition: 27, illegalMove: 28, collision: 29, rollover: 30, illegalDoor: 31,
})
export type AlarmName = keyof typeof alarmBits
/** Bits a terminal keeps set until the platform has confirmed them. */
export const heldAlarms: number = [0, 3, 20, 21, 22, 27, 28, 31].reduce((bits, bit) => (bits | (1 << bit)) >>> 0, 0)

export function alarmNames(bits: number): readonly AlarmName[] {
  return (Object.keys(alarmBits) as AlarmName[]).filter((name) => ((bits >>> alarmBits[name]) & 1) === 1)
}
/** The bits that are set now and were not before: an alarm is news once. */
export function risenAlarms(before: number, now: number): number {
  return (now & ~before) >>> 0
}

export interface Status {
  readonly ignition: boolean
  readonly fixed: boolean
  readonly outOfService: boolean
  /** The coordinates went through a shifting plug-in of the maker's. */
  readonly shifted: boolean
  readonly oilCut: boolean
  readonly powerCut: boolean
  readonly doorLocked: boolean
  readonly load: 'empty' | 'half' | 'reserved' | 'full'
  /** Set by the 2019 edition only. */
  readonly moving: boolean
}
/** The bits asked of every position. */
export const statusBits = Object.freeze({ fixed: 2, shifted: 32 })
const loads = ['empty', 'half', 'reserved', 'full'] as const
export function statusOf(status: number): Status {
  const bit = (at: number): boolean => ((status >>> at) & 1) === 1
  return {
    ignition: bit(0), fixed: bit(1), outOfService: bit(4), shifted: bit(5), load: loads[(status >>> 8) & 3] ?? 'empty',
    oilCut: bit(10), powerCut: bit(11), doorLocked: bit(12), moving: bit(22),
  }
}

/** Degrees, south and west negative; undefined when no such place is on earth. */
export function degreesOf({ latitude, longitude, status }: Pick<BarePosition, 'latitude' | 'longitude' | 'status'>): { readonly latitude: number; readonly longitude: number } | undefined {
  if (latitude > 90e6 || longitude > 180e6) return undefined
  return { latitude: ((status & 4) === 0 ? latitude : -latitude) / 1e6, longitude: ((status & 8) === 0 ? longitude : -longitude) / 1e6 }
}

/** The moment that `time` (YYMMDDhhmmss) names in a zone so many minutes ahead of UTC; undefined when there is none. */
export function instantOf(time: string, zoneMinutes = 480): Date | undefined {
  if (time.length !== 12) return undefined
  const two = (at: number): number => {
    const [tens, ones] = [time.charCodeAt(at) - 48, time.charCodeAt(at + 1) - 48]
    return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN
  }
  const [year, month, day, hour, minute, second] = [two(0), two(2), two(4), two(6), two(8), two(10)]
  if (Number.isNaN(year + month + day + hour + minute + second)) return undefined
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) return undefined
  if (day > daysOf(2000 + year, month)) return undefined
  return new Date(Date.UTC(2000 + year, month - 1, day, hour, minute, second) - zoneMinutes * 60_000)
}
function daysOf(year: number, month: number): number {
  return month === 2 ? (year % 4 === 0 ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31 // of 2000 to 2099
}
/** The time on a terminal's clock in such a zone. */
export function timeOf(instant: Date, zoneMinutes = 480): string {
  return new Date(instant.getTime() + zoneMinutes * 60_000).toISOString().replace(/\D/g, '').slice(2, 14)
}
