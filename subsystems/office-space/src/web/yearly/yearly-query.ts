// What the pages of publication and filing read.
import { call, queryText } from '@houqin/web-kit'
import type { Ref } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'
import type { PublishedOrgan } from '../../contract/index.ts'

export interface Edition { readonly number: string; readonly year: number; readonly edition: number; readonly day: string; readonly publishedOn: string; readonly corrects: string | null; readonly organs: number; readonly sites: number | null; readonly built: string | null; readonly area: string; readonly digest: string }
export interface FilingYear {
  readonly year: number
  readonly counts: Readonly<Record<'asked' | 'confirmed' | 'filed', number>>
  readonly leaders: number
  readonly deviating: number
  readonly waiting: readonly { readonly organ: Ref; readonly number: string; readonly dueAt: string | null; readonly late: boolean }[]
}
export const editionsQuery = queryOptions({ queryKey: ['office-space', 'publications'], queryFn: ({ signal }) => call<{ rows: readonly Edition[] }>('/office-space/publications', { signal }) })
export const publishedQuery = (number: string) =>
  queryOptions({ queryKey: ['office-space', 'publications', number], enabled: number !== '', queryFn: ({ signal }) => call<{ rows: readonly PublishedOrgan[] }>(`/office-space/publications/${number}`, { signal }) })
export const filingsKey = ['office-space', 'filings'] as const
export const filingsQuery = (year: number) =>
  queryOptions({ queryKey: [...filingsKey, year], queryFn: ({ signal }) => call<FilingYear>(`/office-space/filings${queryText({ year })}`, { signal }) })
