// Who sees and writes what: organ subtree and site, one's own row, masked values, and the trail of those who asked for them whole.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { Problem } from '@houqin/problem'
import type { ProblemType } from '@houqin/problem'
import { readListQuery } from '@houqin/listing'
import { anyone, chiefClerk, chiefKeeper, clerk, entries, keeper, must, organ, person, room, settled, somebody, theAuditor, town, visit, visitor } from './town.ts'
import type { Town } from './town.ts'

let house: Town
let at: Awaited<ReturnType<typeof settled>>
let rooms: Record<string, string>
let han: string
before(async () => {
  house = await town()
  at = await settled(house)
  await house.write(async (tx) => {
    const numbers = ['y-bureau', 'y-office', 'y-court', 'h-bureau', 'y-none']
    const ids = await house.registers.bulkInsert(tx, room, [
      { number: 'y-bureau', site: at.yard, organ: at.bureau, area: '1' },
      { number: 'y-office', site: at.yard, organ: at.office, area: '2' },
      { number: 'y-court', site: at.yard, organ: at.court, area: '4' },
      { number: 'h-bureau', site: at.hall, organ: at.bureau, area: '8' },
      { number: 'y-none', site: at.yard, area: '16' },
    ])
    rooms = Object.fromEntries(numbers.map((number, place) => [number, must(ids[place])]))
    const [id] = await house.registers.bulkInsert(tx, person, [
      { name: '韩梅梅', phone: '13812345678', identity: '320102199001011234', born: '1990-01-01', organ: at.bureau },
      { name: '李雷', phone: '13987654321', organ: at.court },
      { name: '无名', organ: at.court },
    ])
    han = must(id)
  })
})

async function refused(type: ProblemType, work: Promise<unknown>): Promise<string> {
  try {
    await work
  } catch (error) {
    assert.ok(error instanceof Problem, String(error))
    assert.equal(error.type, type, error.detail.zh)
    return error.detail.zh
  }
  return assert.fail('done')
}
const bureauTree = () => [at.bureau, at.office]
const yardKeeper = () => somebody('院管', [[keeper, null, [at.yard]]])
const bureauClerk = () => somebody('局人事', [[clerk, bureauTree(), null]])
const narrow = () => somebody('局内院管', [[keeper, bureauTree(), [at.yard]]])

test('a list, its sum and its export hold only what the roles reach', async () => {
  const seen = async (actor: ReturnType<typeof somebody>) => {
    const { rows, total } = await house.registers.list(house.db, actor, room, readListQuery({ sort: 'number', total: 'true' }))
    const { count, sums } = await house.registers.summary(house.db, actor, room)
    assert.equal(total, rows.length)
    assert.equal(count, rows.length)
    return `${rows.map((row) => row['number']).join(' ')} = ${sums['area']}`
  }
  assert.equal(await seen(chiefKeeper), 'h-bureau y-bureau y-court y-none y-office = 31.00')
  assert.equal(await seen(yardKeeper()), 'y-bureau y-court y-none y-office = 23.00')
  assert.equal(await seen(bureauClerk()), 'h-bureau y-bureau y-office = 11.00')
  assert.equal(await seen(narrow()), 'y-bureau y-office = 3.00')
  assert.equal(await seen(somebody('两头', [[keeper, [at.court], null], [clerk, null, [at.hall]]])), 'h-bureau y-court = 12.00')
  assert.equal(await seen(theAuditor), 'h-bureau y-bureau y-court y-none y-office = 31.00')
  await refused('not-allowed', house.registers.list(house.db, anyone, room))
  const exported: unknown[] = []
  for await (const row of house.registers.exportRows(house.db, narrow(), room, { sort: 'number' }, { reason: '', whole: false })) exported.push(row['number'])
  assert.deepEqual(exported, ['y-bureau', 'y-office'])
})

test('a row one may not see is not found, whatever is asked of it', async () => {
  const court = must(rooms['y-court'])
  const actor = narrow()
  await refused('not-found', house.registers.get(house.db, actor, room, court))
  await refused('not-found', house.registers.history(house.db, actor, room, court))
  await refused('not-found', house.registers.links(house.db, actor, room, court))
  await refused('not-found', house.write((tx) => house.registers.codeOf(tx, actor, room, court)))
  await refused('not-found', house.write((tx) => house.registers.update(tx, actor, room, court, { seats: 1 }, 1)))
  await refused('not-found', house.write((tx) => house.registers.retire(tx, actor, room, court, { reason: 'x', version: 1 })))
  await refused('not-found', house.write((tx) => house.registers.merge(tx, actor, room, court, { into: must(rooms['y-bureau']), reason: 'x' })))
  await refused('not-found', house.write((tx) => house.registers.merge(tx, actor, room, must(rooms['y-bureau']), { into: court, reason: 'x' })))
  for (const none of ['01a00000-0000-7000-8000-0000000000ff', 'x', "' or 1=1", '']) await refused('not-found', house.registers.get(house.db, actor, room, none))
})

test('one writes only rows within reach, and never writes one out of it', async () => {
  const actor = yardKeeper()
  assert.match(await refused('not-allowed', house.write((tx) => house.registers.insert(tx, actor, room, { number: 'n', site: at.hall, area: '1' }))), /不在您的管理范围内/)
  assert.match(await refused('not-allowed', house.write((tx) => house.registers.update(tx, actor, room, must(rooms['y-none']), { site: at.hall }, 1))), /不在您的管理范围内/)
  const both = somebody('院管兼局人事', [[keeper, null, [at.yard]], [clerk, bureauTree(), null]])
  assert.match(await refused('not-allowed', house.write((tx) => house.registers.update(tx, both, room, must(rooms['h-bureau']), { seats: 1 }, 1))), /您只能查看/)
  assert.equal((await house.write((tx) => house.registers.update(tx, actor, room, must(rooms['y-none']), { seats: 5 }, 1)))['seats'], 5)
  await refused('not-allowed', house.write((tx) => house.registers.insert(tx, theAuditor, room, { number: 'n', site: at.yard, area: '1' })))
  await refused('not-allowed', house.write((tx) => house.registers.update(tx, theAuditor, room, must(rooms['y-none']), { seats: 6 }, 2)))
  await refused('not-allowed', house.write((tx) => house.registers.bulkInsert(tx, room, [{ number: 'n', site: at.hall, area: '1' }], actor)))
})

test('in a tree of organs one makes and moves organs below what one is in charge of, nowhere else', async () => {
  const actor = bureauClerk()
  const make = (parent?: string) => house.write((tx) => house.registers.insert(tx, actor, organ, { name: `处 ${parent}`, ...(parent !== undefined && { parent }) }))
  const made = await make(at.office)
  assert.equal(made.version, 1)
  await refused('not-allowed', make(at.court))
  await refused('not-allowed', make())
  await refused('not-allowed', house.write((tx) => house.registers.update(tx, actor, organ, at.office, { parent: at.court }, 1)))
  await refused('not-allowed', house.write((tx) => house.registers.update(tx, actor, organ, at.court, { name: '法庭' }, 1)))
  assert.equal((await house.write((tx) => house.registers.update(tx, actor, organ, at.bureau, { name: '机关事务局' }, 1))).name, '机关事务局')
})

test('sensitive values are masked for everybody but the person himself; a role that reveals may ask for them', async () => {
  const seen = async (actor: ReturnType<typeof somebody>) => {
    const { name, phone, identity, born, masked, revealable } = await house.registers.get(house.db, actor, person, han)
    return { name, phone, identity, born, masked, revealable }
  }
  const hidden = { name: '韩梅梅', phone: '138****5678', identity: '320***********1234', born: null, masked: ['phone', 'identity', 'born'], revealable: undefined }
  assert.deepEqual(await seen(anyone), hidden)
  assert.deepEqual(await seen(theAuditor), hidden)
  assert.deepEqual(await seen(somebody('院人事', [[clerk, [at.court], null]])), hidden)
  assert.deepEqual(await seen(chiefClerk), { ...hidden, revealable: true })
  assert.deepEqual(await seen(bureauClerk()), { ...hidden, revealable: true })
  const whole = { name: '韩梅梅', phone: '13812345678', identity: '320102199001011234', born: '1990-01-01', masked: undefined, revealable: undefined }
  assert.deepEqual(await seen(somebody('韩梅梅', [], han)), whole)
})

test('what is asked for whole is answered with the reason in the audit, which holds no number itself', async () => {
  const ask = (actor: ReturnType<typeof somebody>, id = han) => house.write((tx) => house.registers.reveal(tx, actor, person, id, '核对 320102199001011234 的身份'))
  const was = (await entries(house.db, 'town.reveal')).length
  assert.deepEqual((await ask(bureauClerk())).values, { phone: '13812345678', identity: '320102199001011234', born: '1990-01-01' })
  const [entry, ...more] = (await entries(house.db, 'town.reveal')).slice(was)
  assert.deepEqual(more, [])
  assert.deepEqual([entry?.actor_name, entry?.summary, entry?.after], ['局人事', '查看人员“韩梅梅”的手机、身份证号、出生日期：核对 320***********1234 的身份', { fields: ['phone', 'identity', 'born'] }])
  await refused('not-allowed', ask(anyone))
  await refused('not-allowed', ask(theAuditor))
  await refused('not-allowed', ask(somebody('院人事', [[clerk, [at.court], null]])))
  await refused('not-found', ask(chiefClerk, at.bureau))
  assert.equal((await entries(house.db, 'town.reveal')).length, was + 1, 'who was refused read nothing')
  assert.deepEqual((await ask(somebody('韩梅梅', [], han))).values['phone'], '13812345678')
  assert.equal((await entries(house.db, 'town.reveal')).length, was + 1, 'one’s own is one’s own')
})

test('a whole number finds its row for those who might ask to see it, and shows it masked', async () => {
  const found = async (actor: ReturnType<typeof somebody>, q: string) =>
    (await house.registers.list(house.db, actor, person, readListQuery({ q }))).rows.map(({ name, phone }) => `${name} ${String(phone)}`)
  for (const q of ['13812345678', '138 1234 5678', '320102199001011234']) {
    assert.deepEqual(await found(chiefClerk, q), ['韩梅梅 138****5678'], q)
    assert.deepEqual(await found(anyone, q), [], q)
  }
  assert.deepEqual(await found(bureauClerk(), '13987654321'), [], 'he reads that row, but may not reveal it')
  assert.deepEqual(await found(chiefClerk, '1381234'), [], 'a part of a number finds nobody')
})

test('nobody finds out a masked value by asking for it', async () => {
  const ask = (actor: ReturnType<typeof somebody>, parameters: Record<string, string>) => house.registers.list(house.db, actor, person, readListQuery(parameters))
  assert.match(await refused('not-allowed', ask(anyone, { 'where.phone': '13812345678' })), /“手机”是敏感信息，您不能按它筛选或排序/)
  await refused('not-allowed', ask(anyone, { sort: 'born' }))
  await refused('not-allowed', ask(anyone, { 'where.born.gte': '1980-01-01' }))
  assert.equal((await ask(anyone, { q: '13812345678' })).rows.length, 0)
  assert.equal((await ask(chiefClerk, { 'where.phone': '13987654321' })).rows.length, 1)
  assert.equal((await ask(bureauClerk(), { 'where.phone': '13987654321' })).rows.length, 0) // reads that row, but masked
  assert.equal((await ask(bureauClerk(), { 'where.phone.null': 'false' })).rows.length, 1)
})

test('the audit never holds a sensitive value whole, and history shows it as the audit does', async () => {
  const before_ = await house.registers.get(house.db, chiefClerk, person, han)
  await house.write((tx) => house.registers.update(tx, chiefClerk, person, han, { phone: '13800000000' }, before_.version))
  const { rows } = await house.registers.history(house.db, chiefClerk, person, han)
  assert.deepEqual(rows[0]?.changes, [{ field: 'phone', label: '手机', before: '138****5678', after: '138****0000' }])
  const whole = JSON.stringify(await entries(house.db, 'town.update'))
  assert.ok(!whole.includes('13800000000') && !whole.includes('13812345678'))
})

test('who saw a value masked and sends the form back does not overwrite it', async () => {
  const { rows: [li] } = await house.registers.list(house.db, chiefClerk, person, readListQuery({ q: '李雷' }))
  const row = must(li)
  // A register that its writers do not see whole.
  const narrowed = { ...person, access: { ...person.access, reveal: [] } }
  const courtClerk = somebody('院人事', [[clerk, [at.court], null]])
  const form = await house.registers.get(house.db, courtClerk, narrowed, row.id)
  assert.equal(form['phone'], '139****4321')
  const saved = await house.write((tx) => house.registers.update(tx, courtClerk, narrowed, row.id, { name: '李磊', phone: String(form['phone']), born: null }, row.version))
  assert.equal(saved.name, '李磊')
  const { values } = await house.write((tx) => house.registers.reveal(tx, chiefClerk, person, row.id, '核对'))
  assert.equal(values['phone'], '13987654321')
})

test('a name that is itself sensitive is masked wherever it is told, and found by nobody who may not see it', async () => {
  const [zhao] = await house.write((tx) => house.registers.bulkInsert(tx, visitor, [{ name: '赵晓明', card: 'K1' }]))
  await house.write((tx) => house.registers.bulkInsert(tx, visit, [{ visitor: must(zhao), day: '2026-11-24' }]))
  const seen = async (actor: ReturnType<typeof somebody>, parameters: Record<string, string> = {}) =>
    (await house.registers.list(house.db, actor, visitor, readListQuery(parameters))).rows.map(({ name, masked }) => `${name} ${masked?.join() ?? ''}`)
  assert.deepEqual(await seen(anyone), ['赵* name'])
  assert.deepEqual(await seen(chiefClerk), ['赵* name'])
  const { name: whole } = await house.write((tx) => house.registers.reveal(tx, chiefClerk, visitor, must(zhao), '来访登记'))
  assert.equal(whole, '赵晓明')
  assert.deepEqual(await seen(anyone, { q: '晓明' }), [])
  assert.deepEqual(await seen(chiefClerk, { q: '晓明' }), ['赵* name'])
  await refused('not-allowed', seen(anyone, { sort: 'name' }))
  await refused('not-allowed', seen(anyone, { 'where.name': '赵晓明' }))
  const { rows: [came] } = await house.registers.list(house.db, anyone, visit)
  assert.deepEqual([must(came).name, came?.['visitor']], ['赵*', { id: zhao, name: '赵*' }])
  assert.equal(
    await refused('conflict', house.write((tx) => house.registers.insert(tx, chiefClerk, visitor, { name: '钱', card: 'K1' }))),
    '“证号”与另一条访客相同，请核对是否重复登记。',
  )
  assert.ok(!JSON.stringify(await entries(house.db, 'town.bulk-insert')).includes('赵晓明'))
})

test('one reads one’s own row without any role, and writes it not', async () => {
  const own = { ...person, access: { ...person.access, read: [] } }
  const me = somebody('韩梅梅', [], han)
  assert.deepEqual((await house.registers.list(house.db, me, own)).rows.map(({ id }) => id), [han])
  await refused('not-allowed', house.write((tx) => house.registers.update(tx, me, own, han, { name: '韩' }, 2)))
  await refused('not-allowed', house.registers.list(house.db, anyone, own))
  const { rows: [other] } = await house.registers.list(house.db, chiefClerk, person, readListQuery({ q: '无名' }))
  await refused('not-found', house.registers.get(house.db, me, own, must(other).id))
})

