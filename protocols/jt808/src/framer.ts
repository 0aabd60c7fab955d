// The framer: bytes as they come from a socket → frames, whatever stands between them and however they are cut.
import { faultOf } from './fault.ts'
import type { Fault } from './fault.ts'

const flag = 0x7e
const escapeByte = 0x7d
/** Bytes between two flags before unescaping: a header of 21, a body of 1,023, a checksum, each byte escaped at worst. */
export const longestFrame = 2 * (21 + 1023 + 1)
/** Header of the shortest edition and the checksum. */
const shortestFrame = 13

/** The content of a frame without flags and escapes, its checksum byte verified and taken off; or what was wrong. */
export type Framed = { readonly content: Uint8Array; readonly fault?: undefined; readonly raw?: undefined } | { readonly content?: undefined; readonly fault: Fault; readonly raw: Uint8Array }

export interface Framer {
  /** Takes the next bytes and answers what they complete. Keeps at most one unfinished frame of `longestFrame` bytes. */
  push(chunk: Uint8Array): readonly Framed[]
  /** Bytes of an unfinished frame. */
  pending(): number
}

/** A framer for one connection (or one UDP datagram). A bad frame costs that frame, never the next. */
export function createFramer(): Framer {
  let kept: Uint8Array = new Uint8Array(0)
  let inside = false
  let skipping = false

  function push(given: Uint8Array): readonly Framed[] {
    // every view of a plain array is a plain array: those of a Buffer are dearer, and many are made here
    const chunk = new Uint8Array(given.buffer, given.byteOffset, given.length)
    const out: Framed[] = []
    let at = 0
    while (at < chunk.length) {
      const end = chunk.indexOf(flag, at)
      const piece = chunk.subarray(at, end === -1 ? chunk.length : end)
      if (!inside) outside(out, piece)
      else gather(out, piece, end !== -1)
      if (end === -1) break
      inside = true
      skipping = false
      at = end + 1
    }
    return out
  }

  /** Before the first flag nothing is a frame: greetings of other protocols, the tail of what was cut off. */
  function outside(out: Framed[], piece: Uint8Array): void {
    if (piece.length > 0 && !skipping) out.push({ fault: faultOf('garbage', 'bytes before the first flag'), raw: piece.slice(0, longestFrame) })
    if (piece.length > 0) skipping = true
  }

  function gather(out: Framed[], piece: Uint8Array, ended: boolean): void {
    if (skipping) return
    if (kept.length + piece.length > longestFrame) {
      out.push({ fault: faultOf('too-long', `more than ${longestFrame} bytes without a flag`), raw: joined(kept, piece.subarray(0, longestFrame - kept.length)) })
      kept = new Uint8Array(0)
      skipping = true
      return
    }
    const whole = kept.length === 0 ? piece : joined(kept, piece)
    if (!ended) {
      kept = whole === piece ? piece.slice() : whole
      return
    }
    kept = new Uint8Array(0)
    if (whole.length > 0) out.push(open(whole))
  }

  return { push, pending: () => kept.length }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}

function open(raw: Uint8Array): Framed {
  const bytes = unescaped(raw)
  if (bytes === undefined) return { fault: faultOf('escape', '7D is followed by neither 01 nor 02'), raw: raw.slice() }
  if (bytes.length < shortestFrame) return { fault: faultOf('too-short', `${bytes.length} bytes are no message`), raw: raw.slice() }
  const last = bytes.length - 1
  let sum = 0
  for (let at = 0; at < last; at += 1) sum ^= bytes[at] ?? 0
  if (sum !== bytes[last]) return { fault: faultOf('checksum', `checksum ${bytes[last]?.toString(16)} where ${sum.toString(16)} was computed`), raw: raw.slice() }
  return { content: bytes.subarray(0, last) }
}

/** What stands between two flags, unescaped; undefined when an escape is not one. Without escapes it is the same bytes. */
export function unescaped(raw: Uint8Array): Uint8Array | undefined {
  let at = raw.indexOf(escapeByte)
  if (at === -1) return raw
  const bytes = new Uint8Array(raw.length)
  bytes.set(raw.subarray(0, at))
  let length = at
  for (; at < raw.length; at += 1, length += 1) {
    const byte = raw[at] ?? 0
    if (byte !== escapeByte) {
      bytes[length] = byte
      continue
    }
    at += 1
    const code = raw[at]
    if (code !== 1 && code !== 2) return undefined
    bytes[length] = code === 2 ? flag : escapeByte
  }
  return bytes.subarray(0, length)
}

/** A frame for the wire: checksum, escapes and flags put round header and body. */
export function framed(content: Uint8Array): Uint8Array {
  let sum = 0
  for (let at = 0; at < content.length; at += 1) sum ^= content[at] ?? 0
  return enclosed(content, sum)
}

/** Escapes and flags alone; the bytes end with their checksum already. */
export function escaped(bytes: Uint8Array): Uint8Array {
  return enclosed(bytes, undefined)
}

const isEscaped = (byte: number): boolean => byte === flag || byte === escapeByte

/** One array, as long as it has to be. */
function enclosed(bytes: Uint8Array, sum: number | undefined): Uint8Array {
  let length = bytes.length + 2
  for (let at = 0; at < bytes.length; at += 1) if (isEscaped(bytes[at] ?? 0)) length += 1
  if (sum !== undefined) length += isEscaped(sum) ? 2 : 1
  const frame = new Uint8Array(length)
  frame[0] = flag
  let end = 1
  for (let at = 0; at < bytes.length; at += 1) end = put(frame, end, bytes[at] ?? 0)
  if (sum !== undefined) end = put(frame, end, sum)
  frame[end] = flag
  return frame
}
function put(frame: Uint8Array, at: number, byte: number): number {
  if (!isEscaped(byte)) {
    frame[at] = byte
    return at + 1
  }
  frame[at] = escapeByte
  frame[at + 1] = byte === flag ? 2 : 1
  return at + 2
}
