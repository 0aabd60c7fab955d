// A floor of the demonstration as a surveyor would hand it in 演示楼层的图纸: rooms on both sides of corridors, halls behind them, as a DXF in millimetres.
import { roomPurposes } from '@houqin/places'
import type { SeedRoom } from '@houqin/places/seed'

/** Millimetres: depth of a room and width of the corridor. */
const depth = 6_000
const corridor = 2_400
const door = 900
/** A wing is about so long; the next begins behind it, across a yard. */
const longest = 66_000
const yard = 3_000
/** Square metres; larger rooms are halls and stand by themselves. */
const hall = 150

/** R2010, UTF-8. Rooms are closed outlines on 房间, their numbers and names stand on 房号; every room has a door on 门. */
export function floorDrawing(rooms: readonly SeedRoom[], title: string): string {
  const drawn = rooms.filter(({ area }) => Number(area) > 0)
  const entities = layOut(drawn).flatMap(({ room, x, y, width, deep, upper }) => {
    return [
      ...outline('房间', [[x, y], [x + width, y], [x + width, y + deep], [x, y + deep]]),
      ...words('房号', [x + width / 2, y + deep / 2 + 300], room.number), ...words('房号', [x + width / 2, y + deep / 2 - 500], room.title ?? roomPurposes[room.purpose]),
      ...swing('门', [x + 400, upper ? y : y + deep], upper ? 0 : 270),
    ]
  })
  return tags([
    [0, 'SECTION'], [2, 'HEADER'], [9, '$ACADVER'], [1, 'AC1024'], [9, '$DWGCODEPAGE'], [3, 'ANSI_936'], [9, '$INSUNITS'], [70, 4], [0, 'ENDSEC'],
    [0, 'SECTION'], [2, 'ENTITIES'], ...entities, ...words('图名', [depth, -4_000], title), [0, 'ENDSEC'], [0, 'EOF'],
  ])
}

/** The same rooms as they would be read from it: rings in metres, counterclockwise, and their areas. */
export function floorOutlines(rooms: readonly SeedRoom[]): readonly { readonly room: SeedRoom; readonly ring: readonly (readonly [number, number])[]; readonly area: string }[] {
  return layOut(rooms.filter(({ area }) => Number(area) > 0)).map(({ room, x, y, width, deep }) => {
    const [left, right, bottom, top] = [x / 1000, (x + width) / 1000, y / 1000, (y + deep) / 1000]
    return { room, ring: [[left, bottom], [right, bottom], [right, top], [left, top]], area: ((width * deep) / 1_000_000).toFixed(2) }
  })
}

interface Laid {
  readonly room: SeedRoom
  /** Lower left corner and size, millimetres. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly deep: number
  /** Its door is in its lower wall. */
  readonly upper: boolean
}
/** Along the shorter side of the two, so that both end near each other; halls in rows behind. */
function layOut(rooms: readonly SeedRoom[]): readonly Laid[] {
  const laid: Laid[] = []
  let [bottom, ends] = [0, { upper: 0, lower: 0 }]
  for (const room of rooms.filter(({ area }) => Number(area) <= hall)) {
    if (Math.min(ends.upper, ends.lower) >= longest) [bottom, ends] = [bottom + 2 * depth + corridor + yard, { upper: 0, lower: 0 }]
    const side = ends.upper <= ends.lower ? 'upper' : 'lower'
    const width = Math.round((Number(room.area) * 1_000_000) / depth)
    laid.push({ room, x: ends[side], y: side === 'upper' ? bottom + depth + corridor : bottom, width, deep: depth, upper: side === 'upper' })
    ends[side] += width
  }
  let [x, y, row] = [0, laid.length === 0 ? 0 : bottom + 2 * (depth + corridor), 0]
  for (const room of rooms.filter(({ area }) => Number(area) > hall)) {
    const deep = Math.round(Math.sqrt(Number(room.area) / 1.6)) * 1000
    const width = Math.round((Number(room.area) * 1_000_000) / deep)
    if (x >= longest) [x, y, row] = [0, y + row + corridor, 0]
    laid.push({ room, x, y, width, deep, upper: true })
    ;[x, row] = [x + width, Math.max(row, deep)]
  }
  return laid
}

type Pair = readonly [code: number, value: string | number]
const outline = (layer: string, corners: readonly (readonly [number, number])[]): Pair[] => [
  [0, 'LWPOLYLINE'], [8, layer], [90, corners.length], [70, 1], ...corners.flatMap(([x, y]): Pair[] => [[10, x], [20, y]]),
]
const words = (layer: string, [x, y]: readonly [number, number], text: string): Pair[] => [[0, 'TEXT'], [8, layer], [10, x], [20, y], [40, 350], [1, text], [72, 1], [11, x], [21, y]]
const swing = (layer: string, [x, y]: readonly [number, number], start: number): Pair[] => [[0, 'ARC'], [8, layer], [10, x], [20, y], [40, door], [50, start], [51, (start + 90) % 360]]
const tags = (pairs: readonly Pair[]): string => pairs.map(([code, value]) => `${String(code).padStart(3)}\r\n${value}\r\n`).join('')
