// The drawing laid flat: blocks drawn out, every line and label where it is seen.
import { arcAsPath, ellipsePoints, flattenPath, splinePoints } from './curves.ts'
import type { Drawing, Entity, InsertEntity, Path, TextEntity } from './drawing.ts'
import type { Finding } from './finding.ts'
import { finding } from './finding.ts'
import { isPlace, limits } from './limits.ts'
import { inPlace, place, placementOf, roundness, sideOf, within } from './placement.ts'
import type { Placement } from './placement.ts'

/** A line, an outline or an arc as it is seen, in drawing units. */
export interface Piece extends Path {
  readonly layer: string
  readonly from: 'LINE' | 'LWPOLYLINE' | 'POLYLINE' | 'ARC' | 'CIRCLE' | 'ELLIPSE' | 'SPLINE' | 'HATCH' | 'SOLID' | 'MLINE'
  /** The block it came in with, the outermost; undefined when it was drawn by itself. */
  readonly block: string | undefined
}

/** A text as it is seen. */
export interface Label {
  readonly layer: string
  readonly from: TextEntity['from']
  readonly lines: readonly string[]
  /** The middle of the text, drawing units; its width is guessed from its letters. */
  readonly x: number
  readonly y: number
  readonly height: number
  readonly block: string | undefined
}

export interface Sheet {
  readonly pieces: readonly Piece[]
  readonly labels: readonly Label[]
  /** How often each block is placed, the most first. */
  readonly blocks: Readonly<Record<string, number>>
  readonly findings: readonly Finding[]
}

interface Drawn {
  readonly placement: Placement
  readonly layer: string | undefined
  readonly block: string | undefined
  readonly depth: number
}

/**
 * @param withHidden also what stands on frozen layers and on layers switched off
 * @param most lines and labels drawn out; `limits.pieces` unless said
 */
export function layFlat(drawing: Drawing, { withHidden = false, most = limits.pieces }: { withHidden?: boolean; most?: number } = {}): Sheet {
  const frozen = new Set(withHidden ? [] : drawing.layers.filter((layer) => layer.frozen).map(({ name }) => name))
  const off = new Set(withHidden ? [] : drawing.layers.filter((layer) => layer.off).map(({ name }) => name))
  const pieces: Piece[] = []
  const labels: Label[] = []
  const placed = new Map<string, number>()
  const missing = new Set<string>()
  const circular = new Set<string>()
  const deep = new Set<string>()
  const open = new Set<string>()
  /** Every step costs, also over what is hidden; a billion empty blocks must end too. */
  let budget = most * 2
  let placements = 0
  let points = 0
  let impossible = 0

  const add = (path: Path, entity: { layer: string; from: Piece['from'] }, { block }: Drawn): void => {
    points += path.points.length
    if (path.points.every(isPlace)) pieces.push({ ...path, layer: entity.layer, from: entity.from, block })
    else impossible += 1
  }
  const full = (): boolean => budget <= 0 || placements > limits.placements || pieces.length + labels.length >= most || points > limits.points * 2

  const draw = (entities: readonly Entity[], drawn: Drawn): void => {
    for (const entity of entities) {
      budget -= 1
      if (full()) return
      const layer = entity.layer === '0' && drawn.layer !== undefined ? drawn.layer : entity.layer
      if (frozen.has(layer) || (off.has(layer) && entity.kind !== 'insert')) continue
      if (entity.kind === 'insert') insert(entity, layer, drawn)
      else drawOne(entity, layer, drawn)
    }
  }
  const drawOne = (entity: Exclude<Entity, InsertEntity>, layer: string, drawn: Drawn): void => {
    const placement = sideOf(drawn.placement, entity.mirrored)
    switch (entity.kind) {
      case 'path':
        return add(placedPath(entity, placement), { layer, from: entity.from }, drawn)
      case 'arc':
        return add(placedPath(arcAsPath(entity), placement), { layer, from: entity.whole ? 'CIRCLE' : 'ARC' }, drawn)
      case 'ellipse': {
        const around = Math.abs(Math.abs(entity.end - entity.start) - 2 * Math.PI) < 1e-6
        const flat = ellipsePoints(entity)
        return add({ points: place(placement, around ? flat.slice(0, -2) : flat), closed: around }, { layer, from: 'ELLIPSE' }, drawn)
      }
      case 'spline':
        return add({ points: place(placement, splinePoints(entity)), closed: entity.closed }, { layer, from: 'SPLINE' }, drawn)
      case 'hatch':
        for (const loop of entity.loops) add(placedPath({ ...loop, closed: true }, placement), { layer, from: 'HATCH' }, drawn)
        return
      case 'lines':
        for (const path of entity.paths) add(placedPath(path, placement), { layer, from: 'MLINE' }, drawn)
        return
      case 'text': {
        const label = placedLabel(entity, placement, layer, drawn.block)
        if (isPlace(label.x) && isPlace(label.y)) labels.push(label)
        else impossible += 1
      }
    }
  }
  const insert = (entity: InsertEntity, layer: string, drawn: Drawn): void => {
    const key = entity.block.toLowerCase()
    const block = drawing.blocks.get(key)
    if (block === undefined) {
      missing.add(entity.block)
      return
    }
    if (open.has(key)) {
      circular.add(entity.block)
      return
    }
    if (drawn.depth >= limits.nesting) {
      deep.add(entity.block)
      return
    }
    open.add(key)
    const outer = sideOf(drawn.placement, entity.mirrored)
    for (let row = 0; row < entity.rows && !full(); row += 1)
      for (let column = 0; column < entity.columns && !full(); column += 1) {
        placements += 1
        placed.set(block.name, (placed.get(block.name) ?? 0) + 1)
        const placement = within(outer, placementOf(entity, block, column, row))
        draw(block.entities, { placement, layer, block: drawn.block ?? block.name, depth: drawn.depth + 1 })
      }
    open.delete(key)
  }

  draw(drawing.entities, { placement: inPlace, layer: undefined, block: undefined, depth: 0 })
  const findings = [
    ...[...missing].slice(0, 10).map((block) => finding('block-missing', { block })),
    ...[...circular].slice(0, 10).map((block) => finding('block-in-itself', { block })),
    ...[...deep].slice(0, 10).map((block) => finding('blocks-too-deep', { block, limit: limits.nesting })),
    ...(impossible > 0 ? [finding('coordinates-impossible-in-blocks', { count: impossible })] : []),
    ...(full() ? [finding('too-many-pieces', { limit: most })] : []),
  ]
  const blocks = Object.freeze(Object.fromEntries([...placed].sort(([, a], [, b]) => b - a)))
  return Object.freeze({ pieces, labels, blocks, findings })
}

function placedPath(path: Path, placement: Placement): Path {
  const round = path.bulges === undefined ? 'kept' : roundness(placement)
  if (round === 'pressed') return { points: place(placement, flattenPath(path)), closed: path.closed }
  const points = placement === inPlace ? path.points : place(placement, path.points)
  if (path.bulges === undefined) return { points, closed: path.closed }
  return { points, bulges: round === 'turned' ? path.bulges.map((bulge) => -bulge) : path.bulges, closed: path.closed }
}

/** Chinese letters are as wide as they are high, others two thirds of it. */
function widthOf(line: string): number {
  let width = 0
  for (const letter of line) width += (letter.codePointAt(0) ?? 0) > 0x2e7f ? 1 : 0.65
  return width
}

function placedLabel(text: TextEntity, placement: Placement, layer: string, block: string | undefined): Label {
  const width = Math.max(0, ...text.lines.map(widthOf)) * text.height
  const tall = text.height * (1 + (text.lines.length - 1) * 1.6)
  const angle = (text.rotation * Math.PI) / 180
  const [across, up] = [(-text.anchor[0] * width) / 2, (-text.anchor[1] * tall) / 2]
  const middle = [text.x + across * Math.cos(angle) - up * Math.sin(angle), text.y + across * Math.sin(angle) + up * Math.cos(angle)]
  const [x = 0, y = 0] = place(placement, middle)
  return { layer, from: text.from, lines: text.lines, x, y, height: text.height * Math.hypot(placement.c, placement.d), block }
}
