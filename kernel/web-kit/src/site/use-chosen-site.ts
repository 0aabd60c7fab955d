// The chosen site 所选场所 as the switcher says it; on every page, so it needs nothing of a list.
import type { Ref } from '@houqin/wire'
import { useCallback, useSyncExternalStore } from 'react'
import { useMe } from '../api/me.ts'
import { keptSites, switchSite, watchSites, worksAtSeveral } from './kept-sites.ts'
import type { KeptSites } from './kept-sites.ts'

/** @returns `choose` makes the page that stands follow. */
export function useKeptSites(): KeptSites & { readonly choose: (site: Ref | null) => void } {
  const { account } = useMe()
  const kept = useSyncExternalStore(
    useCallback((watcher) => watchSites(account, watcher), [account]),
    () => keptSites(account),
  )
  return { ...kept, choose: (site) => switchSite(account, site) }
}
/** The site that is looked at, null for all; of whoever has no choice any more, all. */
export function useChosenSite(): Ref | null {
  const me = useMe()
  const { chosen } = useKeptSites()
  return worksAtSeveral(me) ? chosen : null
}
