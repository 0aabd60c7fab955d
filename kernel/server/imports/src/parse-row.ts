// 一行: the cells of a row as values of the fields, names of other rows looked up, with every reason why one cannot be.
import { readCell } from '@houqin/ledgers'
import type { ColumnOf } from '@houqin/ledgers'
import { say } from '@houqin/problem'
import type { Sentence } from '@houqin/problem'
import { targetOf } from '@houqin/define'
import type { Cell, SheetRow } from '@houqin/sheets'
import type { Candidate, Lookup } from '@houqin/row-lookup'
import type { Plan } from './plan.ts'

export interface Reason {
  /** The field it is about; null for the row as a whole. */
  readonly at: string | null
  readonly zh: string
  readonly en: string
  /** What stood there, where another word may have been meant. */
  readonly word?: string
  readonly near?: readonly { readonly id: string; readonly name: string; readonly more?: string }[]
}
export interface ParsedRow {
  readonly number: number
  /** What the ledger brings; an empty cell brings nothing. */
  readonly values: Readonly<Record<string, unknown>>
  /** What it is given when it is new. */
  readonly fixed: Readonly<Record<string, unknown>>
  readonly reasons: readonly Reason[]
}

export function reason(at: string | null, { zh, en }: Sentence, more: Pick<Reason, 'word' | 'near'> = {}): Reason {
  return { at, zh, en, ...more }
}

interface Reading {
  readonly plan: Plan
  readonly lookup: Lookup
}

export async function parseRow({ number, cells }: SheetRow, reading: Reading): Promise<ParsedRow> {
  const values: Record<string, unknown> = {}
  const fixed: Record<string, unknown> = {}
  const reasons: Reason[] = []
  for (const column of reading.plan.columns) reasons.push(...(await readInto(values, column, cells[column.column], { ...reading, values })))
  for (const word of reading.plan.fixed) reasons.push(...(await readInto(fixed, word, { kind: 'text', text: word.word }, { ...reading, values })))
  return { number, values, fixed, reasons }
}

/** @returns why the cell brings nothing; an empty one brings nothing without a reason. */
async function readInto(into: Record<string, unknown>, column: ColumnOf & { readonly key: string }, cell: Cell | undefined, { values, ...reading }: Reading & { readonly values: Readonly<Record<string, unknown>> }): Promise<readonly Reason[]> {
  const { key, field } = column
  const read = readCell(cell, column)
  if ('value' in read) into[key] = read.value
  else if ('name' in read) {
    const found = await rowNamed({ ...reading, key, name: read.name, values })
    if ('reason' in found) return [found.reason]
    into[key] = found.id
  } else if ('refusals' in read) {
    const options = field.kind === 'choice' ? field.options : {}
    return read.refusals.map((says) => reason(key, labelled(field.label, key, says), {
      ...(read.word !== undefined && { word: read.word }),
      ...(read.near && read.near.length > 0 && { near: read.near.map((id) => ({ id, name: options[id] ?? id })) }),
    }))
  }
  return []
}
export function labelled(label: string, key: string, { zh, en }: Sentence): Sentence {
  return say(`“${label}”${zh}`, `“${key}” ${en}`)
}

async function rowNamed({ plan: { register, fields, picks }, lookup, key, name, values }: {
  plan: Plan
  lookup: Lookup
  key: string
  name: string
  values: Readonly<Record<string, unknown>>
}): Promise<{ readonly id: string } | { readonly reason: Reason }> {
  const field = fields[key]
  const target = field && targetOf(field, register.id)
  if (!field || target === undefined) throw new Error(`${key} points to nothing`)
  const picked = picks[key]?.[name]
  const chosen = picked === undefined ? undefined : lookup.byId(target, picked)
  if (chosen) return { id: chosen.id }
  const meant = lookup.find(target, name, values)
  if ('row' in meant) return { id: meant.row.id }
  const near = meant.near.length > 0 ? meant.near : await lookup.suggest(target, name)
  const shown = name.slice(0, 40)
  const shownAs = ({ name: of, more }: Candidate): string => (more !== '' && near.some((other) => other.name === of && other.more !== more) ? `${of}（${more}）` : of)
  const maybe = near.length > 0 ? say(`。是不是：${near.map(shownAs).join('、')}`, `. Perhaps: ${near.map(shownAs).join(', ')}`) : say('', '')
  const says = {
    unknown: say(`里没有“${shown}”`, `has no “${shown}”`),
    several: say(`里叫“${shown}”的不止一个，请选定或写编号`, `has several called “${shown}”; choose one or write its number`),
    elsewhere: say(`“${shown}”不在本行所写的上一级里`, `“${shown}” does not belong to what this row names`),
  }[meant.none]
  return {
    reason: reason(key, labelled(field.label, key, say(says.zh + maybe.zh, says.en + maybe.en)), {
      word: name, ...(near.length > 0 && { near: near.map(({ id, name: of, more }) => ({ id, name: of, ...(more !== '' && { more }) })) }),
    }),
  }
}
