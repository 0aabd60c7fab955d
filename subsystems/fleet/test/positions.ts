// Positions as the gateway brings them 测试位置: stored in one commit.
import { storePositions } from '@houqin/fleet/device'
import type { ReceivedPosition } from '@houqin/gateway'
import pg from 'pg'

/** Where the car is kept, standing with the engine on, unless told. */
export function positionOf(vehicle: string, more: Pick<ReceivedPosition, 'at' | 'receivedAt'> & Partial<ReceivedPosition>): ReceivedPosition {
  return { vehicle, latitude: 31.491, longitude: 120.312, altitude: 5, speed: 0, direction: 0, alarms: 0, status: 3, mileage: null, fuel: null, quality: 0, digest: 1, extra: null, ...more }
}
export async function come(databaseUrl: string, positions: readonly ReceivedPosition[]): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, options: '-c timezone=UTC' })
  await client.connect()
  try {
    await client.query('begin')
    await storePositions(client, positions)
    await client.query('commit')
  } finally {
    await client.end()
  }
}
