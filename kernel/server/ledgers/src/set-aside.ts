// 不是数据的行: totals inside the data, notes below it, heads repeated on every page: left out, and said why.
import { say } from '@houqin/problem'
import type { Sentence } from '@houqin/problem'
import type { SheetRow } from '@houqin/sheets'
import { plainName } from './plain-name.ts'

const total = /^(.{0,16})?(合计|小计|总计|共计|累计|总数)(（.*）)?[:：]?$|^(grand)?(sub)?total[:：]?$/
const note = /^(备注|注|说明|填表|制表|审核|复核|填报|单位负责人|分管领导|负责人|联系人|审批|以上|第\d+页|共\d+页|打印|日期)/

/** @param mapped columns that bring a field. @param titles over the columns. @returns undefined for a row of data. */
export function setAside({ cells }: SheetRow, { mapped, titles }: { mapped: readonly number[]; titles: readonly string[] }): Sentence | undefined {
  const filled = cells.flatMap((cell, column) => (cell && cell.copied !== 'across' ? [{ text: plainName(cell.text), column, copied: cell.copied !== undefined }] : []))
  const own = filled.filter(({ copied }) => !copied)
  const sum = own.slice(0, 3).find(({ text }) => total.test(text))
  if (sum) return say('合计行，不导入', 'A row of totals; left out')
  const repeated = filled.filter(({ text, column }) => mapped.includes(column) && text === plainName(titles[column] ?? '')).length
  if (repeated >= 2 || (repeated === 1 && mapped.length === 1)) return say('重复的表头，不导入', 'The head again; left out')
  if (own.length === 1 && note.test(own[0]?.text ?? '') && mapped.length > 1) return say('说明或落款，不导入', 'A note; left out')
  if (!own.some(({ column }) => mapped.includes(column))) return say('对上的各列都是空的，不导入', 'Nothing stands in the columns that were matched; left out')
  return undefined
}
