// 导入模板: a workbook to fill in: the titles as the import knows them, choices to pick from, and a page that says how.
import type { Field } from '@houqin/define'
import { unitInEnglish } from '@houqin/words/units'
import ExcelJS from 'exceljs'
import { columnOf } from './cells.ts'

export interface TemplateColumn {
  readonly field: Field
  readonly title: string
  /** Labels of a choice. */
  readonly options: readonly string[]
}
/** Rows that offer the choices. */
const offeredRows = 500
/** Excel takes no longer list. */
const longestList = 250

/** Required titles end with a star. @returns the bytes of the workbook. */
export async function writeTemplate({ title, locale, columns }: { title: string; locale: 'zh' | 'en'; columns: readonly TemplateColumn[] }): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet(title.replace(/[\\/?*[\]:']/g, ' ').slice(0, 31) || 'Sheet1', { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = columns.map(({ field, title: label }) => {
    const { title: header, format, width } = columnOf(field, label, locale)
    return { header: field.optional ? header : `${header}*`, width: Math.max(width, header.length * 2 + 4), style: { numFmt: field.kind === 'int' || field.kind === 'decimal' ? format : '@' } }
  })
  sheet.getRow(1).font = { bold: true }
  for (const [at, { field, options }] of columns.entries()) {
    const list = options.join(',')
    if (field.kind !== 'choice' || field.many || list.length > longestList || options.some((one) => /[",]/.test(one))) continue
    for (let row = 2; row <= offeredRows; row += 1) sheet.getCell(row, at + 1).dataValidation = { type: 'list', allowBlank: true, formulae: [`"${list}"`] }
  }
  const zh = locale === 'zh'
  const guide = workbook.addWorksheet(zh ? '填写说明' : 'How to fill in')
  guide.columns = [{ header: zh ? '列' : 'Column', width: 20 }, { header: zh ? '必填' : 'Required', width: 10 }, { header: zh ? '怎么填' : 'What to write', width: 90, style: { numFmt: '@' } }]
  guide.getRow(1).font = { bold: true }
  for (const { field, title: label, options } of columns) guide.addRow([label, field.optional ? '' : zh ? '必填' : 'yes', [howTo(field, options, zh), field.hint].filter(Boolean).join(zh ? '；' : '; ')])
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

function howTo(field: Field, options: readonly string[], zh: boolean): string {
  const unit = (declared: string | undefined): string => (declared && !zh ? (unitInEnglish(declared) ?? declared) : (declared ?? ''))
  switch (field.kind) {
    case 'int':
      return zh ? `整数${field.unit ? `，单位${field.unit}` : ''}` : `a whole number${unit(field.unit) && ` in ${unit(field.unit)}`}`
    case 'decimal':
      return zh ? `数字，最多 ${field.scale} 位小数，单位${field.unit}` : `a figure with at most ${field.scale} decimals${unit(field.unit) && `, in ${unit(field.unit)}`}`
    case 'date':
      return zh ? '日期，如 2024-01-05' : 'a day, such as 2024-01-05'
    case 'instant':
      return zh ? '日期和时间，如 2024-01-05 09:30' : 'a day and time, such as 2024-01-05 09:30'
    case 'bool':
      return zh ? '是 或 否' : '是 or 否'
    case 'choice':
      return `${zh ? (field.many ? '可填几项，用顿号隔开：' : '填其中之一：') : field.many ? 'any of: ' : 'one of: '}${options.join(zh ? '、' : ', ')}`
    case 'ref':
      return zh ? '名称或编号，须已在系统里登记' : 'the name or number of what is registered already'
    default:
      return zh ? '文字' : 'text'
  }
}
