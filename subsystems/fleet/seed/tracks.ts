// Where the cars drove on the last days 演示轨迹: working trips along bent ways and back, kept where they stand between; what is wrong on purpose among them.
import { daysAfter, dice } from '@houqin/people/seed'
import type { Dice, World } from '@houqin/people/seed'
import { driveAlong, wayBetween } from '@houqin/simulators'
import { plane, qingxiRoads, spotOfAddress } from '@houqin/simulators/qingxi'
import type { VehicleUse } from '../src/contract/index.ts'
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
export interface TrackedCar {
  readonly vehicle: string
  readonly home: TrackSpot
  place: TrackSpot
  mileage: number
  fuel: number
  readonly out: SeedSighting[]
}
export interface TrackSpot {
  readonly latitude: number
  readonly longitude: number
}

const days = 6
const cars = 70
/** Seconds between two positions under way, and between two where it stands. */
const step = 30
const rest = 1800
/** Its fence is a circle around it. */
export const districtRadius = 18_000
export const middle: TrackSpot = { latitude: 31_491_200, longitude: 120_311_900 }
/** On ground no car enters, metres from the middle. */
const onTheShore = { x: -2195, y: -2000 }
const perMetre = 1 / 0.111195
const eastward = 1 / Math.cos((31.49 * Math.PI) / 180)

/** Of the days before the world's own; its own day is the terminals'. */
export function seedTracks(world: World, vehicles: readonly SeedVehicle[], sites: readonly { readonly id: string; readonly address: string }[]): readonly SeedSighting[] {
  const roll = dice({ ...world, name: 'fleet tracks' })
  const driven = vehicles.filter(({ standing, grade }) => standing === 'inUse' && grade === 'ordinary').slice(0, cars)
  // whose class is not on duty at night
  const isOnDuty = (use: VehicleUse): boolean => use !== 'confidential' && use !== 'other'
  const night = driven.findIndex(({ use, shared }) => !isOnDuty(use) && !shared)
  const all = driven.map(({ id, odometer, parking, use }, nth): TrackedCar => {
    const home = yardOf(sites.find((site) => site.id === parking) ?? roll.pick(sites))
    const car: TrackedCar = { vehicle: id, home, place: home, mileage: odometer * 10 + 1000, fuel: roll.int(300, 550), out: [] }
    for (let before = days; before >= 1; before -= 1) dayOf(roll, car, { day: daysAfter(world.day, -before), nth, onDuty: isOnDuty(use), atNight: nth === night, isYesterday: before === 1 })
    return car
  })
  // what is dispatched drove by its slips
  return all.filter((_, nth) => driven[nth]?.shared !== true).flatMap(({ out }) => out)
}

function dayOf(roll: Dice, car: TrackedCar, { day, nth, onDuty, atNight, isYesterday }: { day: string; nth: number; onDuty: boolean; atNight: boolean; isYesterday: boolean }): void {
  const weekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
  const at = (time: string): number => Date.parse(`${day}T${time}:00+08:00`)
  if (car.fuel < 330) car.fuel = 540 // filled up on the way home
  let now = stand(car, at('06:00'), at(`0${roll.int(7, 8)}:${roll.int(10, 55)}`))
  if (!weekend || (onDuty && nth % 5 === 0))
    for (let trips = roll.int(1, 3); trips > 0 && now < at('16:30'); trips -= 1) {
      now = away(roll, car, now, roll.int(20, 46))
      now = stand(car, now, now + roll.int(15, 70) * 60_000)
      now = back(roll, car, now)
      now = stand(car, now, now + roll.int(30, 100) * 60_000)
    }
  if (isYesterday) now = wrong(roll, car, { nth, now: Math.max(now, at('18:20')) })
  now = stand(car, now, Math.max(now, at('23:05')))
  if (isYesterday && atNight) away(roll, car, now, plants.atNight.minutes)
}

/** What is wrong with one of them on purpose. @returns when that is over. */
function wrong(roll: Dice, car: TrackedCar, { nth, now: begins }: { nth: number; now: number }): number {
  const { speeding, idling, fuelTaken, outside, onBarredGround, jumping } = plants
  let now = begins
  if (nth === jumping.nth) jump(roll, car)
  if (nth === speeding.nth) for (const heading of [0, 0, 0, Math.PI, Math.PI, Math.PI]) now = move(car, now, { speed: heading === 0 ? speeding.kmh : 52, heading })
  if (nth === idling.nth) {
    now = away(roll, car, now, 6)
    for (let left = (idling.minutes * 60) / step; left >= 0; left -= 1) now = hold(car, now, true)
  }
  if (nth === fuelTaken.nth) {
    for (let left = 4; left > 0; left -= 1) now = hold(car, now, false)
    car.fuel -= fuelTaken.litres * 10
    for (let left = 4; left > 0; left -= 1) now = hold(car, now, false)
  }
  if (nth === outside.nth) now = upAndDown(car, now, { where: { latitude: middle.latitude + 190_000, longitude: middle.longitude }, minutes: outside.minutes, speed: 40, heading: Math.PI / 2 })
  if (nth === onBarredGround.nth) now = upAndDown(car, now, { where: micro(onTheShore), minutes: onBarredGround.minutes, speed: 18, heading: 0 })
  return now
}

/** An hour away, so many minutes one way and the other along a heading, and an hour back. */
function upAndDown(car: TrackedCar, begins: number, { where, minutes, speed, heading }: { where: TrackSpot; minutes: number; speed: number; heading: number }): number {
  const home = car.place
  let now = begins + 3_600_000
  car.place = where
  for (let left = (minutes * 60) / step; left >= 0; left -= 1) now = move(car, now, { speed, heading: left % 2 === 0 ? heading : heading + Math.PI })
  car.place = home
  return now + 3_600_000
}

/** Drives about so many minutes through the streets, to somewhere. */
function away(roll: Dice, car: TrackedCar, begins: number, minutes: number): number {
  let now = begins
  while (now - begins < minutes * 60_000) {
    const before = now
    now = drive(roll, car, now, roll.int(0, qingxiRoads().crossings.length - 1))
    if (now === before) break
  }
  return now
}
function back(roll: Dice, car: TrackedCar, begins: number): number {
  const now = drive(roll, car, begins, crossingNear(car.home))
  car.place = car.home
  return now
}
export function drive(roll: Dice, car: TrackedCar, begins: number, to: number): number {
  const roads = qingxiRoads()
  const way = wayBetween(roads, crossingNear(car.place), to)
  if (!way || way.length === 0) return begins
  const course = driveAlong(way, roads, 0.8 + roll.next() * 0.25)
  let now = begins
  for (let driven = 0; !course.arrived();) {
    course.advance(step, now / 1000)
    now += step * 1000
    const metres = course.driven() - driven
    driven = course.driven()
    car.place = micro(course.spot())
    car.mileage += metres / 100
    car.fuel = Math.max(80, car.fuel - metres / 1250)
    see(car, now, Math.round(course.speed() * 3.6), true)
  }
  return now
}
export function crossingNear(place: TrackSpot): number {
  const { x, y } = plane.toSpot({ latitude: place.latitude / 1e6, longitude: place.longitude / 1e6 })
  return qingxiRoads().crossings.reduce((best, one, index, all) => {
    const nearest = all[best]
    return nearest && Math.hypot(one.x - x, one.y - y) < Math.hypot(nearest.x - x, nearest.y - y) ? index : best
  }, 0)
}
export function yardOf({ address }: { readonly address: string }): TrackSpot {
  const spot = spotOfAddress(address)
  return spot ? micro(spot) : middle
}
export function micro(spot: { readonly x: number; readonly y: number }): TrackSpot {
  const { latitude, longitude } = plane.toDegrees(spot)
  return { latitude: Math.round(latitude * 1e6), longitude: Math.round(longitude * 1e6) }
}
/** One step along a heading, clockwise from north in radians. */
function move(car: TrackedCar, now: number, { speed, heading }: { speed: number; heading: number }): number {
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
export function stand(car: TrackedCar, from: number, to: number): number {
  for (let now = from + 60_000; now < to; now += rest * 1000) see(car, now, 0, false)
  return to
}
function hold(car: TrackedCar, now: number, ignition: boolean): number {
  see(car, now + step * 1000, 0, ignition)
  return now + step * 1000
}
function see({ vehicle, place, mileage, fuel, out }: TrackedCar, at: number, speed: number, ignition: boolean): void {
  out.push({ vehicle, at: new Date(at), latitude: place.latitude, longitude: place.longitude, speed, ignition, mileage: Math.round(mileage), fuel: Math.round(fuel) })
}
/** The antenna is loose: the car is seen far away and back again. */
function jump(roll: Dice, car: TrackedCar): void {
  const last = car.out.at(-1)
  if (last === undefined) return
  for (let nth = 1; nth <= plants.jumping.times; nth += 1) {
    const at = last.at.getTime() + nth * 20_000
    car.out.push({ ...last, at: new Date(at), latitude: last.latitude + roll.int(300_000, 900_000) })
    car.out.push({ ...last, at: new Date(at + 10_000) })
  }
}
