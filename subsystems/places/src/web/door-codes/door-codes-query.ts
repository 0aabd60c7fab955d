// The doors of a floor, a building or the grounds, and the printed code of each.
import { call, codeQuery, queryText } from '@houqin/web-kit'
import type { Page, Ref, WireRow } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { building, floor, outdoorArea, room } from '../../contract/index.ts'

/** What is printed on one label. */
export interface Door {
  readonly id: string
  readonly register: string
  /** Room number, or the name of the ground. */
  readonly big: string
  readonly title: string
  readonly where: string
}
export interface Coded {
  readonly code: string
  readonly url: string
}
export type Extent =
  | { readonly kind: 'floor'; readonly id: string }
  | { readonly kind: 'building'; readonly id: string }
  | { readonly kind: 'grounds'; readonly site: string }

const pageSize = 200

async function allRows(register: string, where: Readonly<Record<string, string>>, signal: AbortSignal): Promise<readonly WireRow[]> {
  const rows: WireRow[] = []
  let after: string | null = ''
  while (after !== null) {
    const page: Page<WireRow> = await call<Page<WireRow>>(`/registers/${register}${queryText({ ...where, limit: pageSize, after })}`, { signal })
    rows.push(...page.rows)
    after = page.next
  }
  return rows
}

export const buildingsQuery = (site: string) =>
  queryOptions({ queryKey: ['rows', building.id, 'of', site], enabled: site !== '', queryFn: ({ signal }) => allRows(building.id, { 'where.site': site, sort: 'name' }, signal) })
export const floorsQuery = (of: string) =>
  queryOptions({ queryKey: ['rows', floor.id, 'of', of], enabled: of !== '', queryFn: ({ signal }) => allRows(floor.id, { 'where.building': of, sort: 'number' }, signal) })

export function doorsQuery(extent: Extent | null) {
  return queryOptions({
    queryKey: ['rows', room.id, 'doors', extent],
    enabled: extent !== null,
    queryFn: async ({ signal }): Promise<readonly Door[]> => {
      if (!extent) return []
      if (extent.kind === 'grounds') return (await allRows(outdoorArea.id, { 'where.site': extent.site, sort: 'name' }, signal)).map(groundOf)
      return (await allRows(room.id, { [`where.${extent.kind}`]: extent.id, sort: 'number' }, signal)).map(roomOf)
    },
  })
}
function roomOf(row: WireRow): Door {
  return { id: row.id, register: room.id, big: String(row['number']), title: typeof row['title'] === 'string' ? row['title'] : '', where: nameIn(row['building']) }
}
function groundOf(row: WireRow): Door {
  return { id: row.id, register: outdoorArea.id, big: row.name.replace(`${nameIn(row['site'])} `, ''), title: '', where: nameIn(row['site']) }
}
function nameIn(value: unknown): string {
  return typeof value === 'object' && value !== null && 'name' in value ? String((value as Ref).name) : '' // a reference is read with its name
}

/** A few at a time: a code is made at its first asking. @param told after each, how many are there. */
export async function readCodes({ client, doors, told }: { client: QueryClient; doors: readonly Door[]; told: (done: number) => void }): Promise<ReadonlyMap<string, Coded>> {
  const atATime = 4
  const codes = new Map<string, Coded>()
  const waiting = [...doors]
  const work = async (): Promise<void> => {
    for (let door = waiting.shift(); door; door = waiting.shift()) {
      codes.set(door.id, await client.ensureQueryData(codeQuery(door.register, door.id)))
      told(codes.size)
    }
  }
  await Promise.all(Array.from({ length: atATime }, work))
  return codes
}
