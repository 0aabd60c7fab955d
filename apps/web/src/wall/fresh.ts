// How the wall stays fresh 自动刷新: besides what events bring at once everything is read anew each minute, and as soon as the server is reached again.
import { meQuery, ProblemError, useReached } from '@houqin/web-kit'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'

const everyMs = 60_000
const askAgainMs = 15_000

/** @param on whether anything would be answered. */
export function useFresh(on: boolean): void {
  const client = useQueryClient()
  const live = useReached() && on
  const wasLive = useRef(true)
  useEffect(() => {
    const back = live && !wasLive.current
    wasLive.current = live
    if (!live) return undefined
    if (back) void client.invalidateQueries()
    const timer = setInterval(() => void client.invalidateQueries(), everyMs)
    return () => clearInterval(timer)
  }, [client, live])
}

/** Whether the session is over: what was read stays on the wall, and it is asked whether somebody has signed in again. */
export function useSessionEnded(): boolean {
  const { error } = useQuery({ ...meQuery, refetchInterval: ({ state }) => (state.error === null ? false : askAgainMs) })
  return error instanceof ProblemError && error.type === 'not-signed-in'
}
