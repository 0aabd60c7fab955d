// A new version of a standard 标准值新版本: tried before it binds, issued by a second pair of eyes, never two on one day.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { systemActor } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { auditTables } from '@houqin/audit'
import { transaction } from '@houqin/db'
import type { Tx } from '@houqin/db'
import { catalogueOf, decimal, defineRole, defineStandard, defineSubsystem, parameter } from '@houqin/define'
import { Problem } from '@houqin/problem'
import { createStandardVersions, standardVersionTables } from '@houqin/standard-versions'
import type { DraftGiven } from '@houqin/standard-versions'
import { createStandards, standardTables } from '@houqin/standards'
import { fakeClock, testDatabase } from '@houqin/testing'
import { sql } from 'kysely'

const keeper = defineRole('room.keeper', { title: '用房管理员', reach: 'district' })
const area = defineStandard<{ readonly rank: 'chief' | 'clerk'; readonly area: string }>()('room.area', {
  title: '办公用房面积', explain: '办公室面积按职级封顶。',
  parameters: { limit: parameter('使用面积上限', '㎡', { scale: 2, by: { chief: '正科级', clerk: '科员' } }) },
  values: [
    { parameter: 'limit', key: 'chief', value: '18', from: '2014-11-01', cite: { document: '样例标准', clause: '第十二条', mark: 'V', level: '国家' } },
    { parameter: 'limit', key: 'clerk', value: '9', from: '2014-11-01', cite: { document: '样例标准', clause: '第十二条', mark: 'V', level: '国家' } },
  ],
  ledger: (_, tag) => tag`select id, id as name, null::uuid as organ, null::uuid as site, jsonb_build_object('rank', rank, 'area', area) as subject
    from (values ('甲', 'clerk', '8.50'), ('乙', 'clerk', '9.75'), ('丙', 'chief', '17.20'), ('丁', 'chief', '18.30')) as r(id, rank, area)`,
  read: [keeper], keep: [keeper],
  check: ({ rank, area: own }, { limit }) => decimal.compare(own, limit[rank]) > 0
    ? [{ level: 'breach', says: `使用 ${own} ㎡，上限 ${limit[rank]} ㎡`, measured: own, limit: limit[rank], unit: '㎡', advice: '请调整', by: `limit.${rank}`, en: { says: `uses ${own} ㎡, at most ${limit[rank]}`, advice: 'Change it' } }]
    : [],
  examples: [{ says: '小', given: { rank: 'clerk', area: '9' }, breach: false }, { says: '大', given: { rank: 'clerk', area: '12' }, breach: true }],
})
const cite = { level: '区' as const, document: '区级办公用房管理办法', clause: '第六条', mark: 'V' as const }
/** Clerks may have more, chiefs less. */
const given: DraftGiven = { startsOn: '2027-01-01', unitCost: '1200.50', figures: [{ parameter: 'limit', key: 'clerk', value: '10', ...cite }, { parameter: 'limit', key: 'chief', value: '17', ...cite }] }
const officer = (name: string, account: string, role: string = keeper.role): Actor =>
  ({ ...systemActor, principal: { account: `00000000-0000-7000-8000-0000000000${account}`, person: null, name, session: '00000000-0000-7000-8000-000000000001', grants: [{ role, organs: null, sites: null }] } })
const he = officer('何伟', 'a1')
const gu = officer('顾明远', 'a2')

async function open() {
  const { db } = await testDatabase({ sets: [auditTables, standardTables, standardVersionTables] })
  const catalogue = catalogueOf([defineSubsystem('room', '样例', { roles: { keeper }, standards: { area } })])
  const clock = fakeClock('2026-11-26T10:00:00+08:00')
  const standards = createStandards({ catalogue, clock })
  const write = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => transaction(db, work)
  await write((tx) => standards.sync(tx))
  return { db, write, standards, versions: createStandardVersions({ catalogue, standards, clock }) }
}
async function refusal(work: Promise<unknown>): Promise<Problem> {
  const error: unknown = await work.catch((caught: unknown) => caught)
  assert.ok(error instanceof Problem, String(error))
  return error
}

test('a draft shows who breaches newly, no longer and still, by how much and at what cost, and binds nobody', async () => {
  const { db, write, standards, versions } = await open()
  const { id } = await write((tx) => versions.make(tx, he, area.id, given))
  const { outcome } = await versions.outcome(db, gu, id)
  const { rows, ...totals } = outcome
  assert.deepEqual(totals, { asOf: '2027-01-01', checked: 4, newly: 1, noLonger: 1, still: 1, unit: '㎡', over: '1.5', cost: '1800.75', unitCost: { price: '1200.50', basis: 'draft', startsOn: null, cite: null } })
  assert.deepEqual(rows.map(({ subject, change, before, after, over, cost }) => [subject.name, change, before?.limit ?? null, after?.limit ?? null, over, cost]), [
    ['丙', 'newly', null, '17', '0.2', '240.10'], ['乙', 'noLonger', '9', null, null, null], ['丁', 'still', '18', '17', '1.3', '1560.65'],
  ])
  assert.equal(rows[0]?.after?.cite.text, '《区级办公用房管理办法》 第六条')
  assert.equal((await versions.outcome(db, he, id, { unitCost: '10' })).outcome.cost, '15.00', 'another cost is tried without touching the draft')
  const { rows: found } = await standards.audit(db, systemActor, area.id, { asOf: '2027-01-01' })
  assert.deepEqual(found.map(({ subject }) => subject.name), ['乙', '丁'], 'the figures in force are what they were')
})

test('the cost comes from what is on record on that day, with its source; one that is typed is told apart', async () => {
  const { db, write, versions } = await open()
  const { unitCost: _, ...uncosted } = given
  const { id } = await write((tx) => versions.make(tx, he, area.id, uncosted))
  const outcome = async (asked?: { unitCost: string }) => {
    const { outcome: { cost, unitCost } } = await versions.outcome(db, gu, id, asked)
    return { cost, basis: unitCost?.basis ?? null, price: unitCost?.price ?? null, text: unitCost?.cite?.text ?? null }
  }
  assert.deepEqual(await outcome(), { cost: null, basis: null, price: null, text: null })
  const source = { level: '区' as const, document: '本局测算', mark: 'U' as const, clause: '第三条' }
  await write((tx) => versions.keepCost(tx, he, area.id, { price: '100.00', startsOn: '2026-01-01', ...source }))
  await write((tx) => versions.keepCost(tx, he, area.id, { price: '999.00', startsOn: '2027-06-01', ...source }))
  assert.deepEqual(await outcome(), { cost: '150.00', basis: 'kept', price: '100.00', text: '《本局测算》 条号待核' }, 'the one in force when the draft begins; no clause under U')
  assert.deepEqual(await outcome({ unitCost: '7' }), { cost: '10.50', basis: 'typed', price: '7', text: null })
  await write((tx) => versions.keepCost(tx, he, area.id, { price: '200.00', startsOn: '2026-01-01', ...source, mark: 'V' }))
  assert.deepEqual(await outcome(), { cost: '300.00', basis: 'kept', price: '200.00', text: '《本局测算》 第三条' }, 'entered anew for the same day')
  assert.deepEqual((await versions.list(db, gu, area.id)).costs.map(({ startsOn, price }) => [startsOn, price]), [['2027-06-01', '999.00'], ['2026-01-01', '200.00']])
  const { id: own } = await write((tx) => versions.make(tx, he, area.id, { ...given, startsOn: '2027-02-01' }))
  assert.equal((await versions.outcome(db, gu, own)).outcome.unitCost?.basis, 'draft')
  const bad = await refusal(write((tx) => versions.keepCost(tx, he, area.id, { price: '1.234', startsOn: 'soon', ...source, document: ' ', mark: 'V', clause: '' })))
  assert.deepEqual(bad.issues?.map(({ at }) => at).toSorted((a, b) => a.localeCompare(b)), ['clause', 'document', 'price', 'startsOn'])
  const stranger = officer('路人', 'a9', 'nobody')
  assert.equal((await refusal(write((tx) => versions.keepCost(tx, stranger, area.id, { price: '1', startsOn: '2026-01-01', ...source })))).type, 'not-allowed')
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from audit.entry where action = 'standard.unit-cost'`.execute(db)
  assert.equal(rows[0]?.n, 3)
})

test('who prepared it does not issue it; another does, and from its day the new figures judge', async () => {
  const { db, write, standards, versions } = await open()
  const { id } = await write((tx) => versions.make(tx, he, area.id, given))
  assert.equal((await refusal(write((tx) => versions.take(tx, gu, { id, version: 1 }, 'issue')))).type, 'conflict', 'nobody has put it forward')
  const { version } = await write((tx) => versions.take(tx, he, { id, version: 1 }, 'propose'))
  const own = await refusal(write((tx) => versions.take(tx, he, { id, version }, 'issue')))
  assert.deepEqual([own.type, own.detail.zh], ['not-allowed', '编制人不能自己发布，请由另一位有权限的人复核发布。'])
  assert.equal((await refusal(write((tx) => versions.change(tx, he, { id, version }, given)))).type, 'conflict', 'what is put forward is not changed')
  const issued = await write((tx) => versions.take(tx, gu, { id, version }, 'issue'))
  assert.deepEqual([issued.state, issued.decidedName], ['issued', '顾明远'])
  const limits = async (asOf: string) => (await standards.audit(db, systemActor, area.id, { asOf })).rows.map(({ subject, findings }) => [subject.name, findings[0]?.limit])
  assert.deepEqual(await limits('2026-12-31'), [['乙', '9'], ['丁', '18']])
  assert.deepEqual(await limits('2027-01-01'), [['丙', '17'], ['丁', '17']])
  await write((tx) => standards.sync(tx))
  assert.deepEqual(await limits('2027-01-01'), [['丙', '17'], ['丁', '17']], 'the next start leaves them alone')
  const { rows } = await sql<{ action: string }>`select action from audit.entry order by id`.execute(db)
  assert.deepEqual(rows.map(({ action }) => action), ['standard.draft', 'standard.proposed', 'standard.issued'])
})

test('two versions of a rule on one day are refused in a sentence, whether drafted or in force', async () => {
  const { write, versions } = await open()
  const first = await write((tx) => versions.make(tx, he, area.id, given))
  const second = await refusal(write((tx) => versions.make(tx, gu, area.id, given)))
  assert.equal(second.type, 'conflict')
  assert.match(second.detail.zh, /自 2027-01-01 起已有一个版本（何伟 2026-11-26 编制）。同一天不能有两个版本/)
  await write((tx) => versions.take(tx, he, { id: first.id, version: 1 }, 'discard'))
  const again = await write((tx) => versions.make(tx, gu, area.id, { ...given, startsOn: '2014-11-01' }))
  const { version } = await write((tx) => versions.take(tx, gu, { id: again.id, version: 1 }, 'propose'))
  const held = await refusal(write((tx) => versions.take(tx, he, { id: again.id, version }, 'issue')))
  assert.match(held.detail.zh, /“使用面积上限”在 2014-11-01 已有一个标准值开始施行/)
})

test('a draft says what is wrong beside each value, and only keepers prepare one', async () => {
  const { db, write, versions } = await open()
  const wrong = await refusal(write((tx) => versions.make(tx, he, area.id, {
    startsOn: '2027-02-30', unitCost: '1.234',
    figures: [{ parameter: 'limit', key: 'clerk', value: '9.123', ...cite }, { parameter: 'limit', key: 'mayor', value: '9', ...cite }, { parameter: 'limit', key: 'chief', value: '9', ...cite, clause: '' }],
  })))
  assert.deepEqual(wrong.issues.map(({ at }) => at), ['startsOn', 'unitCost', 'figures[0].value', 'figures[1].parameter', 'figures[2].clause'])
  const stranger = officer('路人', 'a3', 'kernel.everyone')
  assert.equal((await refusal(write((tx) => versions.make(tx, stranger, area.id, given)))).type, 'not-allowed')
  assert.equal((await refusal(versions.list(db, stranger, area.id))).type, 'not-allowed')
  const draft = await write((tx) => versions.make(tx, he, area.id, given))
  assert.equal((await refusal(write((tx) => versions.change(tx, gu, { id: draft.id, version: 1 }, given)))).type, 'not-allowed', 'another’s draft is read and not changed')
  const changed = await write((tx) => versions.change(tx, he, { id: draft.id, version: 1 }, { ...given, unitCost: null }))
  assert.deepEqual([changed.version, changed.unitCost], [2, null])
  assert.equal((await refusal(write((tx) => versions.take(tx, he, { id: draft.id, version: 1 }, 'propose')))).type, 'stale-version')
})
