// An export from the reason to the file 数据导出: what is asked for, who agrees, who fetches it and until when; what the file says of itself.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { release } from '@houqin/data-release'
import { dataRelease } from '@houqin/data-release/server'
import { organ, person } from '@houqin/people'
import { people } from '@houqin/people/server'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Answer, Somebody, TestSystem } from '@houqin/testing/subsystem'
import ExcelJS from 'exceljs'
import { sql } from 'kysely'

const list = '/api/registers/people.person/export.xlsx'
let house: TestSystem
let officer: Somebody
let chief: Somebody
let bureau: string
interface Refused { readonly type: string; readonly detail: string; readonly approval?: { readonly matter: string; readonly input: Parameters<Somebody['ask']>[1] } }

before(async () => {
  house = await testSubsystem([people, dataRelease])
  bureau = (await house.make(organ, { name: '机关事务局' })).id
  const place = { person: (await house.make(person, { name: '许静', organ: bureau })).id }
  officer = await house.as('people.officer', { name: '许静', ...place })
  chief = await house.as('data-release.officer', { name: '顾明远', organ: bureau })
  await house.make(person, { name: '张三', organ: bureau, phone: '13812345678', identity: '320102199003071233' })
  await sql`
    insert into people.person (id, name, number, gender, organ, employment, standing, label, search, created_at, updated_at)
    select gen_random_uuid(), '职工' || n, 'N' || n, 'male', ${bureau}::uuid, 'civil', 'active', '职工' || n, '{}', ${house.clock.now()}, ${house.clock.now()}
    from generate_series(1, 500) n`.execute(house.system.db)
})

async function bookOf(answer: Answer<unknown>): Promise<ExcelJS.Workbook> {
  assert.equal(answer.status, 200, answer.text.slice(0, 300))
  const workbook = new ExcelJS.Workbook()
  // exceljs declares a Buffer of its own
  await workbook.xlsx.load(answer.bytes as unknown as ArrayBuffer)
  return workbook
}
function textOf(workbook: ExcelJS.Workbook): string {
  const texts: string[] = []
  for (const sheet of workbook.worksheets) sheet.eachRow((row) => row.eachCell((cell) => texts.push(cell.text)))
  return texts.join(' ')
}
const summaries = async (action: string): Promise<readonly string[]> =>
  (await sql<{ summary: string }>`select summary from audit.entry where action = ${action} order by id`.execute(house.system.db)).rows.map(({ summary }) => summary)

test('a list with personal numbers asks what for; numbers are masked unless they are asked for', async () => {
  const silent = await officer.get<{ issues: { at: string }[] }>(list, { q: '张三' })
  assert.deepEqual([silent.status, silent.body.issues.map(({ at }) => at)], [422, ['reason']])
  const book = await bookOf(await officer.get(list, { q: '张三', reason: '核对通讯录' }))
  const text = textOf(book)
  assert.match(text, /138\*{4}5678/)
  assert.doesNotMatch(text, /13812345678|320102199003071233/)
  assert.match(text, /导出人 许静 导出时间 2026-11-24 周二 09:30 用途 核对通讯录 条数 1 号码 已隐去/)
  assert.match(book.worksheets[0]?.headerFooter.oddFooter ?? '', /许静 2026-11-24 周二 09:30 导出/)
  const whole = textOf(await bookOf(await officer.get(list, { q: '张三', reason: '办理参保', whole: 'true' })))
  assert.match(whole, /13812345678/)
  assert.deepEqual(await summaries('people.export'), ['导出人员 1 条：核对通讯录', '导出人员 1 条，含完整敏感信息：办理参保'])
})

test('a list without personal numbers needs no words', async () => {
  const text = textOf(await bookOf(await officer.get('/api/registers/people.organ/export.xlsx')))
  assert.match(text, /机关事务局/)
  assert.equal((await officer.get('/api/registers/people.organ/export.xlsx', { whole: 'true' })).status, 400)
})

test('above the measure it is asked for; the chief agrees, and only who asked fetches it, for three days', async () => {
  const refused = await officer.get<Refused>(list, { reason: '年度体检名册', 'where.standing': 'active' })
  assert.deepEqual([refused.status, refused.body.type], [409, '/problems/conflict'])
  assert.match(refused.body.detail, /共 50\d 条，超过 500 条的须先经审批/)
  const { approval } = refused.body
  assert.equal(approval?.matter, release.id)
  const asked = await officer.ask(release, approval?.input ?? {})
  assert.match(asked.subject, /^导出人员 50\d 条$/)
  const file = `/api/data-release/${asked.number}/file.xlsx`
  assert.equal((await officer.get(file)).status, 409, 'nobody has agreed yet')
  const agreed = await chief.take(asked, 'agree')
  assert.equal(agreed.stateTitle, '可下载')
  const text = textOf(await bookOf(await officer.get(file)))
  assert.match(text, /职工500/)
  assert.match(text, new RegExp(`用途 年度体检名册（${asked.number}）`))
  assert.equal((await chief.get(file)).status, 403, 'who agreed does not fetch')
  assert.equal((await (await house.as('people.officer')).get(file)).status, 404)
  await house.make(person, { name: '新来的', organ: bureau, standing: 'active' })
  assert.match((await officer.get<Refused>(file)).body.detail, /批准导出 50\d 条，现在有 50\d 条/)
  await house.advance({ hours: 73 })
  assert.equal((await officer.get(file)).status, 410)
  assert.deepEqual((await house.system.matters.tick(house.system.db)).failed, [])
  assert.equal((await officer.see(asked)).stateTitle, '已用完', 'the clock ends it: nothing is late in the hands of who can do nothing')
  assert.equal((await officer.get(file)).status, 410)
})

test('nobody agrees to his own, and a list under another name is none', async () => {
  const both = await house.as(['data-release.officer', 'people.officer'].map((role) => role), { name: '又管又批', organ: bureau })
  const input = { list: 'people.person', title: '人员', count: 900, whole: true, reason: '自己批自己', organ: bureau }
  const asked = await both.ask(release, input)
  await assert.rejects(both.take(asked, 'agree'), { problem: 'not-allowed' })
  const misnamed = await both.ask(release, { ...input, title: '单位' })
  await assert.rejects(chief.take(misnamed, 'agree'), { problem: 'step-not-possible' })
  const stranger = await house.as('data-release.officer', { organ: (await house.make(organ)).id })
  await assert.rejects(stranger.see(asked), { problem: 'not-found' })
})
