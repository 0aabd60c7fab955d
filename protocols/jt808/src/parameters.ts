// A terminal's parameters 终端参数: numbers and texts under ids; what the table does not know stays as its bytes.
import { Reader, Writer } from './cursor.ts'
import { textRest, u16, u32, u8 } from './layout.ts'
import type { Part } from './layout.ts'

export interface Parameter {
  readonly id: number
  readonly value: number | string | Uint8Array
}

const numbers = [
  0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x18, 0x19, 0x1b, 0x1c, 0x20, 0x21, 0x22, 0x27, 0x28, 0x29, 0x2c, 0x2d, 0x2e, 0x2f, 0x30,
  0x45, 0x46, 0x47, 0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57, 0x58, 0x59, 0x5a, 0x64, 0x65, 0x70, 0x71, 0x72, 0x73, 0x74, 0x80, 0x93, 0x95, 0x100, 0x102,
]
const words = [0x31, 0x5b, 0x5c, 0x5d, 0x5e, 0x81, 0x82, 0x101, 0x103]
const bytes = [0x84, 0x90, 0x91, 0x92, 0x94]
const texts = [
  0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17, 0x1a, 0x1d, 0x23, 0x24, 0x25, 0x26, 0x40, 0x41, 0x42, 0x43, 0x44, 0x48, 0x49, 0x83,
]
const kinds: ReadonlyMap<number, Part<number> | Part<string>> = new Map<number, Part<number> | Part<string>>([
  ...numbers.map((id) => [id, u32] as const), ...words.map((id) => [id, u16] as const), ...bytes.map((id) => [id, u8] as const),
  ...texts.map((id) => [id, textRest] as const),
])

/** The parameters this product sets or asks for, by their office names. */
export const parameterIds = Object.freeze({
  heartbeatSeconds: 0x01, server: 0x13, tcpPort: 0x18, reportStrategy: 0x20, sleepSeconds: 0x27, intervalSeconds: 0x29, distanceMetres: 0x2c,
  maxSpeed: 0x55, overspeedSeconds: 0x56, continuousDriving: 0x57, plate: 0x83, plateColour: 0x84,
})

export const parameter: Part<Parameter> = {
  read(from) {
    const id = from.u32()
    const given = from.take(from.u8())
    const kind = kinds.get(id)
    if (kind === undefined) return { id, value: given }
    const inner = new Reader(given, from.edition)
    const value = kind.read(inner)
    return inner.ranOut() || inner.left() > 0 ? { id, value: given } : { id, value }
  },
  write(to, { id, value }) {
    const inner = new Writer(to.edition)
    const kind: Part<number | string> = kinds.get(id) ?? (typeof value === 'number' ? u32 : textRest)
    if (value instanceof Uint8Array) inner.put(value)
    else kind.write(inner, value)
    to.u32(id)
    to.u8(inner.length)
    to.put(inner.bytes())
  },
}
