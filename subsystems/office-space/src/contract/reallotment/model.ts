// A re-allotment as a program in whole numbers 整数规划: the fewest acts that leave the fewest breaches, as text that HiGHS reads, and its answer read back.
import { choicesOf, isApart, roomsById, units } from './hall.ts'
import type { Hall, HallPerson, HallRoom, Seating } from './hall.ts'

export interface Model {
  /** In CPLEX's LP format. */
  readonly text: string
  /** @param valueOf value of a variable by its name. */
  readonly read: (valueOf: (name: string) => number) => Seating
}
/** People who are alike: same organ, rank and rooms; which of them goes makes no difference to any rule. */
interface Group {
  readonly people: readonly HallPerson[]
  readonly choices: readonly string[]
  readonly first: HallPerson
}
const weights = Object.freeze({ unresolved: 10_000, act: 100, ties: 50 })
/** Of free rooms that ask for as many people, this many nearest ones are looked at. */
const mostAlike = 30

export function modelOf(hall: Hall): Model {
  const rooms = roomsById(hall)
  const place = new Map(hall.rooms.map(({ id }, at) => [id, at]))
  const hallOrgans = [...new Set([...hall.people.map(({ organ }) => organ), ...Object.keys(hall.headroom)])]
  const movable = hall.people.filter(({ fixed }) => !fixed)
  const groups = [...Map.groupBy(movable, ({ organ, rank, rooms: own, leaves }) => [organ, rank, ...own, '|', ...leaves].join(' ')).values()]
    .map((people): Group => ({ people, first: people[0] as HallPerson, choices: choicesOf(hall, people[0] as HallPerson) }))
  const useful = usefulRooms(hall, groups)
  const rows: string[] = []
  const bounds: string[] = []
  const whole: string[] = []
  const binary: string[] = []
  const costs: string[] = []
  const tie = weights.ties / (6 * (hall.people.length + 1))
  const n = (group: number, room: string): string => `n_${group}_${place.get(room)}`
  const named = (letter: string, room: string): string => `${letter}_${place.get(room)}`
  const inRoom = new Map<string, { group: Group; at: number }[]>()
  for (const [at, group] of groups.entries()) {
    const { first, people, choices } = group
    const open = choices.filter((room) => first.rooms.includes(room) || useful.has(room))
    if (open.length === 0) continue
    rows.push(`${open.map((room) => n(at, room)).join(' + ')} = ${people.length}`)
    for (const room of open) {
      whole.push(n(at, room))
      bounds.push(`0 <= ${n(at, room)} <= ${people.length}`)
      costs.push(`${weights.act * (first.rooms.length - Number(first.rooms.includes(room))) + tie * farness(first, room, rooms)} ${n(at, room)}`)
      inRoom.set(room, [...(inRoom.get(room) ?? []), { group, at }])
    }
  }
  for (const [room, coming] of inRoom) roomRows({ room, coming })
  for (const [organ, headroom] of Object.entries(hall.headroom)) organRows(organ, units(headroom))

  function roomRows({ room, coming }: { room: string; coming: readonly { group: Group; at: number }[] }): void {
    const about = rooms.get(room) as HallRoom
    const stay = hall.people.filter((person) => person.fixed && person.rooms.includes(room))
    const fixedLimit = stay.reduce((sum, { rank }) => sum + units(hall.limits[rank]), 0)
    const here = hall.people.filter((person) => person.rooms.includes(room))
    const bounded = stay.some(({ active }) => active)
    const y = named('y', room)
    binary.push(y)
    const newcomers = coming.filter(({ group }) => !group.first.rooms.includes(room))
    for (const { group, at } of coming) rows.push(`${n(at, room)} - ${group.people.length} ${y} <= 0`)
    const limit = coming.map(({ group, at }) => `${units(hall.limits[group.first.rank])} ${n(at, room)}`).join(' + ')
    const all = coming.map(({ at }) => n(at, room)).join(' + ')
    const v = named('v', room)
    binary.push(v)
    costs.push(`${weights.unresolved} ${v}`)
    rows.push(`${limit} - ${units(about.area)} ${y} + ${units(about.area)} ${v} >= ${-fixedLimit}`)
    if (bounded) rows.push(`${limit} + ${units(about.area)} ${v} >= ${units(about.area) - fixedLimit}`)
    // nobody is sent into a room that is too large for those in it
    for (const { group, at } of newcomers) rows.push(`${n(at, room)} + ${group.people.length} ${v} <= ${group.people.length}`)
    if (newcomers.length === 0) return
    rows.push(`${all} <= ${Math.max(about.places, here.length) - stay.length}`)
    const c = named('c', room)
    binary.push(c)
    // c: somebody comes; then no more than there are places
    for (const { group, at } of newcomers) rows.push(`${n(at, room)} - ${group.people.length} ${c} <= 0`)
    if (here.length > about.places) rows.push(`${all} + ${here.length} ${c} <= ${about.places - stay.length + here.length}`)
    if (stay.some(isApart)) rows.push(`${c} <= 0`)
    for (const { group, at } of coming.filter((one) => isApart(one.group.first))) {
      const a = `a_${at}_${place.get(room)}`
      binary.push(a)
      rows.push(`${n(at, room)} - ${group.people.length} ${a} <= 0`)
      // he is there and somebody came, be it himself: then he is alone
      const most = Math.max(about.places, here.length)
      rows.push(`${all} + ${most} ${a} + ${most} ${c} <= ${1 - stay.length + 2 * most}`)
    }
    const organs = [...new Set(newcomers.map(({ group }) => group.first.organ))]
    if (about.organs.length > 0) return
    for (const organ of organs) {
      const w = `w_${hallOrgans.indexOf(organ)}_${place.get(room)}`
      binary.push(w)
      for (const { group, at } of newcomers.filter((one) => one.group.first.organ === organ)) rows.push(`${n(at, room)} - ${group.people.length} ${w} <= 0`)
    }
    if (organs.length > 1) rows.push(`${organs.map((organ) => `w_${hallOrgans.indexOf(organ)}_${place.get(room)}`).join(' + ')} <= 1`)
  }
  function organRows(organ: string, headroom: number): void {
    const taken = [...inRoom].flatMap(([room, coming]) => {
      const about = rooms.get(room) as HallRoom
      return about.organs.length === 0 && coming.some(({ group }) => group.first.organ === organ && !group.first.rooms.includes(room)) ? [{ room, area: units(about.area) }] : []
    })
    const back = headroom >= 0 ? [] : hall.rooms.filter(({ id, organs }) => organs.length === 1 && organs[0] === organ && !hall.forbidden.includes(id) && !hall.people.some((one) => one.fixed && one.rooms.includes(id)))
    for (const { id } of back) {
      const g = named('g', id)
      binary.push(g)
      costs.push(`${weights.act} ${g}`)
      if (inRoom.has(id)) rows.push(`${named('y', id)} + ${g} <= 1`)
    }
    const terms = [...back.map(({ id, area }) => `+ ${units(area)} ${named('g', id)}`), ...taken.map(({ room, area }) => `- ${area} w_${hallOrgans.indexOf(organ)}_${place.get(room)}`)]
    if (headroom < 0) {
      const u = `u_${hallOrgans.indexOf(organ)}`
      binary.push(u)
      costs.push(`${weights.unresolved} ${u}`)
      terms.push(`+ ${-headroom + taken.reduce((sum, { area }) => sum + area, 0)} ${u}`)
    }
    if (terms.length > 0) rows.push(`${terms.join(' ')} >= ${-headroom}`)
  }

  const text = [
    'Minimize', ` obj: ${costs.length > 0 ? costs.join('\n + ') : '0 none'}`, 'Subject To', ...rows.map((row, at) => ` r${at}: ${row}`), ...(costs.length > 0 ? [] : [' r: none = 0']),
    'Bounds', ...bounds.map((bound) => ` ${bound}`), ...(whole.length > 0 ? ['General', ...whole.map((name) => ` ${name}`)] : []), ...(binary.length > 0 ? ['Binary', ...binary.map((name) => ` ${name}`)] : []), 'End', '',
  ].join('\n')
  return {
    text,
    read(valueOf) {
      const seats = new Map<string, readonly string[]>(hall.people.filter(({ fixed }) => fixed).map(({ id, rooms: own }) => [id, own]))
      for (const [at, { people, choices, first }] of groups.entries()) {
        const places = choices.flatMap((room) => Array.from({ length: Math.round(valueOf(n(at, room))) }, () => room))
        // whoever stays is named first, so that the list of moves is the same each time
        places.sort((a, b) => Number(first.rooms.includes(b)) - Number(first.rooms.includes(a)))
        for (const [index, { id }] of people.entries()) seats.set(id, places[index] === undefined ? [] : [places[index]])
      }
      return { seats, returned: hall.rooms.filter(({ id }) => Math.round(valueOf(named('g', id))) === 1).map(({ id }) => id) }
    },
  }
}

/** Free rooms beyond the nearest alike are left out: they could only replace one of those. */
function usefulRooms(hall: Hall, groups: readonly Group[]): ReadonlySet<string> {
  const least = Math.min(...Object.values(hall.limits).map(units))
  const floors = new Set(hall.people.flatMap(({ rooms }) => rooms.map((room) => roomsById(hall).get(room)?.floor)))
  const open = new Set(groups.flatMap(({ choices }) => choices))
  const free = hall.rooms.filter(({ id, organs }) => open.has(id) && organs.length === 0)
  const alike = Map.groupBy(free, ({ area, site, places }) => `${site} ${Math.ceil(units(area) / least)} ${places}`)
  const near = [...alike.values()].flatMap((list) => list.toSorted((a, b) => Number(floors.has(b.floor)) - Number(floors.has(a.floor)) || units(a.area) - units(b.area) || (a.id < b.id ? -1 : 1)).slice(0, mostAlike))
  return new Set([...hall.rooms.filter(({ organs }) => organs.length > 0).map(({ id }) => id), ...near.map(({ id }) => id)])
}
/** 0 to 6: a room of the pool costs an allotment besides, another building or floor a longer way. */
function farness({ rooms: own }: HallPerson, room: string, rooms: ReadonlyMap<string, HallRoom>): number {
  if (own.includes(room)) return 0
  const [from, to] = [rooms.get(own[0] ?? ''), rooms.get(room)]
  return (to?.organs.length === 0 ? 3 : 0) + (from?.building === to?.building ? 0 : 2) + (from?.floor === to?.floor ? 0 : 1)
}
