// One thing entered twice: one row becomes the alias of the other, everything reads as the survivor, and it can be undone.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { Problem } from '@houqin/problem'
import type { ProblemType } from '@houqin/problem'
import { readListQuery } from '@houqin/listing'
import { chiefClerk, chiefKeeper, must, organ, person, post, room, settled, site, town } from './town.ts'
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
const mergeSite = (id: string, into: unknown, reason: unknown = '重复登记') => house.write((tx) => house.registers.merge(tx, chiefKeeper, site, id, { into, reason }))

test('the alias leads to the survivor: read, listed, referred to, filtered; unmerged, all is as it was', async () => {
  const [twin] = await house.write((tx) => house.registers.bulkInsert(tx, site, [{ name: '机关大院（重）', kind: 'office' }]))
  const double = must(twin)
  const rooms = await house.write((tx) => house.registers.bulkInsert(tx, room, [{ number: '1', site: double, area: '1' }, { number: '2', site: at.yard, area: '2' }]))
  const alias = await mergeSite(double, at.yard)
  assert.deepEqual([alias.id, alias.mergedInto], [double, { id: at.yard, name: '机关大院' }])
  assert.equal((await house.registers.get(house.db, chiefKeeper, site, double)).id, at.yard)
  const names = async (parameters: Record<string, string>) => (await house.registers.list(house.db, chiefKeeper, site, readListQuery(parameters))).rows.map(({ name }) => name)
  assert.deepEqual(await names({}), ['机关大院', '政务大厅'])
  assert.deepEqual(await names({ retired: 'true' }), ['机关大院', '机关大院（重）', '政务大厅'])
  const one = await house.registers.get(house.db, chiefKeeper, room, must(rooms[0]))
  assert.deepEqual([one['site'], one.name], [{ id: at.yard, name: '机关大院' }, '机关大院 1'])
  const inYard = async (id: string) => (await house.registers.list(house.db, chiefKeeper, room, readListQuery({ 'where.site': id, sort: 'number' }))).rows.map((row) => row['number'])
  assert.deepEqual(await inYard(at.yard), ['1', '2'])
  assert.deepEqual(await inYard(double), ['1', '2'])
  assert.deepEqual((await house.registers.links(house.db, chiefKeeper, site, at.yard)).rows.map(({ count }) => count), [2])
  const added = await house.write((tx) => house.registers.insert(tx, chiefKeeper, room, { number: '3', site: double, area: '3' }))
  assert.deepEqual(added['site'], { id: at.yard, name: '机关大院' })

  assert.match(await refused('conflict', house.write((tx) => house.registers.update(tx, chiefKeeper, site, double, { name: 'x' }, 2))), /已并入另一条/)
  const back = await house.write((tx) => house.registers.unmerge(tx, chiefKeeper, site, double, { reason: '并错了' }))
  assert.deepEqual([back.id, back.name, back.mergedInto], [double, '机关大院（重）', undefined])
  assert.deepEqual(await inYard(at.yard), ['2', '3'])
  assert.deepEqual(await inYard(double), ['1'])
  assert.equal((await house.registers.get(house.db, chiefKeeper, room, must(rooms[0]))).name, '机关大院（重） 1')
  const { rows } = await house.registers.history(house.db, chiefKeeper, site, double)
  assert.deepEqual(rows.map(({ action, reason, with: other }) => [action, reason, other?.name]), [['unmerge', '并错了', '机关大院'], ['merge', '重复登记', '机关大院']])
  const survivor = await house.registers.history(house.db, chiefKeeper, site, at.yard)
  assert.deepEqual(survivor.rows.map(({ action, with: other }) => [action, other?.name]), [['release', '机关大院（重）'], ['absorb', '机关大院（重）']])
})

test('a survivor may be merged in its turn: every alias leads to the last', async () => {
  const [a, b, c] = await house.write((tx) => house.registers.bulkInsert(tx, site, [{ name: '甲', kind: 'hall' }, { name: '乙', kind: 'hall' }, { name: '丙', kind: 'hall' }]))
  const [first] = await house.write((tx) => house.registers.bulkInsert(tx, room, [{ number: '9', site: must(a), area: '1' }]))
  await mergeSite(must(a), must(b))
  await mergeSite(must(b), must(c))
  assert.equal((await house.registers.get(house.db, chiefKeeper, site, must(a))).id, c)
  const row = await house.registers.get(house.db, chiefKeeper, room, must(first))
  assert.deepEqual(row['site'], { id: c, name: '丙' })
  assert.equal((await house.registers.list(house.db, chiefKeeper, room, readListQuery({ 'where.site': must(c) }))).rows.length, 1)
  assert.match(await refused('conflict', mergeSite(must(c), must(a))), /“甲”已停用或已并入另一条/)
})

test('what cannot be merged is refused in words', async () => {
  assert.match(await refused('bad-input', mergeSite(at.yard, at.yard)), /不能并入它自己/)
  assert.match(await refused('bad-input', mergeSite(at.yard, 'x')), /“并入”应为所选记录的 id/)
  assert.match(await refused('bad-input', mergeSite(at.yard, at.hall, '')), /“原因”/)
  await refused('not-found', mergeSite(at.yard, '01a00000-0000-7000-8000-0000000000ff'))
  await refused('conflict', house.write((tx) => house.registers.unmerge(tx, chiefKeeper, site, at.yard, { reason: 'x' })))
  await refused('not-allowed', house.write((tx) => house.registers.merge(tx, chiefClerk, site, at.yard, { into: at.hall, reason: 'x' })))
  const organs = (id: string, into: string) => house.write((tx) => house.registers.merge(tx, chiefClerk, organ, id, { into, reason: 'x' }))
  assert.match(await refused('conflict', organs(at.bureau, at.office)), /“局办公室”是“事务局”的下级，请反过来合并/)
})

test('two who merge a pair either way at once: one wins', async () => {
  const [a, b] = await house.write((tx) => house.registers.bulkInsert(tx, site, [{ name: '丁', kind: 'hall' }, { name: '戊', kind: 'hall' }]))
  const results = await Promise.allSettled([mergeSite(must(a), must(b)), mergeSite(must(b), must(a))])
  assert.deepEqual(results.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  const lost = results.find((result) => result.status === 'rejected')
  assert.equal(lost?.reason instanceof Problem && lost.reason.type, 'conflict')
})

test('a merged person’s posts free their days, and undoing waits until the days are free again', async () => {
  const [li, twin] = await house.write((tx) => house.registers.bulkInsert(tx, person, [{ name: '李雷', organ: at.bureau }, { name: '李磊', organ: at.bureau }]))
  const [old] = await house.write((tx) => house.registers.bulkInsert(tx, post, [{ person: must(li), organ: at.bureau, title: '科员', from: '2024-01-01' }]))
  await house.write((tx) => house.registers.merge(tx, chiefClerk, person, must(twin), { into: must(li), reason: '同一人' }))
  const other = await house.write((tx) => house.registers.insert(tx, chiefClerk, post, { person: must(twin), organ: at.court, title: '书记员', from: '2024-01-01' }))
  assert.equal(other.name, '李雷 · 书记员')
  const kept = await house.write((tx) => house.registers.update(tx, chiefClerk, post, other.id, { organ: at.office }, 1))
  await house.write((tx) => house.registers.merge(tx, chiefClerk, post, must(old), { into: kept.id, reason: '合' }))
  await house.write((tx) => house.registers.insert(tx, chiefClerk, post, { person: must(li), organ: at.bureau, title: '科长', from: '2025-01-01' }))
  assert.match(await refused('conflict', house.write((tx) => house.registers.unmerge(tx, chiefClerk, post, must(old), { reason: '分' }))), /日期重叠/)
})

test('undoing a merge closes no ring: what stood above the alias may hang below it by now', async () => {
  const [top, twin] = await house.write((tx) => house.registers.bulkInsert(tx, organ, [{ name: '上级处' }, { name: '双名科（一）' }]))
  const [alias] = await house.write((tx) => house.registers.bulkInsert(tx, organ, [{ name: '双名科（二）', parent: must(top) }]))
  const [below] = await house.write((tx) => house.registers.bulkInsert(tx, organ, [{ name: '下级组', parent: must(alias) }]))
  await house.write((tx) => house.registers.merge(tx, chiefClerk, organ, must(alias), { into: must(twin), reason: '一家' }))
  const moved = await house.write((tx) => house.registers.update(tx, chiefClerk, organ, must(top), { parent: must(below) }, 1))
  assert.match(await refused('conflict', house.write((tx) => house.registers.unmerge(tx, chiefClerk, organ, must(alias), { reason: '分开' }))), /“上级单位”如今在它自己之下/)
  await house.write((tx) => house.registers.update(tx, chiefClerk, organ, must(top), { parent: null }, moved.version))
  assert.equal((await house.write((tx) => house.registers.unmerge(tx, chiefClerk, organ, must(alias), { reason: '分开' }))).id, alias)
})
