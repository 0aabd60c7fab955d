// The view of the list on the screen, kept in the address so that it can be sent to somebody and gone back to.
import { useRouterState } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useGo } from '../blocks/console-link.tsx'
import { readView, writeView } from './list-view.ts'
import type { ListView } from './list-view.ts'

export function useListView(): readonly [ListView, (view: ListView) => void] {
  const search = useRouterState({ select: ({ location }) => location.searchStr })
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const go = useGo()
  const view = useMemo(() => readView(search), [search])
  return [
    view,
    (next) => {
      const query = writeView(next)
      go(query ? `${path}?${query}` : path, { replace: true })
    },
  ]
}
