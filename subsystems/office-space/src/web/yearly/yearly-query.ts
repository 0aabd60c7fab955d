// What the pages of publication and filing read.
import { call, queryText } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'
import type { PublishedOrgan } from '../../contract/index.ts'
import type { Edition, FilingYear } from '../../contract/answers.ts'

export const editionsQuery = queryOptions({ queryKey: ['office-space', 'publications'], queryFn: ({ signal }) => call<{ rows: readonly Edition[] }>('/office-space/publications', { signal }) })
export const publishedQuery = (number: string) =>
  queryOptions({ queryKey: ['office-space', 'publications', number], enabled: number !== '', queryFn: ({ signal }) => call<{ rows: readonly PublishedOrgan[] }>(`/office-space/publications/${number}`, { signal }) })
export const filingsKey = ['office-space', 'filings'] as const
export const filingsQuery = (year: number) =>
  queryOptions({ queryKey: [...filingsKey, year], queryFn: ({ signal }) => call<FilingYear>(`/office-space/filings${queryText({ year })}`, { signal }) })
