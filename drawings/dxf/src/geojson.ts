// Rooms that come as GeoJSON: from the editor, or from a program of maps. Each polygon is a room; nothing is guessed from lines or texts.
import { budgetOf } from './budget.ts'
import type { Finding } from './finding.ts'
import { finding } from './finding.ts'
import { gridOf, metres, stepsOf } from './grid.ts'
import type { Grid } from './grid.ts'
import { isPlace, limits } from './limits.ts'
import { leastOverlap, overlapsOf } from './overlaps.ts'
import type { Floor, Point, Recognition, Room } from './recognition.ts'
import { areaText, boxOf, crossingOf, doubledArea, ringWithin, pointWithin, squareMetres, tidied } from './ring.ts'
import type { Ring } from './ring.ts'

const mostRooms = 20_000
const least = 1

interface Outlined {
  readonly rings: readonly (readonly Point[])[]
  readonly code: string | undefined
  readonly name: string | undefined
}
interface Measured extends Outlined {
  readonly ring: Ring
  readonly holes: readonly Ring[]
  readonly doubled: number
}

/** @param bytes a FeatureCollection of polygons, in metres, or in degrees as RFC 7946 has them; nothing is thrown, findings say what is wrong. */
export function readGeoJson(bytes: Uint8Array): Recognition {
  const whole = parsed(bytes)
  if (whole === undefined) return empty([finding('not-geojson')])
  const { outlined, skipped, impossible } = outlinesIn(whole)
  const degrees = !saysMetres(whole) && outlined.length > 0 && outlined.every(({ rings }) => rings.every((ring) => ring.every(([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 90))) && spanOf(outlined) < 0.1
  const flat = degrees ? flattened(outlined) : outlined
  const grid = gridOf(flat.map(({ rings }) => ({ points: (rings[0] ?? []).flat(), closed: true, layer: '', from: 'LINE', block: undefined })), 'm')
  const rooms = flat.flatMap((one) => measured(one, grid) ?? [])
  const findings: Finding[] = [
    ...(skipped > 0 ? [finding('features-passed-over', { count: skipped })] : []),
    ...(impossible + flat.length - rooms.length > 0 ? [finding('rings-impossible', { count: impossible + flat.length - rooms.length })] : []),
    ...(degrees ? [finding('degrees-flattened')] : []),
    ...(rooms.length === 0 ? [finding('no-rooms')] : []), ...aboutRooms(rooms),
  ]
  const total = rooms.reduce((sum, { doubled }) => sum + Math.round(Number(areaText(doubled)) * 100), 0)
  const box = boxOf(rooms.flatMap(({ ring }) => ring))
  const floor: Floor = {
    number: 1, title: undefined, level: undefined, box: [metres(box.minX), metres(box.minY), metres(box.maxX), metres(box.maxY)], outline: undefined,
    rooms: rooms.map((_, at) => at + 1), area: `${Math.floor(total / 100)}.${String(total % 100).padStart(2, '0')}`,
  }
  return Object.freeze({
    unit: 'm' as const, origin: [grid.originX, grid.originY] as const, findings, floors: rooms.length === 0 ? [] : [floor],
    rooms: rooms.map(({ ring, holes, doubled, code, name }, at): Room => {
      const [x, y] = pointWithin(ring, holes)
      return { number: at + 1, ring: pointsOf(ring), holes: holes.map(pointsOf), area: areaText(doubled), name, namedByLayer: false, code, saidArea: undefined, floor: 1, middle: [metres(x), metres(y)], layer: '', from: 'outline', bridges: 0 }
    }),
  })
}

const empty = (findings: readonly Finding[]): Recognition => Object.freeze({ unit: 'm' as const, origin: [0, 0] as const, floors: [], rooms: [], findings })
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

function parsed(bytes: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  try {
    const whole: unknown = JSON.parse(new TextDecoder('utf-8').decode(bytes))
    return isObject(whole) && (Array.isArray(whole['features']) || whole['type'] === 'Feature') ? whole : undefined
  } catch {
    return undefined
  }
}
/** As rooms are written out by this package. */
function saysMetres({ properties }: Readonly<Record<string, unknown>>): boolean {
  return isObject(properties) && properties['unit'] === 'm'
}

function outlinesIn(whole: Readonly<Record<string, unknown>>): { outlined: readonly Outlined[]; skipped: number; impossible: number } {
  const outlined: Outlined[] = []
  let skipped = 0
  let impossible = 0
  for (const feature of (Array.isArray(whole['features']) ? whole['features'] : [whole]) as readonly unknown[]) {
    const geometry = isObject(feature) ? feature['geometry'] : undefined
    const polygons = !isObject(geometry) ? [] : geometry['type'] === 'Polygon' ? [geometry['coordinates']] : geometry['type'] === 'MultiPolygon' && Array.isArray(geometry['coordinates']) ? (geometry['coordinates'] as readonly unknown[]) : []
    const told = isObject(feature) && isObject(feature['properties']) ? feature['properties'] : {}
    if (polygons.length === 0 || outlined.length >= mostRooms) skipped += 1
    for (const polygon of polygons.slice(0, mostRooms - outlined.length)) {
      const rings = Array.isArray(polygon) ? (polygon as readonly unknown[]).map(ringIn) : []
      const [outer] = rings
      if (outer === undefined || rings.includes(undefined)) impossible += 1
      else outlined.push({ rings: rings as readonly (readonly Point[])[], code: wordIn(told, ['code', 'number', 'room', 'ref', '房号'], 20), name: wordIn(told, ['name', 'title', '名称'], 40) })
    }
  }
  return { outlined, skipped, impossible }
}
function ringIn(ring: unknown): readonly Point[] | undefined {
  if (!Array.isArray(ring) || ring.length > limits.points) return undefined
  const points: Point[] = []
  for (const point of ring as readonly unknown[]) {
    const [x, y] = Array.isArray(point) ? (point as readonly unknown[]) : []
    if (typeof x !== 'number' || typeof y !== 'number' || !isPlace(x) || !isPlace(y)) return undefined
    points.push([x, y])
  }
  return points.length >= 3 ? points : undefined
}
function wordIn(told: Readonly<Record<string, unknown>>, keys: readonly string[], most: number): string | undefined {
  for (const key of keys) {
    const value = told[key]
    const word = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : ''
    if (word !== '') return word.slice(0, most)
  }
  return undefined
}

function spanOf(outlined: readonly Outlined[]): number {
  const all = outlined.flatMap(({ rings }) => rings[0] ?? [])
  const span = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), -Infinity) - values.reduce((a, b) => Math.min(a, b), Infinity)
  return Math.max(span(all.map(([x]) => x)), span(all.map(([, y]) => y)))
}
/** Degrees about their middle as metres; over a building the earth is flat to a tenth of a millimetre. */
function flattened(outlined: readonly Outlined[]): readonly Outlined[] {
  const [first = [0, 0] as Point] = outlined[0]?.rings[0] ?? []
  const [middleX, middleY] = first
  const radian = Math.PI / 180
  // lengths of a degree on the ellipsoid of WGS 84, metres
  const north = 111_132.954 - 559.822 * Math.cos(2 * middleY * radian) + 1.175 * Math.cos(4 * middleY * radian)
  const east = 111_412.84 * Math.cos(middleY * radian) - 93.5 * Math.cos(3 * middleY * radian)
  return outlined.map((one) => ({ ...one, rings: one.rings.map((ring) => ring.map(([x, y]): Point => [(x - middleX) * east, (y - middleY) * north])) }))
}

function measured(one: Outlined, grid: Grid): Measured | undefined {
  const [outer, ...inner] = one.rings.map((ring) => stepsOf(grid, ring.flat()))
  const ring = outer === undefined ? [] : tidied(outer)
  const holes = inner.flatMap((hole) => {
    const kept = hole === undefined ? [] : tidied(hole)
    return kept.length === 0 || !ringWithin(kept, ring) ? [] : [kept]
  })
  const doubled = doubledArea(ring) - holes.reduce((sum, hole) => sum + doubledArea(hole), 0)
  return ring.length === 0 || doubled <= 0 ? undefined : { ...one, ring, holes, doubled }
}

function aboutRooms(rooms: readonly Measured[]): readonly Finding[] {
  const budget = budgetOf(limits.comparisons)
  const called = (at: number): string => [rooms[at]?.code, rooms[at]?.name].filter((word) => word !== undefined).join(' ') || `#${at + 1}`
  const findings: Finding[] = []
  const codes = new Map<string, number[]>()
  for (const [at, { ring, holes, doubled, code, name }] of rooms.entries()) {
    const [x, y] = pointWithin(ring, holes)
    const where = { at: [metres(x), metres(y)] as const, rooms: [at + 1] }
    const crossed = crossingOf(ring, budget)
    if (crossed !== undefined) findings.push(finding('ring-crosses-itself', {}, { at: [metres(crossed[0]), metres(crossed[1])], rooms: [at + 1] }))
    if (squareMetres(doubled) < least) findings.push(finding('room-tiny', { room: called(at), area: areaText(doubled) }, where))
    if (code === undefined && name === undefined) findings.push(finding('label-missing', { room: called(at), area: areaText(doubled) }, where))
    if (code !== undefined) codes.set(code, [...(codes.get(code) ?? []), at + 1])
  }
  for (const [code, same] of codes) if (same.length > 1) findings.push(finding('code-twice', { code, count: same.length }, { rooms: same }))
  const shapes = rooms.map(({ ring, holes }) => ({ ring, holes, box: boxOf(ring) }))
  for (const { one, other, area, at } of overlapsOf(shapes, () => false, budget))
    if (area > leastOverlap) findings.push(finding('rooms-overlap', { one: called(one), other: called(other), area: area.toFixed(2) }, { at: [metres(at[0]), metres(at[1])], rooms: [one + 1, other + 1] }))
  if (budget.isSpent()) findings.push(finding('too-tangled'))
  return findings
}
const pointsOf = (ring: Ring): readonly Point[] => Array.from({ length: ring.length / 2 }, (_, at): Point => [metres(ring[at * 2] ?? 0), metres(ring[at * 2 + 1] ?? 0)])
