// Captured frames of real terminals and of the suites of others 实录报文, read from the folder beside.
import { readFileSync } from 'node:fs'

/** One frame of the vectors; `expected` are the values another code base read from it. */
export interface Case {
  readonly hex: string
  readonly msgId: string
  readonly v2019: boolean
  readonly phoneBcd: string
  readonly serial: number
  readonly bodyHex: string
  readonly total?: number
  readonly index?: number
  readonly expected?: Readonly<Record<string, unknown>>
}

const read = (name: string): { cases: readonly Case[] } =>
  JSON.parse(readFileSync(new URL(`vectors/${name}.json`, import.meta.url), 'utf8')) as { cases: readonly Case[] }

/** yezhihao/jt808-server (Apache-2.0): every message of both headers. */
export const wireFrames = read('wire-frames').cases
/** The same: 2013, with values. Latitude and longitude are swapped in its data. */
export const decodePairs = read('decode-pairs-2013').cases
/** cuteLittleDevil/go-jt808 (MIT). */
export const goFrames = read('parse-frames-go').cases
/** What terminals of many makers sent and others' suites hold without values: traccar/traccar (Apache-2.0), SmallChi/JT808 (MIT). */
export const fieldFrames: readonly string[] = ['field-frames', 'reported-frames'].flatMap((name) => read(name).cases.map(({ hex }) => hex))
export const allFrames: readonly Case[] = [...wireFrames, ...decodePairs, ...goFrames]

interface EscapeCase {
  readonly name: string
  readonly input: string
  readonly want: string | null
}
interface StreamCase {
  readonly name: string
  readonly args?: string
  readonly input?: string
  readonly frames?: readonly string[]
  readonly wantFrames?: number
}
export const escapeCases = (read('escape') as unknown as { cases: readonly EscapeCase[] }).cases
export const streamCases = (read('frame-reader') as unknown as { cases: readonly StreamCase[] }).cases

export const bytesOf = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'))
export const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** Numbers from a seed, the same on every machine: mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
