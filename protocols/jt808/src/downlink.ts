// What the platform says 下行消息: one layout for each message number.
import { circle, polygon, rectangle, route } from './areas.ts'
import { byEdition, list, listRest, nothing, optional, raw, rawRest, since2019, struct, text, textBy, textRest, time, u16, u32, u8 } from './layout.ts'
import type { Part } from './layout.ts'
import { parameter } from './parameters.ts'
import { lengthBefore, packetList } from './uplink.ts'

const search = { type: u8, channel: u8, event: u8, start: time, end: time } as const
/** Door and more: one byte before 2019, a list of things with what to do after. */
const vehicleControl: Part<{ readonly flags?: number | undefined; readonly items?: readonly { readonly type: number; readonly parameter: number }[] | undefined }> =
  byEdition((edition) => (edition === 2019
    ? struct({ items: list(u16, struct({ type: u16, parameter: u8 })) })
    : struct({ flags: u8 })) as Part<{ readonly flags?: number | undefined; readonly items?: readonly { readonly type: number; readonly parameter: number }[] | undefined }>)
const ids = struct({ ids: list(u8, u32) })

export const downlink = Object.freeze({
  0x8001: struct({ serial: u16, id: u16, result: u8 }),
  0x8003: struct({ serial: u16, missing: packetList }),
  0x8004: struct({ time }),
  0x8100: struct({ serial: u16, result: u8, code: optional(textRest) }),
  0x8103: struct({ parameters: list(u8, parameter) }),
  0x8104: nothing,
  0x8105: struct({ command: u8, parameters: optional(textRest) }),
  0x8106: ids,
  0x8107: nothing,
  0x8108: struct({ type: u8, maker: text(5), version: textBy(u8), data: lengthBefore(u32) }),
  0x8201: nothing,
  0x8202: struct({ interval: u16, validity: optional(u32) }),
  0x8203: struct({ serial: u16, alarms: u32 }),
  0x8204: nothing,
  0x8300: struct({ flags: u8, type: since2019(u8), text: textRest }),
  0x8301: struct({ type: u8, events: list(u8, struct({ id: u8, text: textBy(u8) })) }),
  0x8302: struct({ flags: u8, question: textBy(u8), answers: listRest(struct({ id: u8, text: textBy(u16) })) }),
  0x8303: struct({ type: u8, menus: list(u8, struct({ type: u8, name: textBy(u16) })) }),
  0x8304: struct({ type: u8, text: textBy(u16) }),
  0x8400: struct({ flags: u8, phone: text(20) }),
  0x8401: struct({ type: u8, contacts: list(u8, struct({ flags: u8, phone: textBy(u8), name: textBy(u8) })) }),
  0x8500: vehicleControl,
  0x8600: struct({ action: u8, areas: list(u8, circle) }),
  0x8601: ids,
  0x8602: struct({ action: u8, areas: list(u8, rectangle) }),
  0x8603: ids,
  0x8604: polygon,
  0x8605: ids,
  0x8606: route,
  0x8607: ids,
  0x8608: struct({ type: u8, ids: list(u32, u32) }),
  0x8700: struct({ command: u8, data: rawRest }),
  0x8701: struct({ command: u8, data: rawRest }),
  0x8702: nothing,
  0x8800: struct({ mediaId: u32, missing: optional(list(u8, u16)) }),
  0x8801: struct({
    channel: u8, command: u16, interval: u16, save: u8, resolution: u8, quality: u8, brightness: u8, contrast: u8, saturation: u8, chroma: u8,
  }),
  0x8802: struct(search),
  0x8803: struct({ ...search, remove: u8 }),
  0x8804: struct({ command: u8, seconds: u16, save: u8, rate: u8 }),
  0x8805: struct({ mediaId: u32, remove: u8 }),
  0x8900: struct({ type: u8, data: rawRest }),
  0x8a00: struct({ exponent: u32, modulus: raw(128) }),
})
