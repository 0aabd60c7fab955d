// What the pages of the city's data read: versions, one of them, and its rows.
import { call, queryText } from '@houqin/web-kit'
import type { WireMatter } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'
import { citySubmission } from '../../contract/index.ts'
import type { CityKind } from '../../contract/index.ts'

export interface KindCounts { readonly kind: CityKind; readonly rows: number; readonly added: number; readonly changed: number; readonly gone: number; readonly again: number; readonly accepted: number; readonly rejected: number }
export interface CityVersion { readonly number: string; readonly state: string; readonly kinds: readonly KindCounts[]; readonly uncoded: readonly string[] }
export interface CityRow {
  readonly kind: CityKind
  readonly key: string
  readonly name: string
  readonly change: 'added' | 'changed' | 'gone' | 'same'
  readonly changes: readonly { readonly title: string; readonly before: string; readonly now: string }[]
  readonly again: string | null
  readonly answer: 'accepted' | 'rejected' | null
  readonly reason: string | null
}
export type What = 'changes' | 'all' | 'rejected' | CityRow['change']

export const versionsQuery = queryOptions({
  queryKey: ['matters', citySubmission.id, 'versions'],
  queryFn: ({ signal }) => call<{ rows: readonly Pick<WireMatter, 'number' | 'state' | 'stateTitle' | 'subject' | 'openedAt'>[] }>(`/matters/${citySubmission.id}${queryText({ limit: 20 })}`, { signal }),
})
export const versionQuery = (number: string, version: number) =>
  queryOptions({ queryKey: ['office-space', 'city', number, version], queryFn: ({ signal }) => call<CityVersion>(`/office-space/city/${number}`, { signal }) })
export const cityRowsQuery = (number: string, version: number, asked: { what: What; kind: CityKind | null; after: number }) =>
  queryOptions({
    queryKey: ['office-space', 'city', number, version, 'rows', asked],
    queryFn: ({ signal }) => call<{ rows: readonly CityRow[]; next: number | null }>(`/office-space/city/${number}/rows${queryText({ what: asked.what, after: asked.after, limit: 50, ...(asked.kind && { kind: asked.kind }) })}`, { signal }),
  })
export const fileOf = (number: string, file: string, kind?: CityKind): string => `/api/office-space/city/${number}/${file}${kind === undefined ? '' : `?kind=${kind}`}`
