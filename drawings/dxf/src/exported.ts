// Rooms written out again: as GeoJSON in metres from the local origin, and as a DXF any drawing program opens.
import type { Point, Recognition, Room } from './recognition.ts'
import { holeLayer, labelLayer, roomLayer, titleLayer } from './written-layers.ts'

export interface GeoJsonRooms {
  readonly type: 'FeatureCollection'
  /** Coordinates are metres from `origin`, no degrees. */
  readonly properties: { readonly unit: 'm'; readonly origin: readonly [number, number]; readonly drawnIn: string }
  readonly features: readonly {
    readonly type: 'Feature'
    readonly id: number
    readonly properties: { readonly name: string | null; readonly code: string | null; readonly area: string; readonly floor: number; readonly floorTitle: string | null }
    readonly geometry: { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Point[])[] }
  }[]
}

export function toGeoJson({ rooms, floors, origin, unit }: Recognition): GeoJsonRooms {
  return {
    type: 'FeatureCollection', properties: { unit: 'm', origin, drawnIn: unit },
    features: rooms.map((room) => ({
      type: 'Feature', id: room.number,
      properties: { name: room.name ?? null, code: room.code ?? null, area: room.area, floor: room.floor, floorTitle: floors[room.floor - 1]?.title ?? null },
      // the outer ring counterclockwise, holes clockwise, the first point repeated (RFC 7946)
      geometry: { type: 'Polygon', coordinates: [closed(room.ring), ...room.holes.map((hole) => closed(hole.toReversed()))] },
    })),
  }
}

function closed(ring: readonly Point[]): readonly Point[] {
  return ring[0] === undefined ? ring : [...ring, ring[0]]
}

/**
 * An ASCII DXF of R12, in millimetres from the local origin: outlines, names, door numbers and areas, titles of floors. R12 since every
 * program reads it and it wants no handles; letters beyond ASCII are written as `\U+XXXX`, so that no code page can spoil them.
 */
export function toDxf({ rooms, floors }: Recognition): string {
  const pairs: (string | number)[] = ['0', 'SECTION', '2', 'HEADER', '9', '$ACADVER', '1', 'AC1009', '0', 'ENDSEC', '0', 'SECTION', '2', 'TABLES', '0', 'TABLE', '2', 'LAYER', '70', 4]
  for (const layer of [roomLayer, holeLayer, labelLayer, titleLayer]) pairs.push('0', 'LAYER', '2', layer, '70', 0, '62', 7, '6', 'CONTINUOUS')
  pairs.push('0', 'ENDTAB', '0', 'ENDSEC', '0', 'SECTION', '2', 'ENTITIES')
  const outlines = new Set(rooms.map(({ ring }) => keyOf(ring)))
  for (const room of rooms) {
    pushRing(pairs, roomLayer, room.ring)
    for (const hole of room.holes) if (!outlines.has(keyOf(hole))) pushRing(pairs, holeLayer, hole)
    labelsOf(room).forEach((words, line) => pushText(pairs, { layer: labelLayer, x: room.middle[0], y: room.middle[1] - line * 0.4, height: 0.25, words }))
  }
  for (const { title, box } of floors) if (title !== undefined) pushText(pairs, { layer: titleLayer, x: (box[0] + box[2]) / 2, y: box[1] - 2, height: 0.8, words: title })
  pairs.push('0', 'ENDSEC', '0', 'EOF')
  let text = ''
  for (let at = 0; at + 1 < pairs.length; at += 2) text += `${String(pairs[at]).padStart(3)}\r\n${pairs[at + 1]}\r\n`
  return text
}

function labelsOf({ code, name, area }: Room): readonly string[] {
  return [...(code === undefined ? [] : [code]), ...(name === undefined ? [] : [name]), `${area}㎡`]
}

/** The same ring whichever point it begins at. */
function keyOf(ring: readonly Point[]): string {
  return ring.map(([x, y]) => `${x} ${y}`).toSorted().join(' ')
}

/** Metres → millimetres with one decimal: the step of the grid, so nothing is lost. */
function mm(metres: number): string {
  return (Math.round(metres * 10_000) / 10).toFixed(1)
}

function pushRing(pairs: (string | number)[], layer: string, ring: readonly Point[]): void {
  pairs.push('0', 'POLYLINE', '8', layer, '66', 1, '70', 1, '10', '0.0', '20', '0.0')
  for (const [x, y] of ring) pairs.push('0', 'VERTEX', '8', layer, '10', mm(x), '20', mm(y))
  pairs.push('0', 'SEQEND', '8', layer)
}

function pushText(pairs: (string | number)[], { layer, x, y, height, words }: { layer: string; x: number; y: number; height: number; words: string }): void {
  pairs.push('0', 'TEXT', '8', layer, '10', mm(x), '20', mm(y), '40', mm(height), '1', escaped(words), '72', 4, '11', mm(x), '21', mm(y))
}

function escaped(words: string): string {
  return words.replace(/[\r\n]+/g, ' ').replace(/%%/g, '% %').replace(/[^\x20-\x7e]/gu, (letter) => Array.from({ length: letter.length }, (_, at) => `\\U+${letter.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')}`).join(''))
}
