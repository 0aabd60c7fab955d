// WebP: its size in pixels, and the same picture without Exif and XMP.
import { mostParts, textAt, u16le, u24le, u32le, u8 } from './bytes.ts'
import type { Picture } from './jpeg.ts'

const kept = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])
const saysExifOrXmp = 0x08 | 0x04

/** Reads chunk headers only. Undefined when it is no whole WebP. */
export function readWebp(bytes: Buffer): Picture | undefined {
  if (textAt(bytes, 0, 4) !== 'RIFF' || textAt(bytes, 8, 4) !== 'WEBP') return undefined
  const end = u32le(bytes, 4) + 8
  if (!(end <= bytes.length)) return undefined
  const chunks: Buffer[] = []
  let width = 0
  let height = 0
  let hasData = false
  for (let at = 12; at < end;) {
    const type = textAt(bytes, at, 4)
    const length = u32le(bytes, at + 4)
    const next = at + 8 + length + (length % 2)
    if (!(next <= end) || chunks.length > mostParts) return undefined
    const size = sizeOf({ type, data: bytes.subarray(at + 8, at + 8 + length) })
    if (!size) return undefined
    width = Math.max(width, size.width)
    height = Math.max(height, size.height)
    hasData ||= type !== 'VP8X' && size.width > 0
    if (kept.has(type)) chunks.push(type === 'VP8X' ? withoutFlags(bytes.subarray(at, next)) : bytes.subarray(at, next))
    at = next
  }
  if (!hasData || width === 0) return undefined
  const header = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1')
  header.writeUInt32LE(4 + chunks.reduce((sum, chunk) => sum + chunk.length, 0), 4)
  return { width, height, parts: [header, ...chunks] }
}

/** The size a chunk states; nothing for one that states none; undefined for one that is broken. */
function sizeOf({ type, data }: { type: string; data: Buffer }): { width: number; height: number } | undefined {
  if (type === 'VP8X') return sane({ width: u24le(data, 4) + 1, height: u24le(data, 7) + 1 })
  if (type === 'ANMF') return sane({ width: u24le(data, 6) + 1, height: u24le(data, 9) + 1 })
  if (type === 'VP8 ') return textAt(data, 3, 3) === '\x9d\x01\x2a' ? sane({ width: u16le(data, 6) & 0x3fff, height: u16le(data, 8) & 0x3fff }) : undefined
  if (type !== 'VP8L') return { width: 0, height: 0 }
  const packed = u32le(data, 1)
  return u8(data, 0) === 0x2f ? sane({ width: packed % 0x4000 + 1, height: Math.floor(packed / 0x4000) % 0x4000 + 1 }) : undefined
}

function sane(size: { width: number; height: number }): { width: number; height: number } | undefined {
  return size.width > 0 && size.height > 0 ? size : undefined
}

function withoutFlags(chunk: Buffer): Buffer {
  const copy = Buffer.from(chunk)
  copy[8] = u8(copy, 8) & ~saysExifOrXmp
  return copy
}
