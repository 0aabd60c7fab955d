// Words 译文: the labels of every declaration in English, found by the path of the declaration.
import type { Catalogue } from '@houqin/define'
import type { WordOf } from './system.ts'

/** A subsystem's `locales/en.ts`, keyed as its declarations are exported. */
export interface SubsystemWords {
  readonly subsystem: string
  readonly en: object
}

/**
 * @returns a look-up that answers Chinese as declared, or English by path (`people.organ.fields.parent`),
 * falling back to the Chinese only where a subsystem brought no words.
 */
export function wordsOf(catalogue: Catalogue, given: readonly SubsystemWords[]): WordOf {
  const english = new Map<string, string>()
  for (const { subsystem: id, en } of given) {
    const subsystem = catalogue.subsystems.find((s) => s.id === id)
    if (!subsystem) throw new Error(`words for ${id}, which is no subsystem`)
    const words = en as Readonly<Record<string, unknown>>
    if (typeof words['title'] === 'string') english.set(`${id}.title`, words['title'])
    for (const part of ['registers', 'matters', 'standards', 'signals', 'reports'] as const)
      for (const [name, declared] of Object.entries(subsystem[part]))
        collect(english, declared.id, (words[part] as Record<string, unknown> | undefined)?.[name])
    for (const [name, role] of Object.entries(subsystem.roles)) collect(english, role.role, (words['roles'] as Record<string, unknown> | undefined)?.[name])
  }
  return (path, chinese, locale) => (locale === 'zh' ? chinese : (english.get(path) ?? english.get(`${path}.label`) ?? chinese))
}

function collect(into: Map<string, string>, path: string, word: unknown): void {
  if (typeof word === 'string') into.set(path, word)
  else if (word !== null && typeof word === 'object')
    for (const [key, inner] of Object.entries(word)) collect(into, `${path}.${key}`, inner)
}
