// HEIC: its size in pixels, and the same picture with its Exif and XMP blanked.
import { type Box, boxesIn } from './boxes.ts'
import { mostParts, textAt, u16be, u32be, u8 } from './bytes.ts'
import type { Picture } from './jpeg.ts'

const brands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'])

export function isHeicBrand(brand: string): boolean {
  return brands.has(brand)
}

/** Reads boxes only. Undefined when it is no whole HEIC, or its metadata cannot be found to be blanked. */
export function readHeic(bytes: Buffer): Picture | undefined {
  const top = boxesIn({ bytes, from: 0, to: bytes.length })
  const meta = childrenOf({ bytes, box: top?.find(({ type }) => type === 'meta'), skip: 4 })
  const properties = childrenOf({ bytes, box: meta?.find(({ type }) => type === 'iprp'), skip: 0 })
  const sizes = childrenOf({ bytes, box: properties?.find(({ type }) => type === 'ipco'), skip: 0 })?.filter(({ type }) => type === 'ispe')
    .map(({ from }) => ({ width: u32be(bytes, from + 4), height: u32be(bytes, from + 8) }))
  const largest = sizes?.toSorted((a, b) => b.width * b.height - a.width * a.height)[0]
  if (!meta || !largest || !(largest.width > 0 && largest.height > 0) || !top?.some(({ type }) => type === 'mdat')) return undefined
  const extents = metadataExtents({ bytes, meta })
  // What a forged table points at must not be blanked where it is the picture's own structure.
  const data = [...top, ...meta].filter(({ type }) => type === 'mdat' || type === 'idat')
  const isInData = ({ from, to }: Extent): boolean => to > from && data.some((box) => box.from <= from && to <= box.to)
  if (!extents?.every(isInData)) return undefined
  const blanked = Buffer.from(bytes)
  for (const { from, to } of extents) blanked.fill(0, from, to)
  return { ...largest, parts: [blanked] }
}

function childrenOf({ bytes, box, skip }: { bytes: Buffer; box: Box | undefined; skip: number }): Box[] | undefined {
  return box && boxesIn({ bytes, from: box.from + skip, to: box.to })
}

interface Extent {
  from: number
  to: number
}

/** Where the Exif and XMP items lie; undefined when one cannot be found. */
function metadataExtents({ bytes, meta }: { bytes: Buffer; meta: readonly Box[] }): Extent[] | undefined {
  const wanted = metadataItems({ bytes, info: meta.find(({ type }) => type === 'iinf') })
  if (!wanted) return undefined
  if (wanted.size === 0) return []
  const located = itemExtents({ bytes, location: meta.find(({ type }) => type === 'iloc'), dataBox: meta.find(({ type }) => type === 'idat') })
  if (!located) return undefined
  const extents = [...wanted].map((id) => located.get(id))
  return extents.every((found) => found !== undefined) ? extents.flat() : undefined
}

function metadataItems({ bytes, info }: { bytes: Buffer; info: Box | undefined }): Set<number> | undefined {
  if (!info) return undefined
  const entries = childrenOf({ bytes, box: info, skip: u8(bytes, info.from) === 0 ? 6 : 8 })
  if (!entries) return undefined
  const items = new Set<number>()
  for (const { type, from } of entries) {
    if (type !== 'infe') return undefined
    const version = u8(bytes, from)
    const wide = version >= 3
    const kind = textAt(bytes, from + (wide ? 10 : 8), 4)
    if (version < 2 || kind === 'Exif' || kind === 'mime') items.add(wide ? u32be(bytes, from + 4) : u16be(bytes, from + 4))
  }
  return items
}

function itemExtents({ bytes, location, dataBox }: { bytes: Buffer; location: Box | undefined; dataBox: Box | undefined }): Map<number, Extent[]> | undefined {
  if (!location) return undefined
  let at = location.from + 4
  const version = u8(bytes, location.from)
  const take = (size: number): number => {
    const value = size === 0 ? 0 : size === 2 ? u16be(bytes, at) : size === 4 ? u32be(bytes, at) : size === 8 ? u32be(bytes, at) * 2 ** 32 + u32be(bytes, at + 4) : Number.NaN
    at += size
    return at <= location.to ? value : Number.NaN
  }
  const widths = take(2)
  const [offsetSize, lengthSize, baseSize] = [widths >> 12, (widths >> 8) & 15, (widths >> 4) & 15] as const
  const indexSize = version > 0 ? widths & 15 : 0
  const count = take(version < 2 ? 2 : 4)
  const items = new Map<number, Extent[]>()
  let extentsLeft = mostParts
  if (count > mostParts) return undefined
  for (let item = 0; item < count; item += 1) {
    const id = take(version < 2 ? 2 : 4)
    const inDataBox = version > 0 && take(2) % 16 === 1
    take(2)
    const base = take(baseSize) + (inDataBox ? dataBox?.from ?? Number.NaN : 0)
    const parts = take(2)
    const extents: Extent[] = []
    extentsLeft -= parts
    if (!(extentsLeft >= 0)) return undefined
    for (let part = 0; part < parts; part += 1) {
      take(indexSize)
      const from = base + take(offsetSize)
      const to = from + take(lengthSize)
      if (!(to <= bytes.length && from >= 0)) return undefined
      extents.push({ from, to })
    }
    items.set(id, extents)
  }
  return count >= 0 ? items : undefined
}
