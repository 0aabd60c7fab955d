// Areas and routes a terminal watches by itself 区域与路线: which fields there are is said by their attribute bits.
import type { Reader, Writer } from './cursor.ts'
import { bcd, list, since2019, struct, textBy, u16, u32, u8 } from './layout.ts'
import type { Part } from './layout.ts'

export interface Point {
  readonly latitude: number
  readonly longitude: number
}
/** Coordinates in 1e-6 degrees; times YYMMDDhhmmss, with zeros for the years when they hold every day. */
interface Limits {
  readonly startTime?: string | undefined
  readonly endTime?: string | undefined
  readonly maxSpeed?: number | undefined
  readonly overspeedSeconds?: number | undefined
  readonly nightMaxSpeed?: number | undefined
}
interface Area extends Limits {
  readonly id: number
  readonly attributes: number
  readonly name?: string | undefined
}
export interface Circle extends Area {
  readonly centre: Point
  readonly radius: number
}
export interface Rectangle extends Area {
  readonly upperLeft: Point
  readonly lowerRight: Point
}
export interface Polygon extends Area {
  readonly points: readonly Point[]
}
export interface RoutePoint extends Point {
  readonly pointId: number
  readonly segmentId: number
  readonly width: number
  readonly attributes: number
  readonly longest?: number | undefined
  readonly shortest?: number | undefined
  readonly maxSpeed?: number | undefined
  readonly overspeedSeconds?: number | undefined
  readonly nightMaxSpeed?: number | undefined
}
export interface Route {
  readonly id: number
  readonly attributes: number
  readonly startTime?: string | undefined
  readonly endTime?: string | undefined
  readonly points: readonly RoutePoint[]
  readonly name?: string | undefined
}

const point = struct({ latitude: u32, longitude: u32 })
const when = struct({ startTime: bcd(6), endTime: bcd(6) })
const speed = struct({ maxSpeed: u16, overspeedSeconds: u8 })
const nightSpeed = since2019(u16)
const name = since2019(textBy(u16))
const timed = (attributes: number): boolean => (attributes & 1) !== 0
const limited = (attributes: number): boolean => (attributes & 2) !== 0

function readLimits(from: Reader, attributes: number, night: boolean): Limits {
  return {
    ...(timed(attributes) && when.read(from)),
    ...(limited(attributes) && speed.read(from)),
    ...(limited(attributes) && night && { nightMaxSpeed: nightSpeed.read(from) }),
  }
}
function writeLimits(to: Writer, { attributes, ...given }: Area, night: boolean): void {
  if (timed(attributes)) when.write(to, { startTime: given.startTime ?? '', endTime: given.endTime ?? '' })
  if (limited(attributes)) speed.write(to, { maxSpeed: given.maxSpeed ?? 0, overspeedSeconds: given.overspeedSeconds ?? 0 })
  if (limited(attributes) && night) nightSpeed.write(to, given.nightMaxSpeed ?? given.maxSpeed)
}

/** Circle and rectangle: one shape between attributes and limits. */
function areaWith<S extends object>(shape: Part<S>): Part<Area & S> {
  return {
    read(from) {
      const id = from.u32()
      const attributes = from.u16()
      return { id, attributes, ...shape.read(from), ...readLimits(from, attributes, true), name: name.read(from) }
    },
    write(to, value) {
      to.u32(value.id)
      to.u16(value.attributes)
      shape.write(to, value)
      writeLimits(to, value, true)
      name.write(to, value.name ?? '')
    },
  }
}
export const circle: Part<Circle> = areaWith(struct({ centre: point, radius: u32 }))
export const rectangle: Part<Rectangle> = areaWith(struct({ upperLeft: point, lowerRight: point }))

/** A polygon has its night speed behind its corners. */
export const polygon: Part<Polygon> = {
  read(from) {
    const id = from.u32()
    const attributes = from.u16()
    const limits = readLimits(from, attributes, false)
    const points = list(u16, point).read(from)
    return { id, attributes, ...limits, points, ...(limited(attributes) && { nightMaxSpeed: nightSpeed.read(from) }), name: name.read(from) }
  },
  write(to, value) {
    to.u32(value.id)
    to.u16(value.attributes)
    writeLimits(to, value, false)
    list(u16, point).write(to, value.points)
    if (limited(value.attributes)) nightSpeed.write(to, value.nightMaxSpeed ?? value.maxSpeed)
    name.write(to, value.name ?? '')
  },
}

const routePoint: Part<RoutePoint> = {
  read(from) {
    const head = struct({ pointId: u32, segmentId: u32, latitude: u32, longitude: u32, width: u8, attributes: u8 }).read(from)
    return {
      ...head,
      ...(timed(head.attributes) && { longest: from.u16(), shortest: from.u16() }),
      ...(limited(head.attributes) && { ...speed.read(from), nightMaxSpeed: nightSpeed.read(from) }),
    }
  },
  write(to, value) {
    for (const part of [value.pointId, value.segmentId, value.latitude, value.longitude]) to.u32(part)
    to.u8(value.width)
    to.u8(value.attributes)
    if (timed(value.attributes)) {
      to.u16(value.longest ?? 0)
      to.u16(value.shortest ?? 0)
    }
    if (!limited(value.attributes)) return
    speed.write(to, { maxSpeed: value.maxSpeed ?? 0, overspeedSeconds: value.overspeedSeconds ?? 0 })
    nightSpeed.write(to, value.nightMaxSpeed ?? value.maxSpeed)
  },
}
export const route: Part<Route> = {
  read(from) {
    const id = from.u32()
    const attributes = from.u16()
    return { id, attributes, ...(timed(attributes) && when.read(from)), points: list(u16, routePoint).read(from), name: name.read(from) }
  },
  write(to, value) {
    to.u32(value.id)
    to.u16(value.attributes)
    if (timed(value.attributes)) when.write(to, { startTime: value.startTime ?? '', endTime: value.endTime ?? '' })
    list(u16, routePoint).write(to, value.points)
    name.write(to, value.name ?? '')
  },
}
