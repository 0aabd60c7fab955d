// 表头: where a ledger says what its columns are: one row or two, below whatever title stands on top.
import type { SheetRow } from '@houqin/sheets'
import { plainName } from './plain-name.ts'

export interface Head {
  /** The first row of the head, as Excel counts it. */
  readonly row: number
  readonly rows: 1 | 2
}
/** No head stands lower. */
const lowest = 30
const longestTitle = 60

/** What stands over each column: of two rows the upper, spread over what it covers, and the lower. */
export function columnTitles(rows: readonly SheetRow[], head: Head): readonly string[] {
  const at = rows.findIndex(({ number }) => number === head.row)
  const upper = rows[at]
  if (!upper) return []
  if (head.rows === 1) return Array.from(upper.cells, (cell) => titleOf(cell?.text))
  const lower = rows[at + 1]
  const width = Math.max(upper.cells.length, lower?.cells.length ?? 0)
  let spread = ''
  return Array.from({ length: width }, (_, column) => {
    const top = titleOf(upper.cells[column]?.text)
    const own = titleOf(lower?.cells[column]?.text)
    spread = top || (own ? spread : '')
    if (own === '' || own === top) return top
    return spread === '' ? own : `${spread} ${own}`
  })
}
function titleOf(text: string | undefined): string {
  return (text ?? '').replace(/\s+/g, '').slice(0, longestTitle)
}

/** @param score how well titles fit: the number of fields found in them. */
export function findHead(rows: readonly SheetRow[], score: (titles: readonly string[]) => number): Head | undefined {
  let best: { head: Head; score: number } | undefined
  for (const [at, { number }] of rows.slice(0, lowest).entries()) {
    for (const size of [1, 2] as const) {
      if (size === 2 ? !isPair(rows[at], rows[at + 1]) : hangsBelow(rows[at])) continue
      const head: Head = { row: number, rows: size }
      const found = score(columnTitles(rows, head))
      if (found > (best?.score ?? 0)) best = { head, score: found }
    }
  }
  if (best) return best.head
  const first = rows.find(({ cells }) => cells.filter((cell) => cell && !cell.copied).length > 1) ?? rows[0]
  return first && { row: first.number, rows: 1 }
}

/** A row that is merged with the one above is the lower half of a head, or data. */
function hangsBelow(row: SheetRow | undefined): boolean {
  return row?.cells.some((cell) => cell?.copied === 'down') ?? false
}

/** Two rows that can be one head: all words, and some column has its title in one of them only or spread over several. */
function isPair(upper: SheetRow | undefined, lower: SheetRow | undefined): boolean {
  if (!upper || !lower || lower.cells.some((cell) => cell && cell.kind !== 'text')) return false
  const width = Math.max(upper.cells.length, lower.cells.length)
  return Array.from({ length: width }).some((_, column) => {
    const [top, own] = [upper.cells[column], lower.cells[column]]
    return top?.copied === 'across' || own?.copied === 'down' || (top === undefined) !== (own === undefined)
  })
}

/** Over the column of a ledger that was handed back for mending. */
export const reasonTitle = '未导入原因'

/** Ledgers with the same titles in the same places are of one kind, handed back for mending or not. */
export function signatureOf(titles: readonly string[]): string {
  return titles.filter((title) => title !== reasonTitle).map(plainName).join('|').slice(0, 4000)
}
