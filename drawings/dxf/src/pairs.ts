// A DXF file as its pairs: a line with a group code, a line with its value. Bytes may come in pieces of any size.
import { limits } from './limits.ts'

export interface PairSink {
  /** One pair; its value is `bytes[start..end)` without blanks at its ends. The bytes are lent for the call only. `line` is that of the value, from 1. */
  pair(code: number, bytes: Uint8Array, start: number, end: number, line: number): void
  /** A line that should hold a group code and does not; it is left out and the next one tried. */
  misfit(line: number): void
  /** A line longer than `limits.lineBytes`, cut. */
  cut(line: number): void
}

export interface PairFeed {
  feed(chunk: Uint8Array): void
  /** The end of the file. Answers whether it broke off inside a pair. */
  close(): { readonly brokenOff: boolean; readonly lines: number }
}

const newline = 10
const carriageReturn = 13

/** Cuts what is fed into pairs, handed over as soon as they are whole. Lines end with LF, CR LF or, when the file has no LF, CR. */
export function feedPairs(sink: PairSink): PairFeed {
  let carried: Uint8Array = new Uint8Array(0)
  let code: number | undefined
  let line = 0
  let ending = 0
  /** Within a line that is thrown away. */
  let skipping = false

  const take = (bytes: Uint8Array, from: number, to: number): void => {
    line += 1
    let start = from
    let end = to
    while (end > start && (bytes[end - 1] ?? 0) <= 32) end -= 1
    if (code === undefined) {
      while (start < end && (bytes[start] ?? 0) <= 32) start += 1
      code = codeAt(bytes, start, end)
      if (code === undefined && end > start) sink.misfit(line)
      return
    }
    const known = code
    code = undefined
    sink.pair(known, bytes, start, end, line)
  }

  const feed = (chunk: Uint8Array): void => {
    if (chunk.length === 0) return
    const bytes = carried.length === 0 ? chunk : joined(carried, chunk)
    if (ending === 0) {
      ending = endingOf(bytes)
      if (ending === 0 && bytes.length <= limits.lineBytes) {
        carried = carried.length === 0 ? bytes.slice() : bytes
        return
      }
      if (ending === 0) ending = newline
    }
    let start = 0
    for (let end = bytes.indexOf(ending); end !== -1; end = bytes.indexOf(ending, start)) {
      if (skipping) skipping = false
      else if (end - start > limits.lineBytes) {
        sink.cut(line + 1)
        take(bytes, start, start + limits.lineBytes)
      } else take(bytes, start, end)
      start = end + 1
    }
    if (skipping) carried = new Uint8Array(0)
    else if (bytes.length - start > limits.lineBytes) {
      sink.cut(line + 1)
      take(bytes, start, start + limits.lineBytes)
      skipping = true
      carried = new Uint8Array(0)
    } else carried = bytes.slice(start)
  }

  const close = (): { brokenOff: boolean; lines: number } => {
    if (carried.length > 0 && !skipping) {
      // a file so short that no line end was seen may still end its lines with CR
      if (ending === 0 && carried.includes(carriageReturn)) {
        ending = carriageReturn
        const rest = carried
        carried = new Uint8Array(0)
        feed(rest)
      }
      if (carried.length > 0) take(carried, 0, carried.length)
    }
    carried = new Uint8Array(0)
    return { brokenOff: code !== undefined, lines: line }
  }
  return { feed, close }
}

/** What ends the lines: LF, or CR where a CR is followed by something else; 0 while nothing tells. */
function endingOf(bytes: Uint8Array): number {
  const feedAt = bytes.indexOf(newline)
  const returnAt = bytes.indexOf(carriageReturn)
  if (feedAt !== -1 && (returnAt === -1 || returnAt >= feedAt - 1)) return newline
  if (returnAt !== -1 && returnAt + 1 < bytes.length) return bytes[returnAt + 1] === newline ? newline : carriageReturn
  return 0
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length)
  both.set(one)
  both.set(other, one.length)
  return both
}

/** A group code, -5 to 1071; undefined for anything else. */
function codeAt(bytes: Uint8Array, start: number, end: number): number | undefined {
  let at = start
  const negative = bytes[at] === 45
  if (negative) at += 1
  if (at >= end || end - at > 4) return undefined
  let value = 0
  for (; at < end; at += 1) {
    const digit = (bytes[at] ?? 0) - 48
    if (digit < 0 || digit > 9) return undefined
    value = value * 10 + digit
  }
  return negative ? -value : value
}

const tens = Object.freeze(Array.from({ length: 23 }, (_, power) => 10 ** power))

/**
 * The number in `bytes[start..end)`, correctly rounded; NaN when it is none (`1.#INF`, `nan`, an empty line). Numbers of at
 * most 15 digits are made without a string: whole number and power of ten are both exact, so one division rounds once.
 */
export function numberAt(bytes: Uint8Array, start: number, end: number): number {
  let at = start
  while (at < end && (bytes[at] ?? 0) <= 32) at += 1
  const first = at
  const negative = bytes[at] === 45
  if (negative || bytes[at] === 43) at += 1
  let mantissa = 0
  let digits = 0
  let seen = 0
  let fraction = 0
  let inFraction = false
  for (; at < end; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte === 46 && !inFraction) inFraction = true
    else if (byte >= 48 && byte <= 57) {
      mantissa = mantissa * 10 + (byte - 48)
      seen += 1
      if (mantissa > 0) digits += 1
      if (inFraction) fraction += 1
    } else return ascii(bytes, first, end)
  }
  if (seen === 0) return Number.NaN
  const power = tens[fraction]
  if (digits > 15 || power === undefined) return ascii(bytes, first, end)
  const value = mantissa / power
  return negative ? -value : value
}

function ascii(bytes: Uint8Array, start: number, end: number): number {
  const text = rawText(bytes, start, Math.min(end, start + 400))
  return /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(text) ? Number(text) : Number.NaN
}

/** The bytes as characters 0–255: text whose encoding is not known yet. */
export function rawText(bytes: Uint8Array, start: number, end: number): string {
  let text = ''
  for (let at = start; at < end; at += 8192) text += String.fromCharCode(...bytes.subarray(at, Math.min(end, at + 8192)))
  return text
}
