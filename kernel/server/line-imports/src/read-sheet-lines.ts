// 读明细: which column is which field of the set, what each row says, whom or what its names mean; as imports read a ledger.
import type { Actor } from '@houqin/access'
import { targetOf } from '@houqin/define'
import type { Field, Fields } from '@houqin/define'
import { readValue } from '@houqin/fields'
import type { System } from '@houqin/http'
import { columnTitles, findHead, proposed, readCell, setAside, unitIn } from '@houqin/ledgers'
import { addable } from '@houqin/matter-lines'
import { Problem, say } from '@houqin/problem'
import type { Sentence } from '@houqin/problem'
import { createLookup } from '@houqin/row-lookup'
import type { Lookup } from '@houqin/row-lookup'
import { openLedger } from '@houqin/sheets'
import type { Cell, SheetRow } from '@houqin/sheets'

/** More do not stand in one form. */
const mostLines = 300

export interface SheetLine {
  /** As Excel counts it. */
  readonly row: number
  /** By field, as the wire gives a row: a reference with its name. */
  readonly values: Readonly<Record<string, unknown>>
  readonly reasons: readonly string[]
}
export interface SheetLines {
  readonly sheet: string
  readonly columns: readonly { readonly title: string; readonly field: string | null }[]
  readonly lines: readonly SheetLine[]
  /** Rows of totals, notes and repeated heads. */
  readonly leftOut: number
}

interface Read {
  readonly owner: string
  readonly fields: Fields
  readonly mapping: ReadonlyMap<string, number>
  readonly titles: readonly string[]
  readonly lookup: Lookup
  readonly english: (field: string) => Readonly<Record<string, string>>
}

/** @param owner a matter or a register. @param path of the sheet, as it was sent. @throws Problem in words for what is no sheet of such lines. */
export async function readSheetLines(system: System, actor: Actor, { owner, set, path }: { owner: string; set: string; path: string }): Promise<SheetLines> {
  const fields = fieldsOf(system, owner, set)
  const word = (name: string): string => system.word(`${owner}.lines.${set}.fields.${name}`, fields[name]?.label ?? name, 'en')
  const english = Object.fromEntries(Object.keys(fields).map((name) => [name, word(name)]))
  const ledger = await openLedger(path)
  try {
    const found = await likeliest(ledger, fields, english)
    const mapping = new Map(found.proposals.flatMap((one, column) => (one ? [[one.field, column] as const] : [])))
    if (mapping.size === 0) throw new Problem('bad-request', say(
      `表头里认不出一列。第一行请写：${Object.values(fields).map(({ label }) => label).join('、')}。`, `No column is known by its title. Let the first row say: ${Object.keys(fields).map(word).join(', ')}.`,
    ))
    const lookup = createLookup({ catalogue: system.catalogue, actor, owner, fields })
    for (const name of mapping.keys()) {
      const target = fields[name] && targetOf(fields[name], owner)
      if (target !== undefined) await lookup.load(system.db, target)
    }
    const read: Read = { owner, fields, mapping, titles: found.titles, lookup, english: (name) => optionsIn(system, { owner, set, name, field: fields[name] }) }
    const lines: SheetLine[] = []
    let leftOut = 0
    const { rows } = await ledger.rowsOf(found.sheet)
    for await (const row of rows) {
      if (row.number < found.first) continue
      if (setAside(row, { mapped: [...mapping.values()], titles: found.titles })) leftOut += 1
      else lines.push(await lineOf(row, read, actor))
      if (lines.length > mostLines) throw new Problem('too-large', say(`一张表单最多放 ${mostLines} 行明细，请分几次。`, `A form holds ${mostLines} lines at most; send them in parts.`))
    }
    return { sheet: found.sheet, columns: found.titles.map((title, column) => ({ title, field: found.proposals[column]?.field ?? null })), lines, leftOut }
  } finally {
    ledger.close()
  }
}

/** What may be added by hand may come by a sheet: no files, and no outcome that a later step writes. */
function fieldsOf({ catalogue }: System, owner: string, set: string): Fields {
  const matter = catalogue.matters.get(owner)
  const lines = matter ? Object.hasOwn(matter.lines, set) ? addable(matter, set) : undefined : catalogue.registers.get(owner)?.lines[set]
  if (!lines) throw new Problem('not-found', say('没有这样的明细。', 'There are no such lines.'))
  return Object.fromEntries(Object.entries(lines.fields).filter(([, { kind }]) => kind !== 'files'))
}
function optionsIn({ word }: System, { owner, set, name, field }: { owner: string; set: string; name: string; field: Field | undefined }): Readonly<Record<string, string>> {
  if (field?.kind !== 'choice') return {}
  return Object.fromEntries(Object.entries(field.options).map(([key, label]) => [key, word(`${owner}.lines.${set}.fields.${name}.options.${key}`, label, 'en')]))
}

const lookedAt = 60
type Ledger = Awaited<ReturnType<typeof openLedger>>
async function likeliest(ledger: Ledger, fields: Fields, english: Readonly<Record<string, string>>) {
  const score = (titles: readonly string[]): number => proposed(titles, fields, english).reduce((sum, one) => sum + (one?.likeness ?? 0), 0)
  let best: { sheet: string; first: number; titles: readonly string[]; proposals: ReturnType<typeof proposed>; score: number } | undefined
  for (const { name } of ledger.sheets.filter(({ hidden }) => !hidden).slice(0, 8)) {
    const { rows } = await ledger.rowsOf(name)
    const first: SheetRow[] = []
    for await (const row of rows) {
      first.push(row)
      if (first.length >= lookedAt) break
    }
    const head = findHead(first, score)
    if (!head) continue
    const titles = columnTitles(first, head)
    const one = { sheet: name, first: head.row + head.rows, titles, proposals: proposed(titles, fields, english), score: score(titles) }
    if (!best || one.score > best.score) best = one
  }
  if (!best) throw new Problem('bad-request', say('表格里没有内容。', 'There is nothing in the sheet.'))
  return best
}

async function lineOf({ number, cells }: SheetRow, read: Read, { locale }: Actor): Promise<SheetLine> {
  const values: Record<string, unknown> = {}
  const ids: Record<string, unknown> = {}
  const reasons: string[] = []
  const refuse = (field: Field, { zh, en }: Sentence): void => void reasons.push(locale === 'zh' ? `“${field.label}”${zh}` : `“${field.label}” ${en}`)
  for (const [name, field] of Object.entries(read.fields)) {
    const reading = await valueOf(cellAt(cells, read.mapping.get(name)), { name, field, read, ids })
    if ('refusal' in reading) for (const one of reading.refusal) refuse(field, one)
    else if ('value' in reading) {
      values[name] = reading.value
      if (reading.id !== undefined) ids[name] = reading.id
    } else {
      const without = readValue(field, undefined)
      if (!('value' in without)) for (const { says } of without.refusals) refuse(field, says)
    }
  }
  return { row: number, values, reasons }
}
const cellAt = (cells: SheetRow['cells'], column: number | undefined): Cell | undefined => (column === undefined ? undefined : cells[column])

type Value = { readonly value: unknown; readonly id?: string } | { readonly empty: true } | { readonly refusal: readonly Sentence[] }
async function valueOf(cell: Cell | undefined, { name, field, read: { owner, mapping, titles, lookup, english }, ids }: {
  name: string
  field: Field
  read: Read
  ids: Readonly<Record<string, unknown>>
}): Promise<Value> {
  const reading = readCell(cell, { field, over: unitIn(titles[mapping.get(name) ?? -1] ?? ''), english: english(name) })
  if ('empty' in reading) return reading
  if ('value' in reading) return { value: reading.value }
  if ('refusals' in reading) return { refusal: reading.refusals }
  const target = targetOf(field, owner)
  if (target === undefined) throw new Error(`${name} points to nothing`)
  const meant = lookup.find(target, reading.name, ids)
  if ('row' in meant) return { value: { id: meant.row.id, name: meant.row.name }, id: meant.row.id }
  const near = meant.near.length > 0 ? meant.near : await lookup.suggest(target, reading.name)
  const shown = reading.name.slice(0, 40)
  const maybe = near.length === 0 ? say('', '') : say(`。是不是：${near.map(({ name: of }) => of).join('、')}`, `. Perhaps: ${near.map(({ name: of }) => of).join(', ')}`)
  const says = meant.none === 'several'
    ? say(`里叫“${shown}”的不止一个，请写编号`, `has several called “${shown}”; write the number`)
    : say(`里没有“${shown}”`, `has no “${shown}”`)
  return { refusal: [say(says.zh + maybe.zh, says.en + maybe.en)] }
}
