// Positions of the past 过去的位置: as the terminals told them.
import { localDate } from '@houqin/clock'
import type { Tx } from '@houqin/db'
import type { System } from '@houqin/http'
import { sql } from 'kysely'
import { reckonDay } from '../src/server/meaning/reckon.ts'
import type { SeedSighting } from './tracks.ts'

/** Of a position's status bits: it has a fix; the engine is on. */
export const fixed = 2
export const fixedAndOn = 3

export async function layPositions(tx: Tx, track: readonly SeedSighting[]): Promise<void> {
  const column = <T>(of: (one: (typeof track)[number]) => T): T[] => track.map(of)
  await sql`
    insert into fleet.position (vehicle, at, digest, received_at, latitude, longitude, altitude, speed, direction, alarms, status, mileage, fuel, quality)
    select vehicle, at, 0, at, latitude, longitude, 5, speed * 10, 0, 0, status, mileage, fuel, 0 from unnest(${column(({ vehicle }) => vehicle)}::uuid[], ${column(({ at }) => at)}::timestamptz[],
      ${column(({ latitude }) => latitude)}::int[], ${column(({ longitude }) => longitude)}::int[], ${column(({ speed }) => Math.round(speed))}::int[],
      ${column(({ ignition }) => (ignition ? fixedAndOn : fixed))}::int[], ${column(({ mileage }) => mileage)}::int[], ${column(({ fuel }) => fuel)}::int[])
      as given(vehicle, at, latitude, longitude, speed, status, mileage, fuel)`.execute(tx)
}

/** And reckoned as any day is. */
export async function layTracks(tx: Tx, system: System, track: readonly SeedSighting[]): Promise<void> {
  await layPositions(tx, track)
  const days = new Map(track.map(({ vehicle, at }) => [`${vehicle} ${localDate(at)}`, { vehicle, day: localDate(at), from: at }]))
  for (const one of days.values()) await reckonDay(tx, system, one)
}
