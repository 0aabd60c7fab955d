// A packet 消息包: the header of a frame and the body it carries, which may be a part of a longer one.
import { Reader, Writer } from './cursor.ts'
import type { Edition } from './cursor.ts'
import { faultOf } from './fault.ts'
import type { Fault } from './fault.ts'
import { framed } from './framer.ts'

/** The longest body of one packet; ten bits say its length. */
export const longestBody = 1023

export interface Packet {
  readonly id: number
  /** True for the header of the 2019 edition, by the form it has and not by its bit alone; answers go out under the same. */
  readonly v2019: boolean
  readonly protocolVersion: number | undefined
  /** The terminal's number as sent, 12 digits or 20; hexadecimal ones where its IMEI is sent as a number of six bytes. */
  readonly phone: string
  readonly serial: number
  /** Bits 10–12: 0 plain, 1 RSA. */
  readonly encryption: number
  /** From 1. */
  readonly part: { readonly total: number; readonly index: number } | undefined
  readonly body: Uint8Array
  readonly faults: readonly Fault[]
}

/** The name a terminal has whatever edition it speaks: its number without zeros in front, or its IMEI. */
export function identityOf(phone: string): string {
  return /[a-f]/.test(phone) ? imeiOf(phone) ?? phone : withoutZeros(phone)
}

/** Some put the 14 digits of their IMEI into the six bytes as one number; the fifteenth is reckoned from them. */
function imeiOf(phone: string): string | undefined {
  const digits = String(Number.parseInt(phone, 16))
  if (phone.length !== 12 || digits.length !== 14) return undefined
  let sum = 0
  for (let at = 0; at < 14; at += 1) {
    const digit = digits.charCodeAt(at) - 0x30
    const doubled = at % 2 === 1 ? 2 * digit : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return digits + String((10 - (sum % 10)) % 10)
}

function withoutZeros(phone: string): string {
  let zeros = 0
  while (zeros < phone.length - 1 && phone.charCodeAt(zeros) === 0x30) zeros += 1
  return zeros === 0 ? phone : phone.slice(zeros)
}

/** Reads the header of a frame's content (no flags, no checksum). Answers a fault alone when it is no packet at all. */
export function readPacket(content: Uint8Array): Packet | Fault {
  const faults: Fault[] = []
  const from = new Reader(content, 2013, { faults })
  const id = from.u16()
  const attributes = from.u16()
  const said2019 = (attributes & 0x4000) !== 0
  const v2019 = isOtherForm(content, attributes) ? !said2019 : said2019
  if (v2019 !== said2019) faults.push(faultOf('version', `the header says ${said2019 ? '2019' : 'before 2019'} and has the other's form`))
  const protocolVersion = v2019 ? from.u8() : undefined
  const phone = from.bcd(v2019 ? 10 : 6)
  const serial = from.u16()
  const divided = (attributes & 0x2000) !== 0
  const part = divided ? { total: from.u16(), index: from.u16() } : undefined
  if (from.ranOut()) return faultOf('too-short', `${content.length} bytes do not hold the header they announce`)
  // one checksum byte lets one piece of garbage in 256 pass; nobody is called by hexadecimal digits
  const claimed = attributes & longestBody
  if (!/^\d+$/.test(phone) && (claimed !== from.left() || imeiOf(phone) === undefined)) return faultOf('phone', `${phone} is no number`)
  if (claimed !== from.left()) faults.push(faultOf('length', `the header says ${claimed} bytes of body, ${from.left()} are there`))
  const encryption = (attributes >> 10) & 7
  if (encryption !== 0) faults.push(faultOf('encrypted', `the body is encrypted (${encryption})`))
  return { id, v2019, protocolVersion, phone, serial, encryption, part, body: from.take(Math.min(claimed, from.left())), faults }
}

const headerLength = (v2019: boolean, divided: boolean): number => (v2019 ? 17 : 12) + (divided ? 4 : 0)

/** The version's bit is wrong: only the other header's form leaves the body as long as it is said to be, behind a number of digits. */
function isOtherForm(content: Uint8Array, attributes: number): boolean {
  const v2019 = (attributes & 0x4000) !== 0
  const divided = (attributes & 0x2000) !== 0
  const claimed = attributes & longestBody
  if (content.length === headerLength(v2019, divided) + claimed || content.length !== headerLength(!v2019, divided) + claimed) return false
  return content.subarray(v2019 ? 4 : 5, v2019 ? 10 : 15).every((byte) => byte >> 4 <= 9 && (byte & 15) <= 9)
}

export interface Outgoing {
  readonly id: number
  readonly edition: Edition
  /** As the terminal sent it. */
  readonly phone: string
  readonly serial: number
  readonly protocolVersion?: number | undefined
  readonly encryption?: number
  readonly body: Uint8Array
}

/**
 * Frames for the wire. A body longer than one packet takes goes out in parts under consecutive serials, from
 * `serial` on. @throws RangeError for a number that does not fit the header.
 */
export function writePackets(message: Outgoing): readonly Uint8Array[] {
  if (message.body.length <= longestBody) return [writePacket(message)]
  const total = Math.ceil(message.body.length / longestBody)
  const frames: Uint8Array[] = []
  for (let index = 0; index < total; index += 1) {
    const body = message.body.subarray(index * longestBody, (index + 1) * longestBody)
    frames.push(writePacket({ ...message, serial: (message.serial + index) & 0xffff, body }, { total, index: index + 1 }))
  }
  return frames
}

/** Where each packet is put together before it is framed; nothing of a header depends on whose it is. */
const scratch = new Writer(2013)

/** One frame; `part` when it is one of several. */
export function writePacket({ id, edition, phone, serial, protocolVersion, encryption = 0, body }: Outgoing, part?: { total: number; index: number }): Uint8Array {
  if (body.length > longestBody) throw new RangeError(`${body.length} bytes do not fit one packet.`)
  const to = scratch
  to.clear()
  const v2019 = edition === 2019
  to.u16(id)
  to.u16(body.length | (encryption << 10) | (part ? 0x2000 : 0) | (v2019 ? 0x4000 : 0))
  if (v2019) to.u8(protocolVersion ?? 1)
  to.bcd(v2019 ? phone : withoutZeros(phone), v2019 ? 10 : 6)
  to.u16(serial)
  if (part) {
    to.u16(part.total)
    to.u16(part.index)
  }
  to.put(body)
  return framed(to.view())
}
