// Floor plans 楼层图: a drawing becomes rooms of the ledger from a day on, told as they were on any day, and as far as the reader may see.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { systemActor } from '@houqin/access'
import { building, floor, room, site } from '@houqin/places'
import type { SeedRoom } from '@houqin/places/seed'
import { floorDrawing } from '../seed/floor-drawing.ts'
import { importPlan } from '../src/server/plan/import-plan.ts'
import type { FloorOnADay } from '../src/server/plan/floor-on-a-day.ts'
import { spaceDesk } from './space-desk.ts'
import type { Desk } from './space-desk.ts'

let desk: Desk
let where: { site: string; building: string; floor: string }
before(async () => {
  desk = await spaceDesk()
  const yard = (await desk.make(site, { name: '南浦分部' })).id
  const house = (await desk.make(building, { site: yard, name: '主楼' })).id
  where = { site: yard, building: house, floor: (await desk.make(floor, { site: yard, building: house, number: 2, name: '2层' })).id }
})

const made = async (number: string, area: string, more: object = {}): Promise<SeedRoom> => {
  const values = { ...where, number, title: null, use: 'office', purpose: 'office', area, seats: 2, grade: null, ...more } as const
  const { id } = await desk.make(room, values)
  return { ...values, id } as unknown as SeedRoom
}
const bringIn = (rooms: readonly SeedRoom[], from: string, bytes = new TextEncoder().encode(floorDrawing(rooms, '2层平面图'))) =>
  desk.system.db.transaction().execute((tx) => importPlan(tx, desk.system, systemActor, { floor: where.floor, bytes, source: '二层.dxf', from }))
const seen = async (day: string, by = desk.officer): Promise<FloorOnADay> => {
  const { status, body, text } = await by.get<FloorOnADay>(`/api/office-space/floors/${where.floor}/plan`, { day })
  assert.equal(status, 200, text)
  return body
}

test('rooms are matched by their number, areas held against the ledger, and what is missing is said', async () => {
  const rooms = [await made('201', '18.00'), await made('202', '24.50'), await made('203', '31.20', { grade: 'restricted' })]
  await made('204', '12.00')
  const [first, ...rest] = rooms
  assert.ok(first)
  const brought = await bringIn([{ ...first, area: '21.00' }, ...rest], '2026-01-01')
  assert.deepEqual([brought.rooms, brought.matched, brought.undrawn], [3, 3, ['204']])
  assert.deepEqual(brought.findings.filter(({ code }) => code === 'area-differs').map(({ values }) => values['registered']), ['18.00'])
})

test('on each day the plan of that day with who sat there; before the first, a sentence', async () => {
  const rooms = (await seen('2026-11-24')).rooms
  const large = rooms.find(({ number }) => number === '202')
  const who = await desk.somebody('冯岚', 'below')
  await desk.sits(who, large?.room?.id ?? '', '2026-03-01', '2026-08-31')
  const inMay = (await seen('2026-05-01')).rooms.find(({ number }) => number === '202')
  assert.deepEqual(inMay?.people.map(({ name }) => name), ['冯岚'])
  assert.match(inMay?.over[0]?.says ?? '', /24.50 ㎡.*超出 15.50 ㎡/)
  assert.deepEqual((await seen('2026-09-01')).rooms.find(({ number }) => number === '202')?.people, [])
  assert.equal((await desk.officer.get(`/api/office-space/floors/${where.floor}/plan`, { day: '2025-12-31' })).status, 404)
  const { body } = await desk.officer.get<{ rows: readonly { room: { id: string } }[] }>('/api/office-space/seats', { q: '冯岚', day: '2026-05-01' })
  assert.deepEqual(body.rows.map(({ room: { id } }) => id), [large?.room?.id])
})

test('a part where secrets are kept, and what is too much, are for those who answer for it', async () => {
  const staff = await desk.as('everyone', { name: '刘敏' })
  const plain = await seen('2026-05-01', staff)
  assert.deepEqual(plain.rooms.map(({ number }) => number).toSorted(), ['201', '202'])
  assert.deepEqual(plain.rooms.flatMap(({ over }) => over), [])
  assert.ok((await seen('2026-05-01')).rooms.some(({ number }) => number === '203'))
})

test('a new version ends the one before it; one that begins no later, or shows no room, is refused and nothing is kept', async () => {
  const again = [await made('205', '20.00')]
  await bringIn(again, '2026-10-01')
  assert.deepEqual((await seen('2026-09-30')).rooms.length, 3)
  assert.deepEqual((await seen('2026-10-01')).rooms.map(({ number }) => number), ['205'])
  await assert.rejects(bringIn(again, '2026-10-01'), /bad-input|2026-10-01/)
  await assert.rejects(bringIn(again, '2026-12-01', new TextEncoder().encode('0\nSECTION\n2\nENTITIES\n0\nLI')), /没有认出房间/)
  assert.deepEqual((await seen('2026-12-24')).rooms.map(({ number }) => number), ['205'])
})
