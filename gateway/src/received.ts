// From the wire to what is kept: a position of a terminal's becomes a row, with what is wrong about it said in bits.
import { degreesOf, instantOf, statusBits } from '@houqin/jt808'
import type { Position } from '@houqin/jt808'
import { quality } from './book.ts'
import type { KnownTerminal, ReceivedPosition } from './book.ts'
import { fromGcj02 } from './gcj02.ts'

/** A clock further ahead than this is wrong; one further behind was never set. */
const aheadMs = 10 * 60_000
const behindMs = 400 * 86_400_000

/** @param serial of its message, and its place in it: what tells two apart where the device names no time. */
export function receivedPosition(position: Position, { terminal, vehicle, receivedAt, catchUp, serial }: {
  terminal: KnownTerminal
  vehicle: string
  receivedAt: Date
  catchUp: boolean
  serial: number
}): ReceivedPosition {
  const named = instantOf(position.time, terminal.zoneMinutes)
  const at = named ?? receivedAt
  const late = receivedAt.getTime() - at.getTime()
  const { place, swapped } = placeOf(position)
  const wgs = place && terminal.shifted ? fromGcj02(place) : place
  return {
    vehicle,
    at,
    receivedAt,
    latitude: wgs?.latitude ?? null,
    longitude: wgs?.longitude ?? null,
    altitude: position.altitude,
    speed: position.speed,
    direction: position.direction,
    alarms: position.alarms,
    status: position.status,
    mileage: numberOf(position, 'mileage'),
    fuel: numberOf(position, 'fuel'),
    quality:
      ((position.status & statusBits.fixed) !== 0 ? 0 : quality.notFixed) |
      (named === undefined || late < -aheadMs || late > behindMs ? quality.clockOff : 0) |
      (swapped ? quality.swapped : 0) |
      (place === undefined ? quality.nowhere : 0) |
      ((position.status & statusBits.shifted) !== 0 ? quality.plugIn : 0) |
      (catchUp ? quality.catchUp : 0),
    digest: named === undefined ? mixed(digestOf(position), serial) | 0 : digestOf(position),
    extra: extraOf(position),
  }
}

/** Latitude and longitude in each other's place are told by where they would lie: no car of ours drives the Arctic sea. */
function placeOf(position: Position): { place: { latitude: number; longitude: number } | undefined; swapped: boolean } {
  const { latitude, longitude, status } = position
  const swapped = latitude >= 73e6 && latitude <= 136e6 && longitude >= 3e6 && longitude <= 54e6
  const place = degreesOf(swapped ? { latitude: longitude, longitude: latitude, status } : position)
  return { place: place && (place.latitude !== 0 || place.longitude !== 0) ? place : undefined, swapped }
}

function numberOf({ items }: Position, name: 'mileage' | 'fuel'): number | null {
  for (const item of items) if (item.name === name) return item.value
  return null
}

/** FNV-1a over the 28 bytes a position has in every edition, as a signed word of 32 bits. */
function digestOf(position: Position): number {
  const { alarms, status, latitude, longitude, altitude, speed, direction, time } = position
  let hash = mixed(mixed(mixed(mixed(mixed(mixed(mixed(0x811c9dc5, alarms), status), latitude), longitude), altitude), speed), direction)
  for (let at = 0; at < time.length; at += 1) hash = mixed(hash, time.charCodeAt(at))
  return hash | 0
}
function mixed(hash: number, value: number): number {
  let mixing = hash
  for (let shift = 0; shift < 32; shift += 8) mixing = Math.imul(mixing ^ ((value >>> shift) & 0xff), 0x01000193)
  return mixing
}

const columns = new Set(['mileage', 'fuel'])
function extraOf({ items }: Position): Readonly<Record<string, string>> | null {
  let extra: Record<string, string> | undefined
  for (const { id, name, value } of items) {
    if (columns.has(name)) continue
    extra ??= {}
    extra[id.toString(16).padStart(2, '0')] = value instanceof Uint8Array ? Buffer.from(value).toString('hex') : JSON.stringify(value, withoutBytes)
  }
  return extra ?? null
}
function withoutBytes(_: string, value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value
}
