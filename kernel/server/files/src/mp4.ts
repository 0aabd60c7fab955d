// MP4: how long it plays, and where it says of place, device and person.
import { type Box, boxAt, boxesIn } from './boxes.ts'
import { u32be, u8 } from './bytes.ts'
import type { Source } from './source.ts'

const brands = new Set(['isom', 'iso2', 'iso4', 'iso5', 'iso6', 'mp41', 'mp42', 'avc1', 'M4V ', 'M4VH', 'M4VP', 'dash', 'MSNV', '3gp4', '3gp5'])
const largestIndex = 16 * 2 ** 20
const mostBoxes = 10_000
/** Boxes that carry position, device and titles; players need none of them. */
const personal = new Set(['udta', 'meta', 'uuid'])

export function isMp4Brand(brand: string): boolean {
  return brands.has(brand)
}

/** Undefined when it is no whole MP4 with an index. `blank` are the stretches to be made a `free` box of zeros. */
export async function readMp4(source: Source): Promise<{ seconds: number; blank: readonly Box[] } | undefined> {
  const blank: Box[] = []
  let seconds: number | undefined
  let hasMedia = false
  let at = 0
  for (let count = 0; at < source.size; count += 1) {
    const box = boxAt({ bytes: await source.read(at, 16), at: 0, base: at, end: source.size })
    if (!box || count > mostBoxes) return undefined
    if (personal.has(box.type)) blank.push(box)
    hasMedia ||= box.type === 'mdat'
    if (box.type === 'moov') {
      const length = box.to - box.from
      if (length > largestIndex || seconds !== undefined) return undefined
      const index = readIndex({ bytes: await source.read(box.from, length), from: 0, to: length, depth: 0 })
      seconds = index?.seconds
      if (!index || seconds === undefined) return undefined
      blank.push(...index.blank.map(({ type, typeAt, from, to }) => ({ type, typeAt: typeAt + box.from, from: from + box.from, to: to + box.from })))
    }
    at = box.to
  }
  return seconds === undefined || !hasMedia ? undefined : { seconds, blank }
}

function readIndex({ bytes, from, to, depth }: { bytes: Buffer; from: number; to: number; depth: number }): { seconds?: number; blank: Box[] } | undefined {
  const boxes = boxesIn({ bytes, from, to })
  if (!boxes) return undefined
  const blank = boxes.filter(({ type }) => personal.has(type))
  for (const track of depth > 0 ? [] : boxes.filter(({ type }) => type === 'trak')) {
    const inside = readIndex({ bytes, from: track.from, to: track.to, depth: depth + 1 })
    if (!inside) return undefined
    blank.push(...inside.blank)
  }
  const header = boxes.find(({ type }) => type === 'mvhd')
  if (!header) return { blank }
  const wide = u8(bytes, header.from) === 1
  const scale = u32be(bytes, header.from + (wide ? 20 : 12))
  const duration = wide ? u32be(bytes, header.from + 24) * 2 ** 32 + u32be(bytes, header.from + 28) : u32be(bytes, header.from + 16)
  return scale > 0 && duration >= 0 ? { seconds: duration / scale, blank } : undefined
}
