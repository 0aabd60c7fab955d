// A ledger of rooms 导入房间: a floor is looked for in its own building, areas are exact, rows are known again without a number of their own.
import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { people } from '@houqin/people/server'
import { building, floor, room, site } from '@houqin/places'
import { places } from '@houqin/places/server'
import { sendFile, workbookOf } from '@houqin/testing/ledger-file'
import type { LedgerCell } from '@houqin/testing/ledger-file'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Somebody, TestSystem } from '@houqin/testing/subsystem'
import { sql } from 'kysely'

interface Imported {
  readonly id: string
  readonly state: string
  readonly counts: Readonly<Record<string, number>>
  readonly refused: readonly { readonly row: number; readonly reasons: readonly { readonly says: string }[] }[]
}
const head = ['办公区', '楼号', '楼层', '房间号', '用房类别', '具体用途', '使用面积（平方米）', '工位数']
let house: TestSystem
let officer: Somebody
const send = async (rows: readonly (readonly LedgerCell[])[], query: Readonly<Record<string, string>> = {}): Promise<{ status: number; body: Imported; text: string }> => {
  const bytes = await workbookOf([{ name: '房间', rows: [head, ...rows] }])
  return sendFile<Imported>(officer, `/api/registers/${room.id}/import?${new URLSearchParams(query).toString()}`, { name: '房间.xlsx', bytes })
}

before(async () => {
  house = await testSubsystem([people, places])
  officer = await house.as('places.officer')
  const yard = await house.make(site, { name: '机关大院' })
  for (const name of ['1号楼', '2号楼']) {
    const of = await house.make(building, { site: yard, name })
    await house.make(floor, { site: yard, building: of, number: 3, name: '3层' })
  }
  const other = await house.make(site, { name: '政务中心' })
  const far = await house.make(building, { site: other, name: '1号楼' })
  await house.make(floor, { site: other, building: far, number: 5, name: '5层' })
})

describe('rooms in one call', () => {
  const rows: readonly (readonly LedgerCell[])[] = [
    ['机关大院', '１号楼', '3层', 301, '办公室', '办公室', '1,234.50㎡', 2],
    ['机关大院', '2号楼', '3层', 301, '办公室', '会议室', 18, null],
    ['机关大院', '1号楼', '5层', '302', '办公室', '办公室', '18', null],
    ['政务中心', '1号楼', '5层', '501', '服务用房', '接待室', '0.002万平方米', null],
    ['机关大院', '1号楼', '3层', '301', '办公室', '办公室', 20, null],
  ]
  it('are tried out without a trace, then imported as far as they can be', async () => {
    const trial = await send(rows, { dryRun: 'true' })
    assert.equal(trial.status, 200, trial.text)
    assert.deepEqual([trial.body.state, trial.body.counts], ['tried', { new: 3, refused: 2 }])
    assert.deepEqual(trial.body.refused.map(({ row, reasons }) => [row, reasons.map(({ says }) => says)]), [
      [4, ['“楼层”“5层”不在本行所写的上一级里。是不是：政务中心 1号楼 5层']],
      [6, ['与第 2 行重复：场所、楼栋、楼层、房号相同']],
    ])
    assert.equal((await officer.get<{ total: number }>(`/api/registers/${room.id}`, { total: 'true' })).body.total, 0)
    const done = await send(rows)
    assert.deepEqual([done.status, done.body.state, done.body.counts], [200, 'done', { new: 3, refused: 2 }])
    const { body: { rows: stand } } = await officer.get<{ rows: readonly { name: string; area: string; seats: number | null }[] }>(`/api/registers/${room.id}`, { sort: 'area' })
    assert.deepEqual(stand.map(({ name, area, seats }) => [name, area, seats]), [['机关大院 2号楼 301', '18.00', null], ['政务中心 1号楼 501', '20.00', null], ['机关大院 1号楼 301', '1234.50', 2]])
  })
  it('again change only what is otherwise, and all or nothing writes nothing of them', async () => {
    const again = await send([['机关大院', '1号楼', '3层', '301', null, null, 20, null], ['机关大院', '2号楼', '3层', 301, '办公室', '会议室', 18, null]])
    assert.deepEqual([again.body.state, again.body.counts], ['done', { change: 1, same: 1 }])
    const whole = await send(rows, { mode: 'whole' })
    assert.deepEqual([whole.status, String((whole.body as unknown as { detail: string }).detail).slice(0, 9)], [409, '按“全部或全不”，还'.slice(0, 9)])
  })
  it('of a whole site are known to the planner at once', async () => {
    const { status, body } = await send(Array.from({ length: 600 }, (_, at) => ['机关大院', '1号楼', '3层', `3${String(at + 10).padStart(3, '0')}`, '办公室', '办公室', 18, null]))
    assert.deepEqual([status, body.counts], [200, { new: 600 }])
    const { rows: [known] } = await sql<{ rows: number }>`select reltuples::int as rows from pg_class where oid = 'places.room'::regclass`.execute(house.system.db)
    assert.equal(known?.rows, 603)
  })
  it('are nobody’s to import who may not', async () => {
    const liu = await house.as('everyone')
    const bytes = await workbookOf([{ name: '房间', rows: [head] }])
    assert.equal((await sendFile(liu, `/api/registers/${room.id}/import`, { name: '房间.xlsx', bytes })).status, 403)
  })
})

describe('a ledger of organs', () => {
  it('may name as superior what stands further up in it', async () => {
    const chief = await house.as('people.officer')
    const bytes = await workbookOf([{ name: '单位', rows: [
      ['名称', '简称', '类别', '级别', '上级单位', '编制数'], ['清溪区人民政府', '区政府', '政府部门', '县处级', null, 30], ['清溪区财政局', '财政局', '政府部门', '正科级', '区政府', '４０名'],
      ['清溪区国库中心', '国库中心', '事业单位', '副科级', '清溪区财政局', 12],
    ] }])
    const { body, text } = await sendFile<Imported>(chief, '/api/registers/people.organ/import', { name: '单位.xlsx', bytes })
    assert.deepEqual([body.state, body.counts], ['done', { new: 3 }], text)
    const { body: { rows: [treasury] } } = await chief.get<{ rows: readonly { parent: { name: string }; establishment: number }[] }>('/api/registers/people.organ', { q: '国库中心' })
    assert.deepEqual([treasury?.parent.name, treasury?.establishment], ['清溪区财政局', 12])
  })
})
