// What the screens of regulations ask the server.
import { call, queryText } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'
import type { Change, DocumentPage, FoundArticles, MakingPage } from '../contract/index.ts'

/** Everything about regulations begins with this. */
const root = 'regulations'

export function documentQuery({ id, version }: { id: string; version: string }) {
  return queryOptions({
    queryKey: [root, 'document', id, version],
    queryFn: ({ signal }) => call<DocumentPage>(`/regulations/documents/${id}${queryText({ version })}`, { signal }),
  })
}
export function changesQuery({ id, before, after }: { id: string; before: string; after: string }) {
  return queryOptions({
    queryKey: [root, 'changes', id, before, after],
    queryFn: ({ signal }) => call<{ changes: readonly Change[] }>(`/regulations/documents/${id}/changes${queryText({ before, after })}`, { signal }),
  })
}
/** @param all versions that are past or to come as well. */
export function findQuery({ words, all }: { words: string; all: boolean }) {
  return queryOptions({
    queryKey: [root, 'find', words, all],
    enabled: words !== '',
    queryFn: ({ signal }) => call<FoundArticles>(`/regulations/search${queryText({ q: words, all: all ? 'true' : null })}`, { signal }),
  })
}
/** @param of the matter as it is shown: another version is another draft. */
export function makingQuery({ number, version }: { number: string; version: number }) {
  return queryOptions({
    queryKey: [root, 'making', number, version],
    queryFn: ({ signal }) => call<MakingPage>(`/regulations/rule-making/${number}`, { signal }),
  })
}
