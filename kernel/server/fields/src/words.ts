// 字段的称呼: what a field and its choices are called in each language.
import type { Field } from '@houqin/define'
import { say } from '@houqin/problem'
import type { Sentence } from '@houqin/problem'

/** English words of a set of fields, as `locales/en.ts` of a subsystem holds them. */
export type EnglishWords = Readonly<
  Record<string, string | { readonly label: string; readonly options: Readonly<Record<string, string>> } | undefined>
>

/** The label in both languages; without English words the Chinese label stands in both. */
export function labelOf({ key, field, words }: { key: string; field: Field; words?: EnglishWords | undefined }): Sentence {
  const word = words !== undefined && Object.hasOwn(words, key) ? words[key] : undefined
  const english = typeof word === 'string' ? word : word?.label
  return say(field.label, english ?? field.label)
}
