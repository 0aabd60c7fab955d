// Importing laws on a real database: two versions of one rule, the same file twice, GBK, Word, and files that are none.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { dbDiff } from '@houqin/fields'
import { people } from '@houqin/people/server'
import type { Change, DocumentPage, FoundArticles } from '@houqin/regulations'
import { importFolder } from '@houqin/regulations/import'
import { regulations } from '@houqin/regulations/server'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Somebody, TestSystem } from '@houqin/testing/subsystem'
import { sql } from 'kysely'
import { lawFolder, wordFile, zipOf } from './law-folder.ts'
import { teaRules2021, teaRules2024 } from './tea-rules.ts'

let house: TestSystem
let reader: Somebody
const gbkTea = gbk('机关自行车棚管理规定\n2020年1月2日发布\n第一条　自行车棚夜间上锁。\n第二条　本规定自发布之日起施行。')

before(async () => {
  house = await testSubsystem([people, regulations])
  reader = await house.as('everyone')
})
async function titled(title: string): Promise<DocumentPage> {
  const { rows } = await sql<{ id: string }>`select id from regulations.document where title = ${title}`.execute(house.system.db)
  return (await reader.get<DocumentPage>(`/api/regulations/documents/${rows[0]?.id ?? ''}`)).body
}
function found({ status, body, text }: { status: number; body: FoundArticles; text: string }): FoundArticles {
  assert.equal(status, 200, text)
  return body
}
const find = async (q: string, more: Record<string, string> = {}): Promise<readonly string[]> =>
  found(await reader.get<FoundArticles>('/api/regulations/search', { q, ...more })).rows.map(({ document, number, version }) => `${document.name} ${number} ${version.madeOn ?? ''}`)

test('声明要的表、列和约束，迁移都有', async () => {
  assert.deepEqual((await dbDiff(house.system.db, house.system.catalogue)).differences, [])
})

test('一部制度的两个版本，两种编码，Word 也行；读不了的各有说法', async () => {
  const folder = lawFolder({
    '茶水间（2021）.md': teaRules2021, '茶水间（2024）.docx': wordFile(teaRules2024.replace(/^#+ /gm, '')), '车棚.txt': gbkTea,
    '旧.doc': 'x', '扫描.pdf': 'x', '通知.txt': '今天放假', '图.docx': zipOf({ 'word/picture.png': Buffer.from('x') }), '坏.docx': Buffer.from('PK坏了'),
    '炸弹.docx': zipOf({ 'word/document.xml': Buffer.alloc(40_000_000, 'x') }), '谎.docx': zipOf({ 'word/document.xml': Buffer.alloc(1_000_000, 'x') }, { 'word/document.xml': 10 }),
  })
  const { files, articles } = await importFolder(house.system, folder)
  const said = Object.fromEntries(files.map(({ file, stored, refused }) => [file.slice(folder.length + 1), stored?.outcome ?? refused]))
  assert.deepEqual(said, {
    '茶水间（2021）.md': 'new-document', '茶水间（2024）.docx': 'new-version', '车棚.txt': 'new-document',
    '旧.doc': '旧式 Word 或 WPS 文件读不了，请另存为 .docx 后再导入。', '扫描.pdf': 'PDF 里的文字读不准，请用 .docx、.txt 或 .md 的文本。',
    '通知.txt': '没有找到以“第一条”开头的条文；请确认这是一部分条的制度。', '图.docx': '压缩包里没有正文，不是 Word 文件（.docx）。',
    '坏.docx': '不是完好的 Word 文件（.docx），请用 Word 打开后重新保存。', '炸弹.docx': 'Word 正文解开后超过 32 MB，不像制度文本。', '谎.docx': 'Word 文件已损坏，请用 Word 打开后重新保存。',
  })
  assert.equal(articles, 14)
})

test('再导入一次，什么都不变；改一个字，只更正那一版', async () => {
  const count = async (): Promise<unknown> => (await sql`select count(*)::int as articles, count(distinct of)::int as versions from regulations.article`.execute(house.system.db)).rows[0]
  const before = await count()
  const again = await importFolder(house.system, lawFolder({ 'a.md': teaRules2021, 'b.md': teaRules2024 }))
  assert.deepEqual(again.files.map(({ stored }) => stored?.outcome), ['unchanged', 'unchanged'])
  const mended = await importFolder(house.system, lawFolder({ 'a.md': teaRules2021.replace('每日检查', '每日检查一次') }))
  assert.equal(mended.files[0]?.stored?.outcome, 'corrected')
  assert.deepEqual(await count(), before)
  await importFolder(house.system, lawFolder({ 'a.md': teaRules2021 }))
})

test('制度页：现行是 2024 版，旧版到前一天为止', async () => {
  const page = await titled('梅园区机关茶水间管理规定')
  assert.equal(page.standing, 'current')
  assert.deepEqual(page.versions.map(({ madeOn, inForceOn, inForceUntil, inForce, articles }) => [madeOn, inForceOn, inForceUntil, inForce, articles]), [
    ['2024-05-20', '2024-06-01', null, true, 6], ['2021-03-08', '2021-04-01', '2024-05-31', false, 6],
  ])
  assert.equal(page.shown, page.versions[0]?.id)
  assert.equal(page.articles[2]?.paragraphs.length, 6)
  assert.deepEqual([page.number, page.issuer], ['梅机管〔2021〕6号', '梅园区机关事务管理局'])
  const old = await reader.get<DocumentPage>(`/api/regulations/documents/${page.id}`, { version: page.versions[1]?.id ?? '' })
  assert.equal(old.body.articles[4]?.paragraphs[0]?.text, '任何人不得在茶水间存放易燃物品。')
})

test('两版对照：改一条（移了位）、增一条、删一条，逐词标出', async () => {
  const page = await titled('梅园区机关茶水间管理规定')
  const [after, before] = page.versions
  const { body } = await reader.get<{ changes: readonly Change[] }>(`/api/regulations/documents/${page.id}/changes`, { before: before?.id ?? '', after: after?.id ?? '' })
  assert.deepEqual(body.changes.map(({ is, before: was, after: now }) => `${is} ${was ?? '无'} ${now ?? '无'}`), [
    'same 第一条 第一条', 'same 第二条 第二条', 'same 第三条 第三条', 'added 无 第四条', 'changed 第四条 第五条', 'removed 第五条 无', 'changed 第六条 第六条',
  ])
  const words = body.changes[4]?.words ?? []
  assert.equal(words.filter(({ is }) => is !== 'added').map(({ text }) => text).join(''), '下班后应当关闭开水器电源，每日不晚于十八时三十分。')
  assert.equal(words.filter(({ is }) => is !== 'removed').map(({ text }) => text).join(''), '下班后应当关闭开水器电源，每日不晚于十七时四十分。')
  assert.ok(words.some(({ is, text }) => is === 'same' && text.includes('开水器电源')))
  assert.equal((await reader.get(`/api/regulations/documents/${page.id}/changes`, { before: page.id, after: 'x' })).status, 404)
})

test('查条文：词语、条号、首字母、全拼，旧版要说才给', async () => {
  assert.deepEqual(await find('开水器 电源'), ['梅园区机关茶水间管理规定 第五条 2024-05-20'])
  assert.deepEqual(await find('茶水间 第四条'), ['梅园区机关茶水间管理规定 第四条 2024-05-20'])

  assert.deepEqual(await find('zxc'), ['机关自行车棚管理规定 第一条 2020-01-02', '机关自行车棚管理规定 第二条 2020-01-02'])
  assert.deepEqual(await find('zixingche 上锁'), ['机关自行车棚管理规定 第一条 2020-01-02'])
  assert.deepEqual(await find('易燃物品'), [])
  assert.deepEqual(await find('易燃物品', { all: 'true' }), ['梅园区机关茶水间管理规定 第五条 2021-03-08'])
  for (const nothing of ['', '???', '%', "'; drop table", 'x'.repeat(5000)]) assert.deepEqual(await find(nothing), [], nothing)
  const { body } = await reader.get<FoundArticles>('/api/regulations/search', { q: '易燃物品', all: 'true' })
  assert.deepEqual(body.rows[0]?.excerpt.filter(({ found }) => found), [{ text: '易燃物品', found: true }])
  assert.equal(body.rows[0]?.inForce, false)
})

test('我已阅知：点两下算一次，别人的不算我的，没有人员的账号不能点', async () => {
  const page = await titled('梅园区机关茶水间管理规定')
  const path = `/api/regulations/documents/${page.id}/acknowledge`
  const first = await reader.post<{ at: string }>(path, { version: page.shown })
  house.clock.advance({ minutes: 5 })
  assert.deepEqual((await reader.post(path, { version: page.shown })).body, first.body)
  const mine = await titled('梅园区机关茶水间管理规定')
  assert.deepEqual([mine.acknowledged, mine.acknowledgedAt], [1, first.body.at])
  const other = await house.as('everyone')
  assert.equal((await other.get<DocumentPage>(`/api/regulations/documents/${page.id}`)).body.acknowledgedAt, null)
  const nobody = await house.as('everyone', { person: null })
  assert.equal((await nobody.post(path, { version: page.shown })).status, 403)
  assert.equal((await reader.post(path, { version: '00000000-0000-7000-8000-000000000000' })).status, 404)
  assert.equal((await reader.post('/api/registers/regulations.acknowledgement', { of: page.shown, person: reader.person, at: first.body.at })).status, 403)
})

/** Node writes no GBK: the few characters by hand, from what it reads. */
function gbk(text: string): Buffer {
  const codes = new Map<string, readonly [number, number]>()
  const decoder = new TextDecoder('gbk')
  for (let high = 0x81; high <= 0xfe; high += 1)
    for (let low = 0x40; low <= 0xfe; low += 1) codes.set(decoder.decode(Uint8Array.of(high, low)), [high, low])
  return Buffer.from([...text].flatMap((character) => (character < '\u0080' ? [character.charCodeAt(0)] : (codes.get(character) ?? []))))
}
