// What happens on the way 行车事件: each once, from its first position to its last, without flutter; fences round and cornered.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultOf } from '../src/contract/fence-shape.ts'
import type { Corner } from '../src/contract/fence-shape.ts'
import { holdsAt, metresOutside } from '../src/server/meaning/fences.ts'
import type { Fence } from '../src/server/meaning/fences.ts'
import { offHoursOf } from '../src/server/meaning/off-hours.ts'
import { endAll, goingOn, newWatch, watch } from '../src/server/meaning/watch.ts'
import type { Allowed, Episode, WatchedSighting } from '../src/server/meaning/watch.ts'

const home = { latitude: 31_491_000, longitude: 120_312_000 }
const north = (metres: number) => ({ ...home, latitude: home.latitude + Math.round(metres / 0.111195) })
const round: Fence = { id: 'r', name: '全区', kind: 'district', radius: 5000, corners: [home], hours: null }
const corner = (north: number, east: number) => ({ latitude: home.latitude + north, longitude: home.longitude + east })
const allowed: Allowed = { speed: 1200, movingFrom: 50, idleMs: 1_200_000, boundsMs: 300_000, edge: 150, fuel: 80, gapAfter: 600_000, fences: [round] }
const seen = (seconds: number, more: Partial<WatchedSighting> = {}): WatchedSighting => ({ at: seconds * 1000, speed: 360, ignition: true, mileage: null, caughtUp: false, alarms: 0, fuel: null, ...home, ...more })

function all(sightings: readonly WatchedSighting[]): Episode[] {
  let state = newWatch()
  const found = sightings.flatMap((one) => {
    const said = watch(state, one, allowed)
    state = JSON.parse(JSON.stringify(state)) as typeof state
    return said
  })
  return [...found, ...endAll(state, allowed)]
}
const short = (found: readonly Episode[]) => found.map(({ kind, begins, ends, measured }) => [kind, begins / 1000, ends / 1000, measured])

test('too fast twice in a row is an event, once is a position that jumped', () => {
  assert.deepEqual(short(all([seen(0), seen(10, { speed: 1310 }), seen(20, { speed: 1285 }), seen(30), seen(40, { speed: 1500 }), seen(50)])), [['speeding', 10, 20, 131]])
})

test('standing with the engine on is counted from where it came to stand, and is going on while it is', () => {
  const stands = [seen(0), ...Array.from({ length: 26 }, (_, minute) => seen(60 + minute * 60, { speed: 0 }))]
  const state = newWatch()
  for (const one of stands) assert.deepEqual(watch(state, one, allowed), [])
  assert.deepEqual(short(goingOn(state, allowed)), [['idling', 60, 1560, 25]])
  assert.deepEqual(short(watch(state, seen(1620), allowed)), [['idling', 60, 1560, 25]])
  assert.deepEqual(all([seen(0), ...Array.from({ length: 26 }, (_, minute) => seen(60 + minute * 60, { speed: 0, ignition: false }))]), [])
})

test('out of the district beyond the edge and for long enough; along the line nothing flutters', () => {
  const along = Array.from({ length: 60 }, (_, nth) => seen(nth * 30, north(nth % 2 === 0 ? 4950 : 5100)))
  assert.deepEqual(all(along), [])
  const out = [seen(0, north(4900)), ...Array.from({ length: 20 }, (_, nth) => seen(30 + nth * 30, north(nth % 2 === 0 ? 5400 : 5020))), seen(660, north(4800))]
  assert.deepEqual(short(all(out)), [['outOfBounds', 30, 600, 9]])
  assert.deepEqual(all(out).map(({ fence }) => fence), ['驶出“全区”'])
})

test('fuel that falls while it stands, and not what is burned on the way', () => {
  const burned = Array.from({ length: 60 }, (_, nth) => seen(nth * 60, { fuel: 500 - nth * 4 }))
  assert.deepEqual(all(burned), [])
  const taken = [seen(0, { fuel: 500 }), ...[500, 498, 420, 260, 262].map((fuel, nth) => seen(60 + nth * 60, { speed: 0, ignition: false, fuel })), seen(400, { fuel: 259 })]
  assert.deepEqual(short(all(taken)), [['fuelDrop', 120, 240, 24]])
  const parked = [500, 500, 270, 270, 268].map((fuel, nth) => seen(nth * 1800, { speed: 0, ignition: false, fuel }))
  assert.deepEqual(short(all(parked)), [['fuelDrop', 3600, 7200, 23.2]])
})

test('a silence ends what was going on; bits of the terminal are events from rise to fall', () => {
  assert.deepEqual(short(all([seen(0, { speed: 1300 }), seen(10, { speed: 1300 }), seen(4000, { speed: 1300 }), seen(4010)])), [['speeding', 0, 10, 130]])
  assert.deepEqual(short(all([seen(0), seen(10, { alarms: 256 }), seen(20, { alarms: 288 }), seen(30)])), [['antennaOpen', 20, 20, 1], ['powerCut', 10, 20, 1]])
})

test('a polygon, also a hollow one and one that crosses itself', () => {
  const square = { radius: null, corners: [corner(-9000, -9000), corner(-9000, 9000), corner(9000, 9000), corner(9000, -9000)] }
  assert.ok(metresOutside(square, home) < -800 && metresOutside(square, corner(20_000, 0)) > 1200)
  const bow = { radius: null, corners: [corner(-9000, -9000), corner(9000, 9000), corner(9000, -9000), corner(-9000, 9000)] }
  assert.ok(metresOutside(bow, corner(8000, 0)) < 0 && metresOutside(bow, corner(0, 8000)) > 0)
  assert.equal(Math.round(metresOutside(round, north(6000))), 1000)
})

test('night and days off by the working calendar', () => {
  const at = (day: string, time: string) => new Date(`${day}T${time}:00+08:00`).getTime()
  const off = (day: string, from: string, to: string) => offHoursOf({ day, begins: at(day, from), ends: at(day, to), nightFrom: 22, nightTo: 6 })
  assert.equal(off('2026-11-24', '09:00', '10:00'), 0)
  assert.equal(off('2026-11-24', '21:40', '22:30'), 30)
  assert.equal(off('2026-11-24', '05:15', '06:30'), 45)
  assert.equal(off('2026-11-28', '09:00', '10:00'), 60) // Saturday
  assert.equal(off('2026-10-02', '09:00', '10:00'), 60) // National Day
})

test('a fence of some hours holds in them alone, over midnight too', () => {
  const at = (hour: number): number => Date.parse(`2026-11-24T${String(hour).padStart(2, '0')}:30:00+08:00`)
  const held = (from: number, to: number): number[] => [0, 5, 6, 12, 21, 22].filter((hour) => holdsAt({ hours: { from, to } }, at(hour)))
  assert.deepEqual(held(22, 6), [0, 5, 22])
  assert.deepEqual(held(6, 22), [6, 12, 21])
  assert.equal(holdsAt({ hours: null }, at(3)), true)
})

test('a line that crosses itself, runs back over itself or touches itself is told by the numbers of its sides', () => {
  const told = (corners: readonly Corner[], radius: number | null = null) => faultOf({ radius, corners })?.zh
  assert.equal(told([[0, 0], [2, 0], [2, 2], [0, 2]]), undefined)
  assert.match(told([[0, 0], [2, 2], [2, 0], [0, 2]]) ?? '', /第 1 条边和第 3 条边相交/)
  assert.match(told([[0, 0], [2, 0], [1, 0], [1, 2]]) ?? '', /第 1 条边和第 2 条边相交/)
  assert.match(told([[0, 0], [4, 0], [4, 4], [2, 0], [0, 4]]) ?? '', /第 1 条边和第 3 条边相交/)
  assert.match(told([[0, 0], [2, 0], [2, 0], [0, 2]]) ?? '', /第 2 个和第 3 个顶点重合/)
  assert.match(told([[0, 0], [2, 0]]) ?? '', /至少要 3 个顶点，现在有 2 个/)
  assert.match(told([[31, 120], [31.2, 120], [31, 120.2]]) ?? '', /是否写反/)
  assert.equal(told([[120, 31]], 300), undefined)
  assert.match(told([[120, 31]], 5) ?? '', /半径应在 20 m 到 100 km/)
  // a real outline drawn by hand, with an inlet: no side of it is mistaken for another's
  const bay: Corner[] = Array.from({ length: 60 }, (_, nth) => [120.3 + Math.cos(nth / 30 * Math.PI) * (nth % 2 ? 0.01 : 0.02), 31.49 + Math.sin(nth / 30 * Math.PI) * (nth % 2 ? 0.01 : 0.02)])
  assert.equal(told(bay), undefined)
})
