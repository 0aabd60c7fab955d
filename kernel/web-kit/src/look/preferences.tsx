// What a person chose for his own screen: language, dark, large type. Kept on the device.
import { createContext, use, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { ReactNode } from 'react'
import type { Locale } from '../words/locale.ts'
import { deskFrom } from './tokens.ts'

export interface Preferences {
  readonly locale: Locale
  /** `system` follows the device. */
  readonly theme: 'light' | 'dark' | 'system'
  /** 关怀模式. */
  readonly large: boolean
}
interface Held extends Preferences {
  readonly dark: boolean
  readonly phone: boolean
  readonly change: (changes: Partial<Preferences>) => void
}

const key = 'houqin.preferences'
const usual: Preferences = Object.freeze({ locale: 'zh', theme: 'system', large: false })
const Context = createContext<Held>({ ...usual, dark: false, phone: false, change: () => undefined })

/** What was kept; the usual when nothing was, or the device keeps nothing. */
export function keptPreferences(): Preferences {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
    if (typeof kept !== 'object' || kept === null) return usual
    const { locale, theme, large } = kept as Partial<Record<keyof Preferences, unknown>> // every member is looked at below
    return {
      locale: locale === 'en' ? 'en' : 'zh',
      theme: theme === 'light' || theme === 'dark' ? theme : 'system',
      large: large === true,
    }
  } catch {
    return usual
  }
}

export function PreferencesProvider({ children }: { children: ReactNode }): ReactNode {
  const [preferences, setPreferences] = useState(keptPreferences)
  const phone = useMedia(`(max-width: ${deskFrom - 1}px)`)
  const systemDark = useMedia('(prefers-color-scheme: dark)')
  const dark = preferences.theme === 'dark' || (preferences.theme === 'system' && systemDark)
  useEffect(() => {
    document.documentElement.lang = preferences.locale === 'zh' ? 'zh-CN' : 'en'
  }, [preferences.locale])
  const held = useMemo<Held>(
    () => ({
      ...preferences,
      dark,
      phone,
      change(changes) {
        const next = { ...preferences, ...changes }
        setPreferences(next)
        try {
          localStorage.setItem(key, JSON.stringify(next))
        } catch {
          // A device that keeps nothing still shows what was chosen until the page is closed.
        }
      },
    }),
    [preferences, dark, phone],
  )
  return <Context value={held}>{children}</Context>
}

export function usePreferences(): Held {
  return use(Context)
}
/** Whether the page is one column wide. */
export function useIsPhone(): boolean {
  return use(Context).phone
}

function useMedia(query: string): boolean {
  const list = useMemo(() => matchMedia(query), [query])
  return useSyncExternalStore(
    (changed) => {
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    () => list.matches,
  )
}
