// 字段的称呼: what a field and its choices are called in each language.
import type { Field, Fields } from '@houqin/define'
import { say } from '@houqin/problem'
import type { Sentence } from '@houqin/problem'

/** English words of a set of fields, as `locales/en.ts` of a subsystem holds them. */
export type EnglishWords = Readonly<
  Record<string, string | { readonly label: string; readonly options: Readonly<Record<string, string>> } | undefined>
>

const laid = new WeakMap<Field, string>()
/** Lays English labels beside declared fields: sentences about a form, a step or a line then name them in both languages wherever they are read. */
export function layEnglish(fields: Fields, words: EnglishWords): void {
  for (const [key, field] of Object.entries(fields)) {
    const english = englishOf(words, key)
    if (english !== undefined) laid.set(field, english)
  }
}
function englishOf(words: EnglishWords | undefined, key: string): string | undefined {
  const word = words !== undefined && Object.hasOwn(words, key) ? words[key] : undefined
  return typeof word === 'string' ? word : word?.label
}

/** The label in both languages; without English words the Chinese label stands in both. */
export function labelOf({ key, field, words }: { key: string; field: Field; words?: EnglishWords | undefined }): Sentence {
  return say(field.label, englishOf(words, key) ?? laid.get(field) ?? field.label)
}
