// PNG: its size in pixels, and the same picture without Exif, texts and time.
import { mostParts, textAt, u32be } from './bytes.ts'
import type { Picture } from './jpeg.ts'

const signature = '\x89PNG\r\n\x1a\n'
/** Chunks that change how the picture looks; all other optional ones are dropped. */
const kept = new Set([
  'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'sBIT', 'bKGD', 'pHYs', 'acTL', 'fcTL', 'fdAT', 'IHDR', 'PLTE', 'IDAT', 'IEND',
])

/** Reads chunk headers only. Undefined when it is no whole PNG. */
export function readPng(bytes: Buffer): Picture | undefined {
  if (textAt(bytes, 0, 8) !== signature || textAt(bytes, 12, 4) !== 'IHDR' || u32be(bytes, 8) !== 13) return undefined
  const width = u32be(bytes, 16)
  const height = u32be(bytes, 20)
  if (!(width > 0 && height > 0)) return undefined
  const parts = [bytes.subarray(0, 8)]
  let hasData = false
  for (let at = 8; ;) {
    const type = textAt(bytes, at + 4, 4)
    const next = at + 12 + u32be(bytes, at)
    if (!(next <= bytes.length) || parts.length > mostParts) return undefined
    if (kept.has(type)) parts.push(bytes.subarray(at, next))
    hasData ||= type === 'IDAT'
    if (type === 'IEND') return hasData ? { width, height, parts } : undefined
    at = next
  }
}
