// A census 清查盘点: frozen at its opening, seen room by room, what the ledger does meanwhile shown and not overwritten, signed by another pair of eyes.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { census } from '@houqin/office-space'
import type { CensusSheet } from '@houqin/office-space'
import { building, certificate, floor, room, site } from '@houqin/places'
import { workplace } from '@houqin/staffing'
import type { Somebody } from '@houqin/testing/subsystem'
import { sql } from 'kysely'
import { spaceDesk } from './space-desk.ts'
import type { Desk } from './space-desk.ts'

let desk: Desk
let yard: string
let house: string
let steward: Somebody
let second: Somebody
before(async () => {
  desk = await spaceDesk()
  yard = (await desk.make(site, { name: '南浦分部' })).id
  const paper = (await desk.make(certificate, { number: '苏（2019）不动产权第0001号', site: yard, kind: 'title', buildingArea: '1000.00' })).id
  house = (await desk.make(building, { site: yard, name: '主楼', height: 'low', certificate: paper, buildingArea: '980.00' })).id
  steward = await desk.as('places.steward', { name: '周建国', site: yard })
  second = await desk.as('places.officer', { name: '何伟' })
})
let level = 0
/** A floor of its own for each story. */
async function floorOf(rooms: readonly (readonly [number: string, area: string])[]): Promise<readonly string[]> {
  level += 1
  const on = (await desk.make(floor, { site: yard, building: house, number: level, name: `${level}层` })).id
  const ids: string[] = []
  for (const [number, area] of rooms) ids.push((await desk.make(room, { site: yard, building: house, floor: on, number, title: null, use: 'office', purpose: 'office', area, seats: 4, grade: null })).id)
  return ids
}
const sheetOf = async (number: string, by: Somebody = steward): Promise<CensusSheet> => {
  const { status, body, text } = await by.get<CensusSheet>(`/api/office-space/censuses/${number}`)
  assert.equal(status, 200, text)
  return body
}
const see = (number: string, where: string, seen: object, by: Somebody = steward) => by.post<{ outcome: string; version: number; type?: string; detail?: string }>(`/api/office-space/censuses/${number}/rooms/${where}`, { there: true, way: 'hand', version: 0, ...seen })
const seatsIn = async (where: string): Promise<readonly string[]> => {
  const { rows } = await sql<{ name: string }>`
    select p.name from staffing.workplace w join people.person p on p.id = w.person
     where w.room = ${where}::uuid and w.valid @> ${desk.clock.today()}::date and w.retired_at is null order by p.name`.execute(desk.system.db)
  return rows.map(({ name }) => name)
}

test('confirmed in one tap or corrected; what happened meanwhile is shown and kept; another officer signs, and the ledger follows', async () => {
  const [calm = '', mixed = '', moving = '', gone = ''] = await floorOf([['101', '18.00'], ['102', '20.00'], ['103', '9.00'], ['104', '12.00']])
  const [quiet, away, extra, mover, leaver] = [await desk.somebody('安静', 'below'), await desk.somebody('丁走', 'below'), await desk.somebody('戊来', 'below'), await desk.somebody('己搬', 'below'), await desk.somebody('庚退', 'below')]
  for (const [who, where] of [[quiet, calm], [away, mixed], [mover, moving], [leaver, moving]] as const) await desk.sits(who, where)
  const opened = await desk.officer.ask(census, { site: yard, until: '2026-12-10' })
  await assert.rejects(desk.officer.ask(census, { site: yard, until: '2026-11-23' }), { problem: 'bad-input' })
  const { number } = opened
  const first = await sheetOf(number)
  assert.deepEqual([first.rooms.map((one) => one.number), first.floors[0]?.expected, first.mayCount], [['101', '102', '103', '104'], 4, true])

  // the ledger goes on: one moves, one leaves
  await sql`update staffing.workplace set valid = daterange(lower(valid), '2026-11-24') where person = any(${[mover, leaver]}::uuid[])`.execute(desk.system.db)
  await sql`update people.person set left_on = '2026-11-23', standing = 'retired' where id = ${leaver}`.execute(desk.system.db)
  desk.clock.advance({ minutes: 5 })
  await desk.make(workplace, { person: mover, room: calm, from: '2026-11-24', to: null })

  assert.equal((await see(number, calm, {})).body.outcome, 'same')
  const mixedSeen = await see(number, mixed, { area: '21.50', people: [{ person: away, here: false }, { person: extra, here: true }, { person: mover, here: true }], note: '隔断拆了' })
  assert.equal(mixedSeen.body.outcome, 'differs', mixedSeen.text)
  assert.equal((await see(number, moving, { people: [{ person: leaver, here: true }] })).body.outcome, 'same', 'whoever was expected is found again')
  assert.equal((await see(number, gone, { there: false })).status, 422, 'a room not found needs a word')
  assert.equal((await see(number, gone, { there: false, note: '并入 105' })).body.outcome, 'missing')
  const late = await see(number, calm, { there: false, note: '没看到' }, second)
  assert.deepEqual([late.status, late.body.type], [409, '/problems/stale-version'], late.text)
  assert.match(late.text, /周建国/)

  const seen = await sheetOf(number)
  const [floorSeen] = seen.floors
  assert.deepEqual([floorSeen?.found, floorSeen?.differing, floorSeen?.missing, floorSeen?.left], [3, 1, 1, 0])
  const meanwhile = seen.rooms.find(({ id }) => id === moving)?.meanwhile.join(';') ?? ''
  assert.match(meanwhile, /己搬 在清查开始后搬到.*101/)
  assert.match(meanwhile, /庚退 在清查开始后不再登记在这里（2026-11-23 离岗）/)
  const says = seen.findings.map(({ kind, says: what }) => `${kind} ${what}`).join('\n')
  assert.match(says, /reality 台账有、现场没有找到 1 间：104（并入 105）/)
  assert.match(says, /reality 1 间面积与台账不符，台账 20.00 ㎡，实测 21.50 ㎡，相差 1.50 ㎡/)
  assert.match(says, /reality 台账在座、现场没有的 1 人：丁走（102）/)
  assert.match(says, /ledger 楼栋建筑面积合计 980.00 ㎡，证载 1,000.00 ㎡，相差 -20.00 ㎡/)
  assert.match(says, /certificate 主楼房间使用面积占建筑面积 6.02%，不到 65.00%/)

  const submitted = await steward.take(opened, 'submit')
  assert.equal((await see(number, calm, { version: 1 })).body.type, '/problems/step-not-possible')
  const closed = await second.take(submitted, 'sign')
  assert.deepEqual([closed.stateTitle, closed.facts['written'], closed.facts['kept']], ['已签字', 3, 1])
  assert.deepEqual(await seatsIn(mixed), ['戊来'], '己搬 was given another seat meanwhile and is left there')
  const { rows: [written] } = await sql<{ area: string; by: string }>`
    select r.area::text as area, (select actor_name from audit.entry e where e.subject_id = r.id::text order by e.at desc, e.id desc limit 1) as "by" from places.room r where r.id = ${mixed}`.execute(desk.system.db)
  assert.equal(written?.area, '21.50')
  assert.equal((await sheetOf(number, second)).rooms.find(({ id }) => id === mixed)?.people.find(({ id }) => id === mover)?.signed, 'kept')
})

test('whoever counted or submitted does not sign; rooms not looked at need a reason; nobody else counts', async () => {
  const [one = '', two = ''] = await floorOf([['201', '9.00'], ['202', '9.00']])
  const opened = await desk.officer.ask(census, { site: yard, until: '2026-12-20' })
  const elsewhere = await desk.as('places.steward', { name: '外人', site: (await desk.make(site, { name: '北浦分部' })).id })
  assert.equal((await see(opened.number, one, {}, elsewhere)).status, 403)
  assert.equal((await elsewhere.get(`/api/office-space/censuses/${opened.number}`)).status, 404)
  await assert.rejects(steward.take(opened, 'submit'), { problem: 'step-not-possible' })
  await see(opened.number, one, {}, second)
  await assert.rejects(steward.take(opened, 'submit'), { problem: 'step-not-possible' })
  const submitted = await desk.officer.take(opened, 'submit', { comment: '202 在装修' })
  await assert.rejects(second.take(submitted, 'sign'), { problem: 'not-allowed' })
  await assert.rejects(desk.officer.take(submitted, 'sign'), { problem: 'not-allowed' })
  const again = await second.take(submitted, 'recount', { comment: '202 补看' })
  await see(opened.number, two, {})
  const third = await desk.as('places.officer', { name: '第三人' })
  assert.equal((await third.take(await steward.take(again, 'submit', { comment: '一层的上次看过' }), 'sign')).stateTitle, '已签字')
})
