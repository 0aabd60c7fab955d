// Drawings on their way in, as the server tells of them: what waits, and what was read.
import { call } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'
import type { ReadDrawing, WaitingDrawing } from '../../contract/answers.ts'

export const drawingsKey = ['office-space', 'drawings'] as const
export const drawingsQuery = queryOptions({ queryKey: drawingsKey, queryFn: () => call<{ rows: readonly WaitingDrawing[] }>('/office-space/drawings') })
export const drawingQuery = (id: string) => queryOptions({ queryKey: [...drawingsKey, id], queryFn: () => call<ReadDrawing>(`/office-space/drawings/${id}`) })
