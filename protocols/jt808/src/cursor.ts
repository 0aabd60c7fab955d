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
  #short = false

  constructor(bytes: Uint8Array, edition: Edition, { dialect = 'standard', faults = [] }: { dialect?: Dialect | undefined; faults?: Fault[] } = {}) {
    this.bytes = bytes
    this.edition = edition
    this.dialect = dialect
    this.faults = faults
  }
  left(): number {
    return this.bytes.length - this.at
  }
  /** True once something was read that is not there. */
  ranOut(): boolean {
    return this.#short
  }
  #lacks(count: number): boolean {
    if (this.at + count <= this.bytes.length) return false
    if (!this.#short) this.faults.push(faultOf('clipped', `${count} bytes were to be read where ${this.left()} are left`))
    this.#short = true
    this.at = this.bytes.length
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
    if (this.#lacks(count)) return this.bytes.subarray(start)
    this.at = start + count
    return this.bytes.subarray(start, this.at)
  }
  rest(): Uint8Array {
    return this.take(this.left())
  }
  bcd(count: number): string {
    let digits = ''
    for (const byte of this.take(count)) digits += `${hexDigits[byte >> 4]}${hexDigits[byte & 15]}`
    return digits
  }
}
const hexDigits = '0123456789abcdef'

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
    if (digits.length > count * 2 || !/^[0-9a-f]*$/.test(digits)) throw new RangeError(`“${digits}” is not ${count * 2} digits.`)
    const filled = digits.padStart(count * 2, '0')
    const at = this.#room(count)
    for (let index = 0; index < count; index += 1) this.#bytes[at + index] = Number.parseInt(filled.slice(index * 2, index * 2 + 2), 16)
  }
  bytes(): Uint8Array {
    return this.#bytes.slice(0, this.length)
  }
}

function inRange(value: number, most: number): number {
  if (!Number.isInteger(value) || value < 0 || value > most) throw new RangeError(`${value} is not a whole number from 0 to ${most}.`)
  return value
}
