// Once a year 公示与备案: leaders' rooms are confirmed by the organ and filed by the bureau; what the organs have is published, and corrected by a new edition.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { allotment, publication, roomFiling } from '@houqin/office-space'
import { certificate } from '@houqin/places'
import type { Somebody } from '@houqin/testing/subsystem'
import { sql } from 'kysely'
import { spaceDesk } from './space-desk.ts'
import type { Desk } from './space-desk.ts'

let desk: Desk
let leader: Somebody
before(async () => {
  desk = await spaceDesk()
  leader = await desk.as('people.bureau-leader', { name: '顾明远' })
})

test('every organ with leaders is asked once, confirms, and is filed with what is beyond the standard', async () => {
  const [head, large] = [await desk.somebody('钱正', 'sectionChief'), await desk.office('901', '21.50')]
  await sql`update people.post set duty = 'head', title = '局长' where person = ${head}`.execute(desk.system.db)
  await desk.sits(head, large)
  const liaison = await desk.as('people.liaison', { name: '吴婷', organ: desk.bureau })
  const start = () => desk.officer.post<{ started: number }>('/api/office-space/filings', { year: 2026 })
  assert.deepEqual([(await start()).body, (await start()).body], [{ started: 1 }, { started: 0 }])
  assert.equal((await desk.officer.post('/api/office-space/filings', { year: 2027 })).status, 422)
  const year = async () => (await leader.get<{ counts: object; leaders: number; deviating: number; waiting: readonly { number: string; late: boolean }[] }>('/api/office-space/filings', { year: '2026' })).body
  const { waiting, ...counts } = await year()
  assert.deepEqual({ ...counts }, { year: 2026, counts: { asked: 1, confirmed: 0, filed: 0 }, leaders: 1, deviating: 1 })
  const asked = await liaison.see({ matter: roomFiling.id, number: waiting[0]?.number ?? '' })
  const [line] = asked.lines['leaders']?.rows ?? []
  assert.deepEqual([line?.['area'], line?.['limit'], line?.['post']], ['21.50', '18.00', '局长'])
  assert.match(String(line?.['deviation']), /上限 18.00 ㎡，超出 3.50 ㎡/)
  const confirmed = await liaison.take(asked, 'confirm', { input: { remark: '年内隔断' } })
  assert.equal((await desk.officer.take(confirmed, 'file')).stateTitle, '已备案')
  assert.deepEqual((await year()).waiting, [])
})

test('what the organs have is frozen, checked by another, read by everybody; a correction says what it corrects', async () => {
  await desk.make(allotment, { organ: desk.bureau, room: await desk.office('902', '40.00', { use: 'service', purpose: 'meeting' }), kind: 'own', from: '2026-01-01', to: null })
  const { rows: [yard] } = await sql<{ id: string }>`select id from places.site where name = '机关大院'`.execute(desk.system.db)
  await desk.make(certificate, { site: yard?.id ?? '', number: '产权 1', buildingArea: '120.50' })
  const staff = await desk.as('everyone', { name: '刘敏' })
  const draft = await desk.officer.ask(publication, { year: 2026 })
  assert.deepEqual((await staff.get<{ rows: readonly unknown[] }>('/api/office-space/publications')).body.rows, [])
  assert.equal((await staff.get(`/api/office-space/publications/${draft.number}`)).status, 404)
  await assert.rejects(desk.officer.take(draft, 'check'), { problem: 'not-allowed' })
  await desk.officer.take(await leader.take(draft, 'check'), 'publish')
  await sql`update places.room set area = 44 where number = '902'`.execute(desk.system.db)
  const organs = async (number: string) => (await staff.get<{ rows: readonly { organ: string; service: string }[] }>(`/api/office-space/publications/${number}`)).body.rows.find(({ organ }) => organ === desk.bureau)?.service
  assert.equal(await organs(draft.number), '40.00', 'what was published stays as it was')
  await assert.rejects(desk.officer.ask(publication, { year: 2026 }), { problem: 'bad-input' })
  const second = await desk.officer.ask(publication, { year: 2026, corrects: '会议室面积重测' })
  await desk.officer.take(await leader.take(second, 'check'), 'publish')
  assert.equal(await organs(second.number), '44.00')
  const sheet = await staff.get(`/api/office-space/publications/${second.number}/export.xlsx`)
  assert.equal(sheet.status, 200)
  assert.equal((await staff.get(`/api/office-space/publications/YS-1/export.xlsx`)).status, 404)
  const { body: { rows: [newest] } } = await staff.get<{ rows: readonly { sites: number; organs: number; built: string }[] }>('/api/office-space/publications')
  const { body: { totals } } = await desk.officer.get<{ totals: { sites: number; organs: number; area: string } }>('/api/office-space/district')
  assert.deepEqual([newest?.sites, newest?.organs, newest?.built], [totals.sites, totals.organs, '120.50'], 'the totals are frozen with the sheet')
  assert.equal(totals.area, '120.50')
  const { body } = await staff.get<{ rows: readonly { number: string; edition: number; corrects: string | null }[] }>('/api/office-space/publications')
  assert.deepEqual(body.rows.map(({ number, edition, corrects }) => [number, edition, corrects]), [[second.number, 2, '会议室面积重测'], [draft.number, 1, null]])
})
