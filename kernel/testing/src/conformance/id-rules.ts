// What must hold for ids 编号: each is made of words of the vocabulary, none of them one to avoid.
import type { Catalogue } from '@houqin/define'
import { when } from './rule.ts'
import type { Rule, VocabularyEntry } from './rule.ts'

export const idRules: readonly Rule[] = [
  {
    says: 'the noun of every id stands in docs/vocabulary.md',
    broken: ({ catalogue, vocabulary }) => nounsOf(catalogue).filter(({ noun }) => !vocabulary.some(({ english }) => spoken(english) === noun))
      .map(({ id, noun }) => `${id}: “${noun}” is not in docs/vocabulary.md`),
  },
  {
    says: 'no id is made of a word that docs/vocabulary.md avoids',
    broken: ({ catalogue, vocabulary }) => nounsOf(catalogue).flatMap(({ id, noun }) => vocabulary.flatMap(({ english, avoid }) =>
      when(avoid.some((word) => spoken(word) === noun), `${id}: says “${noun}”; the word is “${english}”`))),
  },
  {
    says: 'the vocabulary gives each noun once',
    broken: ({ vocabulary }) => vocabulary.flatMap(({ english }, at) => when(vocabulary.slice(0, at).some((other) => spoken(other.english) === spoken(english)), `${english}: stands twice in docs/vocabulary.md`)),
  },
]

/**
 * Reads the table `| 中文 | English | avoid |` of docs/vocabulary.md; words to avoid are apart by commas.
 * @throws Error when the text has no such row: a vocabulary nobody can read would agree with everything.
 */
export function readVocabulary(text: string): readonly VocabularyEntry[] {
  const rows = text.split('\n').filter((line) => line.startsWith('|')).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()))
  const entries = rows.filter(([chinese, english]) => chinese && english && english !== 'English' && !/^:?-+:?$/.test(english)).map(([chinese = '', english = '', avoid = '']) => ({
    chinese, english, avoid: avoid.split(/[,，、]/).map((word) => word.trim()).filter((word) => word !== '' && word !== '—'),
  }))
  if (entries.length === 0) throw new Error('docs/vocabulary.md holds no table of 中文, English and the words to avoid.')
  return entries
}

/** Subsystems, and the thing that each id names, in words. */
function nounsOf(catalogue: Catalogue): readonly { readonly id: string; readonly noun: string }[] {
  const things = catalogue.subsystems.flatMap(({ roles, registers, matters, standards, signals, reports }) => [
    ...Object.values(roles).map(({ role }) => role),
    ...[registers, matters, standards, signals, reports].flatMap((group) => Object.values<{ readonly id: string }>(group)).map(({ id }) => id),
  ])
  return [...catalogue.subsystems.map(({ id }) => ({ id, noun: spoken(id) })), ...things.map((id) => ({ id, noun: spoken(id.split('.')[1] ?? '') }))]
}
function spoken(words: string): string {
  return words.replaceAll('-', ' ').toLowerCase()
}
