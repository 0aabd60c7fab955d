// A messy staff ledger 导入人员台账: tried out with a reason for every row, mended by choosing, imported, imported again, taken back.
import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { organ, person } from '@houqin/people'
import { people } from '@houqin/people/server'
import { sendFile, workbookOf } from '@houqin/testing/ledger-file'
import type { LedgerCell } from '@houqin/testing/ledger-file'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Somebody, TestSystem } from '@houqin/testing/subsystem'

interface Import {
  readonly id: string
  readonly version: number
  readonly state: string
  readonly sheet: string
  readonly head: { readonly row: number; readonly rows: number }
  readonly columns: readonly { readonly title: string; readonly field: string | null }[]
  readonly key: readonly string[]
  readonly remembered: boolean
  readonly missing: readonly string[]
  readonly counts: Readonly<Record<string, number>>
  readonly words: readonly { readonly field: string; readonly word: string; readonly count: number; readonly near: readonly { readonly id: string; readonly name: string }[] }[]
  readonly problem: string | null
}
interface Line {
  readonly row: number
  readonly outcome: string
  readonly name: string | null
  readonly reasons: readonly { readonly field: string | null; readonly says: string }[]
  readonly undone: string | null
}

const head: readonly (readonly LedgerCell[])[] = [
  ['清溪区机关工作人员花名册', null, null, null, null, null, null, null, null],
  ['序号', '姓名', '工号', '性别', '工作单位', '基本情况', null, '联系方式', null],
  [null, null, null, null, null, '编制类型', '入职日期', '手机', '办公电话'],
]
const merged = ['A1:I1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:E3', 'F2:G2', 'H2:I2', 'E4:E5']
const rows: readonly (readonly LedgerCell[])[] = [
  [1, '王芳', 'T0001', '女', '清溪区财政局', '公务员', '2024-1-5', 13800000001, '８２７０００１１'],
  [2, '李强', 'T0002', '男', null, '事业编制', '2024/1/5', '138 0000 0002', '-'],
  [3, '赵敏', 'T0003', '女', '清溪区财政剧', '公务员', '2024年1月5日', null, null],
  [4, '孙伟', 'T0004', '男', '教育局', '公务员', '20240105', null, null],
  [5, '周杰', 'T0002', '男', '清溪区教育局', '公务员', '2024.1.5', null, null],
  [6, '吴刚', null, '男', '清溪区教育局', '公务员', new Date('2024-01-05T00:00:00Z'), null, null],
  [7, '郑爽', 'T0007', '未知', '清溪区教育局', '公务员', '2024-13-05', null, null],
  ['合计', null, null, null, null, null, 7, null, null],
  ['填表人：刘敏', null, null, null, null, null, null, null, null],
]

let house: TestSystem
let officer: Somebody
const ledger = async (data: readonly (readonly LedgerCell[])[] = rows): Promise<Buffer> => workbookOf([
  { name: '封面', rows: [['清溪区机关事务管理局']] }, { name: '花名册', rows: [...head, ...data], merged },
])
const take = async (bytes: Buffer, name = '花名册.xlsx'): Promise<Import> => {
  const { status, body, text } = await sendFile<Import>(officer, `/api/imports?register=${person.id}`, { name, bytes })
  assert.equal(status, 201, text)
  return body
}
const work = async (id: string, deed: string, body: object = {}): Promise<Import> => {
  const answer = await officer.post(`/api/imports/${id}/${deed}`, body)
  assert.equal(answer.status, 202, answer.text)
  await house.settle()
  return (await officer.get<Import>(`/api/imports/${id}`)).body
}
const lines = async (id: string): Promise<readonly Line[]> => (await officer.get<{ rows: readonly Line[] }>(`/api/imports/${id}/lines`)).body.rows
const staff = async (): Promise<readonly { readonly name: string; readonly [field: string]: unknown }[]> =>
  (await officer.get<{ rows: readonly { name: string }[] }>(`/api/registers/${person.id}`, { 'where.number.in': 'T0001,T0002,T0003,T0004,T0007', sort: 'number' })).body.rows

before(async () => {
  house = await testSubsystem(people)
  officer = await house.as('people.officer')
  for (const name of ['清溪区财政局', '清溪区教育局']) await house.make(organ, { name, shortName: name.slice(3) })
})

describe('an officer and a messy ledger', () => {
  let taken: Import
  it('finds the sheet, the two rows of its head and most of its columns by itself', async () => {
    taken = await take(await ledger())
    assert.deepEqual([taken.state, taken.sheet, taken.head, taken.key], ['mapping', '花名册', { row: 2, rows: 2 }, ['number']])
    assert.deepEqual(taken.columns.map(({ title, field }) => [title, field]), [
      ['序号', null], ['姓名', 'name'], ['工号', 'number'], ['性别', 'gender'], ['工作单位', 'organ'], ['基本情况 编制类型', 'employment'],
      ['基本情况 入职日期', 'joinedOn'], ['联系方式 手机', 'phone'], ['联系方式 办公电话', 'officePhone'],
    ])
    assert.deepEqual(taken.missing, ['standing'])
  })

  it('tries it out: every row has its reason in words, and wrong names their likely ones', async () => {
    const arranged = await officer.patch<Import>(`/api/imports/${taken.id}`, { fixed: { standing: '在职' } }, taken.version)
    assert.deepEqual([arranged.status, arranged.body.missing], [200, []], arranged.text)
    taken = await work(taken.id, 'try')
    assert.deepEqual([taken.state, taken.counts, taken.problem], ['tried', { new: 3, refused: 4, 'left-out': 2 }, null])
    const told = (await lines(taken.id)).map(({ row, outcome, name, reasons }) => [row, outcome, name, reasons.map(({ says }) => says).join('|')])
    assert.deepEqual(told, [
      [4, 'new', '王芳', ''],
      [5, 'new', '李强', ''],
      [6, 'refused', '赵敏', '“所在单位”里没有“清溪区财政剧”。是不是：清溪区财政局、清溪区教育局'],
      [7, 'new', '孙伟', ''],
      [8, 'refused', '周杰', '与第 5 行重复：工号相同'],
      [9, 'refused', '吴刚', '“工号”空着，认不出是哪一条'],
      [10, 'refused', '郑爽', '“性别”没有“未知”这个选项，可填：男、女|“到岗日期”没有 2024-13-05 这一天'],
      [11, 'left-out', null, '合计行，不导入'],
      [12, 'left-out', null, '说明或落款，不导入'],
    ])
    assert.deepEqual(taken.words.map(({ field, word, count, near }) => [field, word, count, near[0]?.name]), [['gender', '未知', 1, undefined], ['organ', '清溪区财政剧', 1, '清溪区财政局']])
    assert.deepEqual(await staff(), [])
  })

  it('takes what was chosen for a wrong name', async () => {
    const meant = taken.words.find(({ field }) => field === 'organ')?.near[0]?.id ?? ''
    const arranged = await officer.patch<Import>(`/api/imports/${taken.id}`, { picks: { organ: { 清溪区财政剧: meant } } }, taken.version)
    assert.equal(arranged.status, 200, arranged.text)
    taken = await work(taken.id, 'try')
    assert.deepEqual(taken.counts, { new: 4, refused: 3, 'left-out': 2 })
  })

  it('imports nothing of it when it is to be all or nothing', async () => {
    await officer.patch(`/api/imports/${taken.id}`, { mode: 'whole' }, taken.version)
    taken = await work(taken.id, 'try')
    const refused = await officer.post(`/api/imports/${taken.id}/apply`, {})
    assert.deepEqual([refused.status, refused.body['detail']], [409, '按“全部或全不”，还有 3 行不能导入。请改好后重新上传，或改为“能导的先导”。'])
    await officer.patch(`/api/imports/${taken.id}`, { mode: 'partial' }, taken.version)
    taken = await work(taken.id, 'try')
  })

  it('imports what can be, with a history for each row and one entry for all', async () => {
    taken = await work(taken.id, 'apply')
    assert.deepEqual([taken.state, taken.counts, taken.problem], ['done', { new: 4, refused: 3, 'left-out': 2 }, null])
    const now = await staff()
    assert.deepEqual(now.map(({ name, number, organ: at, employment, standing, joinedOn, officePhone }) => [name, number, (at as { name: string }).name, employment, standing, joinedOn, officePhone]), [
      ['王芳', 'T0001', '清溪区财政局', 'civil', 'active', '2024-01-05', '82700011'],
      ['李强', 'T0002', '清溪区财政局', 'institution', 'active', '2024-01-05', null],
      ['赵敏', 'T0003', '清溪区财政局', 'civil', 'active', '2024-01-05', null],
      ['孙伟', 'T0004', '清溪区教育局', 'civil', 'active', '2024-01-05', null],
    ])
    const history = await officer.get<{ rows: readonly { action: string; by: string }[] }>(`/api/registers/${person.id}/${String(now[0]?.['id'])}/history`)
    assert.deepEqual(history.body.rows.map(({ action, by }) => [action, by]), [['insert', officer.name]])
    const auditor = await house.as('audit-admin')
    const { body: audited } = await auditor.get<{ rows: readonly { summary: string }[] }>('/api/audit', { action: 'people.import' })
    assert.deepEqual(audited.rows.map(({ summary }) => summary), ['批量导入人员《花名册.xlsx》：新增 4，修改 0，不变 0，未导入 3', '上传待导入的人员《花名册.xlsx》'])
  })

  it('imported again changes nothing, and knows the columns and the wrong name from the last time', async () => {
    const again = await take(await ledger())
    assert.equal(again.remembered, true)
    const tried = await work(again.id, 'try')
    assert.deepEqual(tried.counts, { same: 4, refused: 3, 'left-out': 2 })
    const refused = await officer.post(`/api/imports/${again.id}/apply`, {})
    assert.deepEqual([refused.status, refused.body['detail']], [409, '没有可以导入的行：都与台账相同，或都有问题。'])
  })

  it('changes what is otherwise, and is taken back: what somebody changed since stays and is told', async () => {
    const changed = await take(await ledger([
      [1, '王芳', 'T0001', '女', '清溪区教育局', '公务员', '2024-1-5', null, null], [2, '李强', 'T0002', '男', '清溪区教育局', '事业编制', '2024/1/5', null, null],
      [3, '郑爽', 'T0007', '女', '清溪区教育局', '公务员', '2024-1-5', null, null],
    ]))
    let second = await work(changed.id, 'try')
    assert.deepEqual(second.counts, { change: 2, new: 1 })
    second = await work(changed.id, 'apply')
    const [, li] = await staff()
    const patched = await officer.patch(`/api/registers/${person.id}/${String(li?.['id'])}`, { officePhone: '82700099' }, Number(li?.['version']))
    assert.equal(patched.status, 200, patched.text)
    const refused = await officer.post<{ detail: string; changed: number; rows: readonly { name: string }[] }>(`/api/imports/${second.id}/undo`, {})
    assert.deepEqual([refused.status, refused.body.changed, refused.body.rows.map(({ name }) => name)], [409, 1, ['李强']])
    second = await work(second.id, 'undo', { rest: true })
    assert.deepEqual([second.state, second.counts], ['undone', { change: 2, new: 1, undone: 2, kept: 1 }])
    assert.deepEqual((await staff()).map(({ name, organ: at }) => [name, (at as { name: string }).name]), [['王芳', '清溪区财政局'], ['李强', '清溪区教育局'], ['赵敏', '清溪区财政局'], ['孙伟', '清溪区教育局']])
    const kept = (await lines(second.id)).filter(({ undone }) => undone === 'kept')
    assert.deepEqual(kept.map(({ name, reasons }) => [name, reasons[0]?.says]), [['李强', '导入后有人改过，没有撤回']])
  })

  it('is taken back whole: what it made is no longer listed', async () => {
    const undone = await work(taken.id, 'undo', { rest: true })
    assert.equal(undone.state, 'undone')
    assert.deepEqual((await staff()).map(({ name }) => name), ['李强'])
  })

  it('reads a choice by its English word as well, as the English template offers it', async () => {
    const english = await take(await ledger([[1, '何英', 'T0008', 'Female', '清溪区教育局', 'Civil servant', '2024-1-5', null, null]]), 'roll.xlsx')
    await officer.patch(`/api/imports/${english.id}`, { fixed: { standing: '在职' } }, english.version)
    await work(english.id, 'try')
    const [line] = await lines(english.id)
    assert.deepEqual([line?.outcome, line?.name, line?.reasons], ['new', '何英', []])
  })
})
