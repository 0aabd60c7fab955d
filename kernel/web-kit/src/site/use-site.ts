// The site a page is about, and what follows the switcher.
import type { Ref } from '@houqin/wire'
import { useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useGo } from '../blocks/console-link.tsx'
import { followSwitch } from './kept-sites.ts'
import { unnarrowed } from './narrowed-list.ts'
import { useChosenSite } from './use-chosen-site.ts'

/** The way to the rows of a figure: it counts what it counts, whichever site is chosen. */
export function useWhole(): (path: string) => string {
  return useChosenSite() === null ? asItIs : unnarrowed
}
const asItIs = (path: string): string => path
/** What to do when somebody chooses another site while this page stands. */
export function useOnSwitch(then: (site: Ref | null) => void): void {
  const latest = useRef(then)
  useEffect(() => {
    latest.current = then
  })
  useEffect(() => followSwitch((site) => latest.current(site)), [])
}

export interface SiteOfPage {
  /** Empty for all, or for the page's own choice. */
  readonly site: string
  /** Whether the address names it, or says that it is all. */
  readonly named: boolean
  readonly change: (site: string) => void
}
/** The site a page made by hand is about: the one its address names (`?site=`, nothing behind it for all), else the chosen one. What the page changes stays in its address. */
export function useSite(): SiteOfPage {
  const search = useRouterState({ select: ({ location }) => location.searchStr })
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const go = useGo()
  const chosen = useChosenSite()
  const given = new URLSearchParams(search)
  const named = given.get('site')
  const write = (site: string | null): void => {
    if (site === null) given.delete('site')
    else given.set('site', site)
    const query = given.toString()
    go(query ? `${path}?${query}` : path, { replace: true })
  }
  useOnSwitch(() => {
    if (named !== null) write(null)
  })
  return { site: named ?? chosen?.id ?? '', named: named !== null, change: (site) => write(site === '' && chosen === null ? null : site) }
}
