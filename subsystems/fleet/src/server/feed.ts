// Positions from the city's or the province's platform 平台转发: the same store, no terminal of ours in between.
import { storePositions } from '@houqin/fleet/device'
import { fromGcj02, quality } from '@houqin/gateway'
import type { ReceivedPosition } from '@houqin/gateway'
import type { System } from '@houqin/http'
import { sql } from 'kysely'
import pg from 'pg'

export interface FedPosition {
  readonly plate: string
  readonly at: string
  readonly latitude: number
  readonly longitude: number
  readonly coordinates: 'wgs84' | 'gcj02'
  /** km/h. */
  readonly speed: number
  readonly direction: number
  /** km. */
  readonly mileage?: number | undefined
  readonly ignition?: boolean | undefined
}
export interface FeedAnswer {
  readonly accepted: number
  /** Plates of no car in the ledger, by their place in the request. */
  readonly refused: readonly { readonly index: number; readonly plate: string }[]
}

const aheadMs = 10 * 60_000
const fixed = 2

/** Answers once all are durably stored; sent again they change nothing. */
export async function takeFeed(system: System, given: readonly FedPosition[]): Promise<FeedAnswer> {
  const { rows } = await sql<{ id: string; plate: string }>`
    select id, plate from fleet.vehicle where retired_at is null and plate = any(${[...new Set(given.map(({ plate }) => plate))]}::text[])`.execute(system.db)
  const byPlate = new Map(rows.map(({ id, plate }) => [plate, id]))
  const receivedAt = system.clock.now()
  const positions: ReceivedPosition[] = []
  const refused: { index: number; plate: string }[] = []
  for (const [index, one] of given.entries()) {
    const vehicle = byPlate.get(one.plate)
    if (vehicle === undefined) refused.push({ index, plate: one.plate })
    else positions.push(rowOf(one, vehicle, receivedAt))
  }
  await stored(system.databaseUrl, positions)
  return { accepted: positions.length, refused }
}

function rowOf(one: FedPosition, vehicle: string, receivedAt: Date): ReceivedPosition {
  const place = one.coordinates === 'gcj02' ? fromGcj02(one) : one
  const at = new Date(one.at)
  return {
    vehicle, at, receivedAt, latitude: place.latitude, longitude: place.longitude, altitude: 0, speed: Math.round(one.speed * 10), direction: one.direction,
    alarms: 0, status: fixed + Number(one.ignition ?? one.speed > 0), mileage: one.mileage === undefined ? null : Math.round(one.mileage * 10), fuel: null,
    quality: at.getTime() - receivedAt.getTime() > aheadMs ? quality.clockOff : 0,
    // of one car and one moment a platform has one position
    digest: 0, extra: null,
  }
}

/** On a connection of its own: COPY is not spoken through the pool the questions go through. */
async function stored(url: string, positions: readonly ReceivedPosition[]): Promise<void> {
  if (positions.length === 0) return
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC', application_name: 'houqin feed' })
  client.on('error', () => undefined) // what breaks it rejects the question too; unheard, it would end the process
  await client.connect()
  try {
    await client.query('begin')
    await storePositions(client, positions)
    await client.query('commit')
  } finally {
    await client.end()
  }
}
