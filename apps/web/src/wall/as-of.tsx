// 数据截至: of when the oldest figure on the wall is, always; amber with the reason once it does not go on.
import { byServer, ConsoleLink, meQuery, useReached, useSay, wallClock } from '@houqin/web-kit'
import { notifyManager, useQueryClient } from '@tanstack/react-query'
import type { QueryCache } from '@tanstack/react-query'
import { useCallback, useSyncExternalStore } from 'react'
import type { ReactNode } from 'react'

export function AsOf({ ended }: { ended: boolean }): ReactNode {
  const say = useSay()
  const reached = useReached()
  const at = useOldest()
  const time = at === null ? '' : wallClock(byServer(at)).slice(11)
  const of = time === '' ? say('正在取数', 'reading') : say(`数据截至 ${time}`, `data of ${time}`)
  if (reached && !ended) return <p className="hq-wall-of hq-figures hq-secondary">{say(of, of.charAt(0).toUpperCase() + of.slice(1))}</p>
  return (
    <output className="hq-wall-of hq-figures" data-lost="">
      {reached ? say(`登录已过期，${of}`, `Session ended: ${of}`) : say(`网络中断，${of}`, `Network lost: ${of}`)}{' '}
      {reached && <ConsoleLink to="/sign-in?why=ended&to=%2Fscreen">{say('重新登录', 'Sign in again')}</ConsoleLink>}
    </output>
  )
}

function useOldest(): number | null {
  const cache = useQueryClient().getQueryCache()
  const watch = useCallback((changed: () => void) => cache.subscribe(notifyManager.batchCalls(changed)), [cache])
  return useSyncExternalStore(watch, () => oldestOf(cache))
}
/** Who is signed in is no figure. */
function oldestOf(cache: QueryCache): number | null {
  const read = cache.findAll({ type: 'active' }).filter(({ queryKey, state }) => queryKey[0] !== meQuery.queryKey[0] && state.data !== undefined)
  return read.length === 0 ? null : Math.min(...read.map(({ state }) => state.dataUpdatedAt))
}
