// Driving through Qingxi 行驶: every place can be reached, on the road, as fast as may be, standing at red.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { distance, driveAlong, isRed, lengthOf, limits, nearestOn, roadsOf, wayBetween } from '@houqin/simulators'
import type { Street } from '@houqin/simulators'
import { plane, qingxiGround, qingxiRoads, spotOfAddress } from '@houqin/simulators/qingxi'

const straight = (name: string, ...points: readonly (readonly [number, number])[]): Street => ({ name, kind: 'main', points: points.map(([x, y]) => ({ x, y })) })

describe('roads', () => {
  it('cross where their courses cross, and every crossing of the district reaches every other', () => {
    const cross = roadsOf([straight('A', [-500, 0], [500, 0]), straight('B', [0, -500], [0, 500])])
    assert.deepEqual([cross.crossings.length, cross.stretches.length, cross.lights.filter(Boolean).length], [5, 8, 1])
    const roads = qingxiRoads()
    const reached = new Set([0])
    for (const crossing of reached) for (const { to } of roads.leaving[crossing] ?? []) reached.add(to)
    assert.equal(reached.size, roads.crossings.length)
    assert(roads.stretches.every(({ points, length }) => length > 0 && Math.abs(lengthOf(points) - length) < 1e-6))
  })
  it('the way is the quickest, not the shortest; where no road leads there is none', () => {
    const lane: Street = { ...straight('lane', [0, 0], [1000, 0]), kind: 'lane' }
    const roads = roadsOf([lane, straight('main', [0, 0], [0, 300], [1000, 300], [1000, 0]), straight('elsewhere', [5000, 5000], [6000, 5000])])
    const at = (x: number, y: number): number => roads.crossings.findIndex((one) => distance(one, { x, y }) < 15)
    assert.deepEqual(new Set(wayBetween(roads, at(0, 0), at(1000, 0))?.map(({ street }) => street.name)), new Set(['main']))
    assert.equal(wayBetween(roads, at(0, 0), at(5000, 5000)), undefined)
  })
  it('an address lies beside its street, odd and even on two sides; another’s street is nowhere', () => {
    const course = qingxiRoads().drawn.find(({ street }) => street.name === '文昌大道')
    assert(course)
    const spots = ['清溪区文昌大道 99 号', '清溪区文昌大道 100 号'].map((address) => spotOfAddress(address))
    for (const spot of spots) {
      assert(spot)
      assert(Math.abs((nearestOn(course.points, spot)?.away ?? 0) - 32) < 3)
    }
    assert(distance(spots[0] ?? { x: 0, y: 0 }, spots[1] ?? { x: 0, y: 0 }) > 55)
    assert.equal(spotOfAddress('别处 1 号'), undefined)
    assert.equal(qingxiGround([{ name: '机关大院', address: '清溪区县前街 1 号' }]).features.filter(({ properties }) => properties.kind === 'site').length, 1)
  })
})

describe('a drive', () => {
  const roads = qingxiRoads()
  it('stays on the road, keeps to what may be driven, and arrives', () => {
    for (const [from, to] of [[2, 70], [40, 5], [90, 31]] as const) {
      const way = wayBetween(roads, from, to)
      assert(way && way.length > 0)
      const drive = driveAlong(way, roads, 1)
      let [second, before, speed] = [0, drive.spot(), 0]
      for (; !drive.arrived() && second < 7200; second += 1) {
        drive.advance(1, second)
        const spot = drive.spot()
        assert(distance(before, spot) <= Math.max(speed, drive.speed()) + 0.1, 'it jumped')
        assert(drive.speed() * 3.6 <= limits.ring + 0.01)
        assert(way.some(({ points }) => (nearestOn(points, spot)?.away ?? Infinity) < 1), 'it left the road')
        before = spot
        speed = drive.speed()
      }
      assert(drive.arrived())
      assert(Math.abs(drive.driven() - way.reduce((sum, { length }) => sum + length, 0)) < 1)
      const kmh = drive.driven() / second * 3.6
      assert(kmh > 15 && kmh < 70, `${kmh} km/h on average`)
    }
  })
  it('stands before a red light and goes when it is green; a bend is taken slowly', () => {
    const cross = roadsOf([straight('A', [-600, 0], [600, 0]), straight('B', [0, -600], [0, 600])])
    const at = (x: number, y: number): number => cross.crossings.findIndex((one) => distance(one, { x, y }) < 15)
    const middle = at(0, 0)
    const way = wayBetween(cross, at(-600, 0), at(0, 600))
    assert(way)
    const red = Array.from({ length: 80 }, (_, second) => second).find((second) => isRed({ crossing: middle, across: true }, second) && !isRed({ crossing: middle, across: true }, second + 79))
    assert(red !== undefined)
    const drive = driveAlong(way, cross, 1)
    let [stood, bend] = [0, Infinity]
    for (let second = 0; !drive.arrived() && second < 600; second += 1) {
      // it reaches the light some forty seconds later
      const clock = red - 35 + second
      drive.advance(1, clock)
      const { x, y } = drive.spot()
      if (drive.speed() === 0 && x > -40 && x < -5) {
        stood += 1
        assert(isRed({ crossing: middle, across: true }, clock) || isRed({ crossing: middle, across: true }, clock - 1))
      }
      if (Math.hypot(x, y) < 12) bend = Math.min(bend, drive.speed() * 3.6)
    }
    assert(drive.arrived() && stood > 5, `it stood ${stood} s`)
    assert(bend < 25, `${bend} km/h through a right angle`)
  })
  it('degrees and metres are each other’s way back', () => {
    const spot = { x: 3210, y: -1234 }
    const back = plane.toSpot(plane.toDegrees(spot))
    assert(distance(spot, back) < 0.01)
  })
})
