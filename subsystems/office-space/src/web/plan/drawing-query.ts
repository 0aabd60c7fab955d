// Drawings on their way in, as the server tells of them: what waits, and what was read.
import { call } from '@houqin/web-kit'
import type { Ref } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'

type Ring = readonly (readonly [x: number, y: number])[]
export interface WaitingDrawing {
  readonly id: string
  readonly floor: Ref
  readonly building: Ref
  readonly site: Ref
  readonly source: string
  readonly from: string
  readonly broughtBy: string
  readonly own: boolean
}
export interface ReadDrawing {
  readonly id: string | null
  readonly source: string
  readonly from: string
  readonly unit: string
  readonly by: 'outlines' | 'walls'
  readonly layers: readonly { readonly name: string; readonly chosen: boolean }[]
  readonly parts: readonly { readonly number: number; readonly title: string | null; readonly rooms: number }[]
  readonly undrawn: readonly string[]
  readonly rooms: readonly { readonly number: number; readonly code: string | null; readonly name: string | null; readonly area: string; readonly ring: Ring; readonly holes: readonly Ring[]; readonly known: boolean }[]
  readonly findings: readonly { readonly code: string; readonly weight: 'stop' | 'mend' | 'look' | 'note'; readonly says: string }[]
}

export const drawingsKey = ['office-space', 'drawings'] as const
export const drawingsQuery = queryOptions({ queryKey: drawingsKey, queryFn: () => call<{ rows: readonly WaitingDrawing[] }>('/office-space/drawings') })
export const drawingQuery = (id: string) => queryOptions({ queryKey: [...drawingsKey, id], queryFn: () => call<ReadDrawing>(`/office-space/drawings/${id}`) })
