// The keys that work on every page: the search, the list of keys, and g followed by where to go, or by the site to look at.
import { useGo } from '@houqin/web-kit'
import { useEffect, useRef } from 'react'

const places: Readonly<Record<string, string>> = { h: '/', i: '/inbox', n: '/messages' }
/** Between g and the letter, in milliseconds. */
const pause = 1500

/** @param onSites left out where there is nothing to choose. */
export function useKeys({ onSearch, onKeys, onSites }: { onSearch: () => void; onKeys: () => void; onSites: (() => void) | undefined }): void {
  const go = useGo()
  const latest = useRef({ go, onSearch, onKeys, onSites })
  useEffect(() => {
    latest.current = { go, onSearch, onKeys, onSites }
  })
  useEffect(() => {
    let gone = -Infinity
    const press = (event: KeyboardEvent): void => {
      const { key, target, metaKey, ctrlKey, altKey, timeStamp } = event
      if (key.toLowerCase() === 'k' && (metaKey || ctrlKey)) {
        event.preventDefault()
        return latest.current.onSearch()
      }
      if (metaKey || ctrlKey || altKey || document.querySelector('dialog[open]')) return
      if (target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))) return
      if (key === '?') return latest.current.onKeys()
      const place = places[key]
      if (timeStamp - gone < pause) {
        if (place !== undefined) latest.current.go(place)
        // or the letter is the first in the box that opens
        else if (key === 's' && latest.current.onSites) {
          event.preventDefault()
          latest.current.onSites()
        }
      }
      gone = key === 'g' ? timeStamp : -Infinity
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}
