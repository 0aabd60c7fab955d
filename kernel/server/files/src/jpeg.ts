// JPEG: its size in pixels, and the same picture without what it says of place, device and person.
import { mostParts, textAt, u16be, u16le, u32be, u32le, u8 } from './bytes.ts'

export interface Picture {
  width: number
  height: number
  /** The picture without its metadata: parts to be written one after the other. */
  parts: readonly Buffer[]
}

const startOfImage = Buffer.from([0xff, 0xd8])

/**
 * Reads markers only, never pixels. Keeps JFIF, colour profile and Adobe segments and the scans; drops all other
 * application segments (Exif, XMP, IPTC), comments and whatever follows the end. How to turn the picture is kept, as a
 * new Exif segment with that alone. Undefined when it is no whole JPEG.
 */
export function readJpeg(bytes: Buffer): Picture | undefined {
  if (u16be(bytes, 0) !== 0xffd8) return undefined
  const parts: Buffer[] = []
  let size: { width: number; height: number } | undefined
  let orientation = 1
  let hasScan = false
  let at = 2
  for (;;) {
    if (u8(bytes, at) !== 0xff) return undefined
    while (u8(bytes, at + 1) === 0xff) at += 1
    const marker = u8(bytes, at + 1)
    if (marker === 0xd9) {
      if (!size || !hasScan) return undefined
      return { ...size, parts: [startOfImage, ...orientationSegment(orientation), ...parts, bytes.subarray(at, at + 2)] }
    }
    const length = u16be(bytes, at + 2)
    const next = at + 2 + length
    if (!(length >= 2 && next <= bytes.length) || marker < 0xc0 || parts.length > mostParts) return undefined
    if (isFrame(marker)) {
      const frame = { height: u16be(bytes, at + 5), width: u16be(bytes, at + 7) }
      if (!(length >= 8 && frame.width > 0 && frame.height > 0) || size) return undefined
      size = frame
    }
    if (marker === 0xe1 && textAt(bytes, at + 4, 6) === 'Exif\0\0') orientation = orientationOf(bytes.subarray(at + 10, next)) ?? orientation
    const end = marker === 0xda ? endOfScan(bytes, next) : next
    if (marker === 0xda) hasScan = true
    if (isKept({ marker, bytes, at })) parts.push(bytes.subarray(at, end))
    at = end
  }
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

function isKept({ marker, bytes, at }: { marker: number; bytes: Buffer; at: number }): boolean {
  if (marker === 0xe2) return textAt(bytes, at + 4, 12) === 'ICC_PROFILE\0'
  if (marker === 0xe0) return textAt(bytes, at + 4, 5) === 'JFIF\0'
  if (marker === 0xee) return textAt(bytes, at + 4, 5) === 'Adobe'
  return !(marker >= 0xe0 && marker <= 0xef) && marker < 0xf0
}

/** Where the compressed data after a scan header ends: at the next marker that is neither stuffing nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = u8(bytes, at + 1)
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}

function orientationOf(tiff: Buffer): number | undefined {
  const order = textAt(tiff, 0, 2)
  if (order !== 'II' && order !== 'MM') return undefined
  const [u16, u32] = order === 'II' ? [u16le, u32le] : [u16be, u32be]
  const directory = u32(tiff, 4)
  const entries = u16(tiff, directory)
  for (let entry = 0; entry < entries && entry < 200; entry += 1) {
    const at = directory + 2 + entry * 12
    if (u16(tiff, at) === 0x0112) return u16(tiff, at + 8)
  }
  return undefined
}

function orientationSegment(orientation: number): Buffer[] {
  if (!(orientation >= 2 && orientation <= 8)) return []
  return [Buffer.from([
    0xff, 0xe1, 0, 34, ...Buffer.from('Exif\0\0MM'), 0, 42, 0, 0, 0, 8,
    0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0,
  ])]
}
