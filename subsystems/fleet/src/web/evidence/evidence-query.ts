// What is known of the moments a matter is about, and the track of those hours.
import { call, queryText } from '@houqin/web-kit'
import type { KeptFinding } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'
import type { Evidence as Known } from '../../contract/answers.ts'
import type { Track } from '../../contract/road-answers.ts'

export type Evidence = Known<string, KeptFinding>

export const evidenceQuery = (asked: { vehicle: string; matter?: string; at?: string }) =>
  queryOptions({ queryKey: ['fleet', 'evidence', asked], queryFn: ({ signal }) => call<Evidence>(`/fleet/evidence${queryText(asked)}`, { signal }) })
export const spanQuery = (asked: { vehicle: string; from: string; to: string }) =>
  queryOptions({ queryKey: ['fleet', 'track', asked], queryFn: ({ signal }) => call<Track>(`/fleet/track${queryText(asked)}`, { signal }) })
