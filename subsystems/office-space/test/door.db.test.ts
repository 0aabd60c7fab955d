// At the door 门牌: what is told of a room by its code, a correction entered at once by whoever keeps the ledger and told to him by anybody else.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { roomCorrection } from '@houqin/office-space'
import type { Corrected, DoorSheet } from '@houqin/office-space'
import { floor, room } from '@houqin/places'
import type { Somebody } from '@houqin/testing/subsystem'
import { sql } from 'kysely'
import { spaceDesk } from './space-desk.ts'
import type { Desk } from './space-desk.ts'

let desk: Desk
let yard: string
let storey: string
let steward: Somebody
before(async () => {
  desk = await spaceDesk()
  const { rows: [house] } = await sql<{ id: string; site: string }>`select id, site from places.building`.execute(desk.system.db)
  assert.ok(house)
  yard = house.site
  storey = (await desk.make(floor, { site: yard, building: house.id, number: 3, name: '3层' })).id
  steward = await desk.as('places.steward', { name: '周建国', site: yard })
})
const office = (number: string, area: string, more: object = {}): Promise<string> => desk.office(number, area, { floor: storey, ...more })
const doorOf = async (by: Somebody, id: string): Promise<DoorSheet> => {
  const { body: { code } } = await desk.officer.get<{ code: string }>(`/api/registers/${room.id}/${id}/code`)
  const { status, body, text } = await by.get<DoorSheet>(`/api/office-space/doors/${code}`)
  assert.equal(status, 200, text)
  return body
}
const correct = (by: Somebody, id: string, told: object) => by.post<Corrected & { detail?: string; type?: string }>(`/api/office-space/rooms/${id}/corrections`, told)

test('a door tells who sits there and until when, what the ranks allow and by which clause, and what is too much to whoever may read it', async () => {
  const where = await office('301', '30.00')
  const [chief, clerk, coming] = [await desk.somebody('韩梅', 'sectionChief'), await desk.somebody('李雷', 'below'), await desk.somebody('王芳', 'below')]
  await desk.sits(chief, where)
  await desk.sits(clerk, where, '2026-03-01', '2026-12-31')
  await desk.sits(coming, where, '2027-01-01')
  const sheet = await doorOf(steward, where)
  assert.deepEqual([sheet.number, sheet.area, sheet.building.name, sheet.floor.name, sheet.floor.drawn, sheet.census, sheet.writes], ['301', '30.00', '1号楼', '3层', false, null, false])
  assert.deepEqual(sheet.people.map(({ name, from, to, rank }) => [name, from, to, rank]), [['韩梅', '2026-03-01', null, 'sectionChief'], ['李雷', '2026-03-01', '2026-12-31', 'below'], ['王芳', '2027-01-01', null, 'below']])
  assert.deepEqual([sheet.allowed?.area, sheet.allowed?.by.map(({ limit }) => limit).toSorted()], ['27.00', ['18.00', '9.00']])
  assert.match(sheet.allowed?.cite ?? '', /2674/)
  assert.equal(sheet.over.length, 2)
  const staff = await desk.as('everyone', { name: '刘敏' })
  assert.deepEqual((await doorOf(staff, where)).over, [])
  assert.equal((await staff.get('/api/office-space/doors/abcdefgh12345')).status, 404)
  const secret = await office('302', '20.00', { grade: 'restricted' })
  assert.equal((await staff.get(`/api/office-space/rooms/${secret}/door`)).status, 404)
})

test('the officer corrects at the door and the ledger says so from today; who sat elsewhere moves; of two who correct, the second is told', async () => {
  const [where, other] = [await office('303', '18.00'), await office('304', '12.00')]
  const [gone, found] = [await desk.somebody('赵刚', 'below'), await desk.somebody('钱进', 'below')]
  await desk.sits(gone, where)
  await desk.sits(found, other)
  const { room: { version }, writes } = await doorOf(desk.officer, where)
  assert.equal(writes, true)
  const { status, body, text } = await correct(desk.officer, where, { version, area: '18.60', people: [{ person: gone, here: false }, { person: found, here: true }] })
  assert.deepEqual([status, body.done, body.number], [201, 'written', null], text)
  const after = await doorOf(desk.officer, where)
  assert.deepEqual([after.area, after.people.map(({ name, from }) => [name, from])], ['18.60', [['钱进', '2026-11-24']]])
  assert.deepEqual((await doorOf(desk.officer, other)).people, [])
  const late = await correct(desk.officer, where, { version, area: '19.00' })
  assert.deepEqual([late.status, /刚被别人改过/.test(late.body.detail ?? '')], [409, true])
  assert.equal((await correct(desk.officer, where, { version: after.room.version, area: '18.60', people: [] })).status, 422)
})

test('what a steward sees is told to the officer, who enters it or says why not; words alone enter nothing', async () => {
  const where = await office('305', '16.00')
  const gone = await desk.somebody('孙丽', 'below')
  await desk.sits(gone, where)
  const { room: { version } } = await doorOf(steward, where)
  const { body } = await correct(steward, where, { version, use: 'service', people: [{ person: gone, here: false }], note: '改作文印室' })
  assert.equal(body.done, 'told')
  assert.equal((await doorOf(steward, where)).people.length, 1, 'nothing is written before it is looked at')
  const asked = await desk.officer.see({ matter: roomCorrection.id, number: body.number ?? '' })
  assert.match(asked.subject, /305 与台账不符/)
  await assert.rejects(steward.take(asked, 'enter'), { problem: 'not-allowed' })
  assert.equal((await desk.officer.take(asked, 'enter')).stateTitle, '已更正')
  const after = await doorOf(steward, where)
  assert.deepEqual([after.use, after.people], ['service', []])
  const words = await correct(desk.officer, where, { version: after.room.version, note: '门牌掉了' })
  assert.equal(words.body.done, 'told')
  await assert.rejects(desk.officer.take(await desk.officer.see({ matter: roomCorrection.id, number: words.body.number ?? '' }), 'enter'), { problem: 'step-not-possible' })
})
