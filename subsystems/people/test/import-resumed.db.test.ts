// A long import 大批量导入: cut short it goes on where it stood, never twice; all or nothing leaves nothing; a script gets its answer.
import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { createImports } from '@houqin/imports'
import { workOnce } from '@houqin/jobs'
import { organ, person } from '@houqin/people'
import { people } from '@houqin/people/server'
import { sendFile } from '@houqin/testing/ledger-file'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Somebody, TestSystem } from '@houqin/testing/subsystem'

interface Import {
  readonly id: string
  readonly version: number
  readonly state: string
  readonly counts: Readonly<Record<string, number>>
  readonly problem: string | null
  readonly progress: { readonly done: number; readonly of: number } | null
}
const many = 2_500
const csv = (mark: string, rows: number): Buffer => Buffer.from(
  ['姓名,工号,性别,所在单位,人员类别,状态', ...Array.from({ length: rows }, (_, at) => `王${at},${mark}${at},男,清溪区财政局,公务员,在职`)].join('\n'),
)
let house: TestSystem
let officer: Somebody
const tried = async (mark: string, mode = 'partial', rows = many): Promise<Import> => {
  const taken = await sendFile<Import>(officer, `/api/imports?register=${person.id}`, { name: `${mark}.csv`, bytes: csv(mark, rows) })
  assert.equal(taken.status, 201, taken.text)
  if (mode === 'whole') await officer.patch(`/api/imports/${taken.body.id}`, { mode }, taken.body.version)
  const asked = await officer.post(`/api/imports/${taken.body.id}/try`, {})
  assert.equal(asked.status, 202, asked.text)
  await house.settle()
  return read(taken.body.id)
}
const read = async (id: string): Promise<Import> => (await officer.get<Import>(`/api/imports/${id}`)).body
const standing = async (mark: string): Promise<number> =>
  (await officer.get<{ total: number }>(`/api/registers/${person.id}`, { q: `${mark}1`, total: 'true', limit: '1' })).body.total
const workers = () => createImports(house.system).workers
const working = (id: string, progress: (done: number) => Promise<void>) => ({ db: house.system.db, payload: { import: id }, progress })

before(async () => {
  house = await testSubsystem(people)
  officer = await house.as('people.officer')
  await house.make(organ, { name: '清溪区财政局', shortName: '财政局' })
})

describe('an import that is cut short', () => {
  it('goes on behind what was written, and writes nothing twice', async () => {
    const ready = await tried('RA')
    assert.deepEqual(ready.counts, { new: many })
    const asked = await officer.post<Import>(`/api/imports/${ready.id}/apply`, {})
    assert.deepEqual([asked.status, asked.body.state, asked.body.progress], [202, 'importing', { done: 0, of: null }])
    const busy = await officer.post(`/api/imports/${ready.id}/apply`, {})
    assert.equal(busy.status, 409)
    await assert.rejects(async () => workers()['imports.apply'](working(ready.id, async (done) => {
      if (done >= 1000) throw new Error('the machine was switched off')
    })), /switched off/)
    assert.ok((await standing('RA')) > 0)
    await house.settle()
    const done = await read(ready.id)
    assert.deepEqual([done.state, done.counts, done.problem], ['done', { new: many }, null])
    const again = await tried('RA')
    assert.deepEqual(again.counts, { same: many })
  })

  it('by whoever asked for it, says so, and goes on when he wishes', async () => {
    const ready = await tried('RE')
    const { body: { job } } = await officer.post<{ job: string }>(`/api/imports/${ready.id}/apply`, {})
    const apply = workers()['imports.apply']
    const { db, clock } = house.system
    await workOnce(db, clock, {
      'imports.apply': (given) => apply({ ...given, progress: async (done, of) => {
        if (done >= 1000) assert.equal((await officer.post(`/api/jobs/${job}/stop`, {})).status, 200)
        await given.progress(done, of)
      } }),
    })
    const stopped = await read(ready.id)
    assert.deepEqual([stopped.state, stopped.problem, stopped.progress, stopped.counts], ['importing', '已按要求停止。', null, { new: 1000 }])
    assert.equal((await officer.post(`/api/imports/${ready.id}/apply`, {})).status, 202)
    await house.settle()
    assert.deepEqual((await read(ready.id)).counts, { new: many })
  })

  it('all or nothing, leaves nothing', async () => {
    const ready = await tried('RB', 'whole')
    await officer.post(`/api/imports/${ready.id}/apply`, {})
    await assert.rejects(async () => workers()['imports.apply'](working(ready.id, async (done) => {
      if (done >= 1000) throw new Error('the machine was switched off')
    })), /switched off/)
    assert.equal(await standing('RB'), 0)
    await house.settle()
    assert.equal((await read(ready.id)).state, 'done')
  })

  it('all or nothing, stops at a row that somebody made impossible since the trial', async () => {
    const ready = await tried('RC', 'whole', 3)
    assert.deepEqual(ready.counts, { new: 3 })
    const other = await house.make(organ, { name: '清溪区审计局', shortName: '审计局' })
    const { body: { rows: [finance] } } = await officer.get<{ rows: readonly { id: string; version: number }[] }>(`/api/registers/${organ.id}`, { q: '财政局' })
    const retired = await officer.call('POST', `/api/registers/${organ.id}/${finance?.id ?? ''}/retire`, { body: { reason: '撤并' }, headers: { 'if-match': `"${finance?.version ?? 1}"` } })
    assert.equal(retired.status, 200, retired.text)
    await officer.post(`/api/imports/${ready.id}/apply`, {})
    await house.settle()
    const stopped = await read(ready.id)
    assert.deepEqual([stopped.state, stopped.problem], ['tried', '第 2 行不能导入，按“全部或全不”没有写入任何一行。请重新试算。'])
    assert.equal(await standing('RC'), 0)
    assert.ok(other.id)
  })
})

it('a wrong short name leads to the organ that is called so', async () => {
  await house.make(organ, { name: '清溪区民政局', shortName: '民政局' })
  const bytes = Buffer.from(csv('RF', 1).toString().replace('清溪区财政局', '民证局'))
  const { body: { id } } = await sendFile<Import>(officer, `/api/imports?register=${person.id}`, { name: 'RF.csv', bytes })
  await officer.post(`/api/imports/${id}/try`, {})
  await house.settle()
  const { body: { rows } } = await officer.get<{ rows: readonly { reasons: readonly { says: string }[] }[] }>(`/api/imports/${id}/lines`, {})
  assert.match(rows[0]?.reasons[0]?.says ?? '', /没有“民证局”。是不是：清溪区民政局/)
})

describe('whoever asked', () => {
  it('has signed out: the work stops and says so', async () => {
    await house.make(organ, { name: '清溪区财政局', shortName: '财政局' })
    const ready = await tried('RD', 'partial', 3)
    await officer.post(`/api/imports/${ready.id}/apply`, {})
    const { body: { rows } } = await officer.get<{ rows: readonly { id: string; current: boolean }[] }>('/api/session')
    const { system } = house
    await system.db.transaction().execute((tx) => system.access.sessions.endAll(tx, { account: officer.account, sessions: rows.map(({ id }) => id) }))
    await house.settle()
    const other = await house.as('people.officer')
    const seen = await other.get<Import & { own: boolean; columns: readonly { samples: readonly string[] }[] }>(`/api/imports/${ready.id}`)
    assert.deepEqual([seen.body.state, seen.body.problem, seen.body.own], ['importing', '发起人已退出登录，工作停在这里。请重新登录后再继续。', false])
    assert.deepEqual(seen.body.columns.flatMap(({ samples }) => samples), [])
    assert.equal((await other.get(`/api/imports/${ready.id}/lines`)).status, 404)
    assert.equal((await other.get(`/api/imports/${ready.id}/file`)).status, 404)
  })
})
