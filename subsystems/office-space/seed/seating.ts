// Who sits where in the demonstration 演示用房: every organ in the offices of its site, with a few rooms too large, a few seats not given back, many free.
import { decimal } from '@houqin/define'
import { dice } from '@houqin/people/seed'
import type { Dice, DistrictPeople, SeedOrgan, SeedPerson, World } from '@houqin/people/seed'
import type { Rank } from '@houqin/people'
import type { DistrictPlaces, SeedRoom } from '@houqin/places/seed'
import { areaByRank } from '../src/contract/index.ts'
import { keptOffices, plants } from './plants.ts'

export interface SeedSeat {
  readonly person: string
  readonly room: string
  readonly from: string
  readonly to: string | null
}
export interface SeedAllotment {
  readonly organ: string
  readonly room: string
  readonly kind: 'own'
  readonly certificate: string
  readonly from: string
  readonly to: null
}
export interface Seating {
  readonly seats: readonly SeedSeat[]
  readonly allotments: readonly SeedAllotment[]
}
/** Seats that others have entered already: theirs are left as they are. */
export type Entered = readonly { readonly person: string; readonly room: string }[]

const moved = '2021-03-01'
const limits = new Map(areaByRank.values.map(({ key, value }) => [key, Number(value)]))
/** Share of rooms with a desk less than their area asks for. */
const tooLarge = 0.035

export function districtSeating(world: World, { people, places, entered }: { people: DistrictPeople; places: DistrictPlaces; entered: Entered }): Seating {
  const roll = dice({ ...world, name: 'seating' })
  const hall: Hall = {
    seats: [], allotments: [], taken: new Set(entered.map(({ room }) => room)), roll, number: 0,
    staff: grouped(people.persons, ({ organ }) => organ),
    heads: people.heads,
    organs: new Map(people.organs.map((organ) => [organ.id, organ])),
    since: new Map(people.posts.filter(({ kind, to }) => kind === 'main' && to === null).map(({ person, from }) => [person, from])),
  }
  const seated = new Set(entered.map(({ person }) => person))
  const kept = new Set(keptOffices(people).map(({ id }) => id))
  const organOf = new Map(people.persons.map(({ id, organ }) => [id, organ]))
  const rooms = grouped(places.rooms, ({ site }) => site)
  for (const [room, organ] of new Map(entered.map(({ person, room: id }) => [id, organOf.get(person) ?? '']))) allot(hall, organ, room)
  for (const site of places.sites) {
    const here = rooms.get(site.id) ?? []
    const offices = here.filter(({ use }) => use === 'office')
    for (const id of site.organs) {
      const staff = (hall.staff.get(id) ?? []).filter((person) => person.employment !== 'outsourced' && !seated.has(person.id) && (person.standing === 'active' || kept.has(person.id)))
      seatOrgan(hall, id, staff.toSorted((a, b) => Number(kept.has(b.id)) - Number(kept.has(a.id))), offices)
    }
    giveServiceRooms(hall, site.organs, here.filter(({ use, purpose }) => use === 'service' && purpose !== 'toilet'))
    if (plants.secondRoom.includes(site.name)) secondRoom(hall, site.organs, offices)
  }
  earlierSeats(hall, people)
  return { seats: hall.seats, allotments: hall.allotments }
}

interface Hall {
  readonly staff: ReadonlyMap<string, readonly SeedPerson[]>
  readonly organs: ReadonlyMap<string, SeedOrgan>
  readonly heads: ReadonlyMap<string, string>
  /** From when each holds his main post. */
  readonly since: ReadonlyMap<string, string>
  readonly seats: SeedSeat[]
  readonly allotments: SeedAllotment[]
  readonly taken: Set<string>
  readonly roll: Dice
  number: number
}
const limitOf = ({ rank }: Pick<SeedPerson, 'rank'>): number => limits.get(rank ?? 'below') ?? 9
const size = ({ area }: SeedRoom): number => Number(area)

/** Leaders in a room that fits them, the others by rooms as full as the standard asks. */
function seatOrgan(hall: Hall, organ: string, staff: readonly SeedPerson[], offices: readonly SeedRoom[]): void {
  const free = (): SeedRoom[] => offices.filter(({ id }) => !hall.taken.has(id))
  const alone = staff.filter(({ rank }) => rank !== null && ['countyChief', 'countyDeputy', 'sectionChief'].includes(rank))
  const placed = new Set<SeedPerson>()
  if (hall.organs.get(organ)?.shortName === plants.largeOffice) {
    const head = staff.find(({ id }) => id === hall.heads.get(organ))
    const [largest] = free().toSorted((a, b) => size(b) - size(a))
    if (head && largest) {
      sit(hall, organ, largest, [head])
      placed.add(head)
    }
  }
  for (const person of alone.filter((one) => !placed.has(one))) {
    const fitting = free().filter((room) => size(room) <= limitOf(person)).toSorted((a, b) => size(b) - size(a))
    const room = fitting[0]
    if (!room) continue
    sit(hall, organ, room, [person])
    placed.add(person)
  }
  const rest = staff.filter((person) => !placed.has(person))
  while (rest.length > 0) {
    const rooms = free()
    const best = rooms.find((room) => desks(room, rest) <= Math.min(rest.length, room.seats ?? 1)) ?? rooms.toSorted((a, b) => size(a) - size(b))[0]
    // whoever finds no free room stays without a seat, as some do
    if (best === undefined) return
    const wanted = Math.min(rest.length, Math.max(1, desks(best, rest)))
    sit(hall, organ, best, rest.splice(0, wanted > 1 && hall.roll.chance(tooLarge) ? wanted - 1 : wanted))
  }
}
/** How many of the next must share the room for it to be within their limits together. */
function desks(room: SeedRoom, waiting: readonly SeedPerson[]): number {
  let allowed = 0
  for (const [place, person] of waiting.entries()) {
    allowed += limitOf(person)
    if (allowed >= size(room)) return place + 1
  }
  return waiting.length + 1
}
function sit(hall: Hall, organ: string, room: SeedRoom, group: readonly SeedPerson[]): void {
  hall.taken.add(room.id)
  allot(hall, organ, room.id)
  for (const person of group) hall.seats.push({ person: person.id, room: room.id, from: sinceOf(hall, person), to: null })
}
function sinceOf({ since }: Hall, { id, joinedOn }: Pick<SeedPerson, 'id' | 'joinedOn'>): string {
  const from = since.get(id) ?? joinedOn ?? moved
  return from > moved ? from : moved
}
function allot(hall: Hall, organ: string, room: string): void {
  hall.number += 1
  hall.allotments.push({ organ, room, kind: 'own', certificate: `清房用〔2021〕${String(hall.number).padStart(5, '0')}`, from: moved, to: null })
}

/** Each organ up to most of its 8 ㎡ a head; what is left over stays with the bureau. */
function giveServiceRooms(hall: Hall, organs: readonly string[], rooms: readonly SeedRoom[]): void {
  const given = new Map<string, string>()
  for (const room of rooms) {
    const organ = organs.toSorted((a, b) => Number(given.get(a) ?? 0) - Number(given.get(b) ?? 0)).find((id) => Number(given.get(id) ?? 0) + size(room) <= serviceFor(hall.organs.get(id)))
    if (organ === undefined) continue
    given.set(organ, decimal.sum([given.get(organ) ?? '0', room.area]))
    allot(hall, organ, room.id)
  }
}

const serviceFor = (organ: SeedOrgan | undefined): number => (organ?.establishment ?? 0) * (organ?.shortName === plants.tooManyRooms ? 40 : 5.2)

/** Somebody has kept the room he had when he got another. */
function secondRoom(hall: Hall, organs: readonly string[], offices: readonly SeedRoom[]): void {
  const [room] = offices.filter(({ id }) => !hall.taken.has(id)).toSorted((a, b) => size(a) - size(b))
  const second: Rank = 'sectionDeputy'
  const seated = new Set(hall.seats.map(({ person }) => person))
  const sitting = organs.flatMap((id) => hall.staff.get(id) ?? []).find(({ id, rank, standing, key }) => rank === second && standing === 'active' && key === null && seated.has(id))
  if (room && sitting) sit(hall, sitting.organ, room, [sitting])
}

/** Whoever came from another organ sat there, in the first of its rooms, until then. */
function earlierSeats(hall: Hall, { posts }: DistrictPeople): void {
  const roomOf = new Map(hall.allotments.toReversed().map(({ organ, room }) => [organ, room]))
  const offices = new Map(hall.seats.map(({ person, room }) => [person, room]))
  for (const { person, organ, kind, from, to } of posts) {
    const room = roomOf.get(organ)
    const now = offices.get(person)
    if (kind !== 'main' || to === null || room === undefined || now === undefined || now === room || to <= moved || to >= sinceOf(hall, { id: person, joinedOn: null })) continue
    hall.seats.push({ person, room, from: from > moved ? from : moved, to })
  }
}
function grouped<T>(all: readonly T[], key: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const group = groups.get(key(one))
    if (group) group.push(one)
    else groups.set(key(one), [one])
  }
  return groups
}
