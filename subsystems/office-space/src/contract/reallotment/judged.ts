// A seating held against the rules 核对方案: what would still be wrong, what must not be, and how many acts it takes. Exact; whatever proposes, this decides.
import { isApart, roomsBeyond, roomsById, units } from './hall.ts'
import type { Hall, HallPerson, Seating } from './hall.ts'

export interface Judged {
  /** Breaches that stand: rooms beyond the limits of those in them, second offices, rooms not left, organs with too much. */
  readonly unresolved: readonly Unresolved[]
  /** What makes it no seating at all; empty for a good one. */
  readonly refused: readonly string[]
  /** Persons moved, seats ended, rooms given back. */
  readonly acts: number
}
export interface Unresolved {
  readonly why: 'area' | 'second' | 'vacate' | 'organ'
  /** The person, of a room the first who sits there; of an organ its id. */
  readonly who: string
  readonly room: string | null
}

export function judgeSeating(hall: Hall, { seats, returned }: Seating): Judged {
  const rooms = roomsById(hall)
  const sitting = Map.groupBy(hall.people.flatMap((person) => (seats.get(person.id) ?? []).map((room) => ({ person, room }))), ({ room }) => room)
  const unresolved: Unresolved[] = []
  const refused: string[] = []
  const allowed = (room: string): number => (sitting.get(room) ?? []).reduce((sum, { person }) => sum + units(hall.limits[person.rank]), 0)
  /** Shares of several rooms add up to no more than one limit; in whole numbers. */
  const isTooMuch = (list: readonly string[]): boolean => {
    const lots = list.reduce((product, room) => product * BigInt(allowed(room)), 1n)
    return list.reduce((sum, room) => sum + (BigInt(units(rooms.get(room)?.area ?? '0')) * lots) / BigInt(allowed(room)), 0n) > lots
  }
  for (const room of roomsBeyond(hall, seats)) {
    const [first] = sitting.get(room) ?? []
    if (first) unresolved.push({ why: 'area', who: first.person.id, room })
  }
  for (const person of hall.people) {
    const now = seats.get(person.id) ?? []
    for (const room of person.leaves.filter((one) => now.includes(one))) unresolved.push({ why: 'vacate', who: person.id, room })
    const sites = new Set(now.map((room) => rooms.get(room)?.site))
    if (now.length > 2 || (now.length === 2 && sites.size < 2)) unresolved.push({ why: 'second', who: person.id, room: now.at(-1) ?? null })
    if (person.active && now.length > 1 && isTooMuch(now)) unresolved.push({ why: 'area', who: person.id, room: now.at(-1) ?? null })
    if (person.fixed && now.join() !== person.rooms.join()) refused.push(`${person.name} is fixed`)
    if (now.length === 0 && person.rooms.some((room) => !person.leaves.includes(room))) refused.push(`${person.name} has no seat`)
  }
  for (const [room, group] of sitting) {
    const about = rooms.get(room)
    const newcomers = group.filter(({ person }) => !person.rooms.includes(room))
    if (newcomers.length === 0 || about === undefined) continue
    if (group.length > about.places) refused.push(`${about.name} holds ${about.places}`)
    if (hall.forbidden.includes(room) || returned.includes(room)) refused.push(`${about.name} is not to be used`)
    if (group.length > 1 && group.some(({ person }) => isApart(person))) refused.push(`${about.name}: somebody who sits apart`)
    if (units(about.area) > allowed(room)) refused.push(`${about.name} is too large for those who come`)
    if (about.organs.length > 0 ? newcomers.some(({ person }) => !about.organs.includes(person.organ)) : new Set(group.map(({ person }) => person.organ)).size > 1) refused.push(`${about.name}: another organ`)
    if (newcomers.some(({ person }) => !person.rooms.some((one) => !person.leaves.includes(one) && rooms.get(one)?.site === about.site))) refused.push(`${about.name}: another site`)
  }
  for (const room of returned) if ((sitting.get(room)?.length ?? 0) > 0 || rooms.get(room)?.organs.length !== 1) refused.push(`${room} cannot be given back`)
  for (const [organ, headroom] of Object.entries(hall.headroom)) {
    const more = hall.rooms.filter(({ id, organs }) => organs.length === 0 && (sitting.get(id) ?? []).some(({ person }) => person.organ === organ && !person.rooms.includes(id)))
    const back = returned.filter((room) => rooms.get(room)?.organs[0] === organ)
    const left = units(headroom) - more.reduce((sum, { area }) => sum + units(area), 0) + back.reduce((sum, room) => sum + units(rooms.get(room)?.area ?? '0'), 0)
    if (left < 0 && units(headroom) < 0) unresolved.push({ why: 'organ', who: organ, room: null })
    if (left < 0 && units(headroom) >= 0) refused.push(`${organ} would hold too much`)
  }
  return { unresolved, refused, acts: hall.people.reduce((sum, person) => sum + actsOf(person, seats.get(person.id) ?? []), 0) + returned.length }
}
/** A move is one act whatever room is left for it; each room left besides is another. */
export const actsOf = ({ rooms }: HallPerson, now: readonly string[]): number => Math.max(rooms.filter((room) => !now.includes(room)).length, now.filter((room) => !rooms.includes(room)).length)
