// The keys of a list: j and k step from row to row, x ticks one, / goes to the search. Enter is the link's own.
import { useEffect } from 'react'
import type { RefObject } from 'react'

export function useRowKeys(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const { target } = event
      if (event.metaKey || event.ctrlKey || event.altKey || document.querySelector('dialog[open]')) return
      if (target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))) return
      if (event.key === '/') {
        event.preventDefault()
        const search = document.querySelector('.hq-list input[type="search"]')
        if (search instanceof HTMLElement) search.focus()
        return
      }
      if (event.key === 'x') {
        const tick = document.activeElement?.closest('tr')?.querySelector('.hq-tick input')
        if (tick instanceof HTMLInputElement && list.current?.contains(tick)) tick.click()
        return
      }
      if (event.key !== 'j' && event.key !== 'k') return
      const links = [...(list.current?.querySelectorAll('a[data-row]') ?? [])]
      const at = links.findIndex((link) => link === document.activeElement)
      const next = links[event.key === 'j' ? at + 1 : Math.max(0, at - 1)]
      if (next instanceof HTMLElement) {
        event.preventDefault()
        next.focus()
      }
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [list])
}
