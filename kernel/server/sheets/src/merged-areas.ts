// 合并单元格: which areas are merged; they stand behind the rows in the file, so it is gone through once before.
import { sheetLimits } from './limits.ts'
import { refusals } from './refusals.ts'

export interface MergedArea {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}
export interface SheetOutline {
  /** By the row they begin in. */
  readonly merged: readonly MergedArea[]
  /** Rows that are written down, empty ones with a colour included. */
  readonly rows: number
}

/** `AB12` → row 12, column 27; undefined for what is no cell. */
export function cellPlace(reference: string): { readonly row: number; readonly column: number } | undefined {
  const [, letters = '', digits = ''] = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference) ?? []
  if (letters === '') return undefined
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return { row: Number(digits), column: column - 1 }
}

const carried = 200

/** Looks only for the two tags it wants, so that going through twice costs little. */
export async function outlineOf(pieces: AsyncIterable<string>): Promise<SheetOutline> {
  const merged: MergedArea[] = []
  let rows = 0
  let before = ''
  for await (const piece of pieces) {
    const text = before + piece
    const cut = Math.max(text.lastIndexOf('<'), text.length - carried, 0)
    for (const [, area] of text.slice(0, cut).matchAll(/<(?:\w+:)?(?:row[\s>/]|mergeCell\s[^>]*?ref="([A-Z0-9:]+)")/g)) {
      if (area === undefined) rows += 1
      else {
        const [from, to] = area.split(':').map(cellPlace)
        if (from && to) merged.push({ top: from.row, bottom: to.row, left: from.column, right: to.column })
        if (merged.length > sheetLimits.mergedCells) throw refusals.tooManyMerged()
      }
    }
    before = text.slice(cut)
  }
  return { merged: merged.toSorted((a, b) => a.top - b.top), rows }
}
