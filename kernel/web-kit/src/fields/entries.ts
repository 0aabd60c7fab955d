// What stands in the inputs of a form, how it is read from a row, and how it becomes what the server is handed.
import { isAsked } from '@houqin/define'
import type { Field, Fields } from '@houqin/define'
import type { Ref, WireFile, WireValue, WireValues } from '@houqin/wire'
import { instantOf, wallClock } from '../format/when.ts'
import type { Say } from '../words/locale.ts'

/** Text as it was typed; a reference keeps its name so that a draft can show it again. */
export type Entry = string | boolean | null | readonly string[] | Ref | readonly WireFile[]
export type Entries = Readonly<Record<string, Entry>>
export type Given = string | number | boolean | null | readonly string[]

export function emptyEntry(field: Field): Entry {
  if (field.kind === 'ref') return null
  if (field.kind === 'bool') return field.optional ? null : false
  if (field.kind === 'files' || (field.kind === 'choice' && field.many)) return []
  return ''
}

/** From a row or a form as the server shows it. */
export function entryOf(field: Field, value: WireValue | undefined): Entry {
  if (value === undefined || value === null) return emptyEntry(field)
  if (field.kind === 'instant') return typeof value === 'string' ? wallClock(value) : ''
  if (field.kind === 'files') return Array.isArray(value) ? value.map(storedFile) : []
  if (field.kind === 'choice' && field.many) return Array.isArray(value) ? value.map(String) : []
  if (field.kind === 'ref') return typeof value === 'object' && 'id' in value ? { id: value.id, name: value.name } : null
  if (field.kind === 'bool') return value === true
  return plainText(value)
}
/** Text, numbers and yes or no as they are written; nothing for what has parts. */
export function plainText(value: WireValue | undefined): string {
  return typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}
export function entriesOf(fields: Fields, values: WireValues = {}): Entries {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, entryOf(field, values[name])]))
}
export function storedFile(file: string | WireFile): WireFile {
  return typeof file === 'string' ? { id: file, name: file, type: 'image/jpeg', size: 0 } : file
}

/** The value to send, or the sentence that belongs beside the input. */
export function givenOf({ field, entry, say }: { field: Field; entry: Entry; say: Say }): { value: Given } | { says: string } {
  if (isEmpty(entry))
    return field.optional || field.kind === 'files' || (field.kind === 'choice' && field.many)
      ? { value: Array.isArray(entry) ? [] : null }
      : { says: say('请填写', 'Please fill this in') }
  const typed = typeof entry === 'string' ? entry : ''
  switch (field.kind) {
    case 'text': {
      // Sent as it was typed: the server trims what it trims, and a password may end in a space.
      const text = typed
      if (text.length > field.max) return { says: say(`最多 ${field.max} 字，现在 ${text.length} 字`, `At most ${field.max} characters, now ${text.length}`) }
      if (field.min !== undefined && text.trim().length < field.min) return { says: say(`至少 ${field.min} 字`, `At least ${field.min} characters`) }
      if (field.pattern && !field.pattern.expression.test(text.trim())) return { says: field.pattern.says }
      return { value: text }
    }
    case 'int':
      return wholeNumber({ text: halfWidth(typed), min: field.min, max: field.max, say })
    case 'decimal':
      return exactNumber({ text: halfWidth(typed), scale: field.scale, say })
    case 'instant':
      return { value: instantOf(typed) }
    case 'ref':
      return { value: typeof entry === 'object' && entry !== null && 'id' in entry ? entry.id : typed }
    case 'files':
      return { value: Array.isArray(entry) ? entry.map((file: string | WireFile) => storedFile(file).id) : [] }
    case 'bool':
      return { value: entry === true }
    case 'choice':
      return { value: Array.isArray(entry) ? entry.map(String) : typed }
    case 'date':
      return { value: typed }
  }
}

/** All values, and the sentences by field where some are not right; what is not asked beside the rest is empty, whatever was typed before. */
export function givenValues({ fields, entries, say }: { fields: Fields; entries: Entries; say: Say }): {
  readonly values: Readonly<Record<string, Given>>
  readonly issues: Readonly<Record<string, string>>
} {
  const values: Record<string, Given> = {}
  const issues: Record<string, string> = {}
  for (const [name, field] of Object.entries(fields)) {
    if (!isAsked(field, entries)) {
      values[name] = field.kind === 'files' || (field.kind === 'choice' && field.many) ? [] : null
      continue
    }
    const given = givenOf({ field, entry: entries[name] ?? emptyEntry(field), say })
    if ('says' in given) issues[name] = given.says
    else values[name] = given.value
  }
  return { values, issues }
}
/** Only what differs from what was read, so that two people changing different fields do not undo each other. */
export function changedValues(fields: Fields, before: Entries, after: Entries): readonly string[] {
  return Object.keys(fields).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
}

export function isEmpty(entry: Entry): boolean {
  return entry === null || (typeof entry === 'string' ? entry.trim() === '' : Array.isArray(entry) && entry.length === 0)
}

/** `１，２３４．５` as an input method leaves it → `1234.5`. */
export function halfWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/。/g, '.')
    .replace(/[,\s¥￥]/g, '')
}
function wholeNumber({ text, min, max, say }: { text: string; min: number | undefined; max: number | undefined; say: Say }): { value: Given } | { says: string } {
  if (!/^-?\d{1,15}$/.test(text)) return { says: say('请填整数', 'A whole number, please') }
  const value = Number(text)
  if (min !== undefined && value < min) return { says: say(`不小于 ${min}`, `Not below ${min}`) }
  if (max !== undefined && value > max) return { says: say(`不大于 ${max}`, `Not above ${max}`) }
  return { value }
}
function exactNumber({ text, scale, say }: { text: string; scale: number; say: Say }): { value: Given } | { says: string } {
  const match = /^(-?\d+)(?:\.(\d*))?$/.exec(text)
  if (!match) return { says: say('请填数字', 'A number, please') }
  const fraction = (match[2] ?? '').replace(/0+$/, '')
  if (fraction.length > scale) return { says: say(`小数最多 ${scale} 位`, `At most ${scale} decimals`) }
  return { value: fraction ? `${match[1] ?? ''}.${fraction}` : (match[1] ?? '') }
}
