// 工作表的行: each row with its cells, merged areas filled, days told from numbers, while the sheet is still being unpacked.
import { daySerial, plainNumber } from './cell.ts'
import type { Cell, SheetRow } from './cell.ts'
import { sheetLimits } from './limits.ts'
import { cellPlace } from './merged-areas.ts'
import type { MergedArea } from './merged-areas.ts'
import { refusals } from './refusals.ts'
import type { CellFormat, Workbook } from './workbook.ts'
import { xmlReader } from './xml.ts'

/** A formula that asks another file, another program or the network for its value. */
const reachesOut = /\[\d+\]|\[[^\]]*\.xl|\||\b(WEBSERVICE|FILTERXML|RTD|DDE|CALL|REGISTER\.ID|IMPORTDATA|IMPORTXML|IMPORTRANGE)\s*\(/i

interface Raw {
  readonly column: number
  readonly type: string
  readonly format: CellFormat
  value: string
  formula: string | null
  valued: boolean
}

export async function* sheetRows(pieces: AsyncIterable<string>, workbook: Workbook, merged: readonly MergedArea[]): AsyncGenerator<SheetRow, void, undefined> {
  const waiting: SheetRow[] = []
  const fill = filler(merged)
  const reader = rowReader(workbook, (row) => {
    const filled = fill(row)
    if (filled.cells.some((cell) => cell !== undefined)) waiting.push(filled)
  })
  let count = 0
  const hand = function* (): Generator<SheetRow> {
    for (const row of waiting) {
      count += 1
      if (count > sheetLimits.rows) throw refusals.tooManyRows()
      yield row
    }
    waiting.length = 0
  }
  for await (const piece of pieces) {
    reader.write(piece)
    yield* hand()
  }
  reader.end()
  yield* hand()
}

function rowReader({ texts, formats, from1904 }: Workbook, take: (row: SheetRow) => void) {
  let number = 0
  let cells: (Cell | undefined)[] = []
  let raw: Raw | null = null
  let nextColumn = 0
  let into: 'value' | 'formula' | 'inline' | null = null
  let phonetic = false
  return xmlReader({
    open(tag, attribute) {
      switch (tag) {
        case 'row':
          number = Number(attribute('r')) || number + 1
          cells = []
          nextColumn = 0
          return
        case 'c': {
          const column = cellPlace(attribute('r') ?? '')?.column ?? nextColumn
          nextColumn = column + 1
          raw = { column, type: attribute('t') ?? 'n', format: formats[Number(attribute('s') ?? 0)] ?? 'plain', value: '', formula: null, valued: false }
          return
        }
        case 'v':
          into = 'value'
          if (raw) raw.valued = true
          return
        case 'f':
          into = 'formula'
          if (raw) raw.formula ??= ''
          return
        case 'rPh':
          phonetic = true
          return
        case 't':
          if (raw && !phonetic) into = 'inline'
      }
    },
    text(said) {
      if (!raw || into === null) return
      if (into === 'formula') raw.formula = (raw.formula ?? '') + said.slice(0, 1000)
      else if (raw.value.length < sheetLimits.cellCharacters) raw.value += said
    },
    close(tag) {
      if (tag === 'v' || tag === 'f' || tag === 't') into = null
      else if (tag === 'rPh') phonetic = false
      else if (tag === 'row') take({ number, cells })
      else if (tag === 'c' && raw) {
        const cell = cellOf(raw, { texts, from1904 })
        if (cell) {
          if (raw.column >= sheetLimits.columns) throw refusals.tooManyColumns(raw.column + 1)
          cells[raw.column] = cell
        }
        raw = null
      }
    },
  })
}

function cellOf({ type, value, formula, valued, format }: Raw, { texts, from1904 }: Pick<Workbook, 'texts' | 'from1904'>): Cell | undefined {
  if (formula !== null && (reachesOut.test(formula) || (!valued && formula !== ''))) return { kind: 'formula', text: `=${formula.slice(0, 200)}` }
  switch (type) {
    case 's':
      return textCell(texts[Number(value)] ?? '')
    case 'inlineStr':
    case 'str':
      return textCell(value)
    case 'b':
      return value === '' ? undefined : { kind: 'bool', text: value === '1' ? 'TRUE' : 'FALSE' }
    case 'e':
      return { kind: 'fault', text: value }
    case 'd':
      return { kind: 'day', text: value.replace('T', ' ').replace(/ 00:00:00.*$/, '').slice(0, 19) }
    default:
      return numberCell(value, format, from1904)
  }
}
function textCell(text: string): Cell | undefined {
  const cut = text.slice(0, sheetLimits.cellCharacters)
  return cut.trim() === '' ? undefined : { kind: 'text', text: cut }
}
function numberCell(value: string, format: CellFormat, from1904: boolean): Cell | undefined {
  const text = plainNumber(value)
  if (text === undefined) return undefined
  if (format === 'day') {
    const day = daySerial(Number(value), from1904)
    if (day !== undefined) return { kind: 'day', text: day }
  }
  return { kind: 'number', text: typeof format === 'object' && /^\d+$/.test(text) ? text.padStart(format.zeros, '0') : text }
}

/** Puts what stands in the first cell of a merged area into the others. */
function filler(merged: readonly MergedArea[]): (row: SheetRow) => SheetRow {
  let next = 0
  let open: { readonly area: MergedArea; cell: Cell | undefined }[] = []
  return ({ number, cells }) => {
    for (let area = merged[next]; area && area.top <= number; area = merged[(next += 1)]) {
      if (area.bottom >= number) open.push({ area, cell: area.top === number ? cells[area.left] : undefined })
    }
    open = open.filter(({ area }) => area.bottom >= number)
    if (open.length === 0) return { number, cells }
    const filled = [...cells]
    for (const { area, cell } of open) {
      if (!cell) continue
      for (let column = area.left; column <= Math.min(area.right, sheetLimits.columns - 1); column += 1) {
        if (number === area.top && column === area.left) continue
        filled[column] = { ...cell, copied: column === area.left ? 'down' : 'across' }
      }
    }
    return { number, cells: filled }
  }
}
