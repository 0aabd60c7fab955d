// Ranking cars for a request 排车: seats that fit, a class that suits, near, new energy first; each point comes with its reason.
import { say } from '@houqin/problem'
import type { Sentence } from '@houqin/problem'
import type { UsePurpose, Vehicle, VehicleUse } from '../../contract/index.ts'

export interface Rankable {
  readonly seats: number
  readonly use: VehicleUse
  readonly kind: Vehicle['kind']
  readonly energy: Vehicle['energy']
  readonly ownOrgan: boolean
  /** From where it was seen last to the place of departure; null where either is not known. */
  readonly kilometres: number | null
  readonly parkedThere: boolean
}
export interface Ranked {
  /** The smaller the better; only for comparing within one answer. */
  readonly score: number
  readonly reasons: readonly Sentence[]
}
/** Whose task such a journey is, the most fitting first. */
const suits: Readonly<Record<UsePurpose, readonly VehicleUse[]>> = Object.freeze({
  inspection: ['emergency', 'other'], meeting: ['emergency', 'other'], reception: ['other', 'emergency'], documents: ['confidential', 'emergency'],
  emergency: ['emergency', 'special'], enforcement: ['enforcement', 'emergency'], seniors: ['other', 'emergency'], other: ['emergency', 'other'],
})
const classes: Readonly<Record<VehicleUse, Sentence>> = Object.freeze({
  confidential: say('机要通信用车', 'confidential courier'), emergency: say('应急保障用车', 'emergency and support'), enforcement: say('执法执勤用车', 'law enforcement'),
  special: say('特种专业技术用车', 'special technical'), other: say('其他按规定配备的车', 'other as provided'),
})
const newEnergy: readonly Vehicle['energy'][] = ['electric', 'plugIn', 'fuelCell']
/** What a seat too many, a class that does not suit, a kilometre, petrol and another organ's car weigh against each other. */
const weights = Object.freeze({ seat: 2, secondClass: 4, wrongClass: 20, kilometre: 1, unknownDistance: 6, petrol: 5, notOwn: 3, works: 30 })

/** @param passengers besides the driver; the car must seat them. */
export function rank(car: Rankable, { passengers, purpose }: { readonly passengers: number; readonly purpose: UsePurpose }): Ranked {
  const spare = car.seats - 1 - passengers
  const place = suits[purpose].indexOf(car.use)
  const isNew = newEnergy.includes(car.energy)
  const near = car.parkedThere && car.kilometres === null ? 0 : car.kilometres
  const score = spare * weights.seat + (place === 0 ? 0 : place > 0 ? weights.secondClass : weights.wrongClass) + (near === null ? weights.unknownDistance : near * weights.kilometre)
    + (isNew ? 0 : weights.petrol) + (car.ownOrgan ? 0 : weights.notOwn) + (car.kind === 'works' || car.kind === 'truck' ? weights.works : 0)
  return {
    score,
    reasons: [
      spare === 0 ? say(`${car.seats} 座，正好坐下`, `${car.seats} seats, just enough`) : say(`${car.seats} 座，空 ${spare} 座`, `${car.seats} seats, ${spare} to spare`),
      place < 0 ? say(`${classes[car.use].zh}，与用途不对口`, `${classes[car.use].en}, not its task`) : classes[car.use],
      ...(car.kilometres !== null && car.kilometres >= 0.05 ? [say(`离出发地 ${car.kilometres.toFixed(1)} km`, `${car.kilometres.toFixed(1)} km away`)] : car.parkedThere || car.kilometres !== null ? [say('就停在出发地', 'parked where it starts')] : []),
      ...(isNew ? [say('新能源', 'new energy')] : []),
      ...(car.ownOrgan ? [say('本单位车辆', 'the organ’s own car')] : []),
    ],
  }
}

/** Along the earth between two places given in degrees, in km. */
export function kilometresBetween(a: { readonly latitude: number; readonly longitude: number }, b: { readonly latitude: number; readonly longitude: number }): number {
  const [rad, radius] = [Math.PI / 180, 6371]
  const [dLat, dLon] = [(b.latitude - a.latitude) * rad, (b.longitude - a.longitude) * rad]
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a.latitude * rad) * Math.cos(b.latitude * rad) * Math.sin(dLon / 2) ** 2
  return 2 * radius * Math.asin(Math.sqrt(h))
}

/** Of two-letter pairs in the names of two places, how many both have, from 0 to 1. */
export function alike(a: string, b: string): number {
  const pairs = (words: string): ReadonlySet<string> => {
    const letters = [...words.replace(/[\s\p{P}]/gu, '')]
    return new Set(letters.slice(1).map((letter, place) => `${letters[place] ?? ''}${letter}`))
  }
  const [one, other] = [pairs(a), pairs(b)]
  if (one.size === 0 || other.size === 0) return 0
  return (2 * [...one].filter((pair) => other.has(pair)).length) / (one.size + other.size)
}
