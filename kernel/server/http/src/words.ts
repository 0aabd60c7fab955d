// Words 译文: the labels of every declaration in English, found by the path of the declaration.
import { kernelRoles } from '@houqin/define'
import type { Catalogue, Fields, Matter } from '@houqin/define'
import { layEnglish, layName, nameIn, optionIn } from '@houqin/fields'
import type { EnglishWords } from '@houqin/fields'
import { kernelRoleWords } from '@houqin/words'
import { called } from '@houqin/words/moulds'
import type { Voice } from '@houqin/words/moulds'
import type { TellOf, WordOf } from './system.ts'

/** A subsystem's `locales/en.ts`, keyed as its declarations are exported. */
export interface SubsystemWords {
  readonly subsystem: string
  readonly en: object
}
export interface HouseWords {
  readonly word: WordOf
  readonly told: TellOf
  /** The words of a register's fields. */
  readonly fieldsOf: (register: string) => EnglishWords | undefined
}
type Tree = Readonly<Record<string, unknown>>

/** Answers Chinese as declared, or English by path (`people.organ.fields.parent`); Chinese only where a part brought no words. */
export function wordsOf(catalogue: Catalogue, given: readonly SubsystemWords[]): HouseWords {
  const english = new Map<string, string>(Object.entries(kernelRoleWords))
  const fields = new Map<string, EnglishWords>()
  const phrases = new Map<string, string>()
  const tellers: ((zh: string) => string)[] = []
  for (const role of kernelRoles) layName(role, english.get(role.role))
  for (const { subsystem: id, en } of given) {
    const subsystem = catalogue.subsystems.find((s) => s.id === id)
    if (!subsystem) throw new Error(`words for ${id}, which is no subsystem`)
    const words = en as Tree
    collect(english, `${id}.title`, words['title'])
    collect(phrases, '', words['phrases'])
    if (typeof words['told'] === 'function') tellers.push(words['told'] as (zh: string) => string) // `Words<…>` has proved it
    for (const part of ['registers', 'matters', 'standards', 'signals', 'reports'] as const)
      for (const [name, declared] of Object.entries(subsystem[part])) {
        const own = branch(branch(words, part), name)
        collect(english, declared.id, own)
        // `Words<…>` has proved that these are the words of this register's fields
        if (part === 'registers') fields.set(declared.id, branch(own, 'fields') as EnglishWords)
        layName(declared, own['title'])
        layAll(declared, own)
        if (declared.noun === 'matter') layMatter(declared, own)
      }
    for (const [name, role] of Object.entries(subsystem.roles)) {
      collect(english, role.role, branch(words, 'roles')[name])
      layName(role, branch(words, 'roles')[name])
    }
  }
  const voice: Voice = { title: (declared) => nameIn(declared).en, option: (field, key) => optionIn(field, key).en, phrase: (zh) => phrases.get(zh) ?? zh }
  return {
    told: (declared, written, locale) => (locale === 'zh' ? written : called(declared, tellers.reduce((text, tell) => tell(text), written), voice)),
    word: (path, chinese, locale) => (locale === 'zh' ? chinese : (english.get(path) ?? english.get(`${path}.label`) ?? chinese)),
    fieldsOf: (register) => fields.get(register),
  }
}

/** What states and steps are called, for the sentences that refuse a step. */
function layMatter({ states, steps }: Matter, words: Tree): void {
  for (const [name, state] of Object.entries(states)) layName(state, branch(words, 'states')[name])
  for (const [name, step] of Object.entries(steps)) {
    const word = branch(words, 'steps')[name]
    layName(step, typeof word === 'string' ? word : branch(branch(words, 'steps'), name)['label'])
  }
}
/** Whatever of a declaration holds fields (`fields`, `form`, `input`, at any depth), by the same path in its words. */
function layAll(declared: object, words: Tree): void {
  for (const [key, inner] of Object.entries(declared)) {
    if (inner === null || typeof inner !== 'object') continue
    if (fieldSets.has(key)) layEnglish(inner as Fields, branch(words, key) as EnglishWords) // `Words<…>` has proved both
    else if (groups.has(key)) for (const [name, one] of Object.entries(inner as Tree)) if (one !== null && typeof one === 'object') layAll(one, branch(branch(words, key), name))
  }
}
const fieldSets: ReadonlySet<string> = new Set(['fields', 'form', 'facts', 'input'])
const groups: ReadonlySet<string> = new Set(['lines', 'steps'])

function branch(tree: Tree, key: string): Tree {
  const inner = tree[key]
  return inner !== null && typeof inner === 'object' ? (inner as Tree) : {}
}
function collect(into: Map<string, string>, path: string, word: unknown): void {
  if (typeof word === 'string') into.set(path, word)
  else if (word !== null && typeof word === 'object')
    for (const [key, inner] of Object.entries(word)) collect(into, path === '' ? key : `${path}.${key}`, inner)
}
