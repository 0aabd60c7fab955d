// 列名: which field a column of the ledger is, by what stands over it.
import { date } from '@houqin/define'
import type { Fields, Register } from '@houqin/define'
import { knownName, likeness } from './near.ts'
import { plainName } from './plain-name.ts'

const validity: Fields = Object.freeze({ from: date('起始日期'), to: date('截止日期', { optional: true }) })
const known = new WeakMap<Register, Fields>()

/** The fields a ledger can bring: all but files, and of a dated register its first and last day. */
export function importable(register: Register): Fields {
  const fields = known.get(register) ?? Object.freeze({
    ...Object.fromEntries(Object.entries(register.fields).filter(([, { kind }]) => kind !== 'files')),
    ...(register.dated && validity),
  })
  known.set(register, fields)
  return fields
}

/** What offices write for the same thing. */
const sameWords: readonly (readonly string[])[] = [
  ['手机', '手机号', '手机号码', '联系电话', '移动电话', '联系方式'],
  ['办公电话', '办公室电话', '座机', '固定电话'],
  ['公民身份号码', '身份证号', '身份证', '身份证号码', '证件号码'],
  ['所在单位', '单位', '单位名称', '工作单位', '部门', '所属单位', '使用单位'],
  ['姓名', '名字', '人员姓名', '人员'],
  ['工号', '职工号', '人员编号', '员工编号', '编号'],
  ['出生日期', '出生年月', '生日', '出生年月日'],
  ['到岗日期', '参加工作时间', '入职日期', '到岗时间'],
  ['人员类别', '编制类型', '人员性质', '身份'],
  ['职级', '职务级别', '级别'],
  ['场所', '办公点', '办公区', '院区'],
  ['楼栋', '楼号', '楼名', '栋号'],
  ['楼层', '层'],
  ['房号', '房间号', '门牌号'],
  ['使用面积', '面积', '室内面积'],
  ['起始日期', '开始日期', '起'], ['截止日期', '结束日期', '止'],
]

/** Without brackets and what stands in them, stars and colons. */
function plainTitle(title: string): string {
  const plain = plainName(title).replace(/[:：、_\-—/\\.。]/g, '')
  return plain.replace(/\([^)]*\)/g, '') || plain
}
/** `金额（万元）` → `万元`. */
export function unitIn(title: string): string | undefined {
  const [, unit] = /[(（]\s*(?:单位\s*[:：]\s*)?([^()（）]{1,6})\s*[)）]\s*$/.exec(title.normalize('NFKC').trim()) ?? []
  return unit?.trim()
}

export interface Proposal {
  readonly field: string
  readonly likeness: number
}
const sureEnough = 0.72

/**
 * For each column the field it most likely is; no field twice.
 * @param english labels by field, for a ledger with English heads.
 */
export function proposed(titles: readonly string[], fields: Fields, english: Readonly<Record<string, string>> = {}): readonly (Proposal | null)[] {
  const offers = titles.flatMap((title, column) => (title === '' ? [] : Object.entries(fields).map(([field, { label }]) => ({
    column, field, likeness: Math.max(...[label, english[field] ?? label, field].map((name) => titleLikeness(title, name))),
  })))).filter(({ likeness: like }) => like >= sureEnough)
  const found: (Proposal | null)[] = titles.map(() => null)
  const taken = new Set<string>()
  for (const { column, field, likeness: like } of offers.toSorted((a, b) => b.likeness - a.likeness || a.column - b.column)) {
    if (found[column] || taken.has(field)) continue
    found[column] = { field, likeness: like }
    taken.add(field)
  }
  return found
}

function titleLikeness(title: string, label: string): number {
  const [written, meant] = [plainTitle(title), plainTitle(label)]
  if (written === meant) return 1
  const last = plainTitle(title.split(' ').at(-1) ?? '')
  if (last === meant) return 0.97
  for (const words of sameWords) {
    const at = words.indexOf(meant) === -1 ? -1 : Math.max(words.indexOf(written), words.indexOf(last))
    if (at !== -1) return 0.95 - at / 100
  }
  return Math.min(0.9, likeness(knownName(written), knownName(meant)))
}
