// 文字的写法: text as it may be stored: bounded, printable, in one Unicode form.
import { mayBeEmpty } from '@houqin/define'
import type { TextField } from '@houqin/define'
import { say } from '@houqin/problem'
import { refused } from './reading.ts'
import type { Reading } from './reading.ts'

/** C0 and C1 without line feed, and the marks that turn the direction of writing unseen. */
const unprintable = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u

/** Blanks around are dropped; nothing left is no value. */
export function readText(field: TextField, raw: unknown): Reading {
  if (typeof raw !== 'string') return refused(say('应为文字', 'must be text'))
  if (raw.length > field.max * 4 + 1000) return refused(tooLong(field, raw.length))
  if (!raw.isWellFormed()) return refused(say('含有残缺的字符', 'holds a broken character'))
  const lines = raw.replace(/\r\n?/g, '\n').trim().normalize('NFC')
  const value = field.multiline ? lines.replaceAll('\t', ' ') : lines
  if (value === '') return mayBeEmpty(field) ? { value: null } : refused(say('不能空着', 'must not be empty'))
  if (!field.multiline && value.includes('\n')) return refused(say('只能写一行', 'must be a single line'))
  if (unprintable.test(value)) return refused(say('含有不可见的控制字符，请删去后再填', 'holds control characters; remove them'))
  const length = [...value].length
  if (length > field.max) return refused(tooLong(field, length))
  if (field.min !== undefined && length < field.min) {
    return refused(say(`至少 ${field.min} 个字，填了 ${length} 个`, `must have at least ${field.min} characters, not ${length}`))
  }
  if (field.pattern && !new RegExp(field.pattern.expression).test(value)) {
    return refused(say(`格式不对：${field.pattern.says}`, `is not well formed: ${field.pattern.says}`))
  }
  return { value }
}
function tooLong(field: TextField, length: number) {
  return say(`最多 ${field.max} 个字，填了 ${length} 个`, `may have ${field.max} characters, not ${length}`)
}
