// What the pages of the city's data read: versions, one of them, and its rows.
import { call, queryText } from '@houqin/web-kit'
import type { WireMatter } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'
import { citySubmission } from '../../contract/index.ts'
import type { CityKind } from '../../contract/index.ts'
import type { CityRow, CityRowsOf, CityVersion } from '../../contract/answers.ts'

export const versionsQuery = queryOptions({
  queryKey: ['matters', citySubmission.id, 'versions'],
  queryFn: ({ signal }) => call<{ rows: readonly Pick<WireMatter, 'number' | 'state' | 'stateTitle' | 'subject' | 'openedAt'>[] }>(`/matters/${citySubmission.id}${queryText({ limit: 20 })}`, { signal }),
})
export const versionQuery = (number: string, version: number) =>
  queryOptions({ queryKey: ['office-space', 'city', number, version], queryFn: ({ signal }) => call<CityVersion>(`/office-space/city/${number}`, { signal }) })
export const cityRowsQuery = (number: string, version: number, asked: { what: CityRowsOf; kind: CityKind | null; after: number }) =>
  queryOptions({
    queryKey: ['office-space', 'city', number, version, 'rows', asked],
    queryFn: ({ signal }) => call<{ rows: readonly CityRow[]; next: number | null }>(`/office-space/city/${number}/rows${queryText({ what: asked.what, after: asked.after, limit: 50, ...(asked.kind && { kind: asked.kind }) })}`, { signal }),
  })
export const fileOf = (number: string, file: string, kind?: CityKind): string => `/api/office-space/city/${number}/${file}${kind === undefined ? '' : `?kind=${kind}`}`
