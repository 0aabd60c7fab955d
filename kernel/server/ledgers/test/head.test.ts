// Heads of ledgers 表头: found wherever they stand, matched to fields, and rows that are no data told apart.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { choice, date, defineRegister, everyone, int, money, text } from '@houqin/define'
import { columnTitles, findHead, importable, nearest, proposed, setAside, signatureOf, unitIn } from '@houqin/ledgers'
import { knownName } from '@houqin/ledgers'
import type { Cell, SheetRow } from '@houqin/sheets'

const row = (number: number, cells: readonly (string | null)[]): SheetRow => ({ number, cells: cells.map((one): Cell | undefined => (one === null ? undefined : { kind: 'text', text: one })) })
const staff = defineRegister('town.staff', {
  title: '人员',
  fields: {
    name: text('姓名'), number: text('工号', { unique: true }), phone: text('手机', { optional: true }), officePhone: text('办公电话', { optional: true }),
    kind: choice('人员类别', { civil: '公务员' }), joinedOn: date('到岗日期', { optional: true }), salary: money('工资', { optional: true }), floor: int('楼层', { optional: true }),
  },
  name: (one) => one.name,
  access: { read: [everyone], write: [everyone] },
})
const fields = importable(staff)
const score = (titles: readonly string[]): number => proposed(titles, fields).filter((one) => one !== null).length

describe('a head', () => {
  it('stands below a title and may be of two rows', () => {
    const rows = [row(1, ['花名册']), row(2, ['序号', '姓名', '工号', '联系方式', null]), row(3, [null, null, null, '手机', '办公电话']), row(4, ['1', '王芳', 'A1', '138', '827'])]
    const head = findHead(rows, score)
    assert.deepEqual(head, { row: 2, rows: 2 })
    assert.deepEqual(columnTitles(rows, head ?? { row: 1, rows: 1 }), ['序号', '姓名', '工号', '联系方式 手机', '联系方式 办公电话'])
  })
  it('of one row does not swallow the first row of data', () => {
    const rows = [row(1, ['姓名', '工号', '手机']), row(2, ['王芳', 'A1', null]), row(3, ['李强', 'A2', '138'])]
    assert.deepEqual(findHead(rows, score), { row: 1, rows: 1 })
  })
  it('matches what offices write for the fields, each once', () => {
    const titles = ['姓 名', '职工号*', '联系电话', '座机', '编制类型', '参加工作时间', '工资（万元）', '备注']
    assert.deepEqual(proposed(titles, fields).map((one) => one?.field ?? null), ['name', 'number', 'phone', 'officePhone', 'kind', 'joinedOn', 'salary', null])
    assert.equal(unitIn('工资（万元）'), '万元')
  })
  it('gives ledgers of one kind one signature, the sheet for mending included', () => {
    assert.equal(signatureOf(['姓名', '工号']), signatureOf(['姓 名', '工号', '未导入原因']))
  })
})

describe('a row that is no data', () => {
  const about = { mapped: [1, 2], titles: ['序号', '姓名', '工号'] }
  it('is a total, a note, a head again, or empty where it matters', () => {
    const why = (cells: readonly (string | null)[]): string | undefined => setAside(row(9, cells), about)?.zh
    assert.match(why(['合 计', null, '35']) ?? '', /合计/)
    assert.match(why([null, '一分局小计', '35']) ?? '', /合计/)
    assert.match(why(['填表人：刘敏']) ?? '', /说明/)
    assert.match(why(['序号', '姓名', '工号']) ?? '', /表头/)
    assert.match(why(['36', null, null]) ?? '', /空/)
    assert.equal(why(['37', '王芳', 'A1']), undefined)
    assert.equal(why(['38', '纪总', 'A2']), undefined)
  })
})

describe('a wrong name', () => {
  const organs = ['清溪区财政局', '清溪区教育局', '清溪区发展和改革委员会', '清溪区卫生健康委员会']
  const like = (name: string): string | undefined => nearest(name, organs, { name: knownName })[0]
  it('leads to the one that was meant: by a slip, by its sound, by its short form', () => {
    assert.deepEqual(['清溪区财政剧', '清西区教育局', '区发改委', '区卫健委'].map(like), organs.length === 4 ? [organs[0], organs[1], organs[2], organs[3]] : [])
    assert.equal(like('第三食堂'), undefined)
  })
})
