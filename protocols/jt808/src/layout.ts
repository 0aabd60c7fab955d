// Layouts 报文结构: what stands in a body in which order, said once and used to read and to write.
import type { Edition, Reader, Writer } from './cursor.ts'
import { decodeText, encodeText } from './text.ts'

/** A part of a body. Reading never throws; writing throws RangeError for a value that does not fit. */
export interface Part<T> {
  read(from: Reader): T
  write(to: Writer, value: T): void
}
/** The value a part reads and writes. */
export type ValueOf<P> = P extends Part<infer T> ? T : never

export const u8: Part<number> = { read: (from) => from.u8(), write: (to, value) => to.u8(value) }
export const u16: Part<number> = { read: (from) => from.u16(), write: (to, value) => to.u16(value) }
export const i16: Part<number> = { read: (from) => from.i16(), write: (to, value) => to.i16(value) }
export const u32: Part<number> = { read: (from) => from.u32(), write: (to, value) => to.u32(value) }
/** `count` bytes of 8421 code as their digits, zeros in front kept. */
export const bcd = (count: number): Part<string> => ({ read: (from) => from.bcd(count), write: (to, value) => to.bcd(value, count) })
/** YYMMDDhhmmss as sent; `instantOf` says which moment that is. */
export const time = bcd(6)
export const raw = (count: number): Part<Uint8Array> => ({
  read: (from) => from.take(count),
  write(to, value) {
    if (value.length !== count) throw new RangeError(`${value.length} bytes are given where ${count} stand.`)
    to.put(value)
  },
})
export const rawRest: Part<Uint8Array> = { read: (from) => from.rest(), write: (to, value) => to.put(value) }

/** Text in `count` bytes, filled up with zeros; what follows the first zero is padding. */
export const text = (count: number): Part<string> => ({
  read(from) {
    const bytes = from.take(count)
    const end = bytes.indexOf(0)
    return decodeText(end === -1 ? bytes : bytes.subarray(0, end))
  },
  write(to, value) {
    const bytes = encodeText(value)
    if (bytes.length > count) throw new RangeError(`“${value}” needs ${bytes.length} bytes, ${count} are there.`)
    to.put(bytes)
    to.put(new Uint8Array(count - bytes.length))
  },
})
export const textRest: Part<string> = { read: (from) => decodeText(trimmed(from.rest())), write: (to, value) => to.put(encodeText(value)) }
/** Text with its length before it. */
export const textBy = (length: Part<number>): Part<string> => ({
  read: (from) => decodeText(trimmed(from.take(length.read(from)))),
  write(to, value) {
    const bytes = encodeText(value)
    length.write(to, bytes.length)
    to.put(bytes)
  },
})
function trimmed(bytes: Uint8Array): Uint8Array {
  let end = bytes.length
  while (end > 0 && bytes[end - 1] === 0) end -= 1
  return end === bytes.length ? bytes : bytes.subarray(0, end)
}

export type Shape = Readonly<Record<string, Part<unknown>>>
export type Struct<S extends Shape> = { readonly [K in keyof S]: ValueOf<S[K]> }
/** Parts one after another. */
export function struct<const S extends Shape>(shape: S): Part<Struct<S>> {
  const parts = Object.entries(shape)
  return {
    read(from) {
      const value: Record<string, unknown> = {}
      for (const [name, part] of parts) value[name] = part.read(from)
      return value as Struct<S>
    },
    write(to, value) {
      for (const [name, part] of parts) part.write(to, value[name])
    },
  }
}
/** Two structures one after another as one value. */
export function joined<A extends object, B extends object>(first: Part<A>, second: Part<B>): Part<A & B> {
  return {
    read: (from) => ({ ...first.read(from), ...second.read(from) }),
    write(to, value) {
      first.write(to, value)
      second.write(to, value)
    },
  }
}
/** A count, and so many of the same. Stops where the bytes end, whatever the count claims. */
export function list<T>(count: Part<number>, item: Part<T>): Part<readonly T[]> {
  return {
    read(from) {
      const values: T[] = []
      const claimed = count.read(from)
      for (let index = 0; index < claimed && !from.ranOut(); index += 1) {
        const value = item.read(from)
        if (!from.ranOut()) values.push(value)
      }
      return values
    },
    write(to, values) {
      count.write(to, values.length)
      for (const value of values) item.write(to, value)
    },
  }
}
/** As many of the same as there are bytes. */
export function listRest<T>(item: Part<T>): Part<readonly T[]> {
  return {
    read(from) {
      const values: T[] = []
      while (from.left() > 0) values.push(item.read(from))
      return values
    },
    write(to, values) {
      for (const value of values) item.write(to, value)
    },
  }
}
/** What may be left out at the end of a body. */
export function optional<T>(part: Part<T>): Part<T | undefined> {
  return {
    read: (from) => (from.left() > 0 ? part.read(from) : undefined),
    write(to, value) {
      if (value !== undefined) part.write(to, value)
    },
  }
}
/** What differs between the editions; the edition says which part stands there. */
export function byEdition<T>(choose: (edition: Edition) => Part<T>): Part<T> {
  return { read: (from) => choose(from.edition).read(from), write: (to, value) => choose(to.edition).write(to, value) }
}
/** What only the 2019 edition has. */
export function since2019<T>(part: Part<T>): Part<T | undefined> {
  return {
    read: (from) => (from.edition === 2019 && from.left() > 0 ? part.read(from) : undefined),
    write(to, value) {
      if (to.edition === 2019 && value !== undefined) part.write(to, value)
    },
  }
}
/** Nothing: the message is its number. */
export const nothing: Part<Readonly<Record<never, never>>> = { read: () => ({}), write: () => undefined }
