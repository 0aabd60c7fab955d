// English words of what subsystems declare, found by the declared object itself.
import type { Fields, LineSets, Subsystem } from '@houqin/define'
import { validityWords } from '../register/validity.ts'

/** A subsystem's words as its `locales/en.ts` gives them, seen without the subsystem's own types. */
export interface WordsOf {
  readonly title: string
  readonly roles: Tree
  readonly registers: Tree
  readonly matters: Tree
  readonly standards: Tree
  readonly signals: Tree
  readonly reports: Tree
  readonly phrases?: Readonly<Record<string, string>>
  readonly told?: (zh: string) => string
}
type Tree = object

export interface DeclaredWords {
  /** What a declared thing (register, field, state, step, role…) is called. */
  readonly names: ReadonlyMap<object, string>
  /** What the options of a choice are called. */
  readonly options: ReadonlyMap<object, Readonly<Record<string, string>>>
  /** What a standard means. */
  readonly explanations: ReadonlyMap<object, string>
  readonly phrases: ReadonlyMap<string, string>
  /** Each tells the sentences of one subsystem. */
  readonly tellers: readonly ((zh: string) => string)[]
}
export const noWords: DeclaredWords = Object.freeze({
  names: new Map(),
  options: new Map(),
  explanations: new Map(),
  phrases: new Map(),
  tellers: [],
})

/** Lays the words of every subsystem beside its declarations. */
export function declaredWords(parts: readonly { subsystem: Subsystem; words: WordsOf }[]): DeclaredWords {
  const names = new Map(validityWords)
  const options = new Map<object, Readonly<Record<string, string>>>()
  const explanations = new Map<object, string>()
  const phrases = new Map<string, string>()

  const fields = (declared: Fields, words: unknown): void => {
    for (const [key, field] of Object.entries(declared)) {
      const word = at(words, key)
      name(field, typeof word === 'string' ? word : at(word, 'label'))
      const labels = at(word, 'options')
      // `Words` holds the options of a choice to strings
      if (typeof labels === 'object' && labels !== null) options.set(field, labels as Readonly<Record<string, string>>)
    }
  }
  const lineSets = (declared: LineSets, words: unknown): void => {
    for (const [key, set] of Object.entries(declared)) {
      name(set, at(at(words, key), 'title'))
      fields(set.fields, at(at(words, key), 'fields'))
    }
  }
  const name = (declared: object, word: unknown): void => {
    if (typeof word === 'string') names.set(declared, word)
  }
  /** Screens derived from it, and what the server tells of it, carry its title as a phrase. */
  const titled = (declared: { readonly title: string }, word: unknown): void => {
    name(declared, word)
    if (typeof word === 'string') phrases.set(declared.title, word)
  }

  for (const { subsystem, words } of parts) {
    name(subsystem, words.title)
    phrases.set(subsystem.title, words.title)
    for (const [zh, en] of Object.entries(words.phrases ?? {})) phrases.set(zh, en)
    for (const [key, role] of Object.entries(subsystem.roles)) titled(role, at(words.roles, key))
    for (const [key, register] of Object.entries(subsystem.registers)) {
      const word = at(words.registers, key)
      titled(register, at(word, 'title'))
      fields(register.fields, at(word, 'fields'))
      lineSets(register.lines, at(word, 'lines'))
    }
    for (const [key, matter] of Object.entries(subsystem.matters)) {
      const word = at(words.matters, key)
      titled(matter, at(word, 'title'))
      fields(matter.form, at(word, 'form'))
      fields(matter.facts, at(word, 'facts'))
      lineSets(matter.lines, at(word, 'lines'))
      for (const [state, declared] of Object.entries(matter.states)) titled(declared, at(at(word, 'states'), state))
      for (const [step, declared] of Object.entries(matter.steps)) {
        const stepWord = at(at(word, 'steps'), step)
        name(declared, typeof stepWord === 'string' ? stepWord : at(stepWord, 'label'))
        if (declared.input) fields(declared.input, at(stepWord, 'input'))
      }
    }
    for (const [key, standard] of Object.entries(subsystem.standards)) {
      const word = at(words.standards, key)
      titled(standard, at(word, 'title'))
      const explain = at(word, 'explain')
      if (typeof explain === 'string') explanations.set(standard, explain)
      for (const [parameter, declared] of Object.entries(standard.parameters)) name(declared, at(at(word, 'parameters'), parameter))
    }
    for (const [key, signal] of Object.entries(subsystem.signals)) {
      const word = at(words.signals, key)
      name(signal, at(word, 'title'))
      fields(signal.attributes, at(word, 'attributes'))
      for (const [alarm, declared] of Object.entries(signal.alarms)) titled(declared, at(at(word, 'alarms'), alarm))
    }
    for (const [key, report] of Object.entries(subsystem.reports)) {
      name(report, at(at(words.reports, key), 'title'))
      for (const [column, declared] of Object.entries(report.columns)) name(declared, at(at(at(words.reports, key), 'columns'), column))
    }
  }
  return { names, options, explanations, phrases, tellers: parts.flatMap(({ words: { told } }) => told ?? []) }
}

function at(tree: unknown, key: string): unknown {
  // an object is indexed by a name and the answer looked at by the caller
  return typeof tree === 'object' && tree !== null ? (tree as Readonly<Record<string, unknown>>)[key] : undefined
}
