// A re-allotment solved 求解: exact for each organ with something wrong while time lasts, step by step for the rest; whatever is proposed has been judged.
import { isBetter, seatByStep } from './by-steps.ts'
import { today } from './hall.ts'
import type { Hall, Seating } from './hall.ts'
import { judgeSeating } from './judged.ts'
import { modelOf } from './model.ts'

/** A solver of whole-numbered programs. @param text CPLEX's LP format. @returns values by name and whether they are proven the best; undefined when it found none in time. */
export type Solver = (text: string, seconds: number) => { readonly valueOf: (name: string) => number; readonly proven: boolean } | undefined
export interface Solved {
  readonly seating: Seating
  /** Nothing takes fewer acts: it was proven for the whole of what was asked. */
  readonly fewest: boolean
}
/** People solved for in one program; more are taken organ by organ. */
const mostAtOnce = 400

/** @param seconds in all. @param now milliseconds that pass. */
export function solveHall(hall: Hall, { solver, seconds, now }: { solver: Solver; seconds: number; now: () => number }): Solved {
  const until = now() + seconds * 1000
  const whole = concerned(hall, organsWithBreaches(hall))
  if (whole.people.length <= mostAtOnce) {
    const { seating, fewest } = solvedAtOnce(whole, Math.max(1, seconds))
    return { seating: { ...seating, seats: new Map([...today(hall).seats, ...seating.seats]) }, fewest }
  }
  let left = hall
  let seats = new Map(today(hall).seats)
  const returned: string[] = []
  // the pool shrinks from organ to organ, so that the whole is good and not proven the best
  for (const organ of organsWithBreaches(hall)) {
    const part = concerned(left, new Set([organ]))
    const remaining = (until - now()) / 1000
    const { seating } = remaining > 0.2 && part.people.length <= mostAtOnce ? solvedAtOnce(part, Math.min(remaining, 3)) : { seating: seatByStep(part) }
    seats = new Map([...seats, ...seating.seats])
    returned.push(...seating.returned)
    const taken = new Set([...seating.seats.values()].flat())
    // what one organ has taken from the pool, nobody else may
    left = { ...left, rooms: left.rooms.map((room) => (room.organs.length === 0 && taken.has(room.id) ? { ...room, organs: [organ] } : room)) }
  }
  return { seating: { seats, returned }, fewest: false }

  function solvedAtOnce(part: Hall, most: number): Solved {
    const { text, read } = modelOf(part)
    const found = solver(text, most)
    const [exact, quick] = [found && read(found.valueOf), seatByStep(part)]
    const candidates = [today(part), quick, ...(exact ? [exact] : [])]
    const seating = candidates.reduce((best, one) => (isBetter(part, one, best) ? one : best))
    return { seating, fewest: found?.proven === true && exact !== undefined && !isBetter(part, seating, exact) }
  }
}

/** Organs with somebody or something that breaks a rule today. */
export function organsWithBreaches(hall: Hall): ReadonlySet<string> {
  const organOf = new Map(hall.people.map(({ id, organ }) => [id, organ]))
  const standing = judgeSeating(hall, today(hall)).unresolved
  const rooms = new Set(standing.flatMap(({ room }) => room ?? []))
  return new Set([...hall.people.filter((person) => person.rooms.some((room) => rooms.has(room))).map(({ organ }) => organ), ...standing.map(({ who }) => organOf.get(who) ?? who)])
}

/** Whoever belongs to one of the organs, and whoever sits in the same rooms, who stays: nobody else need move. */
function concerned(hall: Hall, organs: ReadonlySet<string>): Hall {
  const rooms = new Set(hall.people.filter(({ organ }) => organs.has(organ)).flatMap((person) => person.rooms))
  const people = hall.people.flatMap((person) => (organs.has(person.organ) ? [person] : person.rooms.some((room) => rooms.has(room)) ? [{ ...person, leaves: [], fixed: true }] : []))
  const taken = new Set(hall.people.filter(({ organ }) => !organs.has(organ)).flatMap((person) => person.rooms))
  return {
    ...hall, people,
    // a room of the pool where others sit is not free
    rooms: hall.rooms.filter(({ id, organs: of }) => rooms.has(id) || (of.length > 0 ? of.some((organ) => organs.has(organ)) : !taken.has(id))),
    headroom: Object.fromEntries(Object.entries(hall.headroom).filter(([organ]) => organs.has(organ))),
  }
}
