// What a re-allotment 调剂 has to work with: rooms, who sits where, what must be given up, and what may not be touched.
import type { Rank } from '@houqin/people'

export interface HallRoom {
  readonly id: string
  readonly name: string
  readonly floor: string
  readonly building: string
  readonly site: string
  /** 使用面积, a decimal string of ㎡. */
  readonly area: string
  /** How many may sit there. */
  readonly places: number
  /** Organs that were given it; none for a room of the pool. */
  readonly organs: readonly string[]
  /** Offices are sat in; others can only be given back. */
  readonly office: boolean
}
export interface HallPerson {
  readonly id: string
  readonly name: string
  readonly organ: string
  readonly rank: Rank
  /** Offices he has now, the largest first. */
  readonly rooms: readonly string[]
  /** Those of them he must leave: he has gone, or has no post there any more. */
  readonly leaves: readonly string[]
  /** Stays where he is whatever comes of it: two sites approved, secrets, or the officer's word. */
  readonly fixed: boolean
  /** Works in the district; whoever has just gone and may still be there is held to no limit. */
  readonly active: boolean
}
export interface Hall {
  readonly rooms: readonly HallRoom[]
  readonly people: readonly HallPerson[]
  /** ㎡ by rank, decimal strings. */
  readonly limits: Readonly<Record<Rank, string>>
  /** How much more an organ may hold, a decimal string of ㎡; below nothing it has rooms to give back. Who is not named is not bounded. */
  readonly headroom: Readonly<Record<string, string>>
  /** Rooms nobody may be sent to and that are not given back. */
  readonly forbidden: readonly string[]
}
/** Where everybody sits afterwards, and which rooms organs give back. */
export interface Seating {
  /** Rooms by person; none for who has left all of his. */
  readonly seats: ReadonlyMap<string, readonly string[]>
  readonly returned: readonly string[]
}
/** Ranks whose holders are given no company they do not have today. */
export const apartRanks: readonly Rank[] = Object.freeze(['countyChief', 'countyDeputy', 'sectionChief'])

/** Whole hundredths of a square metre; exact to ninety thousand square kilometres. */
export function units(area: string): number {
  const [whole = '0', part = ''] = area.replace('-', '').split('.')
  const value = Number(whole) * 100 + Number(part.padEnd(2, '0').slice(0, 2))
  return area.startsWith('-') ? -value : value
}
export const isApart = ({ rank }: Pick<HallPerson, 'rank'>): boolean => apartRanks.includes(rank)

/** Rooms that may be his afterwards; of somebody who is fixed, those he has. */
export function choicesOf(hall: Hall, person: HallPerson): readonly string[] {
  const kept = person.rooms.filter((room) => !person.leaves.includes(room))
  if (person.fixed || kept.length === 0) return kept
  const byId = roomsById(hall)
  const sites = new Set(kept.map((room) => byId.get(room)?.site))
  const own = (room: HallRoom): boolean => (room.organs.length > 0 ? room.organs.includes(person.organ) : !isHeldByOthers(hall, room.id, person.organ))
  return hall.rooms
    .filter((room) => kept.includes(room.id) || (room.office && sites.has(room.site) && own(room) && !hall.forbidden.includes(room.id) && !person.leaves.includes(room.id)))
    .map(({ id }) => id)
}
/** A room of the pool where others sit already is theirs. */
function isHeldByOthers({ people }: Hall, room: string, organ: string): boolean {
  return people.some((one) => one.organ !== organ && one.rooms.includes(room))
}

const known = new WeakMap<Hall, ReadonlyMap<string, HallRoom>>()
export function roomsById(hall: Hall): ReadonlyMap<string, HallRoom> {
  const found = known.get(hall) ?? new Map(hall.rooms.map((room) => [room.id, room]))
  known.set(hall, found)
  return found
}
/** As it is today. */
export const today = ({ people }: Hall): Seating => ({ seats: new Map(people.map(({ id, rooms }) => [id, rooms])), returned: [] })

/** Rooms larger than the limits of all who sit there together, among whom somebody still works. */
export function roomsBeyond(hall: Hall, seats: Seating['seats']): ReadonlySet<string> {
  const allowed = new Map<string, { limit: number; active: boolean }>()
  for (const { id, rank, active } of hall.people)
    for (const room of seats.get(id) ?? []) {
      const known = allowed.get(room) ?? { limit: 0, active: false }
      allowed.set(room, { limit: known.limit + units(hall.limits[rank]), active: known.active || active })
    }
  const rooms = roomsById(hall)
  return new Set([...allowed].filter(([room, { limit, active }]) => active && units(rooms.get(room)?.area ?? '0') > limit).map(([room]) => room))
}
