// Where the cars drove on the last days 演示轨迹: working trips along bent ways and back, kept where they stand between; what is wrong on purpose among them.
import { daysAfter, dice } from '@houqin/people/seed'
import type { Dice, World } from '@houqin/people/seed'
import type { SeedVehicle } from './district-fleet.ts'
import { plants } from './plants.ts'

export interface SeedSighting {
  readonly vehicle: string
  readonly at: Date
  /** 1e-6 degrees. */
  readonly latitude: number
  readonly longitude: number
  /** km/h. */
  readonly speed: number
  readonly ignition: boolean
  /** 0.1 km. */
  readonly mileage: number
  /** 0.1 L. */
  readonly fuel: number
}
interface Car {
  readonly vehicle: string
  readonly home: Spot
  place: Spot
  mileage: number
  fuel: number
  readonly out: SeedSighting[]
}
interface Spot {
  readonly latitude: number
  readonly longitude: number
}

const days = 6
const cars = 70
/** Seconds between two positions under way, and between two where it stands. */
const step = 30
const rest = 1800
const middle: Spot = { latitude: 31_491_200, longitude: 120_311_900 }
const perMetre = 1 / 0.111195
const eastward = 1 / Math.cos((31.49 * Math.PI) / 180)

/** Of the days before the world's own; its own day is the terminals'. */
export function seedTracks(world: World, vehicles: readonly SeedVehicle[]): readonly SeedSighting[] {
  const roll = dice({ ...world, name: 'fleet tracks' })
  const driven = vehicles.filter(({ standing, grade }) => standing === 'inUse' && grade === 'ordinary').slice(0, cars)
  const all = driven.map(({ id, odometer }, nth): Car => {
    const home = { latitude: Math.round(middle.latitude + roll.bell(-42_000, 42_000)), longitude: Math.round(middle.longitude + roll.bell(-50_000, 50_000)) }
    const car: Car = { vehicle: id, home, place: home, mileage: odometer * 10 + 1000, fuel: roll.int(300, 550), out: [] }
    for (let before = days; before >= 1; before -= 1) dayOf(roll, car, { day: daysAfter(world.day, -before), nth, isYesterday: before === 1 })
    return car
  })
  return all.flatMap(({ out }) => out)
}

function dayOf(roll: Dice, car: Car, { day, nth, isYesterday }: { day: string; nth: number; isYesterday: boolean }): void {
  const weekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
  const at = (time: string): number => Date.parse(`${day}T${time}:00+08:00`)
  let now = stand(car, at('06:00'), at(`0${roll.int(7, 8)}:${roll.int(10, 55)}`))
  if (!weekend || nth % 11 === 0)
    for (let trips = roll.int(1, 3); trips > 0; trips -= 1) {
      now = away(roll, car, now, roll.int(20, 46))
      now = stand(car, now, now + roll.int(15, 70) * 60_000)
      now = back(roll, car, now)
      now = stand(car, now, now + roll.int(30, 100) * 60_000)
    }
  if (isYesterday && nth === plants.jumping.nth) jump(roll, car)
  stand(car, now, Math.max(now, at('22:30')))
}

/** Drives so many minutes to somewhere. */
function away(roll: Dice, car: Car, begins: number, minutes: number): number {
  let heading = roll.next() * 2 * Math.PI
  let now = begins
  for (let left = Math.round((minutes * 60) / step); left > 0; left -= 1) {
    heading += roll.bell(-0.5, 0.5)
    // what would leave the district turns towards its middle
    if (Math.hypot(car.place.latitude - middle.latitude, car.place.longitude - middle.longitude) > 70_000)
      heading = Math.atan2(middle.longitude - car.place.longitude, middle.latitude - car.place.latitude)
    now = move(car, now, { speed: roll.int(18, 68), heading })
  }
  return now
}
function back(roll: Dice, car: Car, begins: number): number {
  let now = begins
  for (let left = 200; left > 0; left -= 1) {
    const [north, east] = [(car.home.latitude - car.place.latitude) / perMetre, (car.home.longitude - car.place.longitude) / perMetre / eastward]
    const far = Math.hypot(north, east)
    if (far < 400) break
    now = move(car, now, { speed: Math.min(roll.int(25, 66), Math.max(12, (far / step) * 3.6)), heading: Math.atan2(east, north) + roll.bell(-0.3, 0.3) })
  }
  car.place = car.home
  return now
}
/** One step along a heading, clockwise from north in radians. */
export function move(car: Car, now: number, { speed, heading }: { speed: number; heading: number }): number {
  const metres = (speed / 3.6) * step
  car.place = {
    latitude: Math.round(car.place.latitude + Math.cos(heading) * metres * perMetre),
    longitude: Math.round(car.place.longitude + Math.sin(heading) * metres * perMetre * eastward),
  }
  car.mileage += metres / 100
  car.fuel = Math.max(80, car.fuel - metres / 1250)
  see(car, now + step * 1000, speed, true)
  return now + step * 1000
}
function stand(car: Car, from: number, to: number): number {
  for (let now = from + 60_000; now < to; now += rest * 1000) see(car, now, 0, false)
  return to
}
function see({ vehicle, place, mileage, fuel, out }: Car, at: number, speed: number, ignition: boolean): void {
  out.push({ vehicle, at: new Date(at), latitude: place.latitude, longitude: place.longitude, speed, ignition, mileage: Math.round(mileage), fuel: Math.round(fuel) })
}
/** The antenna is loose: the car is seen far away and back again. */
function jump(roll: Dice, car: Car): void {
  const last = car.out.at(-1)
  if (last === undefined) return
  for (let nth = 1; nth <= plants.jumping.times; nth += 1) {
    const at = last.at.getTime() + nth * 20_000
    car.out.push({ ...last, at: new Date(at), latitude: last.latitude + roll.int(300_000, 900_000) })
    car.out.push({ ...last, at: new Date(at + 10_000) })
  }
}
