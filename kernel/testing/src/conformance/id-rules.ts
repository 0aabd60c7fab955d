// What must hold for ids 编号: each is made of words of the vocabulary, none of them one to avoid; and the list of them all.
import type { Catalogue, Fields, LineSets } from '@houqin/define'
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

/** Markdown of every id that tables, links, scripts and grants rely upon. */
export function idList(catalogue: Catalogue): string {
  const lines = catalogue.subsystems.flatMap((subsystem) => [
    '', `## ${subsystem.id}`, '',
    ...list('role', Object.values(subsystem.roles).map(({ role }) => [role])),
    ...list('register', Object.values(subsystem.registers).map(({ id, fields, lines: sets }) => [id, fieldIds(fields), ...lineIds(sets)])),
    ...list('matter', Object.values(subsystem.matters).map(({ id, prefix, form, facts, lines: sets, states, steps }) => [
      id, `letters ${prefix}`, `form: ${fieldIds(form)}`, `facts: ${fieldIds(facts)}`, ...lineIds(sets), `states: ${keys(states)}`, `steps: ${keys(steps)}`,
    ])),
    ...list('standard', Object.values(subsystem.standards).map(({ id, parameters }) => [
      id, Object.entries(parameters).map(([name, { by }]) => (by ? `${name}(${keys(by)})` : name)).join(' '),
    ])),
    ...list('signal', Object.values(subsystem.signals).map(({ id, attributes, alarms }) => [id, `attributes: ${fieldIds(attributes)}`, `alarms: ${keys(alarms)}`])),
    ...list('report', Object.values(subsystem.reports).map(({ id, columns }) => [id, keys(columns)])),
  ])
  return [
    '# Ids that never change', '',
    'Tables, links, scripts, grants and old answers rely on these names: labels may change, ids may not. A line that is',
    'added is a new thing; a line that changes or goes is a migration, and breaks whoever used the name.',
    ...lines, '',
  ].join('\n')
}
function list(kind: string, things: readonly (readonly string[])[]): readonly string[] {
  return things.map(([id = '', ...parts]) => `- ${kind} \`${id}\`${parts.filter((part) => !/^\w+: $/.test(part) && part !== '').map((part) => ` · ${part}`).join('')}`)
}
function fieldIds(fields: Fields): string {
  return Object.entries(fields).map(([key, field]) => (field.kind === 'choice' ? `${key}(${keys(field.options)})` : key)).join(' ')
}
function lineIds(sets: LineSets): readonly string[] {
  return Object.entries(sets).map(([set, { fields }]) => `lines ${set}: ${fieldIds(fields)}`)
}
function keys(things: object): string {
  return Object.keys(things).join(' ')
}
