// The fences with their lines 围栏, as the map draws them.
import { call } from '@houqin/web-kit'
import type { MapShape, ShapeForm, ShapeTone } from '@houqin/web-kit/map-shapes'
import { queryOptions } from '@tanstack/react-query'
import type { FenceOnMap } from '../../contract/road-answers.ts'

export const fencesQuery = queryOptions({ queryKey: ['fleet', 'fences'], staleTime: 60_000, queryFn: ({ signal }) => call<{ rows: readonly FenceOnMap[] }>('/fleet/fences', { signal }) })

const tones: Readonly<Record<FenceOnMap['kind'], ShapeTone>> = { district: 'bounds', site: 'stand', destination: 'goal', forbidden: 'barred' }
export const toneOfKind = (kind: string): ShapeTone => tones[kind as FenceOnMap['kind']] ?? 'bounds'

export function formOfFence({ radius, corners }: Pick<FenceOnMap, 'radius' | 'corners'>): ShapeForm | null {
  const [first] = corners
  if (first === undefined) return null
  return radius === null ? { kind: 'polygon', corners } : { kind: 'circle', centre: first, radius }
}
export function shapesOf(fences: readonly FenceOnMap[]): readonly MapShape[] {
  return fences.flatMap((fence): MapShape[] => {
    const form = formOfFence(fence)
    return form === null ? [] : [{ id: fence.id, words: fence.name, tone: toneOfKind(fence.kind), form }]
  })
}
