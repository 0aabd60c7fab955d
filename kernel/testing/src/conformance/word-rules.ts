// What must hold for words 译文: one in English for every label, none of them empty, none of them still Chinese.
import type { Field, Fields, LineSets, Subsystem } from '@houqin/define'
import { inLatin, mouldsOf } from '@houqin/words/moulds'
import { unitInEnglish } from '@houqin/words/units'
import type { House, Rule } from './rule.ts'

/** `true` where a word must stand. */
interface Wanted {
  readonly [key: string]: true | Wanted
}
const chinese = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u

export const wordRules: readonly Rule[] = [
  {
    says: 'every label has its word in English, and every word its label',
    broken: everyLocale((subsystem, words) => differences(wantedOf(subsystem), words, subsystem.id)),
  },
  {
    says: 'every hint, every word of a wrong pattern and of what ends is said in English among the phrases',
    broken: everyLocale((subsystem, words) => {
      const phrases = phrasesOf(words)
      return [...sentencesOf(subsystem)].flatMap(([path, sentence]) => (chinese.test(sentence) && !Object.hasOwn(phrases, sentence) ? [`${path}: “${sentence}” is not said in English`] : []))
    }),
  },
  {
    says: 'what a name or a subject says in Chinese besides labels is said in English among the phrases',
    broken: everyLocale((subsystem, words) => [...Object.values(subsystem.registers), ...Object.values(subsystem.matters)].flatMap((declared) =>
      mouldsOf(declared).flatMap(({ pattern }) => {
        const phrase = phrasesOf(words)[pattern]
        if (phrase === undefined) return chinese.test(gapless(inLatin(pattern))) || pattern.includes('}{') ? [`${declared.id}: “${pattern}” is not said in English`] : []
        return gapsIn(pattern).join() === gapsIn(phrase).join() ? [] : [`${declared.id}: “${phrase}” has other gaps than “${pattern}”`]
      }))),
  },
  {
    says: 'every unit is said in English or is only counted',
    broken: ({ catalogue }) => catalogue.subsystems.flatMap((subsystem) => [...unitsOf(subsystem)].flatMap(([at, unit]) => (unitInEnglish(unit) === undefined ? [`${at}: the unit “${unit}” is not said in English`] : []))),
  },
  {
    says: 'no English word is empty or still Chinese',
    broken: everyLocale((subsystem, words) => leaves(words, subsystem.id).flatMap(([path, word]) => {
      if (word.trim() === '') return [`${path}: is empty`]
      return chinese.test(word) ? [`${path}: still says “${word}”`] : []
    })),
  },
]

function phrasesOf(words: object): Readonly<Record<string, string>> {
  // `Words<…>` holds them to strings
  return 'phrases' in words && typeof words.phrases === 'object' && words.phrases !== null ? (words.phrases as Record<string, string>) : {}
}
const gapsIn = (pattern: string): readonly string[] => (pattern.match(/\{[^}]+\}/gu) ?? []).toSorted()
const gapless = (pattern: string): string => pattern.replace(/\{[^}]+\}/gu, '')

function everyLocale(find: (subsystem: Subsystem, words: object) => readonly string[]) {
  return ({ catalogue, english }: House): readonly string[] => catalogue.subsystems.flatMap((subsystem) => {
    const words = english.get(subsystem.id)
    return words ? find(subsystem, words) : [`${subsystem.id}: has no words in English`]
  })
}

function wantedOf(subsystem: Subsystem): Wanted {
  return {
    title: true,
    roles: each(subsystem.roles, () => true),
    registers: each(subsystem.registers, ({ fields, lines }) => ({ title: true, fields: fieldWords(fields), ...(Object.keys(lines).length > 0 && { lines: lineWords(lines) }) })),
    matters: each(subsystem.matters, ({ form, facts, lines, states, steps }) => ({
      title: true, form: fieldWords(form), facts: fieldWords(facts), lines: lineWords(lines),
      states: each(states, () => true),
      steps: each(steps, ({ input }) => (input ? { label: true, input: fieldWords(input) } : true)),
    })),
    standards: each(subsystem.standards, ({ parameters }) => ({ title: true, explain: true, parameters: each(parameters, () => true) })),
    signals: each(subsystem.signals, ({ attributes, alarms }) => ({ title: true, attributes: fieldWords(attributes), alarms: each(alarms, () => true) })),
    reports: each(subsystem.reports, ({ columns, claim, goal }) => ({
      title: true, columns: each(columns, () => true), ...(claim && { says: true as const }), ...(goal && { formula: true as const }),
    })),
  }
}
/** Every set of fields of a subsystem, by its path. */
function fieldSetsOf({ registers, matters }: Subsystem): readonly (readonly [string, Fields])[] {
  return [
    ...Object.values(registers).flatMap(({ id, fields, lines }): [string, Fields][] => [[id, fields], ...linesAt(id, lines)]),
    ...Object.values(matters).flatMap(({ id, form, facts, lines, steps }): [string, Fields][] => [
      [`${id}.form`, form], [`${id}.facts`, facts], ...linesAt(id, lines),
      ...Object.entries(steps).map(([step, { input }]): [string, Fields] => [`${id}.steps.${step}`, input ?? {}]),
    ]),
  ]
}
/** The units of its fields, figures, readings and columns, by their path. */
function unitsOf(subsystem: Subsystem): readonly (readonly [string, string])[] {
  const { standards, signals, reports } = subsystem
  return [
    ...fieldSetsOf(subsystem).flatMap(([at, fields]) => Object.entries(fields).flatMap(([name, field]) => ('unit' in field && field.unit !== undefined ? [[`${at}.${name}`, field.unit] as const] : []))),
    ...Object.values(standards).flatMap(({ id, parameters }) => Object.entries(parameters).map(([name, { unit }]) => [`${id}.${name}`, unit] as const)),
    ...Object.values(signals).map(({ id, unit }) => [id, unit] as const),
    ...Object.values(reports).flatMap(({ id, columns }) => Object.entries(columns).flatMap(([name, { unit }]) => (unit === undefined ? [] : [[`${id}.${name}`, unit] as const]))),
  ]
}
/** The sentences of a subsystem's fields, which stand among its phrases, by their path. */
function sentencesOf(subsystem: Subsystem): ReadonlyMap<string, string> {
  const { registers } = subsystem
  const sets = fieldSetsOf(subsystem)
  const ends = Object.values(registers).flatMap((register): [string, string][] => (register.ends ? [[`${register.id}.ends`, register.ends.says]] : []))
  return new Map([...ends, ...sets.flatMap(([at, fields]) => Object.entries(fields).flatMap(([name, field]) => sentences(field).map(([what, sentence]): [string, string] => [`${at}.${name}.${what}`, sentence])))])
}
function linesAt(id: string, sets: LineSets): [string, Fields][] {
  return Object.entries(sets).map(([set, { fields }]) => [`${id}.lines.${set}`, fields])
}
function sentences(field: Field): readonly (readonly [string, string])[] {
  const told = { hint: field.hint, pattern: field.kind === 'text' ? field.pattern?.says : undefined, expires: field.kind === 'date' ? field.expires?.says : undefined }
  return Object.entries(told).flatMap(([what, sentence]) => (sentence === undefined ? [] : [[what, sentence] as const]))
}
function fieldWords(fields: Fields): Wanted {
  return each(fields, (field) => (field.kind === 'choice' ? { label: true, options: each(field.options, () => true) } : true))
}
function lineWords(sets: LineSets): Wanted {
  return each(sets, ({ fields }) => ({ title: true, fields: fieldWords(fields) }))
}
function each<T>(things: Readonly<Record<string, T>>, wanted: (thing: T) => true | Wanted): Wanted {
  return Object.fromEntries(Object.entries(things).map(([key, thing]) => [key, wanted(thing)]))
}

/** What a locale says besides the names of declared things. */
const sayings: ReadonlySet<string> = new Set(['phrases', 'told'])

function differences(wanted: Wanted, words: object, at: string): readonly string[] {
  const given = Object.entries(words)
  const missing = Object.entries(wanted).flatMap(([key, inner]): readonly string[] => {
    const word: unknown = given.find(([name]) => name === key)?.[1]
    const path = `${at}.${key}`
    if (inner === true) return typeof word === 'string' ? [] : [`${path}: has no word`]
    if (word !== null && typeof word === 'object') return differences(inner, word, path)
    return Object.keys(inner).length === 0 && word === undefined ? [] : [`${path}: has no words`]
  })
  const idle = given.filter(([key]) => !sayings.has(key) && !Object.hasOwn(wanted, key)).map(([key]) => `${at}.${key}: is the word of nothing`)
  return [...missing, ...idle]
}
function leaves(words: object, at: string): readonly (readonly [path: string, word: string])[] {
  return Object.entries(words).flatMap(([key, inner]: [string, unknown]) => {
    if (typeof inner === 'string') return [[`${at}.${key}`, inner] as const]
    return inner !== null && typeof inner === 'object' ? leaves(inner, `${at}.${key}`) : []
  })
}
