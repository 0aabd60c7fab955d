// What a map is given 地图数据: the ground it draws without a network, and the things that stand or move on it. Degrees, WGS-84.

export type Place = readonly [longitude: number, latitude: number]
export interface GroundFeature {
  readonly type: 'Feature'
  readonly properties: { readonly kind: 'road' | 'water' | 'park' | 'site'; readonly rank: string; readonly name: string; readonly width?: number }
  readonly geometry:
    | { readonly type: 'LineString'; readonly coordinates: readonly Place[] }
    | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Place[])[] }
    | { readonly type: 'Point'; readonly coordinates: Place }
}
export interface MapGround {
  readonly type: 'FeatureCollection'
  readonly features: readonly GroundFeature[]
  /** Tiles laid under them; what they are drawn in is made good where they are shown. */
  readonly base?: { readonly tiles: readonly string[]; readonly coordinates: 'wgs84' | 'gcj02'; readonly closest: number; readonly by: string }
}
/** How a thing on the map is: its colour, its shape, and whether it moves. */
export type MarkTone = 'driving' | 'idling' | 'parked' | 'silent' | 'alarm'
export interface MapMark {
  readonly id: string
  readonly place: Place
  /** Degrees from north. */
  readonly direction: number
  readonly tone: MarkTone
  readonly moving: boolean
  /** It is where it is told to be at once, as when a day is played back. */
  readonly jumps?: boolean
  /** What is written under it from near by, and where it is picked. */
  readonly words: string
}
/** A line whose every stretch has a colour of its own. */
export interface MapLine {
  readonly points: readonly Place[]
  /** One colour of CSS for each stretch, one fewer than points. */
  readonly colours: readonly string[]
}
/** A numbered or lettered place on a line. */
export interface MapPin {
  readonly id: string
  readonly place: Place
  readonly words: string
  readonly tone: 'start' | 'end' | 'stop' | 'alarm'
}
/** A piece of ground: a circle in metres, or corners in order round. */
export type ShapeForm =
  | { readonly kind: 'circle'; readonly centre: Place; readonly radius: number }
  | { readonly kind: 'polygon'; readonly corners: readonly Place[] }
export type ShapeTone = 'bounds' | 'stand' | 'goal' | 'barred'
export interface MapShape {
  readonly id: string
  readonly words: string
  readonly tone: ShapeTone
  readonly form: ShapeForm
}
