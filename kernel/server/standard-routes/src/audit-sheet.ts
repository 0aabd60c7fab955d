// The sheet of an audit 核查结果表: a row for each finding, with number, limit, source and what to do.
import type { Cell, SheetColumn } from '@houqin/excel'
import type { Locale } from '@houqin/problem'
import type { AuditedSubject } from '@houqin/wire'
import { figureCell } from './figure-cell.ts'

export type Since = ReadonlyMap<string, { readonly since: string }>

export function auditColumns(locale: Locale): readonly SheetColumn[] {
  const column = (zh: string, en: string, width: number, format = '@'): SheetColumn => ({ title: locale === 'en' ? en : zh, format, width })
  return [
    column('对象', 'Subject', 28), column('单位', 'Organ', 24), column('场所', 'Site', 20), column('结论', 'Finding', 10), column('说明', 'In words', 60),
    column('实际', 'Measured', 12, 'General'), column('标准', 'Limit', 12, 'General'), column('计量', 'Unit', 8), column('自', 'Since', 12),
    column('怎么办', 'What to do', 50), column('依据', 'Source', 50),
  ]
}
export function auditRows(rows: readonly AuditedSubject[], { since, locale }: { since: Since; locale: Locale }): readonly (readonly Cell[])[] {
  const levels = locale === 'en' ? { breach: 'Breach', warning: 'Warning', note: 'Note' } : { breach: '不符合', warning: '提醒', note: '说明' }
  return rows.flatMap(({ subject, organ, site, findings }) => findings.map((finding): readonly Cell[] => {
    const { says, advice } = locale === 'en' ? finding.en : finding
    return [
      subject.name, organ?.name ?? null, site?.name ?? null, levels[finding.level], says, figureCell(finding.measured), figureCell(finding.limit), finding.unit,
      finding.level === 'breach' ? (since.get(subject.id)?.since ?? null) : null, advice, finding.cite.text,
    ]
  }))
}
