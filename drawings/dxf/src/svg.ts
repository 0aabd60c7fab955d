// An SVG as a drawing: outlines, lines and texts where they are seen, groups as layers, upside up; read like any other drawing from there on.
import type { Drawing, Entity } from './drawing.ts'
import type { Finding } from './finding.ts'
import { finding } from './finding.ts'
import { isPlace, limits } from './limits.ts'
import { strokesOf } from './svg-path.ts'

type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]
interface Open {
  readonly name: string
  readonly matrix: Matrix
  readonly layer: string
  /** Not to be seen where it stands: definitions, clips, patterns, what is not displayed. */
  readonly hidden: boolean
  readonly text?: { readonly x: number; readonly y: number; readonly height: number; words: string }
}
/** What one millimetre is; a plan that says its size is drawn to a scale. */
const millimetres: Readonly<Record<string, number>> = { mm: 1, cm: 10, m: 1000, in: 25.4, pt: 25.4 / 72, pc: 25.4 / 6 }
const unseen = new Set(['defs', 'symbol', 'clippath', 'mask', 'pattern', 'marker', 'metadata', 'style', 'script', 'title', 'desc', 'lineargradient', 'radialgradient', 'filter'])
const deepest = 200

/** @param scale how much smaller the sheet is than the building: 100 for 1 : 100. @returns coordinates in millimetres of the building where the sheet says its size, else in its own. */
export function readSvg(bytes: Uint8Array, { scale = 1 }: { scale?: number } = {}): Drawing {
  const text = new TextDecoder('utf-8').decode(bytes)
  const findings: Finding[] = []
  const entities: Entity[] = []
  const kinds: Record<string, number> = {}
  const stack: Open[] = []
  let header: number | undefined
  let points = 0
  let impossible = 0
  let over = 0
  const add = (flat: readonly number[], closed: boolean, { matrix, layer }: Pick<Open, 'matrix' | 'layer'>): void => {
    const placed = flat.map((_, at) => (at % 2 === 0 ? moved(matrix, flat[at] ?? 0, flat[at + 1] ?? 0)[0] : moved(matrix, flat[at - 1] ?? 0, flat[at] ?? 0)[1]))
    points += placed.length
    if (!placed.every(isPlace)) impossible += 1
    else if (entities.length >= limits.entities || points > limits.points) over += 1
    else entities.push({ kind: 'path', from: 'LWPOLYLINE', layer, mirrored: false, closed, points: placed })
  }
  if (!/<svg[\s>]/i.test(text.slice(0, 100_000))) findings.push(finding('not-svg'))
  else for (const { close, name, attributes, empty, words } of tagsOf(text)) {
    const above = stack.at(-1)
    if (words !== undefined) {
      if (above?.text) above.text.words += words
      continue
    }
    if (close) {
      const at = stack.findLastIndex((one) => one.name === name)
      if (at < 0) continue
      const [ended] = stack.splice(at)
      if (ended?.text && !ended.hidden) addText(ended)
      continue
    }
    kinds[name] = (kinds[name] ?? 0) + 1
    const own = transformOf(attributes['transform'] ?? '')
    const root = name === 'svg' && stack.length === 0 ? rootMatrix(attributes, scale) : undefined
    if (root?.header !== undefined) header = root.header
    const matrix = times(above?.matrix ?? identity, root ? root.matrix : own)
    const named = name === 'g' || name === 'svg' ? (attributes['inkscape:label'] ?? attributes['id'] ?? attributes['class']) : undefined
    const open: Open = {
      name, matrix, layer: (above === undefined || name !== 'g' ? (above?.layer ?? named) : (named ?? above.layer)) ?? '0',
      hidden: above?.hidden === true || unseen.has(name) || /display\s*:\s*none|visibility\s*:\s*hidden/.test(attributes['style'] ?? '') || attributes['display'] === 'none' || attributes['visibility'] === 'hidden',
      ...((name === 'text' || name === 'tspan') && { text: { x: num(attributes['x'], above?.text?.x ?? 0), y: num(attributes['y'], above?.text?.y ?? 0), height: num(attributes['font-size'] ?? /font-size\s*:\s*([\d.]+)/.exec(attributes['style'] ?? '')?.[1], above?.text?.height ?? 12), words: '' } }),
    }
    if (!open.hidden) shape(open, attributes)
    if (!empty && stack.length < deepest) stack.push(open)
  }
  if (impossible > 0) findings.push(finding('coordinates-impossible-in-blocks', { count: impossible }))
  if (over > 0) findings.push(finding('too-many-entities', { limit: limits.entities, count: over }))
  if ((kinds['use'] ?? 0) + (kinds['image'] ?? 0) > 0) findings.push(finding('entities-passed-over', { kinds: ['use', 'image'].filter((kind) => kinds[kind]).map((kind) => `${kind} × ${kinds[kind]}`).join(', ') }))
  if (findings.length === 0 && entities.length === 0) findings.push(finding('nothing-drawn'))
  return Object.freeze({
    version: 'SVG', codePage: '', encoding: 'utf-8' as const, headerUnit: header, blocks: new Map(), entities, kinds, onPaper: 0, bytes: bytes.length, findings,
    layers: [...new Set(entities.map(({ layer }) => layer))].map((name) => ({ name, frozen: false, off: false })),
  })

  function shape(open: Open, given: Readonly<Record<string, string>>): void {
    const flat = (given['points'] ?? '').match(/[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi)?.map(Number) ?? []
    const [x, y, width, height] = [num(given['x']), num(given['y']), num(given['width']), num(given['height'])]
    if (open.name === 'path') for (const stroke of strokesOf(given['d'] ?? '', limits.points)) add(stroke.points, stroke.closed, open)
    else if (open.name === 'rect' && width > 0 && height > 0) add([x, y, x + width, y, x + width, y + height, x, y + height], true, open)
    else if (open.name === 'polygon' && flat.length >= 6) add(flat.slice(0, flat.length & ~1), true, open)
    else if (open.name === 'polyline' && flat.length >= 4) add(flat.slice(0, flat.length & ~1), false, open)
    else if (open.name === 'line') add([num(given['x1']), num(given['y1']), num(given['x2']), num(given['y2'])], false, open)
    else if (open.name === 'circle' || open.name === 'ellipse') {
      const [rx, ry] = [num(given['rx'] ?? given['r']), num(given['ry'] ?? given['r'])]
      if (rx > 0 && ry > 0) add(Array.from({ length: 90 }, (_, at) => [num(given['cx']) + rx * Math.cos((at * Math.PI) / 45), num(given['cy']) + ry * Math.sin((at * Math.PI) / 45)]).flat(), true, open)
    }
  }
  function addText({ text: said, matrix, layer }: Open): void {
    const line = (said?.words ?? '').replace(/\s+/g, ' ').trim()
    if (said === undefined || line === '') return
    const [x, y] = moved(matrix, said.x, said.y)
    if (isPlace(x) && isPlace(y) && entities.length < limits.entities) entities.push({ kind: 'text', from: 'TEXT', layer, mirrored: false, lines: [line.slice(0, 200)], x, y, height: said.height * Math.hypot(matrix[0], matrix[1]), rotation: 0, anchor: [0, 0] })
  }
}

interface Tag {
  readonly close: boolean
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly empty: boolean
  /** Text between tags. */
  readonly words?: string
}
const tag = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<[!?][^>]*>|<(\/?)([A-Za-z_][\w:.-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>|([^<]+)/g
function* tagsOf(text: string): Generator<Tag> {
  for (const [, slash, name, rest = '', words] of text.matchAll(tag)) {
    if (words !== undefined) yield { close: false, name: '', attributes: {}, empty: false, words: plain(words) }
    if (name === undefined) continue
    const attributes: Record<string, string> = {}
    for (const [, key = '', one, other] of rest.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) attributes[key] = plain(one ?? other ?? '')
    yield { close: slash === '/', name: name.replace(/^svg:/, '').toLowerCase(), attributes, empty: rest.trimEnd().endsWith('/') }
  }
}
const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ' }
const plain = (words: string): string => words.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{2,5}));/gi, (whole, hex?: string, dec?: string, name?: string) => {
  const code = hex !== undefined ? Number.parseInt(hex, 16) : dec !== undefined ? Number(dec) : undefined
  return code !== undefined ? (code <= 0x10ffff ? String.fromCodePoint(code) : '') : (named[name ?? ''] ?? whole)
})

const identity: Matrix = [1, 0, 0, 1, 0, 0]
const num = (text: string | undefined, otherwise = 0): number => (text === undefined || text === '' ? otherwise : Number.parseFloat(text) || 0)
const moved = ([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] => [a * x + c * y + e, b * x + d * y + f]
function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}
function transformOf(text: string): Matrix {
  let matrix = identity
  for (const [, what, list = ''] of text.matchAll(/(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^)]*)\)/g)) {
    const [a = 0, b, c, d, e, f] = (list.match(/[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi) ?? []).map(Number)
    const angle = (a * Math.PI) / 180
    if (what === 'matrix') matrix = times(matrix, [a, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0])
    else if (what === 'translate') matrix = times(matrix, [1, 0, 0, 1, a, b ?? 0])
    else if (what === 'scale') matrix = times(matrix, [a, 0, 0, b ?? a, 0, 0])
    else if (what === 'rotate') matrix = times(times(times(matrix, [1, 0, 0, 1, b ?? 0, c ?? 0]), [Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0]), [1, 0, 0, 1, -(b ?? 0), -(c ?? 0)])
    else matrix = times(matrix, what === 'skewX' ? [1, 0, Math.tan(angle), 1, 0, 0] : [1, Math.tan(angle), 0, 1, 0, 0])
  }
  return matrix
}
/** Downwards becomes upwards; where the sheet says how large it is, units become millimetres of the building. */
function rootMatrix(given: Readonly<Record<string, string>>, scale: number): { matrix: Matrix; header: number | undefined } {
  const [, size = '', unit = ''] = /^\s*([\d.]+)\s*([a-z]*)/i.exec(given['width'] ?? '') ?? []
  const box = (given['viewBox'] ?? '').split(/[\s,]+/).map(Number)
  const one = millimetres[unit.toLowerCase()]
  const across = box.length === 4 && (box[2] ?? 0) > 0 ? (box[2] ?? 1) : Number(size)
  const factor = (one === undefined || !(across > 0) || !(Number(size) > 0) ? 1 : (Number(size) * one) / across) * scale
  return { matrix: [factor, 0, 0, -factor, 0, 0], header: one === undefined ? undefined : 4 }
}
