// A day of a car 行车日: reckoned as positions come, by several at once, and anew when the blind area is caught up; old positions go, the sums stay.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { addDays } from '@houqin/clock'
import { vehicle } from '@houqin/fleet'
import { fleet } from '@houqin/fleet/server'
import type { ReceivedPosition } from '@houqin/gateway'
import { people } from '@houqin/people/server'
import { places } from '@houqin/places/server'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Somebody, TestSystem } from '@houqin/testing/subsystem'
import { sql } from 'kysely'
import { ensureDays } from '../src/server/days.ts'
import { dropOldDays } from '../src/server/meaning/keep.ts'
import { reckonOpenDays } from '../src/server/meaning/reckon.ts'
import { come as comeTo, positionOf } from './positions.ts'

let house: TestSystem
let officer: Somebody
const day = '2026-11-24'
interface Figures { readonly km: number; readonly trips: number; readonly idlingMinutes: number; readonly positions: number; readonly jumps: number; readonly caughtUp: number; readonly reckonedAt: string }
interface Day { readonly figures: Figures | null; readonly trips: readonly { readonly km: number; readonly underWay: boolean; readonly byOdometer: boolean }[]; readonly line: readonly { readonly kind: string; readonly zh: string }[] }

before(async () => {
  house = await testSubsystem([people, places, fleet], { at: `${day}T18:00:00+08:00` })
  officer = await house.as('fleet.officer', { name: '冯兰' })
})
let cars = 0
const car = async (values: object = {}): Promise<string> => {
  cars += 1
  return (await house.make(vehicle, { plate: `苏B7000${cars}`, vin: `LSVAU2180N220000${cars}`, standing: 'inUse', ...values })).id
}

/** Every 20 seconds at 36 km/h from a time of day on, for so many minutes; `from` metres north of the yard. */
function drive(id: string, { time, minutes, from = 0, quality = 0 }: { time: string; minutes: number; from?: number; quality?: number }): ReceivedPosition[] {
  const begins = new Date(`${day}T${time}:00+08:00`).getTime()
  return Array.from({ length: minutes * 3 + 1 }, (_, nth) => positionOf(id, { at: new Date(begins + nth * 20_000), receivedAt: house.clock.now(), speed: 360, latitude: 31.491 + (from + nth * 200) / 111_195, quality }))
}
const come = (positions: readonly ReceivedPosition[]): Promise<void> => comeTo(house.databaseUrl, positions)
const reckon = (): Promise<number> => reckonOpenDays(house.system.db, house.system)
const seen = async (id: string, on = day): Promise<Day> => {
  const { status, body, text } = await officer.get<Day>('/api/fleet/day', { vehicle: id, day: on })
  assert.equal(status, 200, text)
  return body
}

test('two drives are two trips with a stop between; the same again changes nothing', async () => {
  const id = await car()
  const morning = [...drive(id, { time: '08:00', minutes: 10 }), ...drive(id, { time: '09:00', minutes: 20, from: 6000 })]
  await come(morning)
  await come(morning)
  assert.equal(await reckon(), 1)
  const { figures, line } = await seen(id)
  assert.equal(figures?.km, 18)
  assert.deepEqual(line.map(({ kind }) => kind), ['trip', 'stop', 'trip'])
  assert.equal(line[0]?.zh, '08:00 出发，08:10 到达，6.0 km（轨迹），10 分钟，最高 36 km/h')
  assert.match(line[1]?.zh ?? '', /^停留 50 分钟/)
  await come(morning)
  assert.equal(await reckon(), 0)
})

test('what comes on the way goes on from there; a day caught up late is reckoned anew, and no other', async () => {
  const id = await car()
  await come(drive(id, { time: '17:00', minutes: 10 }))
  await reckon()
  const yesterday = drive(id, { time: '08:00', minutes: 5 }).map((one) => ({ ...one, at: new Date(one.at.getTime() - 86_400_000) }))
  await come(yesterday)
  await reckon()
  const before = await seen(id)
  assert.equal(before.trips.length, 1)

  const [early, late] = [drive(id, { time: '10:00', minutes: 10, quality: 32 }), drive(id, { time: '17:10', minutes: 5, from: 6000 }).slice(1)]
  await come(late)
  await reckon()
  assert.deepEqual((await seen(id)).trips.map(({ km }) => km), [9])
  await come(early)
  const { rows } = await sql<{ day: string }>`select day::text from fleet.day_open where vehicle = ${id}`.execute(house.system.db)
  assert.deepEqual(rows, [{ day }])
  await reckon()
  const after = await seen(id)
  assert.deepEqual(after.trips.map(({ km }) => km), [6, 9])
  assert.equal(after.figures?.caughtUp, early.length)
  assert.equal((await seen(id, addDays(day, -1))).figures?.reckonedAt, (await seen(id, addDays(day, -1))).figures?.reckonedAt)
})

test('three reckon at once while positions stream in: every car once, every position counted', async () => {
  const ids = [await car(), await car(), await car()]
  const pieces = ids.flatMap((id) => Array.from({ length: 10 }, (_, hour) => drive(id, { time: `0${String(hour)}:10`.slice(-5), minutes: 6, from: hour * 3600 })))
  let streaming = true
  const stream = (async () => {
    for (const piece of pieces) await come(piece)
    streaming = false
  })()
  const reckoner = async (): Promise<void> => {
    while (streaming) await reckon()
  }
  await Promise.all([stream, reckoner(), reckoner(), reckoner()])
  await reckon()
  for (const id of ids) {
    const { figures, trips } = await seen(id)
    assert.equal(figures?.positions, 10 * 19)
    assert.equal(trips.length, 10)
    assert.equal(figures.km, 36)
  }
})

test('a car of a grade has no day that anybody is told; the district’s list has the others', async () => {
  const id = await car({ grade: 'investigation' })
  await come(drive(id, { time: '11:00', minutes: 10 }))
  await reckon()
  const { rows } = await sql`select 1 from fleet.vehicle_day where vehicle = ${id}`.execute(house.system.db)
  assert.deepEqual(rows, [])
  assert.equal((await officer.get('/api/fleet/day', { vehicle: id, day })).status, 404)
  const { body } = await officer.get<{ rows: { plate: string }[] }>('/api/fleet/days', { day })
  assert.ok(body.rows.length >= 5 && body.rows.every(({ plate }) => plate !== `苏B7000${cars}`))
})

test('positions whose time is over go day by day, their sums stay; what comes later still changes no sum', async () => {
  const id = await car()
  await ensureDays(house.system.db, house.clock)
  await come(drive(id, { time: '12:00', minutes: 10 }))
  await reckon()
  assert.deepEqual(await dropOldDays(house.system.db, addDays(day, 400)), [addDays(day, -1)])
  assert.deepEqual(await dropOldDays(house.system.db, addDays(day, 401)), [day])
  assert.deepEqual(await dropOldDays(house.system.db, addDays(day, 401)), [])
  const { rows: [left] } = await sql<{ n: number }>`select count(*)::int as n from fleet.position where vehicle = ${id}`.execute(house.system.db)
  assert.equal(left?.n, 0)
  assert.equal((await seen(id)).figures?.km, 6)
  await house.advance({ days: 401 })
  await come(drive(id, { time: '13:00', minutes: 1 }))
  await house.settle()
  assert.equal((await seen(id)).figures?.km, 6)
})

test('a position comes back from the store as it was brought, near the ends of every column; a number that fits none is refused as the database would', async () => {
  const id = await car()
  const [at, receivedAt] = [new Date('1999-12-31T15:59:59.987Z'), new Date(`${day}T01:02:03.004Z`)]
  const brought = positionOf(id, {
    at, receivedAt, latitude: -31.491001, longitude: -120.312, altitude: -32_768, speed: 65_535, direction: 359, alarms: 0xffff_ffff, status: 0x8000_0003, mileage: 0xffff_ffff, fuel: 65_535,
    quality: 63, digest: -2_147_483_648, extra: { eb: '0102', e1: '"胎压\\"' },
  })
  await come([brought, positionOf(id, { at: receivedAt, receivedAt, latitude: null, longitude: null })])
  const { rows } = await sql<Record<string, unknown>>`
    select vehicle, at, digest, received_at, latitude, longitude, altitude, speed, direction, alarms::float8, status::float8, mileage::float8, fuel, quality, extra
    from fleet.position where vehicle = ${id} order by at`.execute(house.system.db)
  assert.deepEqual(rows.map((row) => ({ ...row })), [
    { vehicle: id, at, digest: -2_147_483_648, received_at: receivedAt, latitude: -31_491_001, longitude: -120_312_000, altitude: -32_768, speed: 65_535, direction: 359, alarms: 0xffff_ffff,
      status: 0x8000_0003, mileage: 0xffff_ffff, fuel: 65_535, quality: 63, extra: { eb: '0102', e1: '"胎压\\"' } },
    { vehicle: id, at: receivedAt, digest: 1, received_at: receivedAt, latitude: null, longitude: null, altitude: 5, speed: 0, direction: 0, alarms: 0, status: 3, mileage: null, fuel: null, quality: 0, extra: null },
  ])
  for (const wrong of [{ speed: 2 ** 31 }, { direction: 0.5 }, { mileage: 2 ** 60 }, { quality: 40_000 }, { at: new Date(Number.NaN) }])
    await assert.rejects(come([positionOf(id, { at: receivedAt, receivedAt, ...wrong })]), { code: '22003' })
})

test('a track of more points than a page can draw is thinned to its end, not cut off in the afternoon', async () => {
  const id = await car()
  const begins = Date.parse(`${day}T06:00:00+08:00`)
  const seconds = 45_000
  await come(Array.from({ length: seconds }, (_, nth) => positionOf(id, { at: new Date(begins + nth * 1000), receivedAt: house.clock.now(), speed: 360 })))
  const { body } = await officer.get<{ points: readonly (readonly [string])[]; every: number }>('/api/fleet/track', { vehicle: id, from: `${day}T00:00:00+08:00`, to: `${addDays(day, 1)}T00:00:00+08:00` })
  assert.equal(body.every, 3)
  assert.equal(body.points.length, seconds / 3 + 1)
  assert.deepEqual([body.points[0]?.[0], body.points.at(-1)?.[0]], [new Date(begins).toISOString(), new Date(begins + (seconds - 1) * 1000).toISOString()])
})
