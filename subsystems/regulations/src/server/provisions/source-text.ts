// 出处: how a provision's source is printed: documents with number and clause, 条号待核 where nobody has confirmed it, and where it was seen.
import { citationText } from '@houqin/define'
import { readingOf } from '../../contract/index.ts'
import type { NamedDocument, ReadingRow } from './reading-rows.ts'

export function sourceText(row: ReadingRow, documents: ReadonlyMap<string, NamedDocument>): string | null {
  const unconfirmed = readingOf(row.mark) === 'unconfirmed'
  const cited = (row.grounds ?? []).map(({ document, clauses }) => {
    const { number, level = 'nation' } = documents.get(document) ?? {}
    const clause = [...clauses, ...(row.place === undefined ? [] : [row.place])].join('、')
    return citationText({ document, mark: unconfirmed ? 'K' : 'V', level: level === 'nation' ? '国家' : '区', ...(number && { number }), ...(clause && { clause }) })
  })
  const seen = row.seen === undefined ? [] : [cited.length > 0 ? `见：${row.seen}` : row.seen]
  return [...cited, ...seen].join('；') || null
}
