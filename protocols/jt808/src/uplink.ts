// What a terminal says 上行消息: one layout for each message number.
import { attributes, authentication, registration } from './identity.ts'
import { bcd, byEdition, list, listRest, nothing, optional, raw, rawRest, struct, text, textBy, time, u16, u32, u8 } from './layout.ts'
import type { Part } from './layout.ts'
import { parameter } from './parameters.ts'
import { barePosition, position } from './position.ts'
import type { BarePosition, Position } from './position.ts'
import { Reader, Writer } from './cursor.ts'
import { faultOf } from './fault.ts'

/** A position with its length before it: one that cannot be read costs itself, not its neighbours. */
const measuredPosition: Part<Position> = {
  read(from) {
    const claimed = from.u16()
    if (claimed > from.left()) from.faults.push(faultOf('clipped', `a position claims ${claimed} bytes, ${from.left()} are left`))
    return position.read(new Reader(from.take(Math.min(claimed, from.left())), from.edition, from))
  },
  write(to, value) {
    const inner = new Writer(to.edition, to.dialect)
    position.write(inner, value)
    to.u16(inner.length)
    to.put(inner.bytes())
  },
}

export interface DriverCard {
  /** 1 put in, 2 taken out; the 2011 edition sends neither it nor the time. */
  readonly status?: number | undefined
  readonly time?: string | undefined
  /** 0 read, 1–4 why not. */
  readonly result?: number | undefined
  readonly name?: string | undefined
  readonly licence?: string | undefined
  readonly issuer?: string | undefined
  readonly expiry?: string | undefined
  readonly idCard?: string | undefined
}
const card2011: Part<DriverCard> = struct({ name: textBy(u8), idCard: text(20), licence: text(40), issuer: textBy(u8) }) as Part<DriverCard>
const cardHead = struct({ status: u8, time, result: optional(u8) })
const cardName = struct({ name: optional(textBy(u8)), licence: optional(text(20)), issuer: optional(textBy(u8)), expiry: optional(bcd(4)) })
const shortestCard2011 = 62
const idCardBytes = 20
/** Only a registration tells 2011 from 2013. A card of 2011 begins with the length of a name, later ones with 1 or 2. */
function isCard2011({ edition, bytes, at }: Reader, left: number): boolean {
  const first = bytes[at]
  return edition !== 2019 && first !== 1 && first !== 2 && left >= shortestCard2011
}
const driverCard: Part<DriverCard> = {
  read(from) {
    if (isCard2011(from, from.left())) return card2011.read(from)
    const card = { ...cardHead.read(from), ...cardName.read(from) }
    // some send what 2019 added under the older header
    return from.edition === 2019 || from.left() === idCardBytes ? { ...card, idCard: optional(text(idCardBytes)).read(from) } : card
  },
  write(to, value) {
    if (value.status === undefined) return card2011.write(to, value)
    cardHead.write(to, { status: value.status, time: value.time ?? '', result: value.result })
    cardName.write(to, { name: value.name, licence: value.licence, issuer: value.issuer, expiry: value.expiry })
    optional(text(idCardBytes)).write(to, value.idCard)
  },
}

export interface Multimedia {
  readonly mediaId: number
  readonly type: number
  readonly format: number
  readonly event: number
  readonly channel: number
  /** Left out by the 2011 edition. */
  readonly position?: BarePosition | undefined
  readonly data: Uint8Array
}
const mediaHead = struct({ mediaId: u32, type: u8, format: u8, event: u8, channel: u8 })
/** How a picture or a recording begins; where the data stands at once, there is no position before it. */
const beginnings = [[0xff, 0xd8, 0xff], [0x49, 0x49, 0x2a, 0x00], [0x4d, 0x4d, 0x00, 0x2a], [0x52, 0x49, 0x46, 0x46]] as const
const beginsWithData = ({ bytes, at }: Reader): boolean => beginnings.some((signs) => signs.every((sign, index) => bytes[at + index] === sign))
const multimedia: Part<Multimedia> = {
  read(from) {
    const head = mediaHead.read(from)
    const bare = from.edition === 2011 || (from.edition === 2013 && beginsWithData(from))
    return { ...head, ...(!bare && { position: barePosition.read(from) }), data: from.rest() }
  },
  write(to, value) {
    mediaHead.write(to, value)
    if (to.edition !== 2011 && value.position) barePosition.write(to, value.position)
    to.put(value.data)
  },
}

const generalAnswer = struct({ serial: u16, id: u16, result: u8 })
/** Ids of packets, their number before them in one byte or two. */
export const packetList = byEdition((edition) => list(edition === 2019 ? u16 : u8, u16))

export const uplink = Object.freeze({
  0x0001: generalAnswer,
  0x0002: nothing,
  0x0003: nothing,
  0x0004: nothing,
  0x0005: struct({ serial: u16, missing: list(u16, u16) }),
  0x0100: registration,
  0x0102: authentication,
  0x0104: struct({ serial: u16, parameters: list(u8, parameter) }),
  0x0107: attributes,
  0x0108: struct({ type: u8, result: u8 }),
  0x0200: position,
  0x0201: answered(position),
  0x0301: struct({ event: u8 }),
  0x0302: struct({ serial: u16, answer: u8 }),
  0x0303: struct({ type: u8, action: u8 }),
  0x0500: answered(position),
  0x0608: struct({ type: u8, count: u32, areas: rawRest }),
  0x0700: struct({ serial: u16, command: u8, data: rawRest }),
  0x0701: struct({ waybill: lengthBefore(u32) }),
  0x0702: driverCard,
  0x0704: struct({ count: u16, type: u8, positions: listRest(measuredPosition) }),
  0x0705: struct({ count: u16, time: bcd(5), items: listRest(struct({ id: u32, data: raw(8) })) }),
  0x0800: mediaHead,
  0x0801: multimedia,
  0x0802: struct({ serial: u16, items: list(u16, struct({ mediaId: u32, type: u8, channel: u8, event: u8, position: barePosition })) }),
  0x0805: struct({ serial: u16, result: u8, mediaIds: optional(list(u16, u32)) }),
  0x0900: struct({ type: u8, data: rawRest }),
  0x0901: struct({ data: lengthBefore(u32) }),
  0x0a00: struct({ exponent: u32, modulus: raw(128) }),
})

function answered(part: Part<Position>): Part<Position & { readonly serial: number }> {
  return {
    read: (from) => ({ serial: from.u16(), ...part.read(from) }),
    write(to, { serial, ...value }) {
      to.u16(serial)
      part.write(to, value)
    },
  }
}
export function lengthBefore(length: Part<number>): Part<Uint8Array> {
  return {
    read: (from) => from.take(length.read(from)),
    write(to, value) {
      length.write(to, value.length)
      to.put(value)
    },
  }
}
