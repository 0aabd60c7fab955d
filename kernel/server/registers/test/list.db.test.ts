// A list as it is asked for: filters, search, order, pages, sums; hostile questions get a sentence and never an error of ours.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { readListQuery } from '@houqin/listing'
import { Problem } from '@houqin/problem'
import { sql } from 'kysely'
import { chiefKeeper, entries, must, organ, person, post, room, settled, somebody, chiefClerk, site, town } from './town.ts'
import type { Town } from './town.ts'

let house: Town
let at: Awaited<ReturnType<typeof settled>>
before(async () => {
  house = await town()
  at = await settled(house)
  await house.write((tx) => house.registers.bulkInsert(tx, room, [
    { number: '101', site: at.yard, organ: at.bureau, area: '20.10', seats: 4, uses: ['office'], open: true, checkedOn: '2026-01-05', checkedAt: '2026-01-05T01:00:00Z' },
    { number: '102', site: at.yard, organ: at.court, area: '30.20', seats: 12, uses: ['office', 'meeting'], open: false, checkedOn: '2026-03-05' },
    { number: '103', site: at.yard, area: '9.99', uses: ['store'] },
    { number: '201', site: at.hall, organ: at.office, area: '100', seats: 80, uses: ['meeting'], open: true, checkedAt: '2026-06-30T16:00:00Z' },
  ]))
})

const ask = (parameters: Record<string, string | string[]>) => house.registers.list(house.db, chiefKeeper, room, readListQuery(parameters))
const numbers = async (parameters: Record<string, string | string[]>) => (await ask(parameters)).rows.map((row) => row['number']).join(' ')
const refusal = async (parameters: Record<string, string | string[]>, type = 'bad-request'): Promise<string> => {
  try {
    await ask(parameters)
  } catch (error) {
    assert.ok(error instanceof Problem, String(error))
    assert.equal(error.type, type)
    assert.ok(error.detail.en.length > 10)
    return error.detail.zh
  }
  return assert.fail('answered')
}

test('a row is answered with its name, its references and nothing undefined', async () => {
  const { rows: [first], next, total } = await ask({ sort: 'number', total: 'true', limit: '1' })
  assert.ok(first)
  const { id, ...rest } = first
  assert.match(id, /^[0-9a-f-]{36}$/)
  assert.deepEqual(rest, {
    version: 1, name: '机关大院 101', createdAt: '2026-11-24T01:30:00.000Z', updatedAt: '2026-11-24T01:30:00.000Z', retiredAt: null,
    number: '101', site: { id: at.yard, name: '机关大院' }, organ: { id: at.bureau, name: '事务局' }, area: '20.10', seats: 4, uses: ['office'], open: true,
    checkedOn: '2026-01-05', checkedAt: '2026-01-05T01:00:00.000Z', photos: [], order: null,
  })
  assert.equal(total, 4)
  assert.equal(typeof next, 'string')
})

test('every operator filters by what the field is', async () => {
  const answers: [Record<string, string | string[]>, string][] = [
    [{ 'where.number': '101' }, '101'],
    [{ 'where.site': at.hall }, '201'],
    [{ 'where.organ': `${at.bureau},${at.court}` }, '101 102'],
    [{ 'where.organ.in': `${at.bureau},${at.office}` }, '101 201'],
    [{ 'where.number.in': '101,103' }, '101 103'],
    [{ 'where.number': ['101', '201'] }, '101 201'],
    [{ 'where.area.gte': '20.10' }, '101 102 201'],
    [{ 'where.area.lt': '20.10' }, '103'],
    [{ 'where.area': '100' }, '201'],
    [{ 'where.seats.gte': '４', 'where.seats.lt': '80' }, '101 102'],
    [{ 'where.organ.null': 'true' }, '103'],
    [{ 'where.organ.null': 'false' }, '101 102 201'],
    [{ 'where.organ.not': at.bureau }, '102 103 201'],
    [{ 'where.open.not': 'true' }, '102 103'],
    [{ 'where.open': 'false' }, '102'],
    [{ 'where.uses': 'meeting' }, '102 201'],
    [{ 'where.uses': 'meeting,store' }, '102 103 201'],
    [{ 'where.uses.not': 'office' }, '103 201'],
    [{ 'where.uses.null': 'true' }, ''],
    [{ 'where.photos.null': 'true' }, '101 102 103 201'],
    [{ 'where.checkedOn.gte': '2026-03-05' }, '102'],
    [{ 'where.checkedAt.gte': '2026-07-01' }, '201'],
    [{ 'where.checkedAt.lt': '2026-07-01' }, '101'],
    [{ 'where.createdAt.gte': '2026-11-24T01:30:00Z' }, '101 102 103 201'],
    [{ 'where.name': '政务大厅 201' }, '201'],
  ]
  for (const [parameters, expected] of answers) assert.equal(await numbers({ sort: 'number', ...parameters }), expected, JSON.stringify(parameters))
})

test('search finds two characters, initials and choices by their labels', async () => {
  assert.equal(await numbers({ q: '大厅' }), '201')
  assert.equal(await numbers({ q: 'zwdt' }), '201')
  assert.equal(await numbers({ q: '库房' }), '103')
  assert.equal(await numbers({ q: '机关 102' }), '102')
  assert.equal(await numbers({ q: '!?' }), '')
  assert.equal(await numbers({ q: '  ', sort: 'number' }), '101 102 103 201')
})

test('what a search finds is filtered, ordered, counted and paged like any list', async () => {
  const found = async (parameters: Record<string, string>) => {
    const { rows, total, next } = await ask({ q: '机关', total: 'true', ...parameters })
    return { numbers: rows.map((row) => row['number']).join(' '), total, next }
  }
  const { next, ...first } = await found({ sort: '-seats', limit: '2' })
  assert.deepEqual(first, { numbers: '102 101', total: 3 })
  assert.deepEqual(await found({ sort: '-seats', limit: '2', after: must(next) }), { numbers: '103', total: 3, next: null })
  assert.deepEqual(await found({ 'where.uses': 'meeting' }), { numbers: '102', total: 1, next: null })
  assert.deepEqual(await found({ 'where.seats.gte': '80' }), { numbers: '', total: 0, next: null })
  assert.deepEqual(await found({ q: '没有' }), { numbers: '', total: 0, next: null })
})

test('sorted by any field, what is empty comes last both ways; names sort by pinyin', async () => {
  assert.equal(await numbers({ sort: 'seats' }), '101 102 201 103')
  assert.equal(await numbers({ sort: '-seats' }), '201 102 101 103')
  assert.equal(await numbers({ sort: 'organ' }), '102 201 101 103') // 法院 局办公室 事务局
  assert.equal(await numbers({}), '101 102 103 201') // 机关大院 before 政务大厅
  assert.equal(await numbers({ sort: '-name' }), '201 103 102 101')
})

test('numbers in names count by their value, page by page as well', async (t) => {
  const counted = ['1001', '3-301', 'B101', 'B12', '3-31', '0101']
  await house.write((tx) => house.registers.bulkInsert(tx, room, counted.map((number) => ({ number, site: at.yard, area: '1' }))))
  t.after(() => house.write((tx) => sql`delete from town.room where number = any(${counted}::text[])`.execute(tx)))
  const ordered = '3-31 3-301 0101 101 102 103 201 1001 B12 B101'
  assert.equal(await numbers({ sort: 'number' }), ordered)
  assert.equal(await numbers({ sort: '-number' }), ordered.split(' ').toReversed().join(' '))
  const first = await ask({ sort: 'number', limit: '4' })
  const second = await ask({ sort: 'number', limit: '10', after: must(first.next) })
  assert.equal([...first.rows, ...second.rows].map((row) => row['number']).join(' '), ordered)
})

test('pages by cursor: every order, ascending and descending, gives each row once', async () => {
  for (const sort of ['name', '-name', 'number', '-area', 'area', 'seats', '-seats', 'organ', '-organ', 'open', '-checkedOn', 'checkedAt', '-createdAt', 'retiredAt']) {
    const whole = await numbers({ sort })
    const paged: unknown[] = []
    let after: string | null = null
    do {
      const page = await ask({ sort, limit: '1', ...(after !== null && { after }) })
      paged.push(...page.rows.map((row) => row['number']))
      after = page.next
    } while (after !== null)
    assert.equal(paged.join(' '), whole, sort)
  }
})

test('rows added while somebody turns the pages neither repeat nor hide the others', async () => {
  const first = await ask({ sort: 'number', limit: '2', 'where.site': at.yard })
  await house.write((tx) => house.registers.insert(tx, chiefKeeper, room, { number: '001', site: at.yard, area: '1' }))
  const second = await ask({ sort: 'number', limit: '2', 'where.site': at.yard, after: must(first.next) })
  assert.deepEqual([...first.rows, ...second.rows].map((row) => row['number']), ['101', '102', '103'])
  assert.equal(second.next, null)
  const { rows: [added] } = await ask({ 'where.number': '001' })
  await house.write((tx) => house.registers.retire(tx, chiefKeeper, room, must(added).id, { reason: '试验', version: 1 }))
})

test('the sums are exact and follow the filters', async () => {
  const summary = (parameters: Record<string, string>) => house.registers.summary(house.db, chiefKeeper, room, readListQuery(parameters))
  assert.deepEqual(await summary({}), { count: 4, sums: { area: '160.29', seats: '96', order: '0' } })
  assert.deepEqual(await summary({ 'where.site': at.yard, q: '办公' }), { count: 2, sums: { area: '50.30', seats: '16', order: '0' } })
  assert.deepEqual(await summary({ 'where.number': 'none' }), { count: 0, sums: { area: '0.00', seats: '0', order: '0' } })
})

test('what cannot be asked is refused in a sentence', async () => {
  assert.match(await refusal({ 'where.colour': 'red' }), /^没有“colour”这个字段可供筛选，可用：id、name、/)
  assert.match(await refusal({ sort: 'colour' }), /没有“colour”这个字段可供排序/)
  assert.match(await refusal({ 'where.area.between': '1' }), /“where.area.between”不是筛选条件/)
  assert.match(await refusal({ 'where.number.gte': '1' }), /“房号”不能按大小筛选/)
  assert.match(await refusal({ sort: 'uses' }), /不能按“用途”排序/)
  assert.match(await refusal({ asOf: '2026-01-01' }), /房间不按日期记录/)
  assert.match(await refusal({ colour: 'red' }), /没有参数“colour”/)
  for (const wrong of ['0', '201', '-1', '1.5', 'x', '']) assert.match(await refusal({ limit: wrong }), /limit 应为 1–200/)
})

test('hostile questions are answered with a sentence or with nothing found', async () => {
  const hostile: Record<string, string>[] = [
    { 'where.area': "1'; drop table town.room; --" }, { 'where.area': '1e400' }, { 'where.area': '9'.repeat(400) }, { 'where.seats': '99999999999' }, { 'where.seats': 'NaN' },
    { 'where.site': 'x' }, { 'where.id': "' or 1=1" }, { 'where.checkedOn': '2026-02-30' }, { 'where.checkedAt': '0000-01-01' }, { 'where.open': '1' }, { 'where.uses': '__proto__' },
    { 'where.__proto__': '1' }, { 'where.constructor': '1' }, { 'where.': '1' }, { 'where.number': 'a\u0000b' }, { 'where.number': '\uD800' }, { 'where.area.null': 'maybe' },
    { 'where.photos': at.yard }, { 'where.a.b.c.d': '1' }, { 'where.organ.in': 'x'.repeat(10_000) }, { sort: '--area' }, { sort: 'area; drop' }, { asOf: 'tomorrow' }, { total: 'yes' },
    ...[
      'x', '!!!!', Buffer.from('{}').toString('base64url'), Buffer.from('["name","a"]').toString('base64url'), Buffer.from('["name",{"a":1},"x"]').toString('base64url'),
      Buffer.from(JSON.stringify(['name', '\u0000', at.yard])).toString('base64url'), Buffer.from(JSON.stringify(['area', '1', at.yard])).toString('base64url'), 'e'.repeat(5000),
    ].map((after) => ({ after })),
    ...[
      ['seats', '4294967296'], ['area', 'NaN'], ['checkedOn', '2026-02-31'], ['checkedAt', '2026-01-01T99:00:00.000000Z'], ['open', 'maybe'], ['checkedOn', '0000-01-01'], ['seats', '1 or 1=1'],
    ].map(([sort, place]) => ({ sort: must(sort), after: Buffer.from(JSON.stringify([sort, place, at.yard])).toString('base64url') })),
  ]
  for (const parameters of hostile) await refusal(parameters)
  assert.equal(await numbers({ 'where.number': "' or '1'='1" }), '')
  assert.equal(await numbers({ q: "'; drop table town.room; --" }), '')
  assert.equal(await numbers({ 'where.number': '%' }), '')
  assert.match(await refusal({ 'where.number.in': Array.from({ length: 501 }, (_, n) => n).join(',') }), /最多 500 个值/)
  assert.match(await refusal(Object.fromEntries(Array.from({ length: 41 }, (_, n) => [`where.f${n}`, '1']))), /最多 40 个筛选条件/)
})

test('dated rows are asked as of a day, their days read with them', async () => {
  await house.write(async (tx) => {
    const [li] = await house.registers.bulkInsert(tx, person, [{ name: '李雷', organ: at.bureau }])
    await house.registers.bulkInsert(tx, post, [
      { person: must(li), organ: at.bureau, title: '科员', from: '2024-01-01', to: '2025-06-30' },
      { person: must(li), organ: at.bureau, title: '科长', from: '2025-07-01' },
    ])
  })
  const titles = async (parameters: Record<string, string>) =>
    (await house.registers.list(house.db, chiefClerk, post, readListQuery({ sort: 'from', ...parameters }))).rows.map(({ title, from, to }) => `${String(title)} ${from} ${to}`)
  assert.deepEqual(await titles({}), ['科员 2024-01-01 2025-06-30', '科长 2025-07-01 null'])
  assert.deepEqual(await titles({ asOf: '2025-06-30' }), ['科员 2024-01-01 2025-06-30'])
  assert.deepEqual(await titles({ asOf: '2025-07-01' }), ['科长 2025-07-01 null'])
  assert.deepEqual(await titles({ 'where.to.null': 'true' }), ['科长 2025-07-01 null'])
  assert.deepEqual(await titles({ 'where.from.lt': '2025-01-01' }), ['科员 2024-01-01 2025-06-30'])
})

test('references of a page are read with one query, whatever registers they point to', async () => {
  const asked: string[] = []
  const watched = house.db.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      asked.push('')
      return result
    },
  })
  await house.registers.list(watched, chiefKeeper, room, readListQuery({}))
  assert.equal(asked.length, 2) // the rooms; then sites and organs together
})

const plainly = { reason: '', whole: false }
test('an export gives all pages and is recorded once; without the role it is refused', async () => {
  const exported: unknown[] = []
  for await (const row of house.registers.exportRows(house.db, chiefKeeper, room, readListQuery({ sort: 'number', limit: '1' }), plainly)) exported.push(row['number'])
  assert.deepEqual(exported, ['101', '102', '103', '201'])
  assert.deepEqual((await entries(house.db, 'town.export')).map(({ summary }) => summary), ['导出房间 4 条'])
  await assert.rejects(house.registers.exportRows(house.db, chiefClerk, room, {}, plainly).next(), (error: Problem) => error.type === 'not-allowed')
  await assert.rejects(house.registers.exportRows(house.db, somebody('无权', []), organ, {}, plainly).next(), (error: Problem) => error.type === 'not-allowed')
})

test('retired rows come back into the list when asked for', async () => {
  assert.equal(await numbers({ retired: 'true', sort: 'number' }), '001 101 102 103 201')
  assert.equal(await numbers({ retired: 'true', 'where.retiredAt.null': 'false' }), '001')
  assert.equal((await house.registers.list(house.db, chiefKeeper, site)).rows.length, 2)
})
