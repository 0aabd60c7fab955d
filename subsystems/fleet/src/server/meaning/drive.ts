// From positions to trips 行程: one step a position, in the order of the device's time; what has been made out so far is plain data and can be kept.
import { metresBetween } from './place.ts'
import type { Place } from './place.ts'

export interface Sighting extends Partial<Place> {
  /** Milliseconds. */
  readonly at: number
  /** 0.1 km/h. */
  readonly speed: number
  readonly ignition: boolean
  /** 0.1 km. */
  readonly mileage: number | null
  readonly caughtUp: boolean
}
/** Metres, 0.1 km/h and milliseconds, read from the standard of the day. */
export interface Measures {
  readonly movingFrom: number
  readonly driftWithin: number
  readonly driftWhenOff: number
  readonly stopAfter: number
  readonly gapAfter: number
  /** Metres a millisecond. */
  readonly fastest: number
}
export interface Trip {
  readonly begins: number
  readonly ends: number
  readonly from: Place
  readonly to: Place
  readonly metres: number
  readonly byOdometer: boolean
  readonly drivingMs: number
  readonly idlingMs: number
  readonly fastest: number
  readonly positions: number
  readonly caughtUp: boolean
}
interface Running {
  readonly begins: number
  readonly from: Place
  to: Place
  lastMoving: number
  /** Along the track, up to the last position that moved. */
  metres: number
  readonly odometerFrom: number | null
  odometerTo: number | null
  drivingMs: number
  idlingMs: number
  /** Standing with the engine on since the last that moved: counts only when the trip goes on. */
  pausedMs: number
  fastest: number
  positions: number
  caughtUp: boolean
  /** It has left where it stood; until then it may be drift. */
  confirmed: boolean
}
export interface Course {
  last: { at: number; place: Place; moving: boolean; ignition: boolean } | null
  /** Where the car was when it stood last. */
  anchor: Place | null
  running: Running | null
  odometer: number | null
  rejected: { at: number; place: Place; times: number } | null
  drivingMs: number
  idlingMs: number
  fastest: number
  metres: number
  unseenMetres: number
  trips: number
  firstAt: number | null
  lastAt: number | null
  positions: number
  jumps: number
  caughtUp: number
}

/** So many positions in a row that agree with one another are where the car is, however it came there. */
const agreeing = 3
/** A car that is carried or thrown about by its terminal shorter than this has not been anywhere unseen. */
const unseenFrom = 300

export function newCourse(): Course {
  return {
    last: null, anchor: null, running: null, odometer: null, rejected: null, drivingMs: 0, idlingMs: 0, fastest: 0, metres: 0, unseenMetres: 0, trips: 0,
    firstAt: null, lastAt: null, positions: 0, jumps: 0, caughtUp: 0,
  }
}

/** Moves the course on by one position. @returns the trip that has come to its end by it. */
export function drive(course: Course, sighting: Sighting, measures: Measures): Trip | undefined {
  course.positions += 1
  course.firstAt ??= sighting.at
  course.lastAt = sighting.at
  if (sighting.caughtUp) course.caughtUp += 1
  let ended: Trip | undefined
  const silence = course.last === null ? 0 : sighting.at - course.last.at
  if (silence > measures.gapAfter) ended = finish(course)
  const place = placeOf(course, sighting, measures)
  if (place !== undefined) {
    if (silence > measures.gapAfter) unseen(course, place)
    step(course, { sighting, place, measures, passed: silence > measures.gapAfter ? 0 : silence })
  }
  if (sighting.mileage !== null && sighting.mileage > 0) course.odometer = sighting.mileage
  const { running } = course
  if (running && sighting.at - running.lastMoving >= measures.stopAfter) ended = finish(course) ?? ended
  return ended
}

/** The trip under way as far as it has come; undefined where the car has not left where it stood. */
export function underWay({ running }: Course): Trip | undefined {
  return running?.confirmed === true ? tripOf(running) : undefined
}

/** Nothing more comes of this day: the trip under way has ended where the car was seen last. */
export function finish(course: Course): Trip | undefined {
  const { running } = course
  course.running = null
  if (running?.confirmed !== true) return undefined
  course.anchor = course.last?.place ?? course.anchor
  const trip = tripOf(running)
  course.trips += 1
  course.metres += trip.metres
  course.drivingMs += trip.drivingMs
  course.fastest = Math.max(course.fastest, trip.fastest)
  return trip
}

/** Undefined for a position without a place, and for one that no car can have come to. */
function placeOf(course: Course, { at, latitude, longitude }: Sighting, { fastest }: Measures): Place | undefined {
  if (latitude === undefined || longitude === undefined) return undefined
  const place = { latitude, longitude }
  const { last, rejected } = course
  const possible = (from: { at: number; place: Place }): boolean => metresBetween(from.place, place) <= Math.max(unseenFrom, fastest * (at - from.at))
  if (last === null || possible(last)) {
    course.rejected = null
    return place
  }
  course.jumps += 1
  const times = rejected !== null && possible(rejected) ? rejected.times + 1 : 1
  course.rejected = { at, place, times }
  if (times < agreeing) return undefined
  // it is the old place that was wrong; nothing is driven by finding out
  course.rejected = null
  course.last = { ...last, at, place }
  course.anchor = place
  if (course.running) course.running.to = place
  return place
}

/** What was driven while nothing was heard is at least the way between. */
function unseen(course: Course, place: Place): void {
  const from = course.last?.place
  const metres = from === undefined ? 0 : metresBetween(from, place)
  if (metres >= unseenFrom) course.unseenMetres += Math.round(metres)
  course.anchor = course.anchor !== null && metres < unseenFrom ? course.anchor : place
}

function step(course: Course, { sighting, place, measures, passed }: { sighting: Sighting; place: Place; measures: Measures; passed: number }): void {
  const { at, speed, ignition, mileage } = sighting
  const moving = speed >= measures.movingFrom
  course.anchor ??= place
  // whoever wanders about where he stands has not set out yet
  if (course.running?.confirmed === false && at - course.running.begins >= measures.stopAfter) course.running = null
  if (!moving && ignition && course.last?.ignition === true && !course.last.moving) {
    course.idlingMs += passed
    if (course.running) course.running.pausedMs += passed
  }
  if (moving) {
    // it set out where it was seen last, unless that was too long ago
    const out = course.last !== null && passed > 0 ? course.last : { at, place }
    course.running ??= {
      begins: out.at, from: out.place, to: out.place, lastMoving: at, metres: 0,
      odometerFrom: course.odometer ?? mileage, odometerTo: null, drivingMs: 0, idlingMs: 0, pausedMs: 0, fastest: 0, positions: 0, caughtUp: false, confirmed: false,
    }
    const { running, anchor } = course
    running.metres += metresBetween(running.to, place)
    running.to = place
    running.lastMoving = at
    running.drivingMs += passed
    running.idlingMs += running.pausedMs
    running.pausedMs = 0
    running.fastest = Math.max(running.fastest, speed)
    if (mileage !== null && mileage > 0) running.odometerTo = mileage
    running.confirmed ||= metresBetween(anchor, place) >= (ignition ? measures.driftWithin : measures.driftWhenOff)
  }
  if (course.running) {
    course.running.positions += 1
    course.running.caughtUp ||= sighting.caughtUp
  }
  course.last = { at, place, moving, ignition }
}

/** By the odometer where it has gone on and agrees with what a car can drive, else along the track. */
function tripOf({ begins, lastMoving, from, to, metres, odometerFrom, odometerTo, drivingMs, idlingMs, fastest, positions, caughtUp }: Running): Trip {
  const driven = odometerFrom === null || odometerTo === null ? 0 : (odometerTo - odometerFrom) * 100
  // within 0.1 km an odometer says nothing, and one that was changed or reset says what cannot be
  const believed = driven >= 100 && driven >= metres * 0.5 - 200 && driven <= metres * 2 + 1000
  return { begins, ends: lastMoving, from, to, metres: Math.round(believed ? driven : metres), byOdometer: believed, drivingMs, idlingMs, fastest, positions, caughtUp }
}
