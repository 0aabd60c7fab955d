// Several floors on one sheet, told apart: rooms near each other are of one floor, a frame holds what it surrounds, a title names it.
import Flatbush from 'flatbush'
import type { Budget } from './budget.ts'
import type { Grid } from './grid.ts'
import { pieceSteps, stepsOfMetre } from './grid.ts'
import { floorOf, isTitle } from './label-words.ts'
import type { Box } from './ring.ts'
import { boxOf, isWithin, tidied } from './ring.ts'
import type { PlacedLabel } from './room-labels.ts'
import type { Piece } from './sheet.ts'

export interface FoundFloor {
  /** Places in the list of boxes. */
  readonly members: readonly number[]
  readonly box: Box
  readonly title: string | undefined
  readonly level: number | undefined
}

/** Floors are drawn at least this far from each other. */
const apart = 3 * stepsOfMetre

/** @param boxes of the rooms and of the outlines about them */
export function floorsOf({ boxes, frames, labels, budget }: { boxes: readonly Box[]; frames: readonly Box[]; labels: readonly PlacedLabel[]; budget: Budget }): readonly FoundFloor[] {
  if (boxes.length === 0) return []
  const group = boxes.map((_, at) => at)
  const rootOf = (at: number): number => {
    let root = at
    while (group[root] !== root) root = group[root] ?? root
    for (let next = at; next !== root; ) [next, group[next]] = [group[next] ?? root, root]
    return root
  }
  const join = (one: number, other: number): void => {
    const [a, b] = [rootOf(one), rootOf(other)]
    group[Math.max(a, b)] = Math.min(a, b)
  }
  const index = new Flatbush(boxes.length)
  for (const { minX, minY, maxX, maxY } of boxes) index.add(minX, minY, maxX, maxY)
  index.finish()
  for (const [at, { minX, minY, maxX, maxY }] of boxes.entries()) {
    const near = index.search(minX - apart, minY - apart, maxX + apart, maxY + apart, (found) => found > at)
    if (!budget.spend(near.length)) break
    for (const other of near) join(at, other)
  }
  // a frame says that what it holds belongs together, as long as there are frames for others
  const holders = frames.map((frame) => {
    const near = index.search(frame.minX, frame.minY, frame.maxX, frame.maxY)
    return { frame, held: budget.spend(near.length) ? near.filter((at) => isWithin(boxes[at] ?? frame, frame)) : [] }
  })
    .filter(({ held }) => held.length > 0 && held.length < boxes.length)
  for (const { held } of holders) for (const at of held) join(held[0] ?? at, at)
  const members = new Map<number, number[]>()
  for (const at of boxes.keys()) {
    const root = rootOf(at)
    const list = members.get(root)
    if (list === undefined) members.set(root, [at])
    else list.push(at)
  }
  const floors = [...members.values()].map((list) => ({ members: list, box: around(list.map((at) => boxes[at])) }))
  const titles = titlesOf(floors.map(({ box }) => holders.find(({ frame }) => isWithin(box, frame))?.frame ?? box), labels)
  return floors.map((floor, at) => ({ ...floor, title: titles[at], level: titles[at] === undefined ? undefined : floorOf(titles[at]) }))
    .sort((a, b) => (a.level ?? 1000) - (b.level ?? 1000) || b.box.maxY - a.box.maxY || a.box.minX - b.box.minX)
}

function around(boxes: readonly (Box | undefined)[]): Box {
  return boxes.reduce<Box>((all, box) => box === undefined ? all : {
    minX: Math.min(all.minX, box.minX), minY: Math.min(all.minY, box.minY), maxX: Math.max(all.maxX, box.maxX), maxY: Math.max(all.maxY, box.maxY),
  }, { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity })
}

/** For each place its title: within it or near its edge, the nearest pair first; titles that name a floor before those that do not. */
function titlesOf(places: readonly Box[], labels: readonly PlacedLabel[]): readonly (string | undefined)[] {
  const titles = labels.flatMap(({ lines, x, y }) => {
    const words = lines.join(' ')
    return isTitle(words) ? [{ words, x, y, named: floorOf(words) !== undefined }] : []
  }).slice(0, 200)
  const pairs = places.slice(0, 1000).flatMap((box, place) => {
    const reach = Math.max(box.maxX - box.minX, box.maxY - box.minY) * 0.5 + 5 * stepsOfMetre
    return titles.flatMap((title, at) => {
      const away = Math.hypot(Math.max(box.minX - title.x, 0, title.x - box.maxX), Math.max(box.minY - title.y, 0, title.y - box.maxY))
      return away <= reach ? [{ place, at, away: away + (title.named ? 0 : 1e9) }] : []
    })
  }).sort((a, b) => a.away - b.away)
  const found: (string | undefined)[] = places.map(() => undefined)
  const used = new Set<number>()
  for (const { place, at } of pairs) {
    if (found[place] !== undefined || used.has(at)) continue
    found[place] = titles[at]?.words
    used.add(at)
  }
  return found
}

/** Rectangles along the axes, of at least 5 m: the frames of sheets, among others. */
export function framesOf(pieces: readonly Piece[], grid: Grid): readonly Box[] {
  return pieces.flatMap((piece) => {
    if (!piece.closed || piece.points.length < 8 || piece.points.length > 12 || piece.bulges !== undefined) return []
    const steps = pieceSteps(grid, piece)
    if (steps === undefined) return []
    const ring = tidied(steps)
    const box = boxOf(ring)
    const straight = ring.length === 8 && ring.every((value, at) => (at % 2 === 0 ? value === box.minX || value === box.maxX : value === box.minY || value === box.maxY))
    return straight && Math.min(box.maxX - box.minX, box.maxY - box.minY) >= 5 * stepsOfMetre ? [box] : []
  }).slice(0, 500)
}
