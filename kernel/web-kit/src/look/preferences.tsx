// What a person chose for his own screen: language, dark, large type. Kept on the device.
import { createContext, use, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { ReactNode } from 'react'
import { keptPreferences, preferencesKey, usualPreferences } from './kept-preferences.ts'
import type { Preferences } from './kept-preferences.ts'
import { deskFrom } from './tokens.ts'

interface Held extends Preferences {
  readonly dark: boolean
  readonly phone: boolean
  readonly change: (changes: Partial<Preferences>) => void
}

const Context = createContext<Held>({ ...usualPreferences, dark: false, phone: false, change: () => undefined })

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
          localStorage.setItem(preferencesKey, JSON.stringify(next))
        } catch {
          // A device that keeps nothing still shows what was chosen until the page is closed.
        }
      },
    }),
    [preferences, dark, phone],
  )
  return <Context value={held}>{children}</Context>
}

/** What stands in it is drawn for the dark, whatever its reader prefers. */
export function DarkPreferences({ children }: { children: ReactNode }): ReactNode {
  const held = use(Context)
  const dark = useMemo<Held>(() => ({ ...held, dark: true }), [held])
  return <Context value={dark}>{children}</Context>
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
