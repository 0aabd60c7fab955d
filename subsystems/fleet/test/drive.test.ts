// Trips from positions 行程: stops, drift, jumps, odometer and track; however the day is cut, it comes to the same.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drive, finish, newCourse, underWay } from '../src/server/meaning/drive.ts'
import type { Course, Measures, Sighting, Trip } from '../src/server/meaning/drive.ts'

const measures: Measures = { movingFrom: 50, driftWithin: 80, driftWhenOff: 500, stopAfter: 300_000, gapAfter: 600_000, fastest: 200 / 3600 }
const home = { latitude: 31_491_000, longitude: 120_312_000 }
/** So many metres north of where the car is kept. */
const north = (metres: number) => ({ ...home, latitude: home.latitude + Math.round(metres / 0.111195) })
const sighting = (seconds: number, more: Partial<Sighting> = {}): Sighting => ({ at: seconds * 1000, speed: 0, ignition: true, mileage: null, caughtUp: false, ...home, ...more })

/** From `begins` on for `minutes`, a position every ten seconds at 36 km/h. */
const way = (begins: number, minutes: number, { from = 0, odometer }: { from?: number; odometer?: number } = {}): Sighting[] =>
  Array.from({ length: minutes * 6 + 1 }, (_, nth) => sighting(begins + nth * 10, { speed: 360, ...north(from + nth * 100), mileage: odometer === undefined ? null : odometer + nth }))

function whole(sightings: readonly Sighting[], course: Course = newCourse()): { trips: Trip[]; course: Course } {
  const trips = sightings.flatMap((one) => drive(course, one, measures) ?? [])
  const last = finish(course)
  return { trips: last ? [...trips, last] : trips, course }
}

test('a drive, a stop of two minutes, a drive: one trip; a stop of ten: two', () => {
  const short = whole([sighting(0), ...way(10, 10), ...[1, 2].map((minute) => sighting(610 + minute * 60, north(6000))), ...way(740, 5, { from: 6000 })])
  assert.deepEqual(short.trips.map(({ metres, byOdometer, drivingMs }) => [Math.round(metres / 100), byOdometer, drivingMs]), [[90, false, 920_000]])
  const long = whole([sighting(0), ...way(10, 10), ...Array.from({ length: 10 }, (_, minute) => sighting(670 + minute * 60, north(6000))), ...way(1220, 5, { from: 6000 })])
  assert.deepEqual(long.trips.map(({ metres }) => Math.round(metres / 100)), [60, 30])
  assert.equal(long.course.idlingMs, 540_000)
})

test('who wanders about where he stands drives nothing, with the engine off even a long way', () => {
  const near = Array.from({ length: 400 }, (_, nth) => sighting(nth * 10, { speed: nth % 7 === 0 ? 90 : 0, ...north((nth % 5) * 15) }))
  assert.deepEqual(whole(near).trips, [])
  const off = Array.from({ length: 400 }, (_, nth) => sighting(nth * 10, { speed: nth % 5 === 0 ? 120 : 0, ignition: false, ...north((nth % 9) * 50) }))
  assert.deepEqual(whole(off).trips, [])
  const wanders = whole([...near, ...way(4000, 3)])
  assert.equal(wanders.trips.length, 1)
  assert.ok((wanders.trips[0]?.begins ?? 0) >= 3_600_000, 'the trip begins with the drive and not with the wandering')
})

test('a place no car can have come to is left out; where it stays there, it is where the car is', () => {
  const thrown = way(0, 10).map((one, nth) => (nth % 20 === 10 ? { ...one, ...north(-40_000) } : one))
  const { trips: [trip], course } = whole(thrown)
  assert.equal(course.jumps, 3)
  assert.equal(Math.round((trip?.metres ?? 0) / 100), 60)
  const carried = whole([...way(0, 5), ...way(310, 5, { from: 90_000 })])
  assert.equal(carried.course.jumps, 3)
  assert.ok(carried.trips.every(({ metres }) => metres < 7_000), JSON.stringify(carried.trips))
})

test('the odometer goes before the track, unless it says what cannot be', () => {
  const one = (odometer: number, per = 1) => whole(way(0, 10).map((each, nth) => ({ ...each, mileage: odometer + nth * per }))).trips[0]
  assert.deepEqual([one(5000)?.metres, one(5000)?.byOdometer], [6000, true])
  assert.equal(one(5000, 0)?.byOdometer, false) // stands still
  assert.equal(one(5000, 90)?.byOdometer, false) // 540 km in ten minutes
})

test('what is lost between two places is said and not driven; the silence ends the trip', () => {
  const { trips, course } = whole([...way(0, 5), ...way(3600, 5, { from: 12_000 })])
  assert.equal(trips.length, 2)
  assert.equal(Math.round(course.unseenMetres / 100), 90)
  assert.equal(Math.round(course.metres / 100), 60)
})

test('however the day is cut into pieces, and kept between them, it comes to the same', () => {
  const day = [sighting(0), ...way(10, 12, { odometer: 700 }), ...Array.from({ length: 9 }, (_, minute) => sighting(780 + minute * 60, north(7200))), ...way(1400, 20, { from: 7200 })]
  const all = whole(day)
  for (const size of [1, 7, 50]) {
    let course = newCourse()
    const trips: Trip[] = []
    for (let from = 0; from < day.length; from += size) {
      trips.push(...day.slice(from, from + size).flatMap((one) => drive(course, one, measures) ?? []))
      course = JSON.parse(JSON.stringify(course)) as Course
    }
    assert.ok(underWay(course))
    const last = finish(course)
    assert.deepEqual([...trips, ...(last ? [last] : [])], all.trips)
    assert.deepEqual(course, all.course)
  }
})
