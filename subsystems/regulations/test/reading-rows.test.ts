// The reading rows as they were compiled: all there, printed with no more than somebody has read, and held against texts.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { areas, readingOf } from '@houqin/regulations'
import { canonicalTitle } from '../src/server/law/title.ts'
import { linkedGrounds } from '../src/server/provisions/link-grounds.ts'
import type { HeldDocument } from '../src/server/provisions/link-grounds.ts'
import { namedDocuments, readingRows } from '../src/server/provisions/reading-rows.ts'
import type { ReadingRow } from '../src/server/provisions/reading-rows.ts'
import { sourceText } from '../src/server/provisions/source-text.ts'

const documents = new Map(namedDocuments.map((one) => [one.title, one]))

test('四百零一条都在，编号不重，领域和标记合规矩，引的文件都登记了', () => {
  assert.equal(readingRows.length, 401)
  assert.equal(new Set(readingRows.map(({ code }) => code)).size, 401)
  assert.equal(new Set(readingRows.map(({ area }) => area)).size, Object.keys(areas).length)
  for (const { code, mark, area, title, value, grounds = [] } of readingRows) {
    assert.match(mark, /^(V|K|U)/, code)
    assert.ok(Object.hasOwn(areas, area) && title !== '' && value !== '', code)
    for (const { document } of grounds) assert.ok(documents.has(document), `${code} ${document}`)
  }
})
test('带 K 或 U 的一律待核，二手来源不算已核', () => {
  assert.deepEqual(['V', 'V2', 'K', 'U', 'V/K', 'V2/K', 'K/V2', 'V2区间/K公式', 'V存在/U数值'].map((mark) => readingOf(mark as ReadingRow['mark'])), [
    'confirmed', 'secondHand', 'unconfirmed', 'unconfirmed', 'unconfirmed', 'unconfirmed', 'unconfirmed', 'unconfirmed', 'unconfirmed',
  ])
  assert.equal(readingRows.filter(({ mark }) => readingOf(mark) === 'unconfirmed').length, 78)
})
test('待核的条目哪里都不印条号，引了文件的写明条号待核', () => {
  for (const row of readingRows.filter(({ mark }) => readingOf(mark) === 'unconfirmed')) {
    const source = sourceText(row, documents) ?? ''
    assert.doesNotMatch([row.title, row.value, row.condition, source].join(' '), /第[一二三四五六七八九十百]+条/, row.code)
    if (row.grounds) assert.match(source, /条号待核/, row.code)
    assert.deepEqual((row.grounds ?? []).flatMap(({ clauses }) => clauses), [], row.code)
  }
})
test('出处印文件、文号、条号，和在哪里看到的', () => {
  const row = readingRows.find(({ code }) => code === 'CAR-R09')
  assert.equal(row && sourceText(row, documents), '《机关事务管理条例》（国令第621号） 第二十六条；《公共机构节能条例》（国令第531号） 第三十四条；见：法规全文')
})

const row: ReadingRow = {
  code: 'T-1', title: '关电', area: 'energyDuties', value: '十八时三十分前', mark: 'V',
  grounds: [{ document: '茶水间管理规定', clauses: ['第四条'] }], expects: ['十八时三十分|18:30', '开水器'],
}
const held = (articles: Readonly<Record<string, string>>): ReadonlyMap<string, HeldDocument> =>
  new Map([[canonicalTitle('茶水间管理规定'), { id: 'd', articles: new Map(Object.entries(articles).map(([number, text]) => [number, { id: number, text }])) }]])
const standings = (given: ReadingRow, texts: ReadonlyMap<string, HeldDocument>) => linkedGrounds(given, texts).map(({ standing, missing }) => [standing, ...missing])

test('条文里有所述的数和词，就对上；没有的报出来，不藏', () => {
  assert.deepEqual(standings(row, held({ 第四条: '下班后关闭开水器，不晚于十八时三十分。' })), [['agrees']])
  assert.deepEqual(standings(row, held({ 第四条: '下班后关闭开水器，不晚于18:30。' })), [['agrees']])
  assert.deepEqual(standings(row, held({ 第四条: '下班后关闭开水器，不晚于十七时。' })), [['differs', '十八时三十分 / 18:30']])
  assert.deepEqual(standings(row, held({ 第一条: '总则。' })), [['noArticle']])
  assert.deepEqual(standings(row, held({})), [['notHeld']])
  assert.deepEqual(standings(row, new Map()), [['notHeld']])
  assert.deepEqual(standings({ ...row, mark: 'K' }, held({ 第四条: '别的。' })), [['unread']])
})
test('一条依据在未收录的文件里，只有半句时不冤枉它，一句都没有时照报', () => {
  const two: ReadingRow = { ...row, grounds: [...(row.grounds ?? []), { document: '没有的文件', clauses: ['第一条'] }] }
  assert.deepEqual(standings(two, held({ 第四条: '下班后关闭开水器。' })), [['agrees'], ['notHeld']])
  assert.deepEqual(standings(two, held({ 第四条: '别的。' })), [['differs', '十八时三十分 / 18:30', '开水器'], ['notHeld']])
})
