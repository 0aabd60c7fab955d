// Entities made of their groups: what a plan is drawn with, the rest is counted.
import type { ArcEntity, EllipseEntity, Entity, InsertEntity, PathEntity, SplineEntity, TextEntity } from './drawing.ts'
import { facing, has, one } from './entity-groups.ts'
import type { Groups } from './entity-groups.ts'
import { faceOf, filledOf } from './filled.ts'
import { hatchOf } from './hatch.ts'
import { isPlace } from './limits.ts'
import { multiLineOf } from './multi-line.ts'

/** `space`: drawn in three dimensions. `impossible`: its coordinates are no places. `other`: a kind that no plan needs. */
export type Refusal = 'space' | 'impossible' | 'other'

/** A text as read: raw, since the encoding may not be known yet. */
export interface RawText extends Omit<TextEntity, 'lines'> {
  readonly raw: string
}

type Maker = (groups: Groups, mirrored: boolean) => Entity | RawText | Refusal

const makers: Readonly<Record<string, Maker>> = Object.freeze({
  LINE: lineOf, LWPOLYLINE: lightPathOf, ARC: arcOf, CIRCLE: arcOf, ELLIPSE: ellipseOf, SPLINE: splineOf, HATCH: hatchEntityOf,
  TEXT: textOf, ATTRIB: textOf, MTEXT: paragraphOf, INSERT: insertOf, MLINE: multiLineEntityOf,
  SOLID: (groups, mirrored) => filledOf(groups, layerOf(groups), mirrored), TRACE: (groups, mirrored) => filledOf(groups, layerOf(groups), mirrored), '3DFACE': (groups) => faceOf(groups, layerOf(groups)),
})

export function entityOf(groups: Groups): Entity | RawText | Refusal {
  const maker = Object.hasOwn(makers, groups.type) ? makers[groups.type] : undefined
  if (maker === undefined) return 'other'
  const side = facing(groups)
  if (side === 'space') return 'space'
  return maker(groups, side === 'below')
}

export function layerOf(groups: Groups): string {
  return groups.texts.get(8) ?? '0'
}

/** A name said in a text group, raw. */
export function nameOf(groups: Groups): string {
  return groups.texts.get(2) ?? ''
}

function arePlaces(values: readonly number[]): boolean {
  return values.every(isPlace)
}

function lineOf(groups: Groups): PathEntity | Refusal {
  // a line is given in the world, never in the plane of its extrusion
  const points = [one(groups, 10, 0), one(groups, 20, 0), one(groups, 11, 0), one(groups, 21, 0)]
  return arePlaces(points) ? { kind: 'path', from: 'LINE', layer: layerOf(groups), mirrored: false, points, closed: false } : 'impossible'
}

function lightPathOf(groups: Groups, mirrored: boolean): PathEntity | Refusal {
  const points: number[] = []
  const bulges: number[] = []
  let bent = false
  for (let at = 0; at < groups.codes.length; at += 1) {
    const value = groups.values[at] ?? 0
    switch (groups.codes[at]) {
      case 10:
        points.push(value, 0)
        bulges.push(0)
        break
      case 20:
        if (points.length > 0) points[points.length - 1] = value
        break
      case 42:
        if (bulges.length > 0) bulges[bulges.length - 1] = Number.isFinite(value) ? value : 0
        bent ||= value !== 0
        break
      default:
    }
  }
  if (!arePlaces(points)) return 'impossible'
  if (points.length < 4) return 'other'
  const closed = (one(groups, 70, 0) & 1) === 1
  return { kind: 'path', from: 'LWPOLYLINE', layer: layerOf(groups), mirrored, points, closed, ...(bent ? { bulges } : {}) }
}

function arcOf(groups: Groups, mirrored: boolean): ArcEntity | Refusal {
  const [x, y, radius] = [one(groups, 10, 0), one(groups, 20, 0), one(groups, 40, 0)]
  const [start, end] = [one(groups, 50, 0), one(groups, 51, 360)]
  if (!arePlaces([x, y, radius, start, end]) || radius <= 0) return 'impossible'
  return { kind: 'arc', layer: layerOf(groups), mirrored, x, y, radius, start, end, whole: groups.type === 'CIRCLE' }
}

function ellipseOf(groups: Groups, mirrored: boolean): EllipseEntity | Refusal {
  const [x, y, majorX, majorY] = [one(groups, 10, 0), one(groups, 20, 0), one(groups, 11, 0), one(groups, 21, 0)]
  const [ratio, start, end] = [one(groups, 40, 1), one(groups, 41, 0), one(groups, 42, 2 * Math.PI)]
  if (!arePlaces([x, y, majorX, majorY, ratio, start, end])) return 'impossible'
  // given in the world: seen from below it only runs the other way
  return { kind: 'ellipse', layer: layerOf(groups), mirrored: false, x, y, majorX, majorY, ratio: mirrored ? -ratio : ratio, start, end }
}

function splineOf(groups: Groups): SplineEntity | Refusal {
  const knots: number[] = []
  const control: number[] = []
  const fit: number[] = []
  for (let at = 0; at < groups.codes.length; at += 1) {
    const value = groups.values[at] ?? 0
    switch (groups.codes[at]) {
      case 40:
        knots.push(value)
        break
      case 10:
        control.push(value, 0)
        break
      case 20:
        if (control.length > 0) control[control.length - 1] = value
        break
      case 11:
        fit.push(value, 0)
        break
      case 21:
        if (fit.length > 0) fit[fit.length - 1] = value
        break
      default:
    }
  }
  if (!arePlaces(control) || !arePlaces(fit) || !arePlaces(knots)) return 'impossible'
  if (control.length < 4 && fit.length < 4) return 'other'
  const degree = Math.max(1, Math.min(10, Math.trunc(one(groups, 71, 3)) || 3))
  return { kind: 'spline', layer: layerOf(groups), mirrored: false, degree, closed: (one(groups, 70, 0) & 1) === 1, knots, control, fit }
}

function hatchEntityOf(groups: Groups, mirrored: boolean): Entity | Refusal {
  const loops = hatchOf(groups)
  if (loops === undefined) return 'impossible'
  return loops.length === 0 ? 'other' : { kind: 'hatch', layer: layerOf(groups), mirrored, loops }
}

function multiLineEntityOf(groups: Groups): Entity | Refusal {
  const paths = multiLineOf(groups)
  if (paths === undefined) return 'impossible'
  return paths.length === 0 ? 'other' : { kind: 'lines', layer: layerOf(groups), mirrored: false, paths }
}

function textOf(groups: Groups, mirrored: boolean): RawText | Refusal {
  const across = one(groups, 72, 0)
  const up = one(groups, groups.type === 'TEXT' ? 73 : 74, 0)
  // whatever is aligned is placed by its second point; fitted between two points (3, 5) it stands in their middle
  const second = (across !== 0 || up !== 0) && has(groups, 11)
  const between = second && (across === 3 || across === 5)
  const [firstX, firstY] = [one(groups, 10, 0), one(groups, 20, 0)]
  const x = between ? (firstX + one(groups, 11, 0)) / 2 : second ? one(groups, 11, 0) : firstX
  const y = between ? (firstY + one(groups, 21, 0)) / 2 : second ? one(groups, 21, 0) : firstY
  const height = one(groups, 40, 0)
  const rotation = one(groups, 50, 0)
  if (!arePlaces([x, y, height, rotation])) return 'impossible'
  // an attribute that is not to be seen
  if (groups.type === 'ATTRIB' && (one(groups, 70, 0) & 1) === 1) return 'other'
  const middle = across === 1 || across === 3 || across === 4 || across === 5
  const anchor = [middle ? 0 : across === 2 ? 1 : -1, across === 4 || up === 2 ? 0 : up === 3 ? 1 : -1] as const
  const from = groups.type === 'TEXT' ? 'TEXT' : 'ATTRIB'
  return { kind: 'text', from, layer: layerOf(groups), mirrored, raw: groups.texts.get(1) ?? '', x, y, height: Math.abs(height), rotation, anchor }
}

function paragraphOf(groups: Groups): RawText | Refusal {
  const [x, y, height] = [one(groups, 10, 0), one(groups, 20, 0), one(groups, 40, 0)]
  // the direction is a vector, or an angle where there is none
  const rotation = has(groups, 11) ? (Math.atan2(one(groups, 21, 0), one(groups, 11, 1)) * 180) / Math.PI : one(groups, 50, 0)
  if (!arePlaces([x, y, height, rotation])) return 'impossible'
  const place = Math.min(9, Math.max(1, Math.trunc(one(groups, 71, 1)) || 1)) - 1
  const anchor = [(place % 3) - 1, 1 - Math.trunc(place / 3)] as const
  return { kind: 'text', from: 'MTEXT', layer: layerOf(groups), mirrored: false, raw: groups.parts + (groups.texts.get(1) ?? ''), x, y, height: Math.abs(height), rotation, anchor }
}

function insertOf(groups: Groups, mirrored: boolean): InsertEntity | Refusal {
  const [x, y, scaleX, scaleY, rotation] = [one(groups, 10, 0), one(groups, 20, 0), one(groups, 41, 1), one(groups, 42, 1), one(groups, 50, 0)]
  const [columnStep, rowStep] = [one(groups, 44, 0), one(groups, 45, 0)]
  if (!arePlaces([x, y, scaleX, scaleY, rotation, columnStep, rowStep])) return 'impossible'
  const count = (code: number): number => Math.max(1, Math.min(32_767, Math.trunc(one(groups, code, 1)) || 1))
  return { kind: 'insert', layer: layerOf(groups), mirrored, block: nameOf(groups), x, y, scaleX, scaleY, rotation, columns: count(70), rows: count(71), columnStep, rowStep }
}
