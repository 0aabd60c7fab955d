// Floor plans 楼层图: a drawing becomes rooms of the ledger from a day on, told as they were on any day, and as far as the reader may see.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { drawingTolerance } from '@houqin/office-space'
import { building, floor, room, site } from '@houqin/places'
import type { SeedRoom } from '@houqin/places/seed'
import { sendFile } from '@houqin/testing/ledger-file'
import type { Somebody } from '@houqin/testing/subsystem'
import { sql } from 'kysely'
import { floorDrawing } from '../seed/floor-drawing.ts'
import { heldAgainstLedger, importPlan } from '../src/server/plan/import-plan.ts'
import { readPlan } from '../src/server/plan/plan-reading.ts'
import type { FloorOnADay } from '../src/contract/answers.ts'
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
  return { ...values, id }
}
const dxfOf = (rooms: readonly SeedRoom[]): Uint8Array => new TextEncoder().encode(floorDrawing(rooms, '2层平面图'))
const bringIn = (rooms: readonly SeedRoom[], from: string, bytes = dxfOf(rooms)) =>
  desk.system.db.transaction().execute((tx) => importPlan(tx, desk.system, { site: where.site, floor: where.floor, reading: readPlan(bytes), source: '二层.dxf', from }))
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
  const drawn = [{ ...first, area: '21.00' }, ...rest]
  await bringIn(drawn, '2026-01-01')
  const held = await heldAgainstLedger(desk.system.db, { floor: where.floor, reading: readPlan(dxfOf(drawn)) }, desk.system)
  assert.deepEqual([held.matched.size, held.undrawn], [3, ['204']])
  assert.deepEqual(held.findings.filter(({ code }) => code === 'area-differs').map(({ values }) => values['registered']), ['18.00'])
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
  assert.deepEqual(new Set(plain.rooms.map(({ number }) => number)), new Set(['201', '202']))
  assert.deepEqual(plain.rooms.flatMap(({ over }) => over), [])
  assert.ok((await seen('2026-05-01')).rooms.some(({ number }) => number === '203'))
})

test('a new version ends the one before it; one that begins no later, or shows no room, is refused and nothing is kept', async () => {
  const again = [await made('205', '20.00'), await made('206', '22.00')]
  await bringIn(again, '2026-10-01')
  assert.deepEqual((await seen('2026-09-30')).rooms.length, 3)
  assert.deepEqual((await seen('2026-10-01')).rooms.map(({ number }) => number), ['205', '206'])
  await assert.rejects(bringIn(again, '2026-10-01'), /bad-input|2026-10-01/)
  await assert.rejects(bringIn(again, '2026-12-01', new TextEncoder().encode('0\nSECTION\n2\nENTITIES\n0\nLI')), /No room was recognised/)
  assert.deepEqual((await seen('2026-12-24')).rooms.map(({ number }) => number), ['205', '206'])
})

interface Waiting { readonly id: string | null; readonly unit: string; readonly undrawn: readonly string[]; readonly rooms: readonly { readonly code: string | null; readonly known: boolean }[]; readonly findings: readonly { readonly code: string; readonly says: string }[] }

test('a surveyor brings a drawing in, reads what was understood, and another officer publishes it', async () => {
  const [officer, second] = [desk.officer, await desk.as('places.officer', { name: '何伟' })]
  const above = (await desk.make(floor, { site: where.site, building: where.building, number: 3, name: '3层' })).id
  const rooms = [await made('301', '18.00', { floor: above }), await made('302', '20.00', { floor: above })]
  const path = `/api/office-space/floors/${above}/drawings`
  const send = (by: Somebody, query: string, bytes = dxfOf(rooms), name = 'floor-3.dxf') => sendFile<Waiting & { detail: string }>(by, `${path}?${query}`, { name, bytes: Buffer.from(bytes) })

  const tried = await send(officer, 'dryRun=true&from=2026-11-01')
  assert.equal(tried.status, 200, tried.text)
  assert.deepEqual([tried.body.id, tried.body.unit, tried.body.undrawn, tried.body.rooms.map(({ code, known }) => [code, known])], [null, 'mm', [], [['301', true], ['302', true]]])
  assert.deepEqual((await officer.get<{ rows: unknown[] }>('/api/office-space/drawings')).body.rows, [])
  const inMetres = await send(officer, 'dryRun=true&unit=cm')
  assert.ok(inMetres.body.findings.some(({ code }) => code === 'area-differs'), inMetres.text)

  const nothing = await send(officer, 'from=2026-11-01', Buffer.from('no drawing at all'))
  assert.equal(nothing.status, 422)
  assert.match(nothing.body.detail, /没有认出房间.*DXF/)
  const marked = await send(officer, 'from=2026-11-01', dxfOf(rooms), encodeURIComponent('x') + '机密.dxf')
  assert.equal(marked.status, 415)
  assert.equal((await send(await desk.as('everyone', { name: '刘敏' }), 'dryRun=true')).status, 403)

  const brought = await send(officer, 'from=2026-11-01')
  assert.equal(brought.status, 201, brought.text)
  assert.equal((await officer.get(`/api/office-space/floors/${above}/plan`, { day: '2026-11-02' })).status, 404)
  const drawing = `/api/office-space/drawings/${brought.body.id ?? ''}`
  const own = await officer.post<{ detail: string }>(`${drawing}/publish`, {})
  assert.equal(own.status, 403)
  assert.match(own.body.detail, /另一位场所管理员/)
  assert.deepEqual((await second.get<Waiting>(drawing)).body.rooms.length, 2)
  assert.equal((await second.post(`${drawing}/publish`, {})).status, 200)
  assert.equal((await second.post(`${drawing}/publish`, {})).status, 404)
  assert.equal((await officer.get<FloorOnADay>(`/api/office-space/floors/${above}/plan`, { day: '2026-11-02' })).body.rooms.length, 2)
  const { rows } = await sql<{ action: string; actor_name: string }>`select action, actor_name from audit.entry where action like 'office-space.drawing.%' order by id`.execute(desk.system.db)
  assert.deepEqual(rows, [{ action: 'office-space.drawing.bring', actor_name: '孙晓雯' }, { action: 'office-space.drawing.publish', actor_name: '何伟' }])

  assert.equal((await send(officer, 'from=2026-11-01')).status, 422)
  const again = await send(officer, 'from=2026-12-01')
  assert.equal((await officer.call('DELETE', `/api/office-space/drawings/${again.body.id ?? ''}`)).status, 204)
  assert.deepEqual((await officer.get<{ rows: unknown[] }>('/api/office-space/drawings')).body.rows, [])
})

test('a change on the plan is handed in as a version like any other; of two who change one floor the second is told and nothing is lost', async () => {
  const [officer, second, keeper] = [desk.officer, await desk.as('places.officer', { name: '何伟' }), await desk.as('places.officer', { name: '郑立群' })]
  const above = (await desk.make(floor, { site: where.site, building: where.building, number: 6, name: '6层' })).id
  await made('601', '20.00', { floor: above })
  const square = (x: number, code: string, width = 5) => ({ type: 'Feature', properties: { code }, geometry: { type: 'Polygon', coordinates: [[[x, 0], [x + width, 0], [x + width, 4], [x, 4], [x, 0]]] } })
  const changes = (...features: readonly object[]): Buffer => Buffer.from(JSON.stringify({ type: 'FeatureCollection', properties: { unit: 'm' }, features }))
  const hand = (by: Somebody, query: string, bytes: Buffer) => sendFile<Waiting & { detail: string }>(by, `/api/office-space/floors/${above}/drawings?${query}`, { name: 'changed.geojson', bytes })
  const newest = async (): Promise<string | undefined> => (await officer.get<{ plan: { from: string } | null }>(`/api/office-space/floors/${above}/newest-plan`)).body.plan?.from
  assert.equal(await newest(), undefined)

  const tried = await hand(officer, 'dryRun=true&from=2026-11-25&base=none', changes(square(0, '601', 6)))
  assert.deepEqual([tried.status, tried.body.findings.map(({ code }) => code)], [200, ['area-differs', 'floor-differs']], tried.text)
  const first = await hand(officer, 'from=2026-11-25&base=none', changes(square(0, '601'), square(5, '602', 3)))
  assert.deepEqual([first.status, first.body.rooms.map(({ code, known }) => [code, known])], [201, [['601', true], ['602', false]]], first.text)
  const late = await hand(second, 'from=2026-11-26&base=none', changes(square(0, '601')))
  assert.equal(late.status, 409)
  assert.match(late.body.detail, /孙晓雯已交来这一层的修改.*您的草稿还在本机/)
  assert.match((await hand(officer, 'from=2026-11-26&base=none', changes(square(0, '601')))).body.detail, /先撤回那一份/)
  assert.equal((await second.post(`/api/office-space/drawings/${first.body.id ?? ''}/publish`, {})).status, 200)
  assert.equal(await newest(), '2026-11-25')
  const stale = await hand(second, 'from=2026-11-26&base=none', changes(square(0, '601')))
  assert.deepEqual([stale.status, /已发布新的一版.*您的草稿还在本机/.test(stale.body.detail)], [409, true])

  const { body: shown } = await officer.get<FloorOnADay>(`/api/office-space/floors/${above}/plan`, { day: '2026-11-25' })
  assert.deepEqual([shown.plan.kept, shown.rooms.map(({ number, drawnArea }) => [number, drawnArea])], [true, [['601', '20.00'], ['602', '12.00']]])
  const kept = await officer.get<{ features: readonly unknown[] }>(`/api/office-space/plans/${shown.plan.id}/original`)
  assert.equal(kept.status, 200)
  assert.match(kept.text, /"FeatureCollection"/)
  assert.equal((await (await desk.as('everyone', { name: '刘敏' })).get(`/api/office-space/plans/${shown.plan.id}/original`)).status, 403)
  const again = await hand(keeper, `from=2026-11-27&base=${shown.plan.id}`, changes(square(0, '601')))
  assert.equal(again.status, 201, again.text)
  // what waits was drawn over a version that another has replaced meanwhile
  const byFile = await sendFile<Waiting>(officer, `/api/office-space/floors/${above}/drawings?from=2026-11-26`, { name: 'f.geojson', bytes: changes(square(0, '601', 5.1)) })
  assert.equal((await second.post(`/api/office-space/drawings/${byFile.body.id ?? ''}/publish`, {})).status, 200)
  assert.equal((await second.post(`/api/office-space/drawings/${again.body.id ?? ''}/publish`, {})).status, 409)
})

test('how far a drawing may be from the ledger is a row, and once every floor is drawn the building is held against its certificate', async () => {
  const house = (await desk.make(building, { site: where.site, name: '辅楼', height: 'low', buildingArea: '100.00' })).id
  const only = (await desk.make(floor, { site: where.site, building: house, number: 1, name: '1层' })).id
  const [one, other] = [await made('101', '30.00', { building: house, floor: only }), await made('102', '20.00', { building: house, floor: only })]
  const reading = readPlan(dxfOf([{ ...one, area: '30.80' }, other]))
  const codes = async (): Promise<readonly string[]> => (await heldAgainstLedger(desk.system.db, { floor: only, reading }, desk.system)).findings.map(({ code, zh }) => `${code} ${/折合建筑面积 [\d.]+/.exec(zh)?.[0] ?? ''}`.trim()).filter((code) => code.includes('differs'))
  assert.deepEqual(await codes(), ['floor-differs 折合建筑面积 78.15'])
  await desk.make(drawingTolerance, { of: 'room', share: '1.00', area: '0.10', basis: '房产测量规范', from: '2026-01-01', to: null })
  await desk.make(drawingTolerance, { of: 'building', share: '80.00', area: '10.00', basis: null, from: '2026-01-01', to: null })
  assert.deepEqual(await codes(), ['area-differs'])
})
