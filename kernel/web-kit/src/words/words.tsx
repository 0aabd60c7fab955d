// Words on the screen: sentences written in both languages, and the names of declared things in the reader's.
import type { Field, Fields } from '@houqin/define'
import type { called, Calling } from '@houqin/words/moulds'
import { createContext, use, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { ReactNode } from 'react'
import { usePreferences } from '../look/preferences.tsx'
import { useHouse, useSubsystemsOf } from '../parts/house.tsx'
import type { OpenHouse } from '../parts/open-house.ts'
import { declaredWords, noWords } from './declared-words.ts'
import type { DeclaredWords } from './declared-words.ts'
import { sayIn } from './locale.ts'
import type { Say } from './locale.ts'

/** How names of rows and subjects are told comes with the other language, which alone needs it. */
interface Telling {
  readonly called: typeof called
}
const asWritten: Telling = Object.freeze({ called: (_: unknown, written: string) => written })
const inChinese = Object.freeze({ ...noWords, ...asWritten })
const Context = createContext<DeclaredWords & Telling>(inChinese)

/** Loads the other language only when somebody reads it: its words are laid beside what is declared, of each subsystem once that is there. @param phrases what is said of the others. */
export function WordsProvider({ house, phrases, children }: { house: OpenHouse; phrases: () => Promise<Readonly<Record<string, string>>>; children: ReactNode }): ReactNode {
  const { locale } = usePreferences()
  const parts = useSyncExternalStore(house.watch, house.loaded)
  const [said, setSaid] = useState<ReadonlyMap<string, string>>(noWords.phrases)
  const [declared, setDeclared] = useState(noWords)
  const [telling, setTelling] = useState(asWritten)
  const reads = locale === 'en'
  useEffect(() => {
    // What cannot be fetched now, as without a network, stays Chinese.
    if (reads) phrases().then((one) => setSaid(new Map(Object.entries(one))), () => undefined)
    if (reads) import('@houqin/words/moulds').then(setTelling, () => undefined)
  }, [reads, phrases])
  useEffect(() => {
    if (!reads) return undefined
    let left = false
    // one subsystem whose words do not come leaves those of the others standing
    void Promise.allSettled(parts.map(async ({ subsystem, words }) => ({ subsystem, words: await words() }))).then((tried) => {
      if (!left) setDeclared(declaredWords(tried.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))))
    })
    return () => {
      left = true
    }
  }, [reads, parts])
  const english = useMemo(() => ({ ...declared, called: telling.called, phrases: new Map([...said, ...declared.phrases]) }), [declared, said, telling])
  return <Context value={reads ? english : inChinese}>{children}</Context>
}

/** `say('保存', 'Save')` */
export function useSay(): Say {
  const { locale } = usePreferences()
  return useMemo(() => sayIn(locale), [locale])
}

/** Has the English words of these registers, matters or standards fetched where they are read: the server names them in Chinese alone. */
export function useWordsOf(...ids: readonly string[]): void {
  const { locale } = usePreferences()
  useSubsystemsOf(...(locale === 'en' ? ids : []))
}

/** Tells what a row of the register, or a matter of the kind, with this id is called; have their words fetched with `useWordsOf`. */
export function useToldOf(): (id: string | null | undefined, written: string) => string {
  const names = useNames()
  const house = useHouse()
  return (id, written) => names.told(written, id ? (house.register(id) ?? house.matter(id)) : undefined)
}

/** The same for what an answer opens, a path of the console; a standard's ledger may set a matter's number before its subject. */
export function useToldAt(): (opens: string | null, written: string) => string {
  const told = useToldOf()
  return (opens, written) => {
    const { id, number = '' } = /^\/(?:registers|matters)\/(?<id>[^/?]+)(?:\/(?<number>[^/?]+))?/u.exec(opens ?? '')?.groups ?? {}
    const before = number !== '' && written.startsWith(`${number} `) ? `${number} ` : ''
    return before + told(id, written.slice(before.length))
  }
}

export interface Names {
  /** The name of a register, matter, standard, signal, report, line set or state (`title`), of a field or step (`label`); of one that is not here, as the server told it, by its Chinese title. */
  readonly of: (declared: { readonly title: string } | { readonly label: string }) => string
  readonly option: (field: Field, key: string) => string
  /** What a standard means, in the reader's language; the Chinese is told by the server with the standard. */
  readonly explain: (standard: object | undefined, told: string) => string
  /** A phrase that a subsystem wrote in Chinese, such as the title of a screen. */
  readonly phrase: (zh: string) => string
  /** What the house itself wrote down in Chinese, such as what an alarm saw; people’s own words come back as they are. @param of the register or matter whose row it names or whose subject it is. */
  readonly told: (zh: string, of?: Calling) => string
  /** What `subject` and `name` of a declaration are handed. */
  readonly labelIn: (fields: Fields) => (field: string) => string
}
export function useNames(): Names {
  const words = use(Context)
  const { names, options, explanations, phrases, tellers } = words
  return useMemo(() => {
    const of: Names['of'] = (declared) => {
      const chinese = 'title' in declared ? declared.title : declared.label
      return names.get(declared) ?? phrases.get(chinese) ?? chinese
    }
    const option: Names['option'] = (field, key) => options.get(field)?.[key] ?? (field.kind === 'choice' ? field.options[key] : undefined) ?? key
    const phrase: Names['phrase'] = (zh) => phrases.get(zh) ?? zh
    const voice = { title: of, option, phrase }
    return {
      of, option, phrase,
      explain: (standard, told) => (standard && explanations.get(standard)) ?? told,
      told: (zh, whose) => {
        if (words === inChinese) return zh
        // a teller knows the text as it was written, before its parts are called in English
        const text = tellers.reduce((before, tell) => tell(before), zh)
        return whose ? words.called(whose, text, voice) : text
      },
      labelIn: (fields) => (field) => {
        const declared = fields[field]
        return declared ? (names.get(declared) ?? declared.label) : field
      },
    }
  }, [words, names, options, explanations, phrases, tellers])
}
