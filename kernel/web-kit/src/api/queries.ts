// What the console reads from the server, each under a key by which events make it stale.
import type { HistoryEntry, LinkCount, MatterSummary, Me, NoticePage, Page, SavedView, StandardAnswer, Summary, WireAlarm, WireHit, WireMatter, WireRow } from '@houqin/wire'
import { queryOptions } from '@tanstack/react-query'
import { call, queryText, setCsrf } from './call.ts'

export type ListQuery = Readonly<Record<string, string>>
export type InboxScope = 'mine' | 'asked' | 'watching'

/** Who is signed in; the answer also brings the token that writes carry. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  staleTime: 60_000,
  queryFn: async () => {
    const me = await call<Me>('/me')
    setCsrf(me.csrf)
    return me
  },
})

/** A long list, read page by page. */
export interface Pages<R> {
  readonly queryKey: readonly unknown[]
  /** @param after the cursor of the page before, empty for the first, which also counts all rows. */
  readonly read: (after: string, signal: AbortSignal) => Promise<Page<R>>
}
const pageSize = 100

export const rowPages = (register: string, query: ListQuery): Pages<WireRow> => ({
  queryKey: ['rows', register, query],
  read: (after, signal) => call(`/registers/${register}${queryText({ ...query, limit: pageSize, after, total: after === '' })}`, { signal }),
})
export const summaryQuery = (register: string, query: ListQuery) =>
  queryOptions({
    queryKey: ['rows', register, 'summary', query],
    queryFn: ({ signal }) => call<Summary>(`/registers/${register}/summary${queryText(query)}`, { signal }),
  })
export const rowQuery = (register: string, id: string) =>
  queryOptions({ queryKey: ['row', register, id], queryFn: ({ signal }) => call<WireRow>(`/registers/${register}/${id}`, { signal }) })
export const historyQuery = (register: string, id: string) =>
  queryOptions({
    queryKey: ['row', register, id, 'history'],
    queryFn: ({ signal }) => call<{ rows: readonly HistoryEntry[] }>(`/registers/${register}/${id}/history`, { signal }),
  })
export const linksQuery = (register: string, id: string) =>
  queryOptions({
    queryKey: ['row', register, id, 'links'],
    queryFn: ({ signal }) => call<{ rows: readonly LinkCount[] }>(`/registers/${register}/${id}/links`, { signal }),
  })
export const codeQuery = (register: string, id: string) =>
  queryOptions({
    queryKey: ['row', register, id, 'code'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => call<{ code: string; url: string }>(`/registers/${register}/${id}/code`, { signal }),
  })
/** Rows whose name answers to what was typed, for choosing one. */
export const choicesQuery = (register: string, q: string, where: ListQuery = {}) =>
  queryOptions({
    queryKey: ['rows', register, 'choices', q, where],
    staleTime: 30_000,
    queryFn: ({ signal }) => call<Page<WireRow>>(`/registers/${register}${queryText({ ...where, q, limit: 20 })}`, { signal }),
  })

/** A matter in a list brings the values it is asked for, and not its timeline. */
export type ListedMatter = MatterSummary & Partial<Pick<WireMatter, 'form' | 'facts'>>
export const matterPages = (matter: string, query: ListQuery): Pages<ListedMatter> => ({
  queryKey: ['matters', matter, query],
  read: (after, signal) => call(`/matters/${matter}${queryText({ ...query, limit: pageSize, after, total: after === '' })}`, { signal }),
})
/** How many there are, for a figure that opens them. */
export const countQuery = (matter: string, where: ListQuery) =>
  queryOptions({
    queryKey: ['matters', matter, 'count', where],
    queryFn: async ({ signal }) => (await call<Page<ListedMatter>>(`/matters/${matter}${queryText({ ...where, limit: 1, total: true })}`, { signal })).total ?? 0,
  })
export const matterQuery = (matter: string, number: string) =>
  queryOptions({ queryKey: ['matter', matter, number], queryFn: ({ signal }) => call<WireMatter>(`/matters/${matter}/${number}`, { signal }) })
export const inboxQuery = (scope: InboxScope) =>
  queryOptions({
    queryKey: ['inbox', scope],
    queryFn: ({ signal }) => call<{ rows: readonly MatterSummary[]; total: number; overdue: number }>(`/inbox${queryText({ scope })}`, { signal }),
  })
/** The newest of what I was told, and how much of it I have not seen. */
export const noticesQuery = queryOptions({
  queryKey: ['notices'],
  queryFn: ({ signal }) => call<NoticePage>('/notices', { signal }),
})
/** @param site empty for all one may see. */
export const alarmsQuery = (state: string, site = '') =>
  queryOptions({
    queryKey: ['alarms', state, site],
    queryFn: ({ signal }) => call<Page<WireAlarm>>(`/alarms${queryText({ state, site, total: true, limit: 200 })}`, { signal }),
  })
export const standardsQuery = queryOptions({
  queryKey: ['standards'],
  queryFn: ({ signal }) => call<{ rows: readonly StandardAnswer[] }>('/standards', { signal }),
})
export const standardQuery = (id: string) =>
  queryOptions({
    queryKey: ['standards', id],
    queryFn: ({ signal }) => call<StandardAnswer>(`/standards/${id}`, { signal }),
  })
/** The lists I keep by name, of every register and matter. */
export const viewsQuery = queryOptions({
  queryKey: ['views'],
  queryFn: ({ signal }) => call<{ rows: readonly SavedView[] }>('/views', { signal }),
})
export const searchQuery = (q: string) =>
  queryOptions({
    queryKey: ['search', q],
    enabled: q.trim().length > 1,
    staleTime: 10_000,
    queryFn: ({ signal }) => call<{ rows: readonly WireHit[] }>(`/search${queryText({ q })}`, { signal }),
  })
