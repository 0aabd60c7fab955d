// 读一个值: one value as it came in, made fit to be stored, or refused in words that follow the field's label.
import { isDate } from '@houqin/clock'
import { mayBeEmpty } from '@houqin/define'
import type { ChoiceField, Field, FilesField } from '@houqin/define'
import { say } from '@houqin/problem'
import type { Sentence } from '@houqin/problem'
import { isList } from './column-type.ts'
import { isId } from './new-id.ts'
import { readDecimal, readInt } from './read-number.ts'
import { readText } from './read-text.ts'
import { refused } from './reading.ts'
import type { Reading, Refusal } from './reading.ts'

/** Absent and null are no value: refused unless there may be none; no list is the empty list. */
export function readValue(field: Field, raw: unknown): Reading {
  if (raw === undefined || raw === null) {
    if (isList(field)) return field.kind === 'choice' && !field.optional ? refused(say('请至少选一项', 'needs at least one choice')) : { value: [] }
    return mayBeEmpty(field) ? { value: null } : refused(say('必须填写', 'is required'))
  }
  if (raw === '' && field.kind !== 'text' && mayBeEmpty(field) && !isList(field)) return { value: null }
  return readGiven(field, raw)
}

function readGiven(field: Field, raw: unknown): Reading {
  switch (field.kind) {
    case 'text':
      return readText(field, raw)
    case 'int':
      return readInt(field, raw)
    case 'decimal':
      return readDecimal(field, raw)
    case 'bool':
      return typeof raw === 'boolean' ? { value: raw } : refused(say('应为 true（是）或 false（否）', 'must be true or false'))
    case 'date':
      return readDate(raw)
    case 'instant':
      return readInstant(raw)
    case 'choice':
      return field.many ? readChoices(field, raw) : readChoice(field, raw)
    case 'ref':
      return typeof raw === 'string' && isId(raw)
        ? { value: raw.toLowerCase() }
        : refused(say('应为所选记录的 id', 'must be the id of the chosen row'))
    case 'files':
      return readFiles(field, raw)
  }
}

function readDate(raw: unknown): Reading {
  const written = typeof raw === 'string' && raw.length < 40 ? raw.normalize('NFKC').trim() : ''
  if (isDate(written) && written >= '1000') return { value: written }
  return /^\d{4}-\d\d-\d\d$/.test(written)
    ? refused(say(`没有 ${written} 这一天`, `names a day that does not exist: ${written}`))
    : refused(say('应为日期，例如 2026-11-24', 'must be a day, such as 2026-11-24'))
}

const instantShape = /^(\d{4}-\d\d-\d\d)[Tt ]\d\d:\d\d(:\d\d([.,]\d{1,9})?)?([Zz]|[+-]\d\d:?\d\d)$/
function readInstant(raw: unknown): Reading {
  const written = typeof raw === 'string' && raw.length < 60 ? raw.trim() : ''
  const [, day = ''] = instantShape.exec(written) ?? []
  const milliseconds = isDate(day) && day >= '1001' && day <= '9998' ? Date.parse(written.replace(',', '.')) : Number.NaN
  return Number.isNaN(milliseconds)
    ? refused(say('应为带时区的时刻，例如 2026-11-24T01:30:00Z', 'must be a moment with its zone, such as 2026-11-24T01:30:00Z'))
    : { value: new Date(milliseconds).toISOString() }
}

function optionsOf(field: ChoiceField): Sentence {
  const options = Object.entries(field.options)
  const shown = options.slice(0, 20)
  const more = options.length > shown.length ? '…' : ''
  return say(shown.map(([key, label]) => `${key}（${label}）`).join('、') + more, shown.map(([key]) => key).join(', ') + more)
}
function readChoice(field: ChoiceField, raw: unknown): Reading {
  if (typeof raw === 'string' && Object.hasOwn(field.options, raw)) return { value: raw }
  const options = optionsOf(field)
  return refused(say(`没有这个选项，可选：${options.zh}`, `has no such choice; choose from: ${options.en}`))
}
function readChoices(field: ChoiceField, raw: unknown): Reading {
  if (!Array.isArray(raw)) return refused(say('应为选项的列表', 'must be a list of choices'))
  const most = Object.keys(field.options).length
  if (raw.length > most) return refused(say(`最多选 ${most} 项，给了 ${raw.length} 项`, `may hold ${most} choices, not ${raw.length}`))
  if (raw.length === 0 && !field.optional) return refused(say('请至少选一项', 'needs at least one choice'))
  return readList(raw, (one) => readChoice(field, one))
}
function readFiles(field: FilesField, raw: unknown): Reading {
  if (!Array.isArray(raw)) return refused(say('应为已上传文件 id 的列表', 'must be a list of ids of uploaded files'))
  if (raw.length > field.max) return refused(say(`最多 ${field.max} 个文件，给了 ${raw.length} 个`, `may hold ${field.max} files, not ${raw.length}`))
  return readList(raw, (one) =>
    typeof one === 'string' && isId(one)
      ? { value: one.toLowerCase() }
      : refused(say('应为已上传文件的 id', 'must be the id of an uploaded file')),
  )
}
function readList(raw: readonly unknown[], read: (one: unknown) => Reading): Reading {
  const values = new Set<unknown>()
  const refusals: Refusal[] = []
  for (const [index, one] of raw.entries()) {
    const reading = read(one)
    if ('value' in reading) values.add(reading.value)
    else refusals.push(...reading.refusals.map(({ says }) => ({ says, path: [index] })))
  }
  return refusals.length > 0 ? { refusals } : { value: [...values] }
}
