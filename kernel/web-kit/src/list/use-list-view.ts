// The view of the list on the screen, kept in the address so that it can be sent to somebody and gone back to.
import { useRouterState } from '@tanstack/react-router'
import { useEffect, useMemo } from 'react'
import { useGo } from '../blocks/console-link.tsx'
import { addressOf, openedAt, switchedTo } from '../site/narrowed-list.ts'
import { useChosenSite } from '../site/use-chosen-site.ts'
import { useOnSwitch } from '../site/use-site.ts'
import { readView } from './list-view.ts'
import type { ListView } from './list-view.ts'

/** @param siteField by which it follows the chosen site; none for a list that knows no site. */
export function useListView(siteField?: string): readonly [ListView, (view: ListView) => void] {
  const given = useRouterState({ select: ({ location }) => location.searchStr })
  const path = useRouterState({ select: ({ location }) => location.pathname })
  // while another page is fetched the address is ahead of this one, and is not this list's to change
  const stands = useRouterState({ select: ({ location, matches }) => matches.at(-1)?.pathname === location.pathname })
  const go = useGo()
  const narrowing = { field: siteField, site: useChosenSite()?.id }
  const search = openedAt(given, narrowing)
  const view = useMemo(() => readView(search), [search])
  const write = (query: string): void => go(query ? `${path}?${query}` : path, { replace: true })
  const unwritten = stands && search !== given.replace(/^\?/, '')
  useEffect(() => {
    if (unwritten) write(search)
    // once for each address that is opened
    // oxlint-disable-next-line react/exhaustive-deps
  }, [unwritten, search])
  useOnSwitch((site) => {
    if (stands && siteField !== undefined) write(switchedTo(given, { field: siteField, site: site?.id }))
  })
  return [view, (next) => write(addressOf(next, narrowing))]
}
