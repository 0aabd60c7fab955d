// Positions from the socket to the disk 入库: end to end with simulator, gateway and database on the same cores, the store alone, and COPY into a bare table as yardstick.
import { once } from 'node:events'
import { columns, copyRows, storePositions } from '@houqin/fleet/device'
import type { ReceivedPosition } from '@houqin/gateway'
import { sql } from 'kysely'
import pg from 'pg'
import { from } from 'pg-copy-streams'
import { median, rounded } from '../measured.ts'
import type { Measured } from '../measured.ts'
import { child } from './child.ts'
import type { FleetHouse } from './house.ts'

const batch = 2000
/** Of the yardsticks, however long the stream is: a minute of COPY fills gigabytes and says nothing more. */
const mostSeconds = 5

interface LoadReport {
  readonly sent: number
  readonly acknowledged: number
  readonly lost: number
  readonly seconds: number
  readonly cpuMs: number
  readonly waited: { readonly p50: number; readonly p99: number }
}

/** One after the other, again and again: what else the machine does falls on all of them. @param seconds of each. */
export async function benchStream(house: FleetHouse, { runs, seconds }: { runs: number; seconds: number }): Promise<readonly Measured[]> {
  const gateway = child('gateway-process.ts', [house.url])
  try {
    const { port } = await gateway.hear<{ port: number }>()
    const found = { live: [] as number[], many: [] as number[], store: [] as number[], copy: [] as number[], p99: [] as number[], share: [] as number[], ownOne: [] as number[], ownMany: [] as number[], simulator: [] as number[] }
    for (let run = 0; run < runs; run += 1) {
      const copy = await copied(house, Math.min(seconds, mostSeconds))
      const store = await stored(house, Math.min(seconds, mostSeconds))
      const { cpuMs: atFirst } = await gateway.ask<{ cpuMs: number }>()
      const live = await sent(port, { seconds, together: 1, terminals: house.cars.length })
      const before = await gateway.ask<{ cpuMs: number }>()
      const many = await sent(port, { seconds, together: 20, terminals: house.cars.length })
      const after = await gateway.ask<{ cpuMs: number }>()
      found.copy.push(copy)
      found.store.push(store)
      found.live.push(live.rate)
      found.many.push(many.rate)
      found.p99.push(live.waited.p99)
      found.share.push(live.rate / copy)
      found.simulator.push((live.cpuMs * 1000) / live.acknowledged)
      found.ownOne.push(((before.cpuMs - atFirst) * 1000) / live.acknowledged)
      found.ownMany.push(((after.cpuMs - before.cpuMs) * 1000) / many.acknowledged)
    }
    const [copy, live, many, store] = [median(found.copy), median(found.live), median(found.many), median(found.store)]
    const yardstick = { what: 'COPY into a bare table, rows/s', value: Math.round(copy) }
    return [
      { what: 'positions stored and acknowledged, one a message (0x0200)', value: Math.round(live), unit: 'positions/s', yardstick, ratio: rounded(median(found.share)), goal: '≥ 20,000, ratio ≥ 0.1' },
      { what: 'the same, twenty a message (0x0704)', value: Math.round(many), unit: 'positions/s', yardstick, ratio: rounded(many / copy) },
      { what: 'the store alone, without simulator and sockets', value: Math.round(store), unit: 'positions/s', yardstick, ratio: rounded(store / copy) },
      { what: 'processor time of the gateway for a position, one a message', value: rounded(median(found.ownOne)), unit: 'µs' },
      { what: 'the same, twenty a message', value: rounded(median(found.ownMany)), unit: 'µs' },
      { what: 'the simulator’s own, one a message', value: rounded(median(found.simulator)), unit: 'µs' },
      { what: 'acknowledgement at full load, 99 of 100', value: rounded(median(found.p99)), unit: 'ms' },
    ]
  } finally {
    await gateway.kill()
  }
}

async function sent(port: number, { seconds, together, terminals }: { seconds: number; together: number; terminals: number }): Promise<LoadReport & { rate: number }> {
  const load = child('load-process.ts', [port, seconds, 0, together, 0, terminals])
  try {
    await load.hear()
    const report = await load.hear<LoadReport>()
    if (report.lost > 0 || report.acknowledged < report.sent) throw new Error(`of ${String(report.sent)} positions ${String(report.acknowledged)} were acknowledged`)
    return { ...report, rate: report.acknowledged / report.seconds }
  } finally {
    await load.kill()
  }
}

let drawn = 0
function drawn2000({ cars }: FleetHouse): ReceivedPosition[] {
  const now = new Date(Date.UTC(2026, 10, 27, 1) + drawn * 10)
  return Array.from({ length: batch }, () => {
    drawn += 1
    return {
      vehicle: cars[drawn % cars.length]?.id ?? '', at: new Date(now.getTime() + drawn * 1000), receivedAt: now, latitude: 31.44 + (drawn % 500) * 0.0002, longitude: 120.25, altitude: 5, speed: drawn % 700,
      direction: drawn % 360, alarms: 0, status: 3, mileage: drawn, fuel: 300, quality: 0, digest: drawn, extra: null,
    }
  })
}
async function stored(house: FleetHouse, seconds: number): Promise<number> {
  return batches(house, seconds, storePositions)
}
async function copied(house: FleetHouse, seconds: number): Promise<number> {
  await sql`create table if not exists fleet.bare (like fleet.position)`.execute(house.system.db)
  await sql`truncate fleet.bare`.execute(house.system.db)
  return batches(house, seconds, async (client, positions) => {
    const stream = client.query(from(`copy fleet.bare (${columns}) from stdin (format binary)`))
    const finished = once(stream, 'finish')
    stream.end(copyRows(positions))
    await finished
  })
}
/** @returns rows a second, one commit a batch. */
async function batches(house: FleetHouse, seconds: number, store: (client: pg.Client, positions: readonly ReceivedPosition[]) => Promise<void>): Promise<number> {
  const client = new pg.Client({ connectionString: house.url, options: '-c timezone=UTC' })
  await client.connect()
  try {
    let rows = 0
    const began = performance.now()
    while (performance.now() - began < seconds * 1000) {
      await client.query('begin')
      await store(client, drawn2000(house))
      await client.query('commit')
      rows += batch
    }
    return rows / ((performance.now() - began) / 1000)
  } finally {
    await client.end()
  }
}
