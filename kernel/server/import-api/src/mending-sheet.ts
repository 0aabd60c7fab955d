// 改正用的表: the refused rows of a ledger as they stood there, with why behind each, to be mended and sent again.
import type { Cell as OutCell, SheetColumn } from '@houqin/excel'
import type { System } from '@houqin/http'
import { readLines } from '@houqin/imports'
import type { StoredImport } from '@houqin/imports'
import { reasonTitle } from '@houqin/ledgers'
import type { Locale } from '@houqin/problem'
import { openLedger } from '@houqin/sheets'
import type { Cell } from '@houqin/sheets'

const page = 1000

export function mendingColumns({ titles }: StoredImport): readonly SheetColumn[] {
  const own = titles.map((title) => ({ title, format: 'General', width: 16 }))
  return [...(titles.at(-1) === reasonTitle ? own.slice(0, -1) : own), { title: reasonTitle, format: '@', width: 60 }]
}

/** Reads the file once more beside the lines, both in the order of the rows. @throws Problem where the file has gone bad. */
export async function* mendingRows({ db, files }: System, stored: StoredImport, locale: Locale): AsyncGenerator<readonly OutCell[], void, undefined> {
  const columns = mendingColumns(stored).length - 1
  const ledger = await openLedger(files.contentPath(stored.sha256))
  try {
    const { rows } = await ledger.rowsOf(stored.sheet)
    const refused = refusedLines(db, stored.id, locale)
    let line = await refused.next()
    for await (const { number, cells } of rows) {
      if (line.done) return
      if (number < line.value.row) continue
      yield [...Array.from({ length: columns }, (_, column) => outCell(cells[column])), line.value.says]
      line = await refused.next()
    }
  } finally {
    ledger.close()
  }
}

async function* refusedLines(db: System['db'], id: string, locale: Locale): AsyncGenerator<{ readonly row: number; readonly says: string }, void, undefined> {
  for (let after: number | null = 0; after !== null; ) {
    const { rows, next }: Awaited<ReturnType<typeof readLines>> = await readLines(db, id, { outcome: 'refused', after, limit: page, locale })
    for (const { row, reasons } of rows) yield { row, says: reasons.map(({ says }) => says).join(locale === 'zh' ? '；' : '; ') }
    after = next === null ? null : Number(next)
  }
}

const mostDigits = 15
/** What Excel took for a number stays one, as far as it holds it; all else is text that never runs. */
function outCell(cell: Cell | undefined): OutCell {
  if (!cell || cell.copied === 'across') return null
  return cell.kind === 'number' && cell.text.replace(/\D/g, '').length <= mostDigits && !/^0\d/.test(cell.text) ? Number(cell.text) : cell.text
}
