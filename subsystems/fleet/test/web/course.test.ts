// The course of a day 行程: where it stood, where it was between two reports, and how far it drove.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { coloursOf, colourOfSpeed, kilometresOf, momentAt, stepFrom, stopsOf } from '../../src/web/playback/course.ts'
import type { Moment } from '../../src/web/playback/course.ts'
import { inOrder, matching, stateOf } from '../../src/web/now/car-state.ts'
import type { LastPosition } from '../../src/contract/road-answers.ts'

const moment = (minute: number, speed: number, longitude = 120.3): Moment => ({ at: minute * 60_000, longitude, latitude: 31.5, speed, direction: 90 })

it('a stop is standing for three minutes, also where the day begins and ends; a red light is none', () => {
  const moments = [moment(0, 0), moment(4, 0), moment(5, 40), moment(6, 0), moment(7, 0), moment(8, 30), moment(9, 0), moment(20, 0)]
  assert.deepEqual(stopsOf(moments).map(({ from, to }) => [from / 60_000, to / 60_000]), [[0, 5], [9, 20]])
})
it('between two reports it is on the way; where nothing was heard for long it stays where it was', () => {
  const moments = [moment(0, 60, 120.3), moment(1, 30, 120.4), moment(30, 0, 120.9)]
  assert.deepEqual([momentAt(moments, -5)?.longitude, momentAt(moments, 99 * 60_000)?.longitude], [120.3, 120.9])
  const half = momentAt(moments, 30_000)
  assert(half && Math.abs(half.longitude - 120.35) < 1e-9 && half.speed === 45)
  assert.equal(momentAt(moments, 15 * 60_000)?.longitude, 120.4)
  assert.deepEqual(coloursOf(moments), [colourOfSpeed(30), colourOfSpeed(0)])
  assert.equal(momentAt([], 0), undefined)
})
it('the keys go from report to report, and from stop to stop; at the ends they stay', () => {
  const moments = [moment(0, 0), moment(4, 0), moment(5, 40), moment(6, 50), moment(9, 0), moment(20, 0)]
  const stops = stopsOf(moments)
  const step = (minute: number, to: 'report' | 'stop', on: 1 | -1): number => stepFrom(minute * 60_000, { moments, stops, to, on }) / 60_000
  assert.deepEqual([step(0, 'report', 1), step(4.5, 'report', 1), step(4.5, 'report', -1), step(20, 'report', 1), step(0, 'report', -1)], [4, 5, 4, 20, 0])
  assert.deepEqual([step(0, 'stop', 1), step(9, 'stop', 1), step(9, 'stop', -1), step(7, 'stop', -1)], [9, 20, 0, 0])
})
it('what trembles while it stands is not driven', () => {
  assert.equal(kilometresOf([moment(0, 0, 120.3), moment(1, 0, 120.30002), moment(2, 0, 120.3)]), 0)
  const driven = kilometresOf([moment(0, 0, 120.3), moment(1, 40, 120.31)])
  assert(driven > 0.93 && driven < 0.97)
})
it('a car is told by its last report; those with alarms come first, and are found by plate and organ', () => {
  const now = Date.parse('2026-11-24T10:00:00Z')
  const car = (plate: string, more: Partial<LastPosition<string>>): LastPosition<string> => ({
    vehicle: plate, plate, label: `${plate} 轿车`, organ: '公安分局', at: '2026-11-24T09:59:00Z', receivedAt: '2026-11-24T09:59:00Z', latitude: 31.5, longitude: 120.3,
    speed: 0, direction: 0, ignition: false, quality: 0, alarm: false, ...more,
  })
  const cars = [car('A1', {}), car('A2', { speed: 40 }), car('A3', { ignition: true }), car('A4', { alarm: true }), car('A5', { speed: 50, receivedAt: '2026-11-24T09:10:00Z' })]
  assert.deepEqual(cars.map((one) => stateOf(one, now)), ['parked', 'driving', 'idling', 'alarm', 'silent'])
  assert.deepEqual(inOrder(cars, now).map(({ plate }) => plate), ['A4', 'A2', 'A3', 'A1', 'A5'])
  assert.deepEqual(matching(cars, ' a3 公安 ').map(({ plate }) => plate), ['A3'])
})
