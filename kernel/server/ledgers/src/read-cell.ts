// 一格: what stands in a cell as a value of its field, or why it cannot be one; names of other rows are left to be looked up.
import type { ChoiceField, Field, TextField } from '@houqin/define'
import { isGuarded, readValue } from '@houqin/fields'
import { say } from '@houqin/problem'
import type { Sentence } from '@houqin/problem'
import type { Cell } from '@houqin/sheets'
import { readAmount } from './amount.ts'
import { readDay } from './day.ts'
import { knownName, nearest } from './near.ts'
import { plainName } from './plain-name.ts'

export interface ColumnOf {
  readonly field: Field
  /** The unit over the column. */
  readonly over?: string | undefined
  /** What the person chose for a word that is no option: the option's key by the word. */
  readonly picks?: Readonly<Record<string, string>> | undefined
  /** English labels of the options. */
  readonly english?: Readonly<Record<string, string>> | undefined
}
export type CellReading =
  | { readonly empty: true }
  | { readonly value: unknown }
  /** The name of a row of another register. */
  | { readonly name: string }
  /** Each follows the field's label; `near` are options that may have been meant. */
  | { readonly refusals: readonly Sentence[]; readonly word?: string; readonly near?: readonly string[] }

const empty: CellReading = Object.freeze({ empty: true })
/** How offices write that there is nothing. */
const nothing = /^([-—–－/\\]+|无|n\/a|null|暂无|未填)$/i

export function readCell(cell: Cell | undefined, column: ColumnOf): CellReading {
  if (!cell || cell.copied === 'across') return empty
  const { field } = column
  if (cell.kind === 'fault') return refused(say(`这一格是 Excel 的错误值 ${cell.text}，请改成真正的内容`, `is an error of Excel, ${cell.text}; enter what it should be`))
  if (cell.kind === 'formula') return refused(say(
    `这一格是公式（${cell.text.slice(0, 60)}），引用了别处或没有算出结果，请“复制—粘贴为数值”后再导入`,
    `is a formula (${cell.text.slice(0, 60)}) that reaches elsewhere or was never worked out; paste it as a value`,
  ))
  if (cell.text.trim() === '' || (nothing.test(cell.text.trim()) && mayBeNothing(field, cell))) return empty
  switch (field.kind) {
    case 'text':
      return readWords(field, cell)
    case 'int':
    case 'decimal':
      return readFigure(field, cell, column.over)
    case 'bool':
      return readYes(cell)
    case 'date':
    case 'instant':
      return readMoment(field, cell)
    case 'choice':
      return readOptions(field, cell, column)
    case 'ref':
      return { name: halfWidth(cell.text.trim()).slice(0, 300) }
    case 'files':
      return empty
  }
}
/** 无 is an answer to yes or no, an option where one is called so, and all that a required word may be; elsewhere it says that nothing is known. */
function mayBeNothing(field: Field, { text }: Cell): boolean {
  if (field.kind === 'choice') return !Object.values(field.options).includes(text.trim())
  return text.trim() !== '无' || (field.kind !== 'bool' && (field.kind !== 'text' || field.optional === true))
}
function refused(...refusals: readonly Sentence[]): CellReading {
  return { refusals }
}
function checked(field: Field, raw: unknown): CellReading {
  const reading = readValue(field, raw)
  return 'value' in reading ? { value: reading.value } : { refusals: reading.refusals.map(({ says }) => says) }
}
/** ０１２ＡＢ → 012AB; brackets and stops stay Chinese. */
function halfWidth(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0)).replaceAll('\u3000', ' ').replaceAll('\u00a0', ' ')
}

function readWords(field: TextField, { kind, text }: Cell): CellReading {
  if (kind === 'number' && /^-?\d{16,}$/.test(text)) return refused(say(
    '被 Excel 当作数字存了，第 15 位以后的数字已经丢失：请把这一列设为“文本”，重新填写', 'was kept as a number by Excel and lost every digit after the fifteenth: make the column text and enter it again',
  ))
  const written = kind === 'bool' ? (text === 'TRUE' ? '是' : '否') : halfWidth(text).trim()
  if (/^[=@\t\r]/.test(written) || /^[+-].*[(|!]/.test(written)) return refused(say(
    `以“${written.slice(0, 1)}”开头，像是公式，在别的电脑上打开会运行，不收：请改成普通文字`, `begins with “${written.slice(0, 1)}” like a formula that would run elsewhere; write it as plain words`,
  ))
  if (isGuarded(field) && written.includes('*')) return refused(say('是打过码的内容，请填完整内容，或把这一格留空', 'is masked; enter it whole or leave the cell empty'))
  const oneLine = field.multiline ? written : written.replace(/\s*[\r\n]+\s*/g, ' ')
  const reading = checked(field, oneLine)
  const bare = oneLine.replace(/[\s-]/g, '')
  return 'refusals' in reading && field.pattern && bare !== oneLine ? preferred(checked(field, bare), reading) : reading
}
function preferred(one: CellReading, other: CellReading): CellReading {
  return 'refusals' in one ? other : one
}

function readFigure(field: Extract<Field, { kind: 'int' | 'decimal' }>, { kind, text }: Cell, over: string | undefined): CellReading {
  if (kind === 'day') return refused(say(`应为数字，这一格被 Excel 当成了日期（${text}），请改单元格格式`, `must be a figure; Excel took it for a day (${text})`))
  const amount = readAmount(text, { unit: field.unit, over })
  if (typeof amount !== 'string') return refused(amount)
  const whole = field.kind === 'int' ? amount.replace(/\.0+$/, '') : amount
  if (!/\d/.test(whole) || /[^\d.,+-]/.test(whole)) return refused(say(`应为数字，填的是“${text.slice(0, 30)}”`, `must be a figure, not “${text.slice(0, 30)}”`))
  return checked(field, whole)
}

const yes = new Set(['是', '有', '对', '√', '✓', '✔', '☑', 'y', 'yes', 'true', '1', '在', '启用'])
const no = new Set(['否', '无', '没有', '不是', '×', '✗', '✘', 'x', '☐', 'n', 'no', 'false', '0', '停用'])
function readYes({ text }: Cell): CellReading {
  const word = plainName(text)
  if (yes.has(word)) return { value: true }
  return no.has(word) ? { value: false } : refused(say(`应为“是”或“否”，填的是“${text.slice(0, 20)}”`, `must be 是 or 否, not “${text.slice(0, 20)}”`))
}

function readMoment(field: Extract<Field, { kind: 'date' | 'instant' }>, { kind, text }: Cell): CellReading {
  const read = readDay(kind === 'number' ? serialDay(text) ?? text : text)
  if (!('day' in read)) return refused(read)
  if (field.kind === 'date') return checked(field, read.day)
  return checked(field, `${read.day}T${read.time ?? '00:00:00'}+08:00`)
}
/** A day that Excel counts and whoever made the sheet did not format: from 1950 on, so that 20240105 stays what it is. */
function serialDay(text: string): string | undefined {
  const days = Number(text)
  if (!/^\d{5}(\.\d+)?$/.test(text) || days < 18_264) return undefined
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(days) * 86_400_000).toISOString().slice(0, 10)
}

function readOptions(field: ChoiceField, { text }: Cell, { picks = {}, english = {} }: ColumnOf): CellReading {
  const words = field.many ? text.split(/[、，,;；/|\n]+/).map((word) => word.trim()).filter((word) => word !== '') : [text.trim()]
  const keys: string[] = []
  for (const word of words) {
    const key = optionOf(field, word, { picks, english })
    if (key !== undefined) keys.push(key)
    else {
      const near = nearest(word, Object.entries(field.options), { name: ([, label]) => knownName(label) }).map(([one]) => one)
      const options = Object.entries(field.options)
      const [some, more] = [options.slice(0, 12), options.length > 12 ? '…' : '']
      return { word, near, refusals: [say(`没有“${word.slice(0, 30)}”这个选项，可填：${some.map(([, label]) => label).join('、')}${more}`, `has no choice “${word.slice(0, 30)}”; known are: ${some.map(([key, label]) => english[key] ?? label).join(', ')}${more}`)] }
    }
  }
  return checked(field, field.many ? keys : keys[0])
}
function optionOf(field: ChoiceField, word: string, { picks, english }: { picks: Readonly<Record<string, string>>; english: Readonly<Record<string, string>> }): string | undefined {
  const plain = plainName(word)
  const picked = picks[word]
  if (picked !== undefined && Object.hasOwn(field.options, picked)) return picked
  return Object.entries(field.options).find(([key, label]) => plainName(label) === plain || key.toLowerCase() === plain || plainName(english[key] ?? label) === plain)?.[0]
}
