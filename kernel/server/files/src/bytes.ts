// 字节: numbers and names out of bytes nobody vouches for. Past the end a number is NaN and a name shorter, so that
// no comparison with them holds.
export function u8(bytes: Buffer, at: number): number {
  return bytes[at] ?? Number.NaN
}

export function u16be(bytes: Buffer, at: number): number {
  return u8(bytes, at) * 0x100 + u8(bytes, at + 1)
}

export function u32be(bytes: Buffer, at: number): number {
  return u16be(bytes, at) * 0x10000 + u16be(bytes, at + 2)
}

export function u16le(bytes: Buffer, at: number): number {
  return u8(bytes, at) + u8(bytes, at + 1) * 0x100
}

export function u24le(bytes: Buffer, at: number): number {
  return u16le(bytes, at) + u8(bytes, at + 2) * 0x10000
}

export function u32le(bytes: Buffer, at: number): number {
  return u16le(bytes, at) + u16le(bytes, at + 2) * 0x10000
}

/** Latin-1 text. */
export function textAt(bytes: Buffer, at: number, length: number): string {
  return bytes.toString('latin1', at, at + length)
}

/** A picture of more parts than this was made to fill the memory of who reads it. */
export const mostParts = 100_000
