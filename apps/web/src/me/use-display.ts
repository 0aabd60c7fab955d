// How one's screen looks, on this device at once and with the account for the next.
import { call, meQuery, useMe, usePreferences } from '@houqin/web-kit'
import type { Preferences } from '@houqin/web-kit'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'

/** Shows at once what was chosen, and keeps it with the account. */
export function useChangeDisplay(): (changes: Partial<Preferences>) => void {
  const { locale, theme, large, change } = usePreferences()
  const client = useQueryClient()
  return (changes) => {
    const display = { locale, theme, large, ...changes }
    change(changes)
    client.setQueryData(meQuery.queryKey, (me) => me && { ...me, display })
    // Not kept by the server, it is kept on the device all the same.
    void call('/display', { method: 'PUT', body: display }).catch(() => undefined)
  }
}

/** What the account chose elsewhere, once for each account that signs in. */
export function useKeptDisplay(): void {
  const { account, display } = useMe()
  const { change } = usePreferences()
  const applied = useRef('')
  useEffect(() => {
    if (applied.current === account) return
    applied.current = account
    if (display) change(display)
  }, [account, display, change])
}
