// ISO 容器: the boxes of MP4 and HEIC.
import { textAt, u32be } from './bytes.ts'

export interface Box {
  type: string
  /** Where its type stands, and where its content begins and ends, within the bytes or file that hold it. */
  typeAt: number
  from: number
  to: number
}

/** A box header at a place; `end` bounds the box, and a size of zero means up to there. Undefined when it does not fit. */
export function boxAt({ bytes, at, base, end }: { bytes: Buffer; at: number; base: number; end: number }): Box | undefined {
  const short = u32be(bytes, at)
  const long = short === 1
  const size = long ? u32be(bytes, at + 8) * 2 ** 32 + u32be(bytes, at + 12) : short === 0 ? end - base - at : short
  const head = long ? 16 : 8
  const start = base + at
  if (!(size >= head && start + size <= end)) return undefined
  return { type: textAt(bytes, at + 4, 4), typeAt: start + 4, from: start + head, to: start + size }
}

const mostBoxes = 10_000

/** The boxes side by side in a stretch of bytes; undefined when one is broken, or when there are over ten thousand. */
export function boxesIn({ bytes, from, to }: { bytes: Buffer; from: number; to: number }): Box[] | undefined {
  const boxes: Box[] = []
  for (let at = from; at < to;) {
    const box = boxAt({ bytes, at, base: 0, end: to })
    if (!box || boxes.length >= mostBoxes) return undefined
    boxes.push(box)
    at = box.to
  }
  return boxes
}
