// How a car is 车辆状态: told from its last report and how long ago that came.
import type { MarkTone } from '@houqin/web-kit/map'
import type { LastPosition } from '../../contract/road-answers.ts'

/** A parked terminal reports every few minutes; one of which nothing was heard for so long is silent. */
const silentMs = 30 * 60_000
/** km/h from which it drives. */
const drives = 5

export const carStates = ['alarm', 'driving', 'idling', 'parked', 'silent'] as const satisfies readonly MarkTone[]

/** @param now the server's moment, in milliseconds. */
export function stateOf(car: Pick<LastPosition<string>, 'alarm' | 'ignition' | 'receivedAt' | 'speed'>, now: number): MarkTone {
  if (now - Date.parse(car.receivedAt) > silentMs) return 'silent'
  if (car.alarm) return 'alarm'
  if (car.speed >= drives) return 'driving'
  return car.ignition ? 'idling' : 'parked'
}
const plates = new Intl.Collator('zh')
/** Those first that somebody looks for: alarms, then who drives. */
export function inOrder<C extends LastPosition<string>>(cars: readonly C[], now: number): readonly C[] {
  const told = cars.map((car) => ({ car, rank: carStates.indexOf(stateOf(car, now)) }))
  return told.toSorted((a, b) => a.rank - b.rank || plates.compare(a.car.plate, b.car.plate)).map(({ car }) => car)
}
/** By plate, organ or model, whatever the case. */
export function matching(cars: readonly LastPosition<string>[], asked: string): readonly LastPosition<string>[] {
  const words = asked.trim().toLowerCase().split(/\s+/).filter((word) => word !== '')
  return cars.filter(({ label, organ }) => words.every((word) => `${label} ${organ}`.toLowerCase().includes(word)))
}
