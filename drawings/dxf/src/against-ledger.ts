// The drawing against the ledger: drawn areas beside those registered, a floor's total beside its certificate.
import type { Finding } from './finding.ts'
import { finding } from './finding.ts'
import type { Floor, Room } from './recognition.ts'

/** Both must be exceeded: a share of what is registered, and square metres. */
export interface Tolerance {
  readonly share: number
  readonly squareMetres: number
}

/** @param registered square metres as a decimal, by `Room.number` */
export function compareRooms({ rooms, registered, tolerance }: { rooms: readonly Room[]; registered: ReadonlyMap<number, string>; tolerance: Tolerance }): readonly Finding[] {
  const pairs = rooms.flatMap((room) => {
    const area = registered.get(room.number)
    return area === undefined || Number(area) <= 0 ? [] : [{ room, registered: area, ratio: Number(room.area) / Number(area) }]
  })
  const factor = factorOf(pairs.map(({ ratio }) => ratio))
  const apart = pairs.filter(({ room, registered: area }) => isBeyond(Number(room.area), Number(area), tolerance))
  return [
    ...(factor === undefined ? [] : [finding('unit-by-ledger', factor)]),
    ...apart.map(({ room, registered: area }) => finding('area-differs', {
      room: [room.code, room.name].filter((word) => word !== undefined).join(' ') || `#${room.number}`, area: room.area, registered: area, difference: Math.abs(Number(room.area) - Number(area)).toFixed(2),
    }, { at: room.middle, rooms: [room.number] })),
  ]
}

/**
 * @param certified 建筑面积 of the floor by its certificate, square metres as a decimal
 * @param coefficient 使用面积系数 K: usable over built area
 */
export function compareFloor({ floor, certified, coefficient, tolerance }: { floor: Floor; certified: string; coefficient: number; tolerance: Tolerance }): readonly Finding[] {
  const built = Number(floor.area) / coefficient
  if (!isBeyond(built, Number(certified), tolerance)) return []
  const difference = Math.abs(built - Number(certified)).toFixed(2)
  return [finding('floor-differs', { floor: floor.title ?? `#${floor.number}`, usable: floor.area, coefficient, built: built.toFixed(2), certified, difference }, { rooms: floor.rooms })]
}

function isBeyond(drawn: number, registered: number, { share, squareMetres }: Tolerance): boolean {
  const difference = Math.abs(drawn - registered)
  return difference > share * registered && difference > squareMetres
}

/** Factors between units that are taken for each other. */
const factors = [10, 25.4, 100, 304.8, 1000, 3.2808, 39.37, 12] as const

/** When most ratios of areas agree on the square of one of the factors. */
function factorOf(ratios: readonly number[]): { ratio: number; factor: number } | undefined {
  if (ratios.length < 3) return undefined
  const median = ratios.toSorted((a, b) => a - b)[ratios.length >> 1] ?? 1
  for (const factor of factors)
    for (const one of [factor, 1 / factor]) if (Math.abs(median / one ** 2 - 1) < 0.2) return { ratio: Number(median.toPrecision(3)), factor: Number(one.toPrecision(4)) }
  return undefined
}
