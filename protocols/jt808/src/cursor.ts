// Reading and writing bytes big-endian. A reader never leaves its bytes: what is missing reads as zero and is noted once.
import { faultOf } from './fault.ts'
import type { Fault } from './fault.ts'

/** 2011 and 2013 share their header; 2019 says so in it. */
export type Edition = 2011 | 2013 | 2019
/** Whose table names the items behind a position; ids above the standard's mean something else with every vendor. */
export type Dialect = 'standard' | 'video' | 'jiangsu' | 'guangdong'

export class Reader {
  readonly bytes: Uint8Array
  readonly edition: Edition
  readonly dialect: Dialect
  readonly faults: Fault[]
  at = 0
  #end: number
  #short = false

  constructor(bytes: Uint8Array, edition: Edition, { dialect = 'standard', faults = [] }: { dialect?: Dialect | undefined; faults?: Fault[] } = {}) {
    this.bytes = bytes
    this.#end = bytes.length
    this.edition = edition
    this.dialect = dialect
    this.faults = faults
  }
  left(): number {
    return this.#end - this.at
  }
  /** True once something was read that is not there. */
  ranOut(): boolean {
    return this.#short
  }
  /** Reads as though the bytes ended `count` further on, of which there are so many; undefined, and nothing read or told, unless that is exactly what was read. */
  exactly<T>(count: number, part: { read(from: Reader): T }): T | undefined {
    const { at, faults } = this
    const [end, short, told] = [this.#end, this.#short, faults.length]
    this.#end = at + count
    this.#short = false
    const value = part.read(this)
    const fits = !this.#short && this.at === this.#end
    this.#end = end
    this.#short = short
    if (fits) return value
    this.at = at
    faults.length = told
    return undefined
  }
  #lacks(count: number): boolean {
    if (this.at + count <= this.#end) return false
    if (!this.#short) this.faults.push(faultOf('clipped', `${count} bytes were to be read where ${this.left()} are left`))
    this.#short = true
    this.at = this.#end
    return true
  }
  u8(): number {
    if (this.#lacks(1)) return 0
    const value = this.bytes[this.at] ?? 0
    this.at += 1
    return value
  }
  u16(): number {
    if (this.#lacks(2)) return 0
    const { bytes, at } = this
    this.at = at + 2
    return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
  }
  i16(): number {
    return (this.u16() << 16) >> 16
  }
  u32(): number {
    if (this.#lacks(4)) return 0
    const { bytes, at } = this
    this.at = at + 4
    return (((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)) >>> 0
  }
  /** At most what is left: a length from the wire is clipped to it and noted. The bytes are a view, not a copy. */
  take(count: number): Uint8Array {
    const start = this.at
    if (this.#lacks(count)) return this.bytes.subarray(start, this.#end)
    this.at = start + count
    return this.bytes.subarray(start, this.at)
  }
  rest(): Uint8Array {
    return this.take(this.left())
  }
  bcd(count: number): string {
    const start = this.at
    if (!this.#lacks(count)) this.at = start + count
    let digits = ''
    for (let at = start; at < this.at; at += 1) digits += pairs[this.bytes[at] ?? 0] ?? ''
    return digits
  }
}
/** Each byte's two digits. */
const pairs: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

export class Writer {
  #bytes = new Uint8Array(64)
  readonly edition: Edition
  readonly dialect: Dialect
  length = 0

  constructor(edition: Edition, dialect: Dialect = 'standard') {
    this.edition = edition
    this.dialect = dialect
  }
  #room(count: number): number {
    const at = this.length
    if (at + count > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(2 * this.#bytes.length, at + count))
      grown.set(this.#bytes)
      this.#bytes = grown
    }
    this.length = at + count
    return at
  }
  u8(value: number): void {
    const at = this.#room(1)
    this.#bytes[at] = inRange(value, 0xff)
  }
  u16(value: number): void {
    const at = this.#room(2)
    this.#bytes[at] = inRange(value, 0xffff) >> 8
    this.#bytes[at + 1] = value
  }
  i16(value: number): void {
    if (!Number.isInteger(value) || value < -0x8000 || value > 0x7fff) throw new RangeError(`${value} does not fit a signed word.`)
    this.u16(value & 0xffff)
  }
  u32(value: number): void {
    const at = this.#room(4)
    inRange(value, 0xffff_ffff)
    this.#bytes[at] = value >>> 24
    this.#bytes[at + 1] = value >>> 16
    this.#bytes[at + 2] = value >>> 8
    this.#bytes[at + 3] = value
  }
  put(bytes: Uint8Array): void {
    const at = this.#room(bytes.length) // first: it may put larger bytes in the place of these
    this.#bytes.set(bytes, at)
  }
  /** `digits` fill `count` bytes from the right; zeros stand before. */
  bcd(digits: string, count: number): void {
    const at = this.#room(count)
    let wrong = digits.length > count * 2
    for (let index = count - 1, from = digits.length; index >= 0; index -= 1, from -= 2) {
      const byte = nibble(digits, from - 1) | (nibble(digits, from - 2) << 4)
      wrong ||= byte < 0
      this.#bytes[at + index] = byte
    }
    if (wrong) throw new RangeError(`“${digits}” is not ${count * 2} digits.`)
  }
  /** What the part writes, with its length in one byte before it. @throws RangeError past 255 bytes. */
  measured<T>(part: { write(to: Writer, value: T): void }, value: T): void {
    const at = this.#room(1)
    part.write(this, value)
    this.#bytes[at] = inRange(this.length - at - 1, 0xff)
  }
  bytes(): Uint8Array {
    return this.#bytes.slice(0, this.length)
  }
  /** The same bytes without copying them, until `clear`. */
  view(): Uint8Array {
    return this.#bytes.subarray(0, this.length)
  }
  /** To write something else into the same memory. */
  clear(): void {
    this.length = 0
  }
}

/** 0 before the first digit; negative for what is none. */
function nibble(digits: string, at: number): number {
  if (at < 0) return 0
  const code = digits.charCodeAt(at)
  return code >= 0x30 && code <= 0x39 ? code - 0x30 : code >= 0x61 && code <= 0x66 ? code - 0x57 : -1
}

function inRange(value: number, most: number): number {
  if (!Number.isInteger(value) || value < 0 || value > most) throw new RangeError(`${value} is not a whole number from 0 to ${most}.`)
  return value
}
