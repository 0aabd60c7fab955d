// A DXF file read as it comes: header, layers, blocks and entities gathered from its pairs.
import type { Drawing, Entity, Layer, PathEntity } from './drawing.ts'
import { chooseEncoding, decoderOf, isPlain } from './encoding.ts'
import type { Encoding } from './encoding.ts'
import { entityOf, layerOf, nameOf } from './entities.ts'
import type { RawText } from './entities.ts'
import { begin, emptyGroups, facing, isNumber, isText, one } from './entity-groups.ts'
import type { Finding } from './finding.ts'
import { finding } from './finding.ts'
import { foreignKind } from './foreign.ts'
import { isPlace, limits } from './limits.ts'
import { feedPairs, numberAt, rawText } from './pairs.ts'
import { decoded } from './decoded.ts'
import type { RawDrawing } from './decoded.ts'

export interface DrawingReader {
  /** The next bytes of the file, any number of them. */
  feed(chunk: Uint8Array): void
  /** The drawing, when the last byte was fed. Never throws: what could not be read is said in its findings. */
  close(): Drawing
}

export interface ReadingChoice {
  /** The surveyor's choice, when text came out garbled; else it is found out. */
  readonly encoding?: Encoding
  /** How many entities are kept at most; `limits.entities` unless said. */
  readonly entities?: number
}


interface OpenBlock {
  name: string
  baseX: number
  baseY: number
  entities: (Entity | RawText)[]
}
interface OpenPath {
  readonly layer: string
  readonly mirrored: boolean
  readonly closed: boolean
  readonly onPaper: boolean
  readonly refused: 'space' | undefined
  readonly line: number
  readonly points: number[]
  readonly bulges: number[]
}
/** How often something was met, and where first. */
interface Met {
  count: number
  first: number
}

const dimensional = new Set(['3DSOLID', 'BODY', 'REGION', 'SURFACE', 'MESH', 'EXTRUDEDSURFACE', 'LOFTEDSURFACE', 'REVOLVEDSURFACE', 'SWEPTSURFACE', 'PLANESURFACE'])
/** Of what lies on layouts and not in the model space. */
const mostOnPaper = 100_000
const silent = new Set(['SEQEND', 'ENDBLK', 'VERTEX', 'ATTDEF', 'BLOCK', 'EOF', 'SECTION', 'ENDSEC'])
const understood = new Set(['LINE', 'LWPOLYLINE', 'POLYLINE', 'ARC', 'CIRCLE', 'ELLIPSE', 'SPLINE', 'HATCH', 'SOLID', 'TRACE', '3DFACE', 'MLINE', 'TEXT', 'MTEXT', 'ATTRIB', 'INSERT'])

export function openDrawing(choice: ReadingChoice = {}): DrawingReader {
  const most = choice.entities ?? limits.entities
  const groups = emptyGroups()
  const header = new Map<string, string>()
  const layers = new Map<string, Layer>()
  const blocks: OpenBlock[] = []
  const entities: (Entity | RawText)[] = []
  /** Of the layouts, in place of a model space that is empty. */
  const paper: (Entity | RawText)[] = []
  const kinds = new Map<string, number>()
  const misfits: Met = { count: 0, first: 0 }
  const cuts: Met = { count: 0, first: 0 }
  const impossible: Met = { count: 0, first: 0 }
  const unsure = new Set<string>()
  let section = ''
  let variable = ''
  let block: OpenBlock | undefined
  let path: OpenPath | undefined
  let ended = false
  let embedded = false
  let kept = 0
  let points = 0
  let dropped = 0
  let onPaper = 0
  let bytes = 0
  let foreign: ReturnType<typeof foreignKind>
  let head: Uint8Array = new Uint8Array(0)

  const met = (what: Met, line: number): void => {
    if (what.count === 0) what.first = line
    what.count += 1
  }
  const count = (kind: string): void => {
    // a broken file may bring any word as a kind
    if (kinds.has(kind) || kinds.size < 200) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  }
  const keep = (entity: Entity | RawText, size: number, isOnPaper = false): void => {
    if (isOnPaper) {
      if (paper.length < mostOnPaper) paper.push(entity)
    } else if (kept >= most || points + size > limits.points) dropped += 1
    else {
      kept += 1
      points += size
      ;(block?.entities ?? entities).push(entity)
    }
  }
  const remember = (raw: string): string => {
    // of a line that was cut off the last letter may be half
    if (unsure.size < 20_000 && raw.length < limits.lineBytes && !isPlain(raw)) unsure.add(raw)
    return raw
  }

  const closePath = (): void => {
    if (path === undefined) return
    const { layer, mirrored, closed, points: places, bulges, line } = path
    if (path.onPaper) onPaper += 1
    if (path.refused !== undefined) count('3DPOLYLINE')
    else if (!places.every(isPlace)) met(impossible, line)
    else if (places.length >= 4) {
      const entity: PathEntity = { kind: 'path', from: 'POLYLINE', layer, mirrored, points: places, closed, ...(bulges.some((bulge) => bulge !== 0) ? { bulges } : {}) }
      keep(entity, places.length, path.onPaper)
    }
    path = undefined
  }
  const openPath = (): void => {
    const flags = one(groups, 70, 0)
    const side = facing(groups)
    path = {
      layer: remember(layerOf(groups)), mirrored: side === 'below', closed: (flags & 1) === 1, onPaper: one(groups, 67, 0) === 1,
      refused: (flags & (16 | 64)) !== 0 || side === 'space' ? 'space' : undefined, line: groups.line, points: [], bulges: [],
    }
  }
  const addVertex = (): void => {
    if (path === undefined || (one(groups, 70, 0) & 16) !== 0) return
    if (points + path.points.length >= limits.points) return
    path.points.push(one(groups, 10, 0), one(groups, 20, 0))
    const bulge = one(groups, 42, 0)
    path.bulges.push(Number.isFinite(bulge) ? bulge : 0)
  }

  const finishEntity = (): void => {
    const { type } = groups
    if (type === 'VERTEX') return addVertex()
    if (type === 'SEQEND') return closePath()
    closePath()
    if (type === 'BLOCK') {
      block = { name: remember(nameOf(groups)), baseX: one(groups, 10, 0), baseY: one(groups, 20, 0), entities: [] }
      if (!isPlace(block.baseX) || !isPlace(block.baseY)) Object.assign(block, { baseX: 0, baseY: 0 })
      if (blocks.length < limits.entities) blocks.push(block)
      return
    }
    if (type === 'ENDBLK') {
      block = undefined
      return
    }
    if (silent.has(type)) return
    count(type)
    if (one(groups, 60, 0) === 1) return
    if (type === 'POLYLINE') return openPath()
    const isOnPaper = one(groups, 67, 0) === 1
    if (isOnPaper) onPaper += 1
    const made = entityOf(groups)
    if (made === 'impossible') met(impossible, groups.line)
    else if (made === 'space') count('3D')
    else if (made !== 'other') {
      remember(made.layer)
      if ('raw' in made) remember(made.raw)
      else if (made.kind === 'insert') remember(made.block)
      keep(made, 'points' in made ? made.points.length : 'paths' in made ? made.paths.length * 4 : 4, isOnPaper)
    }
  }
  const finishLayer = (): void => {
    const name = remember(nameOf(groups))
    if (layers.size < 100_000) layers.set(name, { name, frozen: (one(groups, 70, 0) & 1) === 1, off: one(groups, 62, 7) < 0 })
  }
  const finish = (): void => {
    if (groups.type === '') return
    if (section === 'ENTITIES' || section === 'BLOCKS') finishEntity()
    else if (section === 'TABLES' && groups.type === 'LAYER') finishLayer()
    groups.type = ''
  }

  const begun = (type: string, line: number): void => {
    finish()
    embedded = false
    if (type === 'EOF') ended = true
    if (type === 'ENDSEC') {
      closePath()
      section = ''
      block = undefined
    } else begin(groups, type, line)
  }

  const feeder = feedPairs({
    pair(code, chunk, start, end, line) {
      if (ended) return
      if (code === 0) return begun(rawText(chunk, start, Math.min(end, start + 64)).trim(), line)
      if (section === 'HEADER') {
        if (code === 9) variable = rawText(chunk, start, end).trim()
        else if (header.size < 2000 && !header.has(variable)) header.set(variable, rawText(chunk, start, end).trim())
        return
      }
      if (groups.type === 'SECTION') {
        if (code === 2) section = rawText(chunk, start, end).trim()
        groups.type = ''
        return
      }
      if (groups.type === '' || embedded) return
      if (code === 101) embedded = true // what follows describes an object within the entity, with codes of its own
      else if (isNumber(code)) {
        if (groups.codes.length < 4_000_000) {
          groups.codes.push(code)
          groups.values.push(numberAt(chunk, start, end))
        }
      } else if (isText(code)) {
        const raw = rawText(chunk, start, end)
        if (code === 3) groups.parts += groups.parts.length < 1_000_000 ? raw : ''
        else if (code !== 2 || !groups.texts.has(2)) groups.texts.set(code, raw)
      }
    },
    misfit: (line) => (ended ? undefined : met(misfits, line)),
    cut: (line) => (ended ? undefined : met(cuts, line)),
  })

  const feed = (chunk: Uint8Array): void => {
    bytes += chunk.length
    if (foreign !== undefined || ended) return
    if (head.length < 64) {
      const more = new Uint8Array(Math.min(64, head.length + chunk.length))
      more.set(head)
      more.set(chunk.subarray(0, more.length - head.length), head.length)
      head = more
      foreign = foreignKind(head)
      if (foreign !== undefined) return
    }
    feeder.feed(chunk)
  }

  const close = (): Drawing => {
    const { lines } = feeder.close()
    finish()
    closePath()
    const version = header.get('$ACADVER') ?? ''
    const codePage = header.get('$DWGCODEPAGE') ?? ''
    const chosen = choice.encoding === undefined ? chooseEncoding({ version, codePage, samples: [...unsure] }) : { encoding: choice.encoding, findings: [] }
    const unit = Number(header.get('$INSUNITS') ?? Number.NaN)
    const raw: RawDrawing = { layers: [...layers.values()], blocks, entities: entities.length === 0 ? paper : entities }
    const findings = foreign === undefined ? findingsOf({ lines, ended }) : [finding(foreign)]
    return Object.freeze({
      version, codePage, encoding: chosen.encoding, headerUnit: Number.isInteger(unit) ? unit : undefined,
      ...decoded(raw, decoderOf(chosen.encoding)), kinds: Object.freeze(Object.fromEntries([...kinds].sort(([, a], [, b]) => b - a))), onPaper, bytes,
      findings: Object.freeze([...findings, ...(foreign === undefined ? chosen.findings : [])]),
    })
  }

  const findingsOf = ({ lines, ended: whole }: { lines: number; ended: boolean }): Finding[] => {
    const found: Finding[] = []
    if (kinds.size === 0 && layers.size === 0 && header.size === 0) return [finding('not-dxf')]
    if (!whole) found.push(finding('broken-off', { line: lines }))
    if (misfits.count > 0) found.push(finding('lines-misfit', { count: misfits.count, line: misfits.first }))
    if (cuts.count > 0) found.push(finding('lines-cut', { count: cuts.count, line: cuts.first }))
    if (impossible.count > 0) found.push(finding('coordinates-impossible', { count: impossible.count, line: impossible.first }))
    if (dropped > 0) found.push(finding('too-many-entities', { limit: most, count: dropped }))
    return [...found, ...passedOver(kinds), ...(entities.length > 0 ? [] : [paper.length > 0 ? finding('drawn-on-paper', { count: paper.length }) : finding('nothing-drawn')])]
  }
  return { feed, close }
}

/** What was counted and not kept, in words. */
function passedOver(kinds: ReadonlyMap<string, number>): Finding[] {
  let tangent = 0
  let proxies = 0
  let space = 0
  const others: string[] = []
  for (const [kind, times] of kinds) {
    if (kind.startsWith('TCH_')) tangent += times
    else if (kind === 'ACAD_PROXY_ENTITY' || /^(TDB|AEC|AEC_)/.test(kind)) proxies += times
    else if (dimensional.has(kind) || kind === '3D' || kind === '3DPOLYLINE') space += times
    else if (!understood.has(kind)) others.push(`${kind} × ${times}`)
  }
  return [
    ...(tangent > 0 ? [finding('objects-of-tangent', { count: tangent })] : []),
    ...(proxies > 0 ? [finding('proxy-objects', { count: proxies })] : []),
    ...(space > 0 ? [finding('drawn-in-space', { count: space })] : []),
    ...(others.length > 0 ? [finding('entities-passed-over', { kinds: others.slice(0, 12).join(', ') })] : []),
  ]
}

const slice = 1 << 20

/**
 * Reads a whole file.
 * @param onProgress told the share read, 0 to 1, once a mebibyte
 */
export function readDrawing(bytes: Uint8Array, { onProgress, ...choice }: ReadingChoice & { onProgress?: (share: number) => void } = {}): Drawing {
  const reader = openDrawing(choice)
  const file = inBytes(bytes)
  for (let at = 0; at < file.length; at += slice) {
    reader.feed(file.subarray(at, at + slice))
    onProgress?.(Math.min(1, (at + slice) / file.length))
  }
  return reader.close()
}

/** A file that an editor saved with two bytes a letter, which it says at its beginning, as UTF-8. */
function inBytes(bytes: Uint8Array): Uint8Array {
  const order = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined
  return order === undefined ? bytes : new TextEncoder().encode(new TextDecoder(order).decode(bytes))
}
