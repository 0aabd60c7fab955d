// A day's report 日报: of one car and of all, asked as the console asks, over a growing number of stored positions.
import { addDays, instantOf } from '@houqin/clock'
import { dayOfCar, daysOfCars, ensureDay, reckonDay } from '@houqin/fleet/server'
import { sql } from 'kysely'
import { median, rounded } from '../measured.ts'
import type { Measured } from '../measured.ts'
import type { FleetHouse } from './house.ts'

const everySeconds = 30
const aDay = 86_400 / everySeconds
const last = '2026-11-23'
const asks = 7

/** @param sizes stored positions; each size grows from the one before. */
export async function benchDays(house: FleetHouse, sizes: readonly number[]): Promise<readonly Measured[]> {
  const measured: Measured[] = []
  let days = 0
  for (const size of sizes) {
    const wanted = Math.max(1, Math.round(size / aDay / house.cars.length))
    for (; days < wanted; days += 1) await fill(house, addDays(last, -days))
    await sql`analyze fleet.position`.execute(house.system.db)
    measured.push(...(await ask(house, days * aDay * house.cars.length)))
  }
  return measured
}

/** Every car drives half of every hour round and round. */
async function fill({ system: { db }, write, cars }: FleetHouse, day: string): Promise<void> {
  await ensureDay(db, day)
  const begins = instantOf({ date: day })
  await sql`
    insert into fleet.position (vehicle, at, digest, received_at, latitude, longitude, altitude, speed, direction, alarms, status, mileage, fuel, quality)
    select c.id, ${begins}::timestamptz + s * interval '1 second', 0, ${begins}::timestamptz + s * interval '1 second',
      31491000 + (3000 * sin(least(s % 3600, 1800) / 286.5))::int, 120312000 + (3000 * cos(least(s % 3600, 1800) / 286.5))::int, 5, case when s % 3600 < 1800 then 380 else 0 end, 0, 0,
      case when s % 3600 < 1800 then 3 else 2 end, 100000 + (s / 3600) * 190 + least(s % 3600, 1800) / 10, 300, 0
    from unnest(${cars.map(({ id }) => id)}::uuid[]) c(id), generate_series(0, 86399, ${everySeconds}::int) s`.execute(db)
  await write(async (tx) => {
    await sql`insert into fleet.day_open (vehicle, day, from_at, touched_at) select id, ${day}::date, ${begins}, ${begins} from unnest(${cars.map(({ id }) => id)}::uuid[]) c(id) on conflict do nothing`.execute(tx)
  })
}

async function ask(house: FleetHouse, stored: number): Promise<readonly Measured[]> {
  const { system, write, officer, cars } = house
  const total = `${String(Math.round(stored / 1e5) / 10)} million`
  const began = performance.now()
  for (const { id: vehicle } of cars) await write((tx) => reckonDay(tx, system, { vehicle, day: last, from: instantOf({ date: last }) }))
  const reckoned = performance.now() - began
  const [one, all]: [number[], number[]] = [[], []]
  for (let nth = 0; nth < asks; nth += 1) {
    const vehicle = cars[(nth * 41) % cars.length]?.id ?? ''
    one.push(await timed(async () => {
      const { trips, figures } = await dayOfCar(system, officer, { vehicle, day: last })
      if (trips.length < 20 || figures === null) throw new Error(`${String(trips.length)} trips were reckoned`)
    }))
    all.push(await timed(async () => {
      const rows = await daysOfCars(system, officer, last)
      if (rows.length !== cars.length) throw new Error(`${String(rows.length)} cars have a day`)
    }))
  }
  return [
    { what: `a day of one car among ${total} positions`, value: rounded(median(one)), unit: 'ms', goal: '≤ 200' },
    { what: `a day of ${String(cars.length)} cars among ${total}`, value: rounded(median(all)), unit: 'ms', goal: '≤ 2,000' },
    { what: `the same among ${total}, all of it reckoned anew from ${String(aDay)} positions each`, value: rounded(reckoned), unit: 'ms' },
  ]
}
async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
