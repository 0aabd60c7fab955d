// Who is on duty at this moment 现在谁在班, read off the roster of today and of the night before.
import type { Ref, WireRow } from '@houqin/wire'
import { dutyParts } from '../../contract/index.ts'

export interface Roster {
  readonly today: readonly WireRow[]
  /** Night watches of the day before, which stand until eight. */
  readonly before: readonly WireRow[]
}

const order = Object.keys(dutyParts)
/** Those with the first part first. @param wall the moment on Shanghai's clock, YYYY-MM-DDTHH:mm. */
export function onWatch({ today, before }: Roster, { site, wall }: { site: string; wall: string }): readonly Ref[] {
  const time = wall.slice(11)
  const early = time < '08:00'
  const shift = early || time >= '20:00' ? 'night' : 'day'
  const standing = today.filter((row) => row['shift'] === 'whole' || (!early && row['shift'] === shift))
  const here = [...standing, ...(early ? before : [])].filter((row) => reference(row['site'])?.id === site)
  return here.toSorted((a, b) => order.indexOf(String(a['part'])) - order.indexOf(String(b['part']))).flatMap((row) => reference(row['person']) ?? [])
}
function reference(value: unknown): Ref | undefined {
  return value !== null && typeof value === 'object' && 'id' in value && 'name' in value && typeof value.id === 'string' && typeof value.name === 'string' ? { id: value.id, name: value.name } : undefined
}
