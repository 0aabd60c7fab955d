// 字段的称呼: what a field and its choices are called in each language.
import type { Field, Fields } from '@houqin/define'
import { say } from '@houqin/problem'
import type { Sentence } from '@houqin/problem'

/** English words of a set of fields, as `locales/en.ts` of a subsystem holds them. */
export type EnglishWords = Readonly<
  Record<string, string | { readonly label: string; readonly options: Readonly<Record<string, string>> } | undefined>
>

const laid = new WeakMap<object, string>()
const laidOptions = new WeakMap<Field, Readonly<Record<string, string>>>()
/** Lays English labels beside declared fields: sentences about a form, a step or a line then name them in both languages wherever they are read. */
export function layEnglish(fields: Fields, words: EnglishWords): void {
  for (const [key, field] of Object.entries(fields)) {
    const english = englishOf(words, key)
    if (english !== undefined) laid.set(field, english)
    const word = words[key]
    if (typeof word === 'object') laidOptions.set(field, word.options)
  }
}
/** The same beside a register, a matter, a state, a step or a role. */
export function layName(declared: object, english: unknown): void {
  if (typeof english === 'string') laid.set(declared, english)
}
/** What it is called in both languages; without English words its Chinese name stands in both. */
export function nameIn(declared: { readonly title: string } | { readonly label: string }): Sentence {
  const zh = 'title' in declared ? declared.title : declared.label
  return say(zh, laid.get(declared) ?? zh)
}
export function optionIn(field: Field | undefined, key: string): Sentence {
  const zh = field?.kind === 'choice' ? (field.options[key] ?? key) : key
  return say(zh, (field && laidOptions.get(field)?.[key]) ?? zh)
}
function englishOf(words: EnglishWords | undefined, key: string): string | undefined {
  const word = words !== undefined && Object.hasOwn(words, key) ? words[key] : undefined
  return typeof word === 'string' ? word : word?.label
}

/** The label in both languages; without English words the Chinese label stands in both. */
export function labelOf({ key, field, words }: { key: string; field: Field; words?: EnglishWords | undefined }): Sentence {
  return say(field.label, englishOf(words, key) ?? laid.get(field) ?? field.label)
}
