// Floor plans 楼层图: a drawing becomes rooms of the ledger from a day on, told as they were on any day, and as far as the reader may see.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { building, floor, room, site } from '@houqin/places'
import type { SeedRoom } from '@houqin/places/seed'
import { sendFile } from '@houqin/testing/ledger-file'
import type { Somebody } from '@houqin/testing/subsystem'
import { sql } from 'kysely'
import { floorDrawing } from '../seed/floor-drawing.ts'
import { heldAgainstLedger, importPlan } from '../src/server/plan/import-plan.ts'
import { readPlan } from '../src/server/plan/plan-reading.ts'
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
  const held = await heldAgainstLedger(desk.system.db, { floor: where.floor, reading: readPlan(dxfOf(drawn)) })
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

interface Proposed {
  readonly fewest: boolean
  readonly before: number
  readonly left: readonly string[]
  readonly moves: readonly { readonly kind: string; readonly person: { readonly id: string; readonly name: string } | null; readonly organ: { readonly id: string }; readonly from: { readonly id: string }; readonly to: { readonly id: string } | null; readonly says: string; readonly why: string; readonly open: string | null }[]
}
test('the fewest moves are proposed in words, changed by the officer, ordered as matters, and what is left is nothing', async () => {
  const [large, fitting, other] = [await desk.office('701', '22.00'), await desk.office('702', '12.00', { seats: 1 }), await desk.office('703', '11.00', { seats: 1 })]
  const [deputy, gone] = [await desk.somebody('周琳', 'sectionDeputy'), await desk.somebody('吴启明', 'below', { standing: 'retired', leftOn: '2026-08-01' })]
  await sql`update people.post set valid = daterange('2024-01-01', '2026-08-01', '[]') where person = ${gone}`.execute(desk.system.db)
  await desk.sits(deputy, large)
  await desk.sits(gone, await desk.office('704', '9.00'))
  const propose = async (more: object = {}, by = desk.officer): Promise<Proposed> => {
    const { status, body, text } = await by.post<Proposed>('/api/office-space/reallotment', { scope: { organ: desk.bureau }, ...more })
    assert.equal(status, 200, text)
    return body
  }
  const first = await propose()
  assert.deepEqual([first.fewest, first.left, first.moves.length], [true, [], first.before])
  const move = first.moves.find(({ person }) => person?.id === deputy)
  assert.match(move?.says ?? '', /周琳\(副科级\)由1号楼 701\(22\.00 ㎡\)调到1号楼 70[23]\(1[12]\.00 ㎡\)\(公用房源,先办分配\)/)
  assert.match(move?.why ?? '', /701.*1 人上限合计 12\.00 ㎡,超标/)
  assert.ok(first.moves.some(({ kind, person, says }) => kind === 'vacate' && person?.id === gone && says.includes('吴启明退出')))

  const elsewhere = (await propose({ forbidden: [move?.to?.id ?? ''] })).moves.find(({ person }) => person?.id === deputy)
  assert.deepEqual(new Set([move?.to?.id, elsewhere?.to?.id]), new Set([fitting, other]))
  const kept = await propose({ locked: [deputy] })
  assert.equal(kept.moves.some(({ person }) => person?.id === deputy), false)
  assert.equal((await (await desk.as('everyone', { name: '刘敏' })).post('/api/office-space/reallotment', { scope: {} })).status, 403)
  assert.equal((await desk.officer.post('/api/office-space/reallotment', { scope: { organ: desk.bureau, building: desk.bureau } })).status, 422)

  const orders = first.moves.map(({ organ, person, from, to, says, why }) => ({ organ: organ.id, person: person?.id ?? null, from: from.id, to: to?.id ?? null, what: `${says}。${why}。` }))
  const late = await desk.officer.post<{ detail: string }>('/api/office-space/reallotment/orders', { moves: orders, until: '2026-11-01' })
  assert.deepEqual([late.status, late.body.detail], [422, '改好的期限已经过了,请改。'])
  const ordered = await desk.officer.post<{ numbers: readonly string[] }>('/api/office-space/reallotment/orders', { moves: orders, until: '2026-12-10' })
  assert.equal(ordered.status, 201, ordered.text)
  assert.deepEqual((await propose()).moves.map(({ open }) => open).toSorted(), ordered.body.numbers.toSorted())
  for (const number of ordered.body.numbers) {
    const asked = await desk.officer.get<{ version: number }>(`/api/matters/office-space.redress/${number}`)
    const { status, text } = await desk.officer.post(`/api/matters/office-space.redress/${number}/steps/conclude`, {}, { 'if-match': `"${asked.body.version}"` })
    assert.equal(status, 200, text)
  }
  assert.deepEqual((await propose()).moves, [])
})
