// A row's life: made, changed by two people, moved, renamed with those that tell its name, retired and brought back.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { Problem } from '@houqin/problem'
import type { ProblemType } from '@houqin/problem'
import { createRegisters } from '@houqin/registers'
import { sql } from 'kysely'
import { catalogue, chiefClerk, chiefKeeper, entries, keeper, must, organ, person, post, room, settled, site, somebody, systemActor, town, visitor } from './town.ts'
import type { Town } from './town.ts'

let house: Town
let at: Awaited<ReturnType<typeof settled>>
before(async () => {
  house = await town()
  at = await settled(house)
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
const insertRoom = (number: string, more: object = {}, lines?: unknown) =>
  house.write((tx) => house.registers.insert(tx, chiefKeeper, room, { number, site: at.yard, area: '20', ...more }, lines))

test('a row is made with its name, its lines with their sums, and stands in the audit', async () => {
  const [holder] = await house.write((tx) => house.registers.bulkInsert(tx, person, [{ name: '张伟', organ: at.bureau }]))
  const made = await insertRoom('301', { uses: ['office'] }, { keys: [{ holder: must(holder), copies: 2, deposit: '50' }, { holder: must(holder), copies: 1, deposit: '0.5' }] })
  assert.equal(made.name, '机关大院 301')
  assert.deepEqual(must(made.lines)['keys']?.totals, { copies: '3', deposit: '50.50' })
  assert.deepEqual(made.lines?.['keys']?.rows.map(({ holder: who, copies }) => ({ who, copies })), [{ who: { id: holder, name: '张伟' }, copies: 2 }, { who: { id: holder, name: '张伟' }, copies: 1 }])
  const [entry] = await entries(house.db, 'town.insert')
  assert.equal(entry?.summary, '登记房间“机关大院 301”')
  assert.equal(entry.actor_name, '刘敏')
  const shorter = await house.write((tx) => house.registers.update(tx, chiefKeeper, room, made.id, {}, 1, { keys: [{ holder: must(holder), copies: 7, deposit: '1' }] }))
  assert.equal(shorter.version, 2)
  assert.deepEqual(shorter.lines?.['keys']?.totals, { copies: '7', deposit: '1.00' })
  const { rows } = await house.registers.history(house.db, chiefKeeper, room, made.id)
  assert.deepEqual(rows[0]?.changes.map(({ field, label }) => `${field} ${label}`), ['lines.keys 钥匙'])
})

test('a change tells what was and what is, and nothing changed is no new version', async () => {
  const made = await insertRoom('302', { organ: at.bureau })
  house.clock.advance({ hours: 1 })
  const same = await house.write((tx) => house.registers.update(tx, chiefKeeper, room, made.id, { area: '20.00' }, 1))
  assert.equal(same.version, 1)
  const changed = await house.write((tx) => house.registers.update(tx, chiefKeeper, room, made.id, { area: '21.5', organ: at.court, seats: 3 }, 1))
  assert.equal(changed.version, 2)
  assert.equal(changed.updatedAt, '2026-11-24T02:30:00.000Z')
  const { rows } = await house.registers.history(house.db, chiefKeeper, room, made.id)
  assert.deepEqual(rows[0], {
    at: '2026-11-24T02:30:00.000Z', by: '刘敏', action: 'update',
    changes: [
      { field: 'organ', label: '使用单位', before: { id: at.bureau, name: '事务局' }, after: { id: at.court, name: '法院' } },
      { field: 'area', label: '面积', before: '20.00', after: '21.50' },
      { field: 'seats', label: '座位数', before: null, after: 3 },
    ],
  })
  assert.equal(rows[1]?.action, 'insert')
  assert.deepEqual(rows[1]?.changes.map(({ field }) => field), ['number', 'site', 'organ', 'area', 'uses', 'photos'])
})

test('of two who change one row at once, one wins and the other learns who was faster', async () => {
  const made = await insertRoom('303')
  const other = somebody('陈静', [[keeper, null, null]])
  const results = await Promise.allSettled([
    house.write((tx) => house.registers.update(tx, chiefKeeper, room, made.id, { seats: 1 }, 1)),
    house.write((tx) => house.registers.update(tx, other, room, made.id, { seats: 2 }, 1)),
  ])
  assert.deepEqual(results.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  const lost = results.find((result) => result.status === 'rejected')
  assert.ok(lost?.reason instanceof Problem)
  assert.equal(lost.reason.type, 'stale-version')
  assert.match(lost.reason.detail.zh, /^(刘敏|陈静)已于 2026-11-24 周二 10:30 修改了这条房间（现为第 2 版，您看到的是第 1 版）。请刷新后再改。$/)
  assert.deepEqual(lost.reason.more, { version: 2 })
})

test('what it points to must exist and be in use', async () => {
  const missing = '01a00000-0000-7000-8000-0000000000ff'
  assert.match(await refused('bad-input', insertRoom('304', { organ: missing })), /“使用单位”所选的记录不存在/)
  assert.match(await refused('bad-input', insertRoom('304', {}, { keys: [{ holder: missing, copies: 1, deposit: '1' }] })), /“保管人”所选的记录不存在/)
  const [old] = await house.write((tx) => house.registers.bulkInsert(tx, organ, [{ name: '旧局' }]))
  const kept = await insertRoom('305', { organ: must(old) })
  await house.write((tx) => house.registers.retire(tx, chiefClerk, organ, must(old), { reason: '机构改革', version: 1 }))
  assert.match(await refused('bad-input', insertRoom('306', { organ: must(old) })), /“使用单位”所选的“旧局”已停用，请改选/)
  const still = await house.write((tx) => house.registers.update(tx, chiefKeeper, room, kept.id, { seats: 1 }, 1))
  assert.deepEqual(still['organ'], { id: old, name: '旧局' })
})

test('a text that must be unique names the row that has it; a retired row gives its own free', async () => {
  const make = (name: string) => house.write((tx) => house.registers.insert(tx, chiefClerk, organ, { name }))
  const first = await make('统计局')
  assert.equal(await refused('conflict', make('统计局')), '“名称”统计局 已用于单位“统计局”，请核对是否重复登记。')
  await house.write((tx) => house.registers.retire(tx, chiefClerk, organ, first.id, { reason: '撤销', version: 1 }))
  await make('统计局')
  assert.match(await refused('conflict', house.write((tx) => house.registers.retire(tx, chiefClerk, organ, first.id, { reason: '恢复', version: 2, undo: true }))), /已用于单位“统计局”/)
  const both = await Promise.allSettled([make('档案局'), make('档案局')])
  const lost = both.find((result) => result.status === 'rejected')
  assert.equal(lost?.reason instanceof Problem && lost.reason.type, 'conflict')
})

test('a sensitive text that must be unique does not tell whose it is', async () => {
  const make = (name: string) => house.write((tx) => house.registers.insert(tx, chiefClerk, person, { name, organ: at.bureau, identity: '320102199001011234' }))
  await make('韩梅梅')
  assert.equal(await refused('conflict', make('李四')), '“身份证号”与另一条人员相同，请核对是否重复登记。')
})

test('dated rows alike never share a day: the row in the way is named', async () => {
  const [wang] = await house.write((tx) => house.registers.bulkInsert(tx, person, [{ name: '王芳', organ: at.bureau }]))
  const take = (from: string, to: string | null, title = '科员') =>
    house.write((tx) => house.registers.insert(tx, chiefClerk, post, { person: must(wang), organ: at.bureau, title, from, to }))
  const first = await take('2024-01-01', '2024-12-31')
  assert.equal(first.from, '2024-01-01')
  assert.equal(
    await refused('conflict', take('2024-12-31', null, '科长')),
    '与已有的任职“王芳 · 科员”（2024-01-01 至 2024-12-31）日期重叠：人员、单位相同的记录同一天只能有一条。请先为它填写截止日期，或改起始日期。',
  )
  const second = await take('2025-01-01', null, '科长')
  assert.match(await refused('conflict', house.write((tx) => house.registers.update(tx, chiefClerk, post, first.id, { to: null }, 1))), /“王芳 · 科长”（2025-01-01 至 今后）日期重叠/)
  assert.match(await refused('bad-input', take('2023-02-01', '2023-01-01')), /“截止日期”2023-01-01 早于起始日期 2023-02-01/)
  assert.match(await refused('bad-input', house.write((tx) => house.registers.insert(tx, chiefClerk, post, { person: must(wang), organ: at.court, title: 'x' } as never))), /“起始日期”必须填写/)
  const ended = await house.write((tx) => house.registers.update(tx, chiefClerk, post, second.id, { to: '2025-06-30' }, 1))
  assert.deepEqual([ended.from, ended.to], ['2025-01-01', '2025-06-30'])
  const { rows } = await house.registers.history(house.db, chiefClerk, post, second.id)
  assert.deepEqual(rows[0]?.changes.filter(({ field }) => field === 'to'), [{ field: 'to', label: '截止日期', before: null, after: '2025-06-30' }])
  const both = await Promise.allSettled([take('2026-01-01', null), take('2026-03-01', null)])
  const lost = both.find((result) => result.status === 'rejected')
  assert.equal(lost?.reason instanceof Problem && lost.reason.type, 'conflict')
})

test('a row renamed renames those that tell its name, not their versions', async () => {
  const [gate] = await house.write((tx) => house.registers.bulkInsert(tx, site, [{ name: '东门', kind: 'office' }]))
  const inside = await house.write((tx) => house.registers.insert(tx, chiefKeeper, room, { number: '1', site: must(gate), area: '1' }))
  await house.write((tx) => house.registers.update(tx, chiefKeeper, site, must(gate), { name: '南门' }, 1))
  const after = await house.registers.get(house.db, chiefKeeper, room, inside.id)
  assert.deepEqual([after.name, after.version], ['南门 1', 1])
  const found = await house.registers.list(house.db, chiefKeeper, room, { q: '南门' })
  assert.deepEqual(found.rows.map(({ id }) => id), [inside.id])
})

test('names that tell each other in a ring come to rest', async () => {
  const make = (name: string, friend?: string) => house.write((tx) => house.registers.insert(tx, chiefClerk, visitor, { name, ...(friend !== undefined && { friend }) }))
  const called = async (id: string) => must((await house.registers.namesOf(house.db, new Map([[visitor.id, new Set([id])]]))).get(id)).name
  const one = await make('孙')
  const two = await make('李', one.id)
  assert.equal(await called(two.id), '李（随孙）')
  await house.write((tx) => house.registers.update(tx, chiefClerk, visitor, one.id, { friend: two.id }, 1))
  const ring = await called(one.id)
  assert.ok(ring.startsWith('孙（随李（随') && ring.length <= 300, ring)
})

test('a tree never closes into a ring, even when two move it at once', async () => {
  const move = (id: string, parent: string, version: number) => house.write((tx) => house.registers.update(tx, chiefClerk, organ, id, { parent }, version))
  assert.match(await refused('bad-input', move(at.district, at.office, 1)), /“上级单位”不能是它自己或它的下级/)
  assert.match(await refused('bad-input', move(at.court, at.court, 1)), /不能是它自己/)
  const [one, two] = await house.write((tx) => house.registers.bulkInsert(tx, organ, [{ name: '甲' }, { name: '乙' }]))
  const results = await Promise.allSettled([move(must(one), must(two), 1), move(must(two), must(one), 1)])
  assert.deepEqual(results.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
})

test('retired with a reason, a row leaves the lists, keeps its history, and comes back', async () => {
  const made = await insertRoom('310')
  const retire = (how: { reason: unknown; version: number; undo?: boolean }) => house.write((tx) => house.registers.retire(tx, chiefKeeper, room, made.id, how))
  const listed = async () => (await house.registers.list(house.db, chiefKeeper, room, { where: [{ field: 'number', operator: 'eq', values: ['310'] }] })).rows.length
  assert.match(await refused('bad-input', retire({ reason: ' ', version: 1 })), /“原因”不能空着/)
  assert.match(await refused('stale-version', retire({ reason: '拆除', version: 9 })), /现为第 1 版/)
  const gone = await retire({ reason: '拆除', version: 1 })
  assert.equal(gone.retiredAt, house.clock.now().toISOString())
  assert.equal(await listed(), 0)
  assert.match(await refused('conflict', retire({ reason: '拆除', version: 2 })), /已经停用/)
  assert.match(await refused('conflict', house.write((tx) => house.registers.update(tx, chiefKeeper, room, made.id, { seats: 1 }, 2))), /请先恢复再修改/)
  assert.equal((await retire({ reason: '误操作', version: 2, undo: true })).retiredAt, null)
  assert.equal(await listed(), 1)
  const { rows } = await house.registers.history(house.db, chiefKeeper, room, made.id)
  assert.deepEqual(rows.map(({ action, reason }) => `${action} ${reason ?? ''}`), ['restore 误操作', 'retire 拆除', 'insert '])
})

test('a deed that is refused leaves no trace', async () => {
  const count = async () => Number((await sql<{ n: string }>`select (select count(*) from town.room) + (select count(*) from audit.entry) + (select count(*) from town.room__keys) as n`.execute(house.db)).rows[0]?.n)
  const was = await count()
  await refused('bad-input', insertRoom('320', {}, { keys: [{ holder: at.yard, copies: 1, deposit: '1' }] }))
  await refused('bad-input', insertRoom('320', { area: '-1' }))
  assert.equal(await count(), was)
})

test('links count what points to a row, as far as the reader sees', async () => {
  const { rows } = await house.registers.links(house.db, chiefKeeper, site, at.yard)
  const rooms = (await house.registers.list(house.db, chiefKeeper, room, { where: [{ field: 'site', operator: 'eq', values: [at.yard] }], total: true })).total
  assert.deepEqual(rows, [{ register: 'town.room', title: '房间', field: 'site', label: '场所', count: rooms }])
  assert.deepEqual((await house.registers.links(house.db, somebody('路人', []), site, at.yard)).rows, [])
})

test('a coded row has one code for ever, which is not its id and leads back to it', async () => {
  const made = await insertRoom('330')
  const codes = await Promise.all([1, 2].map(() => house.write((tx) => house.registers.codeOf(tx, chiefKeeper, room, made.id))))
  const [code] = codes
  assert.equal(new Set(codes).size, 1)
  assert.match(must(code), /^[0-9A-HJKMNP-TV-Z]{26}$/)
  assert.deepEqual(await house.registers.rowOfCode(house.db, ` ${must(code).toLowerCase()} `), { register: 'town.room', row: made.id })
  assert.equal(await house.registers.rowOfCode(house.db, made.id), undefined)
  await refused('bad-request', house.write((tx) => house.registers.codeOf(tx, chiefKeeper, site, at.yard)))
})

test('many rows at once: one entry in the audit, a wrong one named by its place, nothing half done', async () => {
  const load = (rows: { number: string; site: string; area: string }[]) => house.write((tx) => house.registers.bulkInsert(tx, room, rows, chiefKeeper))
  const ids = await load(Array.from({ length: 2500 }, (_, n) => ({ number: `B${n}`, site: at.hall, area: '1.5' })))
  assert.equal(new Set(ids).size, 2500)
  assert.equal((await house.registers.get(house.db, chiefKeeper, room, must(ids[2400]))).name, '政务大厅 B2400')
  assert.equal((await entries(house.db, 'town.bulk-insert')).filter(({ summary }) => summary === '成批登记房间 2500 条').length, 1)
  assert.match(await refused('bad-input', load([{ number: 'C1', site: at.hall, area: '1' }, { number: 'C2', site: at.hall, area: '1.234' }])), /^第 2 条：“面积”最多 2 位小数，填了 3 位/)
  assert.match(await refused('conflict', load([{ number: 'C1', site: at.bureau, area: '1' }])), /所引用的记录不存在/)
  assert.equal((await house.registers.list(house.db, chiefKeeper, room, { q: 'C1' })).rows.length, 0)
})

test('files are told to whoever keeps them, with the row that holds them', async () => {
  const held: unknown[] = []
  const registers = createRegisters({
    catalogue, clock: house.clock,
    holdFiles: async (_, told) => {
      held.push(told)
    },
  })
  const photo = '01a00000-0000-7000-8000-00000000f001'
  const made = await house.write((tx) => registers.insert(tx, chiefKeeper, room, { number: '340', site: at.yard, area: '1', photos: [photo] }))
  assert.deepEqual(held, [{ register: 'town.room', row: made.id, files: [{ id: photo, at: 'photos[0]' }], actor: chiefKeeper }])
})

test('what was written is told to the others after the commit', async () => {
  const made = await insertRoom('350')
  await house.write((tx) => house.registers.update(tx, chiefKeeper, room, made.id, { seats: 1 }, 1))
  const { rows } = await sql<{ topic: string; payload: unknown; site: string }>`select topic, payload, site from events.event where payload ->> 'id' = ${made.id} order by id`.execute(house.db)
  assert.deepEqual(rows, ['inserted', 'updated'].map((deed) => ({ topic: `town.room.${deed}`, payload: { register: 'town.room', id: made.id }, site: at.yard })))
})

test('the system itself may write, and signs as itself', async () => {
  const made = await house.write((tx) => house.registers.insert(tx, systemActor, site, { name: '西门', kind: 'hall' }))
  const { rows } = await house.registers.history(house.db, chiefKeeper, site, made.id)
  assert.equal(rows[0]?.by, '系统')
})
