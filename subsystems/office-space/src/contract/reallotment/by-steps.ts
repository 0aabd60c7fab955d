// A re-allotment step by step 逐步调剂: at each step the cheapest change of at most a roomful that leaves less wrong. Quick and good, not proven the fewest.
import { choicesOf, roomsById, today, units } from './hall.ts'
import type { Hall, HallPerson, Seating } from './hall.ts'
import { judgeSeating } from './judged.ts'

/** Destinations tried for a person, the nearest in size first. */
const mostTried = 24

/** @returns the best seating found; today's when nothing can be mended. Takes a time that grows with the breaches, not with the square of the people. */
export function seatByStep(hall: Hall): Seating {
  let best = settled(hall)
  let wrong = judgeSeating(hall, best).unresolved.length
  const movable = hall.people.filter(({ fixed }) => !fixed)
  const rooms = roomsById(hall)
  for (let round = 0; round <= hall.people.length; round += 1) {
    const { unresolved } = judgeSeating(hall, best)
    let found: { seating: Seating; unresolved: number; acts: number } | undefined
    for (const { room, why } of unresolved) {
      if (why !== 'area' || room === null) continue
      for (const change of changesFor(room)) {
        const seating = { ...best, seats: new Map([...best.seats, ...change]) }
        const { refused, unresolved: left, acts } = judgeSeating(hall, seating)
        if (refused.length === 0 && left.length < wrong && (found === undefined || acts < found.acts)) found = { seating, unresolved: left.length, acts }
      }
      // the first breach that can be mended is; the others are seen in the next round
      if (found) break
    }
    if (found === undefined) break
    best = found.seating
    wrong = found.unresolved
  }
  const proposed = withReturns(hall, best)
  return isBetter(hall, proposed) ? proposed : today(hall)

  /** Somebody comes; somebody goes; two change places; all go. */
  function* changesFor(room: string): Generator<readonly (readonly [string, readonly string[]])[]> {
    const here = movable.filter(({ id }) => best.seats.get(id)?.includes(room))
    const lacking = units(rooms.get(room)?.area ?? '0') - hall.people.filter(({ id }) => best.seats.get(id)?.includes(room)).reduce((sum, { rank }) => sum + units(hall.limits[rank]), 0)
    const organs = new Set(here.map(({ organ }) => organ))
    const coming = movable.filter(({ id, organ }) => organs.has(organ) && !here.some((one) => one.id === id) && (best.seats.get(id)?.length ?? 0) > 0)
    for (const one of coming) if (units(hall.limits[one.rank]) >= lacking && choicesOf(hall, one).includes(room)) yield [[one.id, [room]]]
    for (const one of here) for (const to of near(one)) yield [[one.id, [to]]]
    for (const one of here)
      for (const other of coming) {
        const [from] = best.seats.get(other.id) ?? []
        if (from !== undefined && choicesOf(hall, one).includes(from) && choicesOf(hall, other).includes(room)) yield [[one.id, [from]], [other.id, [room]]]
      }
    if (here.length < 2) return
    const taken = new Set<string>()
    const all = here.flatMap((one) => {
      const to = near(one).find((place) => !taken.has(place) && judgeSeating(hall, { ...best, seats: new Map([...best.seats, [one.id, [place]] as const]) }).refused.every((text) => text.includes(rooms.get(room)?.name ?? '')))
      if (to === undefined) return []
      taken.add(to)
      return [[one.id, [to]] as const]
    })
    if (all.length === here.length) yield all
  }
  function near(person: HallPerson): readonly string[] {
    const limit = units(hall.limits[person.rank])
    const off = (room: string): number => Math.abs(limit - units(rooms.get(room)?.area ?? '0'))
    return choicesOf(hall, person).filter((room) => !best.seats.get(person.id)?.includes(room)).toSorted((a, b) => off(a) - off(b)).slice(0, mostTried)
  }
}

/** Rooms that must be left are left; of second offices the one is kept that leaves the least wrong. */
function settled(hall: Hall): Seating {
  let best: Seating = { ...today(hall), seats: new Map(hall.people.map(({ id, rooms, leaves }) => [id, rooms.filter((room) => !leaves.includes(room))])) }
  for (const { id, fixed } of hall.people) {
    const kept = best.seats.get(id) ?? []
    if (fixed || kept.length < 2) continue
    const [first, ...rest] = kept.map((room) => ({ ...best, seats: new Map([...best.seats, [id, [room]]]) }))
    if (first) best = rest.reduce((one, other) => (isBetter(hall, other, one) ? other : one), first)
  }
  return best
}

/** Organs with too much give back what nobody sits in: the smallest single room that is enough, else the largest first. */
function withReturns(hall: Hall, seating: Seating): Seating {
  const taken = new Set([...seating.seats.values()].flat())
  const returned: string[] = []
  for (const [organ, headroom] of Object.entries(hall.headroom)) {
    let wanting = -units(headroom)
    const free = hall.rooms.filter(({ id, organs }) => organs.length === 1 && organs[0] === organ && !taken.has(id) && !hall.forbidden.includes(id)).toSorted((a, b) => units(b.area) - units(a.area))
    while (wanting > 0 && free.length > 0) {
      const enough = free.findLastIndex(({ area }) => units(area) >= wanting)
      const [one] = free.splice(Math.max(0, enough), 1)
      if (!one) break
      returned.push(one.id)
      wanting -= units(one.area)
    }
  }
  const whole = { ...seating, returned }
  // half of it would be work for nothing
  return judgeSeating(hall, whole).unresolved.some(({ why }) => why === 'organ') ? { ...seating, returned: [] } : whole
}

/** Whether a seating is worth proposing: it is allowed and leaves less wrong than today, or as much with nothing done. */
export function isBetter(hall: Hall, one: Seating, other: Seating = today(hall)): boolean {
  const [a, b] = [judgeSeating(hall, one), judgeSeating(hall, other)]
  if (a.refused.length > 0) return false
  return b.refused.length > 0 || a.unresolved.length < b.unresolved.length || (a.unresolved.length === b.unresolved.length && a.acts < b.acts)
}
