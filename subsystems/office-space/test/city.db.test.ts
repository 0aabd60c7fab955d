// What is told to the city 数据报送: frozen and held against what was last sent, checked by another, handed over, answered row by row, and what was sent back comes again.
import assert from 'node:assert/strict'
import { PassThrough } from 'node:stream'
import { before, test } from 'node:test'
import { writeSheet } from '@houqin/excel'
import { putFile } from '@houqin/files'
import { cityCode, citySubmission } from '@houqin/office-space'
import { certificate, site } from '@houqin/places'
import { sendFile } from '@houqin/testing/ledger-file'
import type { Somebody } from '@houqin/testing/subsystem'
import { sql } from 'kysely'
import { cityCodes } from '../seed/city-codes.ts'
import { spaceDesk } from './space-desk.ts'
import type { Desk } from './space-desk.ts'

let desk: Desk
let leader: Somebody
let hall: string
before(async () => {
  desk = await spaceDesk()
  leader = await desk.as('people.bureau-leader', { name: '顾明远' })
  hall = await desk.office('601', '40.00', { use: 'service', purpose: 'meeting' })
  await desk.office('602', '25.00', { grade: 'restricted' })
  const { rows: [yard] } = await sql<{ id: string }>`select id from places.site where name = '机关大院'`.execute(desk.system.db)
  await desk.make(certificate, { site: yard?.id ?? '', number: '产权 1', buildingArea: '494231.27' })
})
interface Row { readonly kind: string; readonly key: string; readonly change: string; readonly changes: readonly { title: string; before: string; now: string }[]; readonly again: string | null; readonly answer: string | null; readonly reason: string | null }
const rowsOf = async (number: string, what = 'changes'): Promise<readonly Row[]> => (await desk.officer.get<{ rows: readonly Row[] }>(`/api/office-space/city/${number}/rows`, { what, limit: '500' })).body.rows
const handed = async (asked: Parameters<Somebody['take']>[0]) => desk.officer.take(await leader.take(asked, 'check'), 'hand', { input: { handedOn: desk.clock.today(), way: '政务邮箱' } })
async function receipt(lines: readonly (readonly [string, string, string])[]): Promise<string> {
  const to = new PassThrough()
  const bytes = to.toArray()
  await writeSheet({ title: '回执', columns: ['标识', '结果', '原因'].map((title) => ({ title, format: '@', width: 20 })), rows: (async function* () { yield* lines })(), to })
  const content = await bytes
  const declaredType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  const file = await desk.system.db.transaction().execute((tx) => putFile(tx, desk.system.files, (async function* () { yield* content })(), { name: '回执.xlsx', declaredType, by: desk.officer.account, at: desk.clock.now() }))
  return file.id
}

test('a version is frozen, waits for the city’s codes and another pair of eyes, and what was sent back comes again with its reason', async () => {
  const bare = await desk.officer.ask(citySubmission, { note: '试报' })
  const { body: { totals } } = await desk.officer.get<{ totals: { sites: number; organs: number; area: string } }>('/api/office-space/district')
  assert.deepEqual([bare.facts['sites'], bare.facts['organs'], bare.facts['area'], bare.facts['gone']], [totals.sites, totals.organs, '494231.27', 0])
  await assert.rejects(leader.take(bare, 'check'), { problem: 'step-not-possible' })
  await assert.rejects(desk.officer.ask(citySubmission, {}), { problem: 'conflict' })
  await desk.officer.take(bare, 'drop', { comment: '先补对照' })
  for (const code of cityCodes()) await desk.make(cityCode, { ...code })

  const first = await desk.officer.ask(citySubmission, { note: '第一版' })
  assert.equal((await rowsOf(first.number)).every(({ change }) => change === 'added'), true)
  assert.ok(!(await rowsOf(first.number, 'all')).some(({ key }) => key === bare.number), 'rows are those of the ledger')
  await assert.rejects(desk.officer.take(first, 'check'), { problem: 'not-allowed' })
  const sent = await handed(first)
  const { body: whole } = await desk.officer.get<{ totals: object; digest: string; tables: readonly { kind: string; columns: readonly { code: string }[]; rows: readonly { key: string; values: readonly string[] }[] }[] }>(`/api/office-space/city/${first.number}/package.json`)
  assert.deepEqual([whole.totals, whole.digest], [totals, first.facts['digest']])
  const rooms = whole.tables.find(({ kind }) => kind === 'room')
  assert.deepEqual([rooms?.columns.map(({ code }) => code)[4], rooms?.rows.map(({ values }) => values[4])], ['FJ05', ['FJ05-02']], 'the restricted room is not told, the use goes by the city’s code')
  const csv = await desk.officer.get(`/api/office-space/city/${first.number}/rows.csv`, { kind: 'organ' })
  assert.match(csv.text, /"DW01".*\r\n.*"清溪区审计局"/s)
  interface Trial { readonly file: string; readonly accepted: number; readonly rejected: number; readonly changes: number; readonly silent: number; readonly unread: readonly string[]; readonly rejections: readonly { readonly name: string }[] }
  const returned = Buffer.from(`标识,结果,原因\r\n${hall},退回,面积与图不符\r\n${desk.bureau},已接收,\r\n,已接收,\r\n${desk.bureau},退回,\r\n${hall},看看,\r\n00000000-0000-4000-8000-000000000000,已接收,\r\n`)
  const tried = (by = desk.officer) => sendFile<Trial>(by, `/api/office-space/city/${first.number}/receipt-trial`, { name: '回执.csv', bytes: returned, type: 'text/csv' })
  const { body: trial } = await tried()
  assert.deepEqual([trial.accepted, trial.rejected, trial.changes, trial.rejections], [1, 1, 2, [{ kind: 'room', key: hall, name: trial.rejections[0]?.name ?? '', answer: 'rejected', reason: '面积与图不符', known: false }]])
  for (const [at, says] of [/^第 4 行：没有写标识/, /^第 5 行：和第 3 行是同一条/, /^第 6 行：结果“看看”看不出/, /^第 7 行：标识 0{8}-.*不在这一版里$/].entries()) assert.match(trial.unread[at] ?? '', says)
  assert.ok((await rowsOf(first.number)).every(({ answer }) => answer === null), 'a trial changes nothing')
  assert.equal((await tried(leader)).status, 403)
  const answered = await desk.officer.take(sent, 'answer', { input: { receipt: [trial.file] } })
  assert.deepEqual([answered.facts['accepted'], answered.facts['rejected']], [1, 1])
  assert.match(String(answered.facts['unread']), /第 4 行/)

  assert.equal((await tried()).body.changes, 0, 'the same a second time is no change')

  await sql`update places.room set area = 41.50 where id = ${hall}`.execute(desk.system.db)
  const second = await desk.officer.ask(citySubmission, { note: '第二版' })
  assert.deepEqual((await rowsOf(second.number)).map(({ kind, change, changes, again }) => [kind, change, changes.map(({ title }) => title), again]), [['site', 'changed', ['使用面积'], null], ['room', 'added', [], '面积与图不符']])
  await desk.officer.take(await handed(second), 'answer', { input: { receipt: [await receipt([[hall, '接收', '']])] } })

  await sql`update places.room set area = 42.00 where id = ${hall}`.execute(desk.system.db)
  const gone = (await desk.make(site, { name: '临时点' })).id
  const third = await desk.officer.ask(citySubmission, { note: '第三版' })
  const changed = (await rowsOf(third.number)).find(({ key }) => key === hall)
  assert.deepEqual([changed?.change, changed?.changes], ['changed', [{ title: '使用面积', before: '41.50 ㎡', now: '42.00 ㎡' }]])
  const { body: english } = await desk.officer.call<{ rows: readonly Row[] }>('GET', `/api/office-space/city/${third.number}/rows`, { headers: { 'accept-language': 'en' } })
  assert.deepEqual(english.rows.find(({ key }) => key === hall)?.changes, [{ title: 'usable area', before: '41.50 ㎡', now: '42.00 ㎡' }])
  await desk.officer.take(await handed(third), 'answer', { input: { receipt: [await receipt([[gone, '接收', '']])] } })
  await sql`update places.site set retired_at = ${desk.clock.now()} where id = ${gone}`.execute(desk.system.db)
  const fourth = await desk.officer.ask(citySubmission, { note: '第四版' })
  assert.deepEqual((await rowsOf(fourth.number)).map(({ key, change, changes }) => [key, change, changes]), [[gone, 'gone', []]])
  const sheet = await desk.officer.get(`/api/office-space/city/${fourth.number}/export.xlsx`, { kind: 'organ' })
  assert.equal(sheet.status, 200)
  assert.equal((await (await desk.as('everyone', { name: '刘敏' })).get(`/api/office-space/city/${fourth.number}`)).status, 403)
})
