// 工作簿: what the sheets need to know of their workbook: their names, which formats are days, the texts they share.
import { sheetLimits } from './limits.ts'
import { refusals } from './refusals.ts'
import { readXml } from './xml.ts'
import type { ZipParts } from './zip-parts.ts'

export interface WorkbookSheet {
  readonly name: string
  readonly part: string
  readonly hidden: boolean
}
export interface Workbook {
  readonly sheets: readonly WorkbookSheet[]
  readonly from1904: boolean
  /** By the style of a cell. */
  readonly formats: readonly CellFormat[]
  readonly texts: readonly string[]
}
/** `zeros`: a code written with so many leading zeros at least. */
export type CellFormat = 'day' | 'plain' | { readonly zeros: number }

export async function readWorkbook(zip: ZipParts): Promise<Workbook> {
  const targets = await targetsOf(zip)
  const found: { name: string; id: string; hidden: boolean }[] = []
  let from1904 = false
  await readXml(zip.read('xl/workbook.xml') ?? none(), {
    open(tag, attribute) {
      if (tag === 'sheet') found.push({ name: attribute('name') ?? '', id: attribute('id') ?? '', hidden: (attribute('state') ?? 'visible') !== 'visible' })
      if (tag === 'workbookPr') from1904 = ['1', 'true'].includes(attribute('date1904') ?? '')
    },
  })
  const sheets = found.slice(0, sheetLimits.sheets).flatMap(({ name, id, hidden }) => {
    const part = targets.get(id)
    return part !== undefined && zip.names.has(part) && part.includes('worksheets/') ? [{ name, part, hidden }] : []
  })
  if (sheets.length === 0) throw refusals.empty()
  return { sheets, from1904, formats: await formatsOf(zip), texts: await textsOf(zip) }
}

async function* none(): AsyncGenerator<string> {}

async function targetsOf(zip: ZipParts): Promise<ReadonlyMap<string, string>> {
  const targets = new Map<string, string>()
  await readXml(zip.read('xl/_rels/workbook.xml.rels') ?? none(), {
    open(tag, attribute) {
      const target = attribute('Target')
      if (tag !== 'Relationship' || target === undefined || attribute('TargetMode') === 'External') return
      targets.set(attribute('Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`)
    },
  })
  return targets
}

/** Formats that Excel knows by number, those of Chinese Excel included. */
function isBuiltInDay(format: number): boolean {
  return (format >= 14 && format <= 22) || (format >= 27 && format <= 36) || (format >= 45 && format <= 47) || (format >= 50 && format <= 58)
}
export function formatOf(code: string): CellFormat {
  const [positive = ''] = code.split(';')
  if (/^0{2,20}$/.test(positive.trim())) return { zeros: positive.trim().length }
  const bare = positive.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
  return /[ymdhs]/i.test(bare) && !/general/i.test(bare) ? 'day' : 'plain'
}

async function formatsOf(zip: ZipParts): Promise<readonly CellFormat[]> {
  const own = new Map<number, CellFormat>()
  const formats: CellFormat[] = []
  let inside = false
  const part = zip.read('xl/styles.xml')
  if (part === undefined) return []
  await readXml(part, {
    open(tag, attribute) {
      if (tag === 'numFmt') own.set(Number(attribute('numFmtId')), formatOf(attribute('formatCode') ?? ''))
      if (tag === 'cellXfs') inside = true
      if (tag !== 'xf' || !inside) return
      const id = Number(attribute('numFmtId') ?? 0)
      formats.push(own.get(id) ?? (isBuiltInDay(id) ? 'day' : 'plain'))
    },
    close(tag) {
      if (tag === 'cellXfs') inside = false
    },
  })
  return formats
}

async function textsOf(zip: ZipParts): Promise<readonly string[]> {
  const part = zip.read('xl/sharedStrings.xml')
  if (part === undefined) return []
  const texts: string[] = []
  let characters = 0
  let current = ''
  let inText = false
  let phonetic = false
  await readXml(part, {
    open(tag) {
      if (tag === 'si') current = ''
      else if (tag === 'rPh') phonetic = true
      else if (tag === 't') inText = !phonetic
    },
    text(said) {
      if (inText && current.length < sheetLimits.cellCharacters) current += said
    },
    close(tag) {
      if (tag === 't') inText = false
      else if (tag === 'rPh') phonetic = false
      else if (tag === 'si') {
        characters += current.length
        texts.push(current)
        if (texts.length > sheetLimits.texts || characters > sheetLimits.textCharacters) throw refusals.tooManyTexts()
      }
    },
  })
  return texts
}
