// A drawing as it was read: its header, layers, blocks and entities, in the drawing's own units.
import type { Encoding } from './encoding.ts'
import type { Finding } from './finding.ts'

export interface Layer {
  readonly name: string
  /** Frozen: not to be seen, nor whatever a block placed on it brings along. */
  readonly frozen: boolean
  /** Switched off: not to be seen. */
  readonly off: boolean
}

/** Numbers in pairs: x0, y0, x1, y1 … */
export type Points = readonly number[]

export interface Path {
  readonly points: Points
  /** One for each point, tangent of a quarter of the arc's angle to the next point; absent when all are straight. */
  readonly bulges?: readonly number[]
  readonly closed: boolean
}

interface Placed {
  readonly layer: string
  /** Drawn from below (extrusion 0, 0, -1): x is mirrored. */
  readonly mirrored: boolean
}
export interface PathEntity extends Placed, Path {
  readonly kind: 'path'
  readonly from: 'LINE' | 'LWPOLYLINE' | 'POLYLINE' | 'SOLID'
}
/** A circle or an arc, counterclockwise from `start` to `end`, degrees; `whole` for a circle. */
export interface ArcEntity extends Placed {
  readonly kind: 'arc'
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly start: number
  readonly end: number
  readonly whole: boolean
}
/** An ellipse about x, y with the half axis (majorX, majorY), from `start` to `end`, radians. */
export interface EllipseEntity extends Placed {
  readonly kind: 'ellipse'
  readonly x: number
  readonly y: number
  readonly majorX: number
  readonly majorY: number
  readonly ratio: number
  readonly start: number
  readonly end: number
}
/** A free curve; its points of fit, else the curve of its control points and knots. */
export interface SplineEntity extends Placed {
  readonly kind: 'spline'
  readonly degree: number
  readonly closed: boolean
  readonly knots: readonly number[]
  readonly control: Points
  readonly fit: Points
}
export interface HatchEntity extends Placed {
  readonly kind: 'hatch'
  readonly loops: readonly Path[]
}
/** Lines drawn at once, side by side. */
export interface MultiLineEntity extends Placed {
  readonly kind: 'lines'
  readonly paths: readonly Path[]
}
export interface TextEntity extends Placed {
  readonly kind: 'text'
  readonly from: 'TEXT' | 'MTEXT' | 'ATTRIB'
  /** Lines without marks of style, none empty. */
  readonly lines: readonly string[]
  readonly x: number
  readonly y: number
  readonly height: number
  /** Degrees, counterclockwise. */
  readonly rotation: number
  /** Where x, y lies in the text: -1 left or bottom, 0 middle, 1 right or top. */
  readonly anchor: readonly [across: number, up: number]
}
/** A block placed: `columns` × `rows` times, `columnStep` and `rowStep` apart before turning. */
export interface InsertEntity extends Placed {
  readonly kind: 'insert'
  readonly block: string
  readonly x: number
  readonly y: number
  readonly scaleX: number
  readonly scaleY: number
  readonly rotation: number
  readonly columns: number
  readonly rows: number
  readonly columnStep: number
  readonly rowStep: number
}
export type Entity = PathEntity | ArcEntity | EllipseEntity | SplineEntity | HatchEntity | MultiLineEntity | TextEntity | InsertEntity

export interface Block {
  readonly name: string
  readonly baseX: number
  readonly baseY: number
  readonly entities: readonly Entity[]
}

export interface Drawing {
  /** `AC1009` (R12) … `AC1032` (2018); empty when the file does not say. */
  readonly version: string
  /** As written; empty when the file does not say. */
  readonly codePage: string
  /** What text was read in. */
  readonly encoding: Encoding
  /** `$INSUNITS`: 1 inch, 2 foot, 4 mm, 5 cm, 6 m, 0 none; undefined when the file does not say. Wrong in two files of five. */
  readonly headerUnit: number | undefined
  readonly layers: readonly Layer[]
  readonly blocks: ReadonlyMap<string, Block>
  /** Of the model space. */
  readonly entities: readonly Entity[]
  /** How many entities of each kind the file holds, blocks and paper space included. */
  readonly kinds: Readonly<Record<string, number>>
  /** Entities on paper space: frames and titles of printed sheets; counted and not kept. */
  readonly onPaper: number
  readonly bytes: number
  readonly findings: readonly Finding[]
}
