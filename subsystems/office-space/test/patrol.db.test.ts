// A patrol of rooms 用房巡查: walked door by door, what differs becomes a redress with its clause, and neither closes before the data comply.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { allotment, asSeen, redress, roomPatrol, roomState } from '@houqin/office-space'
import type { PatrolBoard, PatrolSheet, Visited } from '@houqin/office-space'
import { building, room, site } from '@houqin/places'
import { runPlans } from '@houqin/plans'
import { sendFile } from '@houqin/testing/ledger-file'
import type { Somebody } from '@houqin/testing/subsystem'
import { sql } from 'kysely'
import { patrolPlans } from '../src/server/patrol/patrol-plans.ts'
import { spaceDesk } from './space-desk.ts'
import type { Desk } from './space-desk.ts'

let desk: Desk
let steward: Somebody
let yard: string
let tower: string
const rooms: Record<'kept' | 'moved' | 'lent' | 'free', string> = { kept: '', moved: '', lent: '', free: '' }
const people: Record<'sits' | 'gone' | 'extra', string> = { sits: '', gone: '', extra: '' }
before(async () => {
  desk = await spaceDesk()
  const { rows: [house] } = await sql<{ id: string; site: string }>`select id, site from places.building where name = '1号楼'`.execute(desk.system.db)
  ;[yard, tower] = [house?.site ?? '', house?.id ?? '']
  steward = await desk.as('places.steward', { name: '周建国', site: yard })
  for (const [key, number] of [['kept', '301'], ['moved', '302'], ['lent', '303'], ['free', '304']] as const) rooms[key] = await desk.office(number, '12.00')
  await desk.office('305', '12.00', { grade: 'restricted' })
  for (const room of [rooms.kept, rooms.moved, rooms.lent]) await desk.make(allotment, { organ: desk.bureau, room, kind: 'own', from: '2026-01-01', to: null })
  for (const [key, name] of [['sits', '甲一'], ['gone', '乙二'], ['extra', '丙三']] as const) people[key] = await desk.somebody(name, 'sectionDeputy')
  await desk.sits(people.sits, rooms.kept)
  await desk.sits(people.gone, rooms.moved)
})
const visit = (room: string, body: object, by = steward) => by.post<Visited & { type?: string }>(`/api/office-space/rooms/${room}/visits`, { way: 'scan', ...body })
const opened = async (): Promise<readonly (string | null)[]> => (await desk.officer.get<{ rows: readonly { opens: string | null }[] }>(`/api/standards/${asSeen.id}/audit`)).body.rows.map(({ opens }) => opens)
const found = async (): Promise<readonly string[]> => (await desk.officer.get<{ rows: readonly { findings: readonly { says: string }[] }[] }>(`/api/standards/${asSeen.id}/audit`)).body.rows.flatMap(({ findings }) => findings.map(({ says }) => says))

test('every door is seen once; what differs is a redress with its clause, concluded only when ledger or room were put right', async () => {
  await assert.rejects(steward.ask(roomPatrol, { site: yard, building: tower, day: '2026-11-01' }), { problem: 'bad-input' })
  const patrol = await steward.ask(roomPatrol, { site: yard, building: tower, day: desk.clock.today() })
  assert.equal(patrol.facts['rooms'], 4, 'the room where secrets are kept is not walked')
  await assert.rejects(steward.ask(roomPatrol, { site: yard, building: tower, day: desk.clock.today() }), { problem: 'conflict' })

  assert.deepEqual((await visit(rooms.kept, { patrol: patrol.number })).body, { outcome: 'same', findings: [], redress: null })
  assert.equal((await visit(rooms.kept, { patrol: patrol.number, people: [{ person: people.sits, here: true }], use: 'office', state: 'used' })).body.outcome, 'same', 'what the ledger says already is no difference')
  const moved = (await visit(rooms.moved, { patrol: patrol.number, people: [{ person: people.gone, here: false }, { person: people.extra, here: true }] })).body
  assert.deepEqual(moved.findings.map(({ says }) => says), [`2026-11-24 周建国在${await nameOf(rooms.moved)}看到乙二不在这里坐；丙三坐在这里，台账没有`])
  assert.match(moved.findings[0]?.cite ?? '', /《本局对《党政机关办公用房管理办法》的口径》 第六条/)
  const lent = (await visit(rooms.lent, { patrol: patrol.number, state: 'lent', plate: 'missing' })).body
  assert.deepEqual(lent.findings.map(({ cite }) => cite.replace(/^.*》/, '')), ['（国令第621号） 第二十三条', ' 条号待核'])
  await assert.rejects(desk.officer.take(await steward.see(patrol), 'finish'), { problem: 'step-not-possible' })
  assert.equal((await visit(rooms.free, { patrol: patrol.number, plate: 'wrong' })).body.redress, null, 'no organ holds it: it stands on the board')
  const sheet = (await steward.get<PatrolSheet>(`/api/office-space/room-patrols/${patrol.number}`)).body
  assert.deepEqual(sheet.rooms.map(({ number, outcome }) => [number, outcome]), [['301', 'same'], ['302', 'differs'], ['303', 'differs'], ['304', 'differs']])
  const done = await steward.take(await steward.see(patrol), 'finish')
  assert.deepEqual([done.stateTitle, done.facts['seen'], done.facts['differing']], ['已巡查', 4, 3])
  assert.equal((await visit(rooms.kept, { patrol: patrol.number })).status, 409)

  const board = (await steward.get<PatrolBoard>('/api/office-space/room-patrols')).body
  assert.deepEqual(board.sites.map(({ rooms: all, seen, open }) => [all, seen, open.map(({ redress: number }) => number !== null)]), [[4, 4, [true, true, false]]])

  // the seat is put right in the ledger
  const order = async (number: string | null) => desk.officer.take(await desk.officer.see({ matter: redress.id, number: number ?? '' }), 'order', { input: { way: 'correct', until: '2026-12-10' } })
  const first = await order(moved.redress)
  await assert.rejects(desk.officer.take(first, 'conclude'), { problem: 'standard-breached' })
  await sql`update staffing.workplace set valid = daterange(lower(valid), ${desk.clock.today()}::date) where person = ${people.gone}`.execute(desk.system.db)
  await desk.sits(people.extra, rooms.moved, desk.clock.today())
  assert.equal((await desk.officer.take(first, 'conclude')).stateTitle, '已整改')

  // entered as lent without an approval it breaches another rule; the plate wants a second look
  const second = await order(lent.redress)
  const entered = await desk.make(roomState, { site: yard, room: rooms.lent, state: 'lent', party: '某协会', approval: null, from: desk.clock.today(), to: null })
  await assert.rejects(desk.officer.take(second, 'conclude'), { problem: 'standard-breached' })
  await sql`update office_space.room_state set approval = '清政函〔2026〕9号' where id = ${entered.id}`.execute(desk.system.db)
  await assert.rejects(desk.officer.take(second, 'conclude'), { problem: 'standard-breached' })
  desk.clock.set('2026-11-24T09:30:00+08:00')
  assert.equal((await visit(rooms.lent, {})).body.outcome, 'same')
  assert.equal((await desk.officer.take(second, 'conclude')).stateTitle, '已整改')
  assert.equal((await found()).length, 1, 'the free room without an organ')
  assert.ok((await opened()).includes(`/registers/places.room/${rooms.free}`))

  // who moves in later is no difference
  await sql`update staffing.workplace set valid = daterange(lower(valid), '2026-12-01'::date) where person = ${people.extra}`.execute(desk.system.db)
  desk.clock.set('2026-12-02T09:00:00+08:00')
  assert.equal((await found()).length, 1)
})

test('a room is looked at by whoever answers for its site; another building is another patrol', async () => {
  const elsewhere = (await desk.make(site, { name: '城东办公点' })).id
  const stranger = await desk.as('places.steward', { name: '外人', site: elsewhere })
  assert.equal((await visit(rooms.kept, {}, stranger)).status, 403)
  assert.deepEqual((await stranger.get<PatrolBoard>('/api/office-space/room-patrols')).body, { patrols: [], sites: [] })
  assert.equal((await visit(rooms.kept, {}, await desk.as('everyone', { name: '刘敏' }))).status, 403)
  assert.equal((await visit(rooms.kept, { patrol: 'YX-20260101-0001' })).status, 404)
})

async function nameOf(room: string): Promise<string> {
  return (await sql<{ label: string }>`select label from places.room where id = ${room}`.execute(desk.system.db)).rows[0]?.label ?? ''
}

test('a building comes round by its plan: the patrol is there on the day, once', async () => {
  const annex = (await desk.make(building, { site: yard, name: '2号楼', height: 'low' })).id
  await desk.make(room, { site: yard, building: annex, number: '101', title: null, use: 'office', purpose: 'office', area: '12.00', seats: 2, grade: null })
  const today = desk.clock.today()
  const plan = { kind: roomPatrol.id, title: '2号楼 用房巡查', rule: { every: 'month', interval: 3, on: Number(today.slice(8)), daysOff: 'keep' }, starts: today, ends: null, missed: 'once', site: yard, input: { building: annex } }
  assert.equal((await steward.post('/api/office-space/plans', plan)).status, 201)
  assert.deepEqual([await runPlans(patrolPlans(desk.system)), await runPlans(patrolPlans(desk.system))], [1, 0])
  const board = (await steward.get<PatrolBoard>('/api/office-space/room-patrols')).body
  assert.deepEqual(board.patrols.map(({ rooms: all, seen }) => [all, seen]), [[1, 0]])
})

test('what is photographed at the door stands with the patrol and the redress; whoever caused a redress reads it, and no other', async () => {
  const patrol = await steward.ask(roomPatrol, { site: yard, building: tower, day: desk.clock.today() })
  const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
  const { body: photo } = await sendFile<{ id: string }>(steward, '/api/files', { name: '门口.png', bytes: picture, type: 'image/png' })
  assert.equal((await visit(rooms.kept, { state: 'idle', photos: [photo.id] })).status, 422, 'a second look outside a patrol has no photographs')
  const { body: seen } = await visit(rooms.kept, { patrol: patrol.number, state: 'idle', note: '已经搬空', photos: [photo.id] })
  assert.ok(seen.redress !== null)
  const sheet = (await steward.get<PatrolSheet>(`/api/office-space/room-patrols/${patrol.number}`)).body
  assert.deepEqual(sheet.rooms.find(({ id }) => id === rooms.kept)?.photos, [photo.id])

  const { body: told } = await steward.get<{ timeline: readonly { comment: string | null; files?: readonly string[] }[] }>(`/api/matters/${redress.id}/${seen.redress}`)
  assert.deepEqual(told.timeline.flatMap(({ comment, files = [] }) => files.map((id) => [comment, id])), [[`巡查照片 ${patrol.number} 已经搬空`, photo.id]])
  const another = await desk.as('places.steward', { name: '另一位', site: yard })
  assert.equal((await another.get(`/api/matters/${redress.id}/${seen.redress}`)).status, 404)
  const status = async (by: Somebody): Promise<number> => (await by.get(`/api/files/${photo.id}`)).status
  assert.deepEqual([await status(desk.officer), await status(another), await status(await desk.as('everyone', { name: '过路的' }))], [200, 200, 404], 'whoever reads the patrol opens it')
  // the second steward finds the same: one redress, and he reads it from then on
  assert.equal((await visit(rooms.kept, { patrol: patrol.number, state: 'idle' }, another)).body.redress, seen.redress)
  assert.equal((await another.get(`/api/matters/${redress.id}/${seen.redress}`)).status, 200)
})
