// What was seen 看过的内容: kept on the device for whoever is signed in, to be read without a network; gone at signing out.
import type { Me } from '@houqin/wire'
import { dehydrate, hydrate } from '@tanstack/react-query'
import type { DehydratedState, QueryClient } from '@tanstack/react-query'
import { meQuery } from '../api/queries.ts'
import { serverNow } from '../clock.ts'
import { machineTime } from '../machine-time.ts'
import { lastReadAt, toldSeen } from './network.ts'
import { dropRow, keepRow, keptRows } from './store.ts'

interface Seen {
  readonly key: 'seen'
  readonly account: string
  /** ISO 8601, in the house's time. */
  readonly at: string
  readonly state: DehydratedState
}
/** Set at leaving, so that nothing is written after what was there has been taken away. */
let left = false
const pause = 2_000
/** What is older tells more wrong than right. */
const longest = 3 * 24 * 60 * 60 * 1000
const most = 150
/** Searches and drafts of choices are asked anew. */
const passing: ReadonlySet<unknown> = new Set(['search', 'job'])

/** Keeps what is read, a moment after it was read. @returns the end of it. */
export function keepSeen(client: QueryClient): () => void {
  left = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = client.getQueryCache().subscribe(({ type }) => {
    if (type === 'updated') timer ??= setTimeout(() => {
      timer = undefined
      void write(client)
    }, pause)
  })
  return () => {
    clearTimeout(timer)
    stop()
  }
}

async function write(client: QueryClient): Promise<void> {
  const me = client.getQueryData(meQuery.queryKey)
  if (!me || left) return
  const state = dehydrate(client, { shouldDehydrateQuery: ({ state: { data }, queryKey }) => data !== undefined && !passing.has(queryKey[0]) })
  const queries = state.queries.toSorted((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt).slice(0, most).map(withoutToken).map(asRead)
  const seen: Seen = { key: 'seen', account: me.account, at: (lastReadAt() ?? serverNow()).toISOString(), state: { queries, mutations: [] } }
  // Where the browser keeps nothing, nothing is read without a network.
  await keepRow('seen', seen).catch(() => undefined)
}

/** A later question that failed, as without a network, does not undo what was read. */
function asRead(query: DehydratedState['queries'][number]): DehydratedState['queries'][number] {
  return { ...query, state: { ...query.state, status: 'success', error: null, fetchStatus: 'idle' } }
}

/** The token that proves the page is ours stays in the page. */
function withoutToken(query: DehydratedState['queries'][number]): DehydratedState['queries'][number] {
  if (query.queryKey[0] !== meQuery.queryKey[0]) return query
  return { ...query, state: { ...query.state, data: { ...(query.state.data as Me), csrf: '' } } } // that key reads no other
}

/** Brings back what was seen. @returns whether somebody's was there. */
export async function restoreSeen(client: QueryClient): Promise<boolean> {
  const [seen] = (await keptRows('seen').catch(() => [])) as readonly Seen[] // written above
  if (!seen || machineTime() - Math.max(...seen.state.queries.map(({ state }) => state.dataUpdatedAt)) > longest) return false
  hydrate(client, seen.state)
  toldSeen(new Date(seen.at))
  return client.getQueryData(meQuery.queryKey)?.account === seen.account
}
export async function forgetSeen(): Promise<void> {
  left = true
  await dropRow('seen', 'seen').catch(() => undefined)
}
