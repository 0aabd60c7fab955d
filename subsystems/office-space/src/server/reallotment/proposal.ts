// A proposal of moves 调剂方案: each told in words, with the breach it clears, and what would still stand.
import { signature } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { record } from '@houqin/audit'
import type { Tx } from '@houqin/db'
import type { System } from '@houqin/http'
import { organ as organs, ranks } from '@houqin/people'
import type { Rank } from '@houqin/people'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { redress } from '../../contract/index.ts'
import { roomsById, today, units } from '../../contract/reallotment/hall.ts'
import type { Hall } from '../../contract/reallotment/hall.ts'
import { judgeSeating } from '../../contract/reallotment/judged.ts'
import type { Unresolved } from '../../contract/reallotment/judged.ts'
import { hallOfADay } from './hall-of-a-day.ts'
import type { Scope, Settled } from './hall-of-a-day.ts'
import { solveApart } from './solve-apart.ts'
import type { Move, MoveRoom, Named, Proposal } from '../../contract/answers.ts'

export interface Asked {
  readonly scope: Scope
  readonly settled: Settled
}

/** @throws Problem as `hallOfADay`, and too-large. */
export async function propose(system: System, actor: Actor, { scope, settled }: Asked): Promise<Proposal> {
  const day = system.clock.today()
  const { hall, names, open } = await system.db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(async (tx) => {
    const found = await hallOfADay(tx, system, actor, { day, scope, settled })
    const { rows } = await sql<Named>`select id, short_name as name from people.organ where id = any(${[...new Set([...found.people.map(({ organ }) => organ), ...Object.keys(found.headroom)])]}::uuid[])`.execute(tx)
    const { rows: running } = await sql<{ person: string; number: string }>`
      select d.person, m.number from office_space.redress d join matter.matter m on m.id = d.matter where m.state in ('found', 'ordered') and d.person is not null`.execute(tx)
    return { hall: found, names: new Map(rows.map(({ id, name }) => [id, name])), open: new Map(running.map(({ person, number }) => [person, number])) }
  })
  const { seating, fewest } = await solveApart(hall)
  const zh = actor.locale !== 'en'
  const [before, after] = [judgeSeating(hall, today(hall)), judgeSeating(hall, seating)]
  const words = wordsOf(hall, names, zh)
  const rooms = roomsById(hall)
  const moveRoom = (id: string): MoveRoom => {
    const room = rooms.get(id)
    return { id, name: room?.name ?? '', floor: room?.floor ?? '', area: room?.area ?? '0', free: room?.organs.length === 0 }
  }
  const standing = new Set(after.unresolved.map(keyOf))
  const cleared = before.unresolved.filter((one) => !standing.has(keyOf(one)))
  const why = (touched: readonly string[], who: string): string => {
    const mine = cleared.filter(({ room, who: whose, why: kind }) => (kind === 'area' ? room !== null && touched.includes(room) : whose === who))
    return mine.length > 0 ? mine.map(words.breach).join(zh ? ';' : '; ') : zh ? '给别人腾出位置' : 'makes room for another'
  }
  const moves = [
    ...hall.people.flatMap((person): Move[] => {
      const now = seating.seats.get(person.id) ?? []
      const [gone, come] = [person.rooms.filter((room) => !now.includes(room)), now.filter((room) => !person.rooms.includes(room))]
      const about = { person: { id: person.id, name: person.name, rank: person.rank }, organ: { id: person.organ, name: names.get(person.organ) ?? '' }, open: open.get(person.id) ?? null }
      return gone.map((from, at) => {
        const to = come[at]
        const kind = to === undefined ? 'vacate' : 'exchange'
        return { ...about, kind, from: moveRoom(from), to: to === undefined ? null : moveRoom(to), says: words.move(person.name, person.rank, from, to), why: why([from, ...(to === undefined ? [] : [to])], person.id) }
      })
    }),
    ...seating.returned.map((id): Move => {
      const organ = rooms.get(id)?.organs[0] ?? ''
      return { kind: 'return', person: null, organ: { id: organ, name: names.get(organ) ?? '' }, from: moveRoom(id), to: null, says: words.back(names.get(organ) ?? '', id), why: why([id], organ), open: null }
    }),
  ]
  return {
    day, fewest, before: before.unresolved.length, left: after.unresolved.map(words.breach),
    moves: moves.toSorted((a, b) => a.from.name.localeCompare(b.from.name, 'zh-CN', { numeric: true })),
    locked: hall.people.filter(({ id }) => settled.locked.includes(id)).map(({ id, name }) => ({ id, name })),
    forbidden: settled.forbidden.flatMap((id) => (rooms.has(id) ? [{ id, name: rooms.get(id)?.name ?? '' }] : [])),
  }
}
const keyOf = ({ why, who, room }: Unresolved): string => (why === 'area' ? `area ${room}` : `${why} ${who}`)

function wordsOf(hall: Hall, names: ReadonlyMap<string, string>, zh: boolean) {
  const rooms = roomsById(hall)
  const called = (id: string | null): string => {
    const room = id === null ? undefined : rooms.get(id)
    return room ? `${room.name}（${room.area} ㎡）` : ''
  }
  const person = (id: string): string => hall.people.find((one) => one.id === id)?.name ?? ''
  return {
    breach({ why, who, room }: Unresolved): string {
      if (why === 'organ') return zh ? `${names.get(who) ?? ''}用房超过核定` : `${names.get(who) ?? ''} has more rooms than it may`
      if (why === 'vacate') return zh ? `${person(who)}应腾退${called(room)}` : `${person(who)} is to leave ${called(room)}`
      if (why === 'second') return zh ? `${person(who)}有第二处办公用房` : `${person(who)} has a second office`
      const here = hall.people.filter((one) => room !== null && one.rooms.includes(room))
      const limit = (here.reduce((sum, one) => sum + units(hall.limits[one.rank]), 0) / 100).toFixed(2)
      return zh ? `${called(room)}${here.length} 人上限合计 ${limit} ㎡，超标` : `${called(room)} is too large for ${here.length}, whose limits are ${limit} ㎡`
    },
    move(name: string, rank: Rank, from: string, to: string | undefined): string {
      if (to === undefined) return zh ? `${name}退出${called(from)}` : `${name} leaves ${called(from)}`
      const first = rooms.get(to)?.organs.length === 0 ? (zh ? '（公用房源，办结时一并分配）' : ' (of the pool, given with the move)') : ''
      return zh ? `${name}（${ranks[rank]}）由${called(from)}调到${called(to)}${first}` : `${name} goes from ${called(from)} to ${called(to)}${first}`
    },
    back: (organ: string, room: string): string => (zh ? `${organ}交回${called(room)}` : `${organ} gives back ${called(room)}`),
  }
}

export interface Ordered {
  readonly organ: string
  readonly person: string | null
  readonly from: string
  readonly to: string | null
  readonly what: string
}
/** Each move becomes a redress; moves of people are decided at once, so that only carrying them out is left. @returns their numbers. @throws Problem as a start and a step. */
export async function orderMoves(tx: Tx, { matters, clock }: System, actor: Actor, { moves, until }: { moves: readonly Ordered[]; until: string }): Promise<readonly string[]> {
  if (until < clock.today()) throw new Problem('bad-input', say('改好的期限已经过了，请改。', 'The day it is to be done by has passed; change it.'), { issues: [{ at: 'until', says: say('不能早于今天', 'Not before today') }] })
  const numbers: string[] = []
  for (const { organ, person, from, to, what } of moves) {
    const { number, version } = await matters.start(tx, actor, redress, { input: { organ, person, room: from, what } })
    if (person !== null) await matters.step(tx, actor, redress, number, 'order', { input: { way: to === null ? 'vacate' : 'exchange', newRoom: to, until }, version })
    numbers.push(number)
  }
  await record(tx, { at: clock.now(), ...signature(actor), action: 'office-space.reallotment.order', subject: { kind: organs.id, id: moves[0]?.organ ?? '' }, summary: `调剂方案转办 ${moves.length} 件整改`, after: { numbers } })
  return numbers
}
