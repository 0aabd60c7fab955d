// 库表核对: the SQL it prints makes the tables it asks for, and whatever differs afterwards is found and said.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  catalogueOf, choice, choices, date, defineMatter, defineRegister, defineSubsystem, everyone, files, int, lines, money, quantity, ref, requester, self, text,
} from '@houqin/define'
import { dbDiff, expectedTables } from '@houqin/fields'
import { testDatabase } from '@houqin/testing'
import { sql } from 'kysely'

const access = { read: [everyone], write: [everyone] }
const organ = defineRegister('town.organ', {
  title: '单位', access, dimension: 'organ', tree: 'parent',
  fields: { name: text('名称', { unique: true }), parent: self('上级', { optional: true }), head: ref('负责人', { id: 'town.person' }, { optional: true }) },
  name: (o) => o.name,
  lines: { posts: lines('职数', { fields: { rank: text('职级'), count: int('数') }, totals: ['count'] }) },
})
const person = defineRegister('town.person', {
  title: '人员', access, sort: '-born',
  fields: { name: text('姓名'), born: date('出生'), skills: choices('特长', { drive: '驾驶' }, { optional: true }), photos: files('照片'), order: int('次序', { optional: true }) },
  name: (p) => p.name,
})
const post = defineRegister('town.post', {
  title: '任职', access, dated: true, alike: ['person', 'organ', 'kind'],
  fields: { person: ref('人员', person), organ: ref('单位', organ), kind: choice('主兼', { main: '主', second: '兼' }), pay: quantity('补贴', '元', { scale: 4 }) },
  name: (_, label) => label('person'),
})
const repair = defineMatter('town.lamp-repair', {
  title: '修灯', prefix: 'XD', subject: () => '修灯', form: { organ: ref('单位', organ), estimatedCost: money('估价') }, facts: { worker: ref('工人', person) },
  lines: { materials: lines('材料', { fields: { what: text('名称'), cost: money('金额') }, totals: ['cost'] }) },
  states: { open: { title: '开', tone: 'running' } }, start: 'open', steps: { note: { label: '记', from: 'open', by: [requester] } },
  access: { start: [everyone], read: [everyone] },
})
const town = catalogueOf([defineSubsystem('town', '小镇', { registers: { organ, person, post }, matters: { repair } })])

let database: Awaited<ReturnType<typeof testDatabase>>
before(async () => {
  database = await testDatabase({ sets: [] })
  await sql`create collation public."zh-natural" (provider = icu, locale = 'zh-u-kn-true'); create schema matter; create table matter.matter (id uuid primary key)`.execute(database.db)
})
after(() => database.close())

const run = (text: string) => sql.raw(text).execute(database.db)
const sayings = async () => (await dbDiff(database.db, town)).differences.map(({ says }) => says.zh)

test('an empty database lacks every table; the printed SQL makes them and nothing differs any more', async () => {
  const first = await dbDiff(database.db, town)
  assert.deepEqual(first.differences.slice(0, 6).map(({ says }) => says.zh), [
    '没有表 town.organ', '没有表 town.organ__posts', '没有表 town.person', '没有表 town.post', '没有表 town.lamp_repair', '没有表 town.lamp_repair__materials',
  ])
  assert.match(first.sql, /^create schema if not exists town;\ncreate extension if not exists btree_gist;\ncreate table town\.organ \(\n {2}id uuid not null primary key,/)
  assert.match(first.sql, /"order" integer,/)
  await run(first.sql)
  assert.deepEqual(await dbDiff(database.db, town), { differences: [], sql: '' })
})

test('every kind of drift is found, said, and mended by its own SQL', async () => {
  const drifts: [string, string[]][] = [
    ['alter table town.person drop column born', ['没有列 town.person.born', 'town.person.born 缺少索引']],
    ['alter table town.post alter column pay type numeric(18,2)', ['列 town.post.pay 的类型是 numeric(18,2)，应为 numeric(18,4)']],
    ['alter table town.post alter column organ drop not null', ['列 town.post.organ 不应为空']],
    ['alter table town.lamp_repair alter column worker set not null', ['列 town.lamp_repair.worker 应可为空']],
    ['alter table town.person alter column photos drop default', ['列 town.person.photos 缺少默认值']],
    ['drop index town.organ_name_idx', ['town.organ.name 应唯一']],
    ['drop index town.organ_parent_idx', ['town.organ.parent 缺少索引']],
    ['drop index town.person_search_idx', ['town.person.search 缺少索引']],
    ['alter table town.post drop constraint post_person_organ_kind_valid_excl', ['town.post 缺少 person、organ、kind 相同的行日期不重叠的约束']],
    ['alter table town.organ drop constraint organ_head_fkey', ['town.organ.head 应引用 town.person']],
    ['drop table town.organ__posts', ['没有表 town.organ__posts', 'town.organ__posts.parent 应引用 town.organ', 'town.organ__posts.parent 缺少索引']],
  ]
  for (const [drift, expected] of drifts) {
    await run(drift)
    assert.deepEqual(await sayings(), expected, drift)
    await run((await dbDiff(database.db, town)).sql)
    assert.deepEqual(await sayings(), [], `mended: ${drift}`)
  }
})

test('a column nobody declared is told and left to a person; generated columns and names of indexes are free', async () => {
  await run('alter table town.person add column colour text; alter table town.person add column loud text generated always as (upper(name)) stored')
  await run('alter index town.person_search_idx rename to whatever')
  const { differences, sql: script } = await dbDiff(database.db, town)
  assert.deepEqual(differences.map(({ says }) => says.zh), ['列 town.person.colour 没有声明'])
  assert.equal(script, '-- alter table town.person drop column colour;\n')
  await run('alter table town.person drop column colour')
})

test('an index over another collation, or over part of the rows, does not serve the list', async () => {
  await run('drop index town.organ_label_id_idx; create index on town.organ (label)')
  assert.deepEqual(await sayings(), ['town.organ.label 缺少索引'])
  await run('drop index town.organ_label_idx; create index on town.organ (label collate "zh-natural") where parent is null')
  assert.deepEqual(await sayings(), ['town.organ.label 缺少索引'])
})

test('what is asked for can be read', () => {
  const table = expectedTables(town).find(({ table: name }) => name === 'lamp_repair__materials')
  assert.deepEqual(table?.columns.map(({ name, type, nullable }) => `${name} ${type}${nullable ? '?' : ''}`), [
    'id uuid', 'matter uuid', 'position integer', 'at timestamp with time zone', 'by_person uuid?', 'what text', 'cost numeric(18,2)',
  ])
})
