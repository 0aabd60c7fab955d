// What is done about rooms 用房的工作要点: each sentence's figures of one month and of another, and each opens as many rows.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, test } from 'node:test'
import type { Matter } from '@houqin/define'
import { census, citySubmission, floorPlan, officeSpace as subsystem, redress, roomPatrol } from '@houqin/office-space'
import { building, floor } from '@houqin/places'
import { sql } from 'kysely'
import { spaceDesk } from './space-desk.ts'
import type { Desk } from './space-desk.ts'

type Row = Readonly<Record<string, string | number | null>>
interface Answer { readonly rows: readonly Row[]; readonly opens: readonly Readonly<Record<string, string>>[] }
const november = { from: '2026-11-01T00:00:00+08:00', to: '2026-12-01T00:00:00+08:00' }
const october = { from: '2026-10-01T00:00:00+08:00', to: '2026-11-01T00:00:00+08:00' }

let desk: Desk
let yard: string
let tower: string
let matters = 0
before(async () => {
  desk = await spaceDesk()
  const { rows: [house] } = await sql<{ id: string; site: string }>`select id, site from places.building where name = '1号楼'`.execute(desk.system.db)
  ;[yard, tower] = [house?.site ?? '', house?.id ?? '']
})
async function answered(report: { readonly id: string }, period: typeof november): Promise<Answer> {
  const { status, body, text } = await desk.officer.get<Answer>(`/api/reports/${report.id}`, period)
  assert.equal(status, 200, text)
  return body
}
/** One row whose every figure opens as many rows as it says, or a sum of theirs, but for those that are `told` on a page of their own. */
async function figures(report: { readonly id: string }, period: typeof november, told: readonly string[] = []): Promise<Row> {
  const { rows, opens } = await answered(report, period)
  assert.equal(rows.length, 1)
  const [row = {}] = rows
  for (const [column, figure] of Object.entries(row)) {
    if (told.includes(column)) continue
    const [, noun, id = '', query = ''] = /^\/(registers|matters)\/([\w.-]+)\??(.*)$/.exec(opens[0]?.[column] ?? '') ?? []
    const { status, body, text } = await desk.officer.get<{ count?: number; sums?: Record<string, string>; total?: number }>(noun === 'registers' ? `/api/registers/${id}/summary?${query}` : `/api/matters/${id}?${query}&limit=1&total=true`)
    assert.equal(status, 200, `${column}: ${text}`)
    if (typeof figure === 'string') assert.ok(Object.values(body.sums ?? {}).includes(figure), `${report.id} ${column}`)
    else assert.equal(body.count ?? body.total, figure, `${report.id} ${column}`)
  }
  return row
}
const stepTo = (matter: Matter, state: string): string => Object.keys(matter.steps).find((step) => matter.steps[step]?.to === state) ?? ''
async function past(matter: Matter, { form, facts = {}, days: [begun, ended], states: [first, last], at = null }: { form: object; facts?: object; days: readonly [string, string?]; states: readonly [string, string?]; at?: string | null }): Promise<void> {
  matters += 1
  const by = { person: desk.officer.person, name: '孙晓雯' }
  const noon = (day: string): Date => new Date(`${day}T12:00:00+08:00`)
  await desk.system.db.transaction().execute(async (tx) => desk.system.matters.recordPast(tx, matter, [{
    id: randomUUID(), number: `${matter.prefix}-${begun.replaceAll('-', '')}-${String(matters).padStart(4, '0')}`, requester: by, organ: at === null ? desk.bureau : null, site: at, form: { ...form }, facts: { ...facts }, dueAt: null,
    happened: [{ at: noon(begun), step: null, to: first, by }, ...(ended === undefined || last === undefined ? [] : [{ at: noon(ended), step: stepTo(matter, last), to: last, by }])],
  }]))
}

test('a census tells its rooms as they were found, its page opens from its line, and what another officer signed is settled', async () => {
  const { roomsCounted, censuses } = subsystem.reports
  const told = ['rooms', 'seen', 'same', 'differing', 'missing', 'settled', 'open']
  for (const number of ['101', '102', '103', '104']) await desk.office(number, '12.00')
  const opened = await desk.officer.ask(census, { site: yard, until: '2026-12-10' })
  await sql`update office_space.census_room set outcome = case number when '101' then 'same' when '102' then 'differs' when '103' then 'missing' end`.execute(desk.system.db)
  const found = { rooms: 4, seen: 3, same: 1, differing: 1, missing: 1 }
  assert.deepEqual(await figures(roomsCounted, november, told), { held: 1, ...found, settled: 0, open: 2 })
  assert.deepEqual(await figures(roomsCounted, october, told), { held: 0, rooms: 0, seen: 0, same: 0, differing: 0, missing: 0, settled: 0, open: 0 })
  await sql`update matter.matter set state = 'closed', closed_at = ${desk.clock.now()} where number = ${opened.number}`.execute(desk.system.db)
  assert.deepEqual(await figures(roomsCounted, november, told), { held: 1, ...found, settled: 2, open: 0 })
  const { rows: [line], opens: [links] } = await answered(censuses, november)
  assert.deepEqual([line?.['number'], line?.['site'], line?.['opened'], line?.['rooms'], line?.['settled']], [opened.number, '机关大院', '2026-11-24', 4, 2])
  assert.deepEqual([links?.['number'], links?.['differing'], links?.['site']], [`/matters/${census.id}/${opened.number}`, `/matters/${census.id}/${opened.number}`, `/registers/places.site/${yard}`])
  await sql`update matter.matter set state = 'dropped' where number = ${opened.number}`.execute(desk.system.db)
  assert.equal((await figures(roomsCounted, november, told))['held'], 0, 'one that was given up is none')
  assert.deepEqual((await answered(censuses, november)).rows, [])
})

test('patrols and redress are counted in the month they belong to', async () => {
  const walk = (day: string, state: string) => past(roomPatrol, { form: { site: yard, building: tower, day }, days: state === 'walking' ? [day] : [day, day], states: ['walking', state], at: yard })
  for (const [day, state] of [['2026-11-03', 'done'], ['2026-11-10', 'gaps'], ['2026-11-23', 'walking'], ['2026-10-06', 'done']] as const) await walk(day, state)
  const { roomsInspected } = subsystem.reports

  const form = { organ: desk.bureau, person: null, room: null, what: '办公室超面积' }
  await past(redress, { form, facts: { way: 'vacate' }, days: ['2026-10-12', '2026-11-05'], states: ['found', 'closed'] })
  await past(redress, { form, facts: { way: 'exchange' }, days: ['2026-11-02', '2026-11-20'], states: ['found', 'closed'] })
  await past(redress, { form, days: ['2026-11-03', '2026-11-04'], states: ['found', 'dropped'] })
  await past(redress, { form, days: ['2026-11-06'], states: ['found'] })
  assert.deepEqual(await figures(roomsInspected, november), { planned: 3, done: 1, gaps: 1, walking: 1, found: 2, mended: 2, vacated: 1, open: 1 })
  assert.deepEqual(await figures(roomsInspected, october), { planned: 1, done: 1, gaps: 0, walking: 0, found: 1, mended: 0, vacated: 0, open: 1 })
})

test('what was handed to the city is told until the end of the period, and which of it in the period; each version has its line', async () => {
  const { toldToCity, submissions } = subsystem.reports
  const rows = ['rows', 'accepted', 'rejected', 'again']
  const sent = (handedOn: string, facts: object) => past(citySubmission, { form: { note: null }, facts: { handedOn, ...facts }, days: [handedOn, handedOn], states: ['draft', 'answered'], at: null })
  await sent('2026-10-12', { rows: 500, added: 500, changed: 0, gone: 0, accepted: 497, rejected: 3, again: 0 })
  await sent('2026-11-12', { rows: 510, added: 3, changed: 8, gone: 1, accepted: 12, rejected: 0, again: 3 })
  await past(citySubmission, { form: { note: null }, days: ['2026-11-20'], states: ['draft'] })
  assert.deepEqual(await figures(toldToCity, november, rows), { handed: 2, rows: 512, accepted: 509, rejected: 3, again: 3, now: 1 })
  assert.deepEqual(await figures(toldToCity, october, rows), { handed: 1, rows: 500, accepted: 497, rejected: 3, again: 0, now: 1 })
  assert.deepEqual((await answered(submissions, november)).rows.map(({ handed, rows: all }) => [handed, all]), [['2026-11-12', 12], ['2026-10-12', 500]])
})

test('floors, rooms and people are told as they stand, what is drawn and who sits as of the last day', async () => {
  const { roomsInSight } = subsystem.reports
  const annex = (await desk.make(building, { site: yard, name: '2号楼', height: 'low' })).id
  const before = await figures(roomsInSight, november, ['people'])
  const [first = '', second = ''] = await Promise.all([1, 2].map(async (number) => (await desk.make(floor, { site: yard, building: annex, number, name: `${number}层` })).id))
  await desk.make(floorPlan, { site: yard, floor: first, source: '一层.dxf', drawnOn: null, from: '2026-11-10', to: null })
  const where = await desk.office('201', '15.50', { building: annex, floor: second })
  await desk.office('202', '9.00', { building: annex, floor: second, grade: 'restricted' })
  await desk.sits(await desk.somebody('陈静', 'below'), where, '2026-11-12')
  const after = await figures(roomsInSight, november, ['people'])
  const more = (column: string): number => Math.round((Number(after[column]) - Number(before[column])) * 100) / 100
  assert.deepEqual(['floors', 'drawn', 'rooms', 'area', 'people'].map(more), [2, 1, 1, 15.5, 1], 'the part where secrets are kept is not told')
  const ago = await figures(roomsInSight, october, ['people'])
  assert.deepEqual([ago['drawn'], ago['people']], [before['drawn'], before['people']])
  const { rows } = await answered(subsystem.reports.roomsByOrgan, november)
  assert.equal(rows.reduce((sum, { seated }) => sum + Number(seated), 0), after['people'], 'what opens adds up to it')
})
