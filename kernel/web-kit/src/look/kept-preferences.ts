// What a person chose for his own screen 本机偏好, as it is kept on the device; read before anything is drawn.
import type { Locale } from '../words/locale.ts'

export interface Preferences {
  readonly locale: Locale
  /** `system` follows the device. */
  readonly theme: 'light' | 'dark' | 'system'
  /** 关怀模式. */
  readonly large: boolean
}

export const preferencesKey = 'houqin.preferences'
export const usualPreferences: Preferences = Object.freeze({ locale: 'zh', theme: 'system', large: false })

/** What was kept; the usual when nothing was, or the device keeps nothing. */
export function keptPreferences(): Preferences {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(preferencesKey) ?? '{}')
    if (typeof kept !== 'object' || kept === null) return usualPreferences
    const { locale, theme, large } = kept as Partial<Record<keyof Preferences, unknown>> // every member is looked at below
    return {
      locale: locale === 'en' ? 'en' : 'zh',
      theme: theme === 'light' || theme === 'dark' ? theme : 'system',
      large: large === true,
    }
  } catch {
    return usualPreferences
  }
}
