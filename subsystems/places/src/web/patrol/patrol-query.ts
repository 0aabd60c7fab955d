// The patrols that are to be walked, and the points of one.
import { call, matterQuery } from '@houqin/web-kit'
import type { MatterSummary, Page, Ref, WireMatter } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'
import { patrol } from '../../contract/index.ts'

export interface Point {
  readonly id: string
  readonly place: string
  readonly look: string | null
  readonly room: Ref | null
  readonly area: Ref | null
  readonly outcome: 'ok' | 'fault' | null
  readonly repair: string | null
}

/** Those within reach that nobody has finished, the late first. */
export const openPatrols = (site?: string) =>
  queryOptions({
    queryKey: ['matters', patrol.id, 'open', site ?? ''],
    queryFn: ({ signal }) => call<Page<MatterSummary>>(`/matters/${patrol.id}?where.state=walking&sort=dueAt&limit=20${site ? `&where.site=${site}` : ''}`, { signal }),
  })
export const onePatrol = (number: string) => matterQuery(patrol.id, number)

export function pointsOf({ lines }: WireMatter): readonly Point[] {
  const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
  const reference = (value: unknown): Ref | null =>
    value !== null && typeof value === 'object' && 'id' in value && 'name' in value && typeof value.id === 'string' && typeof value.name === 'string' ? { id: value.id, name: value.name } : null
  return (lines['points']?.rows ?? []).map((row) => ({
    id: text(row['id']) ?? '', place: text(row['place']) ?? '', look: text(row['look']), room: reference(row['room']), area: reference(row['area']),
    outcome: row['outcome'] === 'ok' || row['outcome'] === 'fault' ? row['outcome'] : null, repair: text(row['repair']),
  }))
}
