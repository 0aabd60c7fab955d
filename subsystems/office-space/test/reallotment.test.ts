// Re-allotment 调剂: on small halls the fewest acts, compared with every seating there is; and what the officer settles is kept to.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Rank } from '@houqin/people'
import { isBetter, seatByStep } from '../src/contract/reallotment/by-steps.ts'
import { choicesOf, today } from '../src/contract/reallotment/hall.ts'
import type { Hall, HallPerson, HallRoom, Seating } from '../src/contract/reallotment/hall.ts'
import { judgeSeating } from '../src/contract/reallotment/judged.ts'
import { modelOf } from '../src/contract/reallotment/model.ts'
import { solveHall } from '../src/contract/reallotment/solve.ts'
import { highsSolver } from '../src/server/reallotment/highs.ts'

const limits = { countyChief: '30.00', countyDeputy: '24.00', sectionChief: '18.00', sectionDeputy: '12.00', below: '9.00' }
const solver = await highsSolver()
function solved(hall: Hall): Seating {
  const { text, read } = modelOf(hall)
  const found = solver(text, 60)
  assert.equal(found?.proven, true)
  return read((name) => found?.valueOf(name) ?? 0)
}
const costOf = (hall: Hall, seating: Seating): number => {
  const { refused, unresolved, acts } = judgeSeating(hall, seating)
  return refused.length > 0 ? Infinity : unresolved.length * 10_000 + acts * 100
}
/** Every seating there is. */
function cheapest(hall: Hall): number {
  let best = Infinity
  const options = hall.people.map((person) => {
    const choices = choicesOf(hall, person)
    return person.fixed ? [person.rooms] : choices.length === 0 ? [[]] : choices.map((room) => [room])
  })
  const back = hall.rooms.filter(({ organs }) => organs.some((organ) => Number(hall.headroom[organ] ?? 0) < 0)).map(({ id }) => id)
  const walk = (at: number, seats: Map<string, readonly string[]>): void => {
    const person = hall.people[at]
    if (person === undefined) {
      for (let mask = 0; mask < 2 ** back.length; mask += 1) best = Math.min(best, costOf(hall, { seats, returned: back.filter((_, bit) => mask & (2 ** bit)) }))
      return
    }
    for (const choice of options[at] ?? []) walk(at + 1, new Map([...seats, [person.id, choice]]))
  }
  walk(0, new Map())
  return best
}

const room = (id: string, area: string, places: number, more: Partial<HallRoom> = {}): HallRoom => ({ id, name: id, floor: 'f1', building: 'b', site: 's', area, places, organs: ['o'], office: true, ...more })
const who = (id: string, rank: Rank, rooms: readonly string[], more: Partial<HallPerson> = {}): HallPerson => ({ id, name: id, organ: 'o', rank, rooms, leaves: [], fixed: false, active: true, ...more })
const hallOf = (rooms: readonly HallRoom[], people: readonly HallPerson[], more: Partial<Hall> = {}): Hall => ({ rooms, people, limits, headroom: {}, forbidden: [], ...more })

test('a chief in too large a room changes with two clerks who fit it: three acts, or one where a room is free', () => {
  const [large, small] = [room('201', '18.00', 2), room('202', '12.00', 1)]
  const people = [who('副科', 'sectionDeputy', ['201']), who('甲', 'below', ['203']), who('乙', 'below', ['203'])]
  const tight = hallOf([large, room('203', '18.00', 2)], people)
  assert.equal(costOf(tight, solved(tight)), 10_000)
  const free = hallOf([large, small, room('203', '18.00', 2)], people)
  const seating = solved(free)
  assert.deepEqual([costOf(free, seating), seating.seats.get('副科')], [100, ['202']])
  const locked = hallOf(free.rooms, people.map((one) => (one.id === '副科' ? { ...one, fixed: true } : one)))
  assert.deepEqual(solved(locked).seats.get('副科'), ['201'])
  const forbidden = { ...free, forbidden: ['202'] }
  assert.equal(solved(forbidden).seats.get('副科')?.[0], '201')
})

test('rooms that must be left, second offices and an organ with too much are cleared in as few acts', () => {
  const hall = hallOf(
    [room('1', '9.00', 1), room('2', '9.00', 1), room('3', '12.00', 2), room('4', '30.00', 6, { office: false }), room('5', '8.00', 2, { office: false })],
    [who('退休', 'below', ['1'], { leaves: ['1'], active: false }), who('两间', 'below', ['3', '2'])],
    { headroom: { o: '-7.00' } },
  )
  const seating = solved(hall)
  assert.deepEqual([seating.seats.get('退休'), seating.seats.get('两间'), seating.returned.length], [[], ['2'], 1])
  assert.equal(costOf(hall, seating), 300)
  assert.equal(costOf(hall, seatByStep(hall)), 300)
})

test('whoever sits apart gets no company, rooms of other organs stay theirs, and a room of the pool goes to one organ', () => {
  const pool = room('9', '9.00', 2, { organs: [] })
  const hall = hallOf([room('1', '18.00', 3), room('2', '30.00', 3), room('3', '9.00', 1, { organs: ['p'] }), pool], [who('正科', 'sectionChief', ['1']), who('甲', 'below', ['2']), who('丙', 'below', ['8'], { organ: 'p' })])
  assert.deepEqual([...solved({ ...hall, rooms: [...hall.rooms, room('8', '30.00', 1, { organs: ['p'] })] }).seats], [['正科', ['1']], ['甲', ['9']], ['丙', ['3']]])
})

/** The same numbers each time. */
function dice(seed: number): (most: number) => number {
  let state = seed
  return (most) => {
    state = (state * 48_271) % 2_147_483_647
    return state % most
  }
}
test('two hundred halls made at random: never more than the cheapest of all seatings, and step by step never worse than today', () => {
  const ranks = ['sectionChief', 'sectionDeputy', 'below', 'below'] as const
  let mended = 0
  for (let seed = 1; seed <= 200; seed += 1) {
    const roll = dice(seed * 7919)
    const rooms = Array.from({ length: 4 + roll(2) }, (_, at) => room(`r${at}`, `${6 + roll(26)}.${roll(2) * 5}0`, 1 + roll(3), {
      floor: `f${roll(2)}`, site: roll(6) === 0 ? 't' : 's', organs: roll(4) === 0 ? [] : roll(5) === 0 ? ['p'] : ['o'], office: roll(8) !== 0,
    }))
    const offices = rooms.filter(({ office }) => office)
    if (offices.length === 0) continue
    const people = Array.from({ length: 4 }, (_, at) => {
      const own = [...new Set(Array.from({ length: roll(6) === 0 ? 2 : 1 }, () => offices[roll(offices.length)]?.id ?? ''))]
      const active = roll(7) !== 0
      return who(`p${at}`, ranks[roll(4)] ?? 'below', own, { organ: roll(4) === 0 ? 'p' : 'o', active, leaves: active ? [] : own,
        // a second office on another site is looked at by somebody and not moved
        fixed: roll(9) === 0 || (active && new Set(own.map((id) => rooms.find((one) => one.id === id)?.site)).size > 1) })
    })
    const hall = hallOf(rooms, people, { headroom: { o: `${roll(5) === 0 ? -roll(20) : roll(30)}.00`, ...(roll(2) === 0 && { p: '4.00' }) } })
    const least = cheapest(hall)
    // a hall whose fixed people already break what nobody may is no hall
    if (!Number.isFinite(least)) continue
    assert.equal(costOf(hall, solved(hall)), least, `hall ${seed}`)
    const byStep = seatByStep(hall)
    assert.ok(!isBetter(hall, today(hall), byStep), `hall ${seed}: worse than today`)
    assert.ok(costOf(hall, byStep) >= Math.min(least, costOf(hall, today(hall))), `hall ${seed}: less than the least`)
    if (least < costOf(hall, today(hall))) mended += 1
  }
  assert.ok(mended > 100, `${mended} halls were mended`)
})

test('a few organs in one program, many organ by organ: nobody is given a free room twice, and whoever shares with another organ stays', () => {
  const people = Array.from({ length: 450 }, (_, at) => who(`p${at}`, 'below', [`r${at}`], { organ: `o${Math.floor(at / 15)}` }))
  const rooms = people.map(({ organ }, at) => room(`r${at}`, at % 10 === 0 ? '12.00' : '9.00', 1, { organs: [organ] }))
  const pool = Array.from({ length: 60 }, (_, at) => room(`f${at}`, '9.00', 1, { organs: [] }))
  const hall = hallOf([...rooms, ...pool], people)
  const few = hallOf([...rooms.slice(0, 60), ...pool], people.slice(0, 60))
  const once = solveHall(few, { solver, seconds: 60, now: () => performance.now() })
  assert.deepEqual([once.fewest, costOf(few, once.seating)], [true, 600])
  const { seating, fewest } = solveHall(hall, { solver, seconds: 60, now: () => performance.now() })
  const { refused, unresolved, acts } = judgeSeating(hall, seating)
  assert.deepEqual([fewest, refused, unresolved, acts], [false, [], [], 45])
})
