// Who a terminal is 终端身份: registration, authentication and attributes, whose fields grew with every edition.
import { Reader } from './cursor.ts'
import type { Edition } from './cursor.ts'
import { bcd, struct, text, textBy, textRest, u16, u8 } from './layout.ts'
import type { Part } from './layout.ts'

export interface Registration {
  /** Which edition its fields have; found from them, for the header does not tell 2011 from 2013. */
  readonly edition: Edition
  readonly province: number
  readonly city: number
  readonly maker: string
  readonly model: string
  readonly terminalId: string
  /** 0 means no plate: then `plate` is the vehicle's frame number. */
  readonly plateColour: number
  readonly plate: string
}

const registrationFields = (edition: Edition): Part<Omit<Registration, 'edition'>> => {
  const [maker, model, terminalId] = ({ 2011: [5, 8, 7], 2013: [5, 20, 7], 2019: [11, 30, 30] } as const)[edition]
  return struct({ province: u16, city: u16, maker: text(maker), model: text(model), terminalId: text(terminalId), plateColour: u8, plate: textRest })
}
const colourAt2013 = 36

/** 2013 when there are bytes enough and the plate's colour stands where 2013 has it. */
function registrationEdition(from: Reader): Edition {
  if (from.edition === 2019) return 2019
  const left = from.left()
  const colour = from.bytes[from.at + colourAt2013]
  const plausible = colour !== undefined && (colour <= 9 || (colour >= 0x5b && colour <= 0x63))
  return left > colourAt2013 && plausible && from.bytes.subarray(from.at + colourAt2013 + 1).every((byte) => byte >= 0x20 || byte === 0) ? 2013 : 2011
}

export const registration: Part<Registration> = {
  read(from) {
    const edition = registrationEdition(from)
    return { edition, ...registrationFields(edition).read(from) }
  },
  write: (to, { edition, ...fields }) => registrationFields(edition).write(to, fields),
}

export interface Authentication {
  readonly code: string
  readonly imei?: string | undefined
  readonly software?: string | undefined
}
const authentication2019 = struct({ code: textBy(u8), imei: text(15), software: text(20) })
export const authentication: Part<Authentication> = {
  // some terminals put the 2019 header round the older body, which has no length before the code
  read(from) {
    const length = from.bytes[from.at] ?? 0
    return from.edition === 2019 && length + 1 <= from.left() && from.left() > length + 1 ? authentication2019.read(from) : { code: textRest.read(from) }
  },
  write(to, value) {
    if (to.edition === 2019) authentication2019.write(to, { code: value.code, imei: value.imei ?? '', software: value.software ?? '' })
    else textRest.write(to, value.code)
  },
}

export interface Attributes {
  readonly widths: readonly [maker: number, model: number, terminalId: number]
  readonly type: number
  readonly maker: string
  readonly model: string
  readonly terminalId: string
  readonly iccid: string
  readonly hardware: string
  readonly firmware: string
  readonly gnss: number
  readonly communication: number
}
const attributeFields = ([maker, model, terminalId]: Attributes['widths']) =>
  struct({
    type: u16, maker: text(maker), model: text(model), terminalId: text(terminalId), iccid: bcd(10), hardware: textBy(u8), firmware: textBy(u8), gnss: u8,
    communication: u8,
  })
/** The 2019 text prints five bytes for the maker here and eleven elsewhere; older ones have a shorter model. */
const widthsTried: Readonly<Record<Edition, readonly Attributes['widths'][]>> = {
  2011: [[5, 8, 7], [5, 20, 7]], 2013: [[5, 20, 7], [5, 8, 7], [5, 30, 30]], 2019: [[5, 30, 30], [11, 30, 30], [5, 20, 7]],
}

/** Reads with the widths that make the fields end exactly where the body does. */
export const attributes: Part<Attributes> = {
  read(from) {
    const body = from.bytes.subarray(from.at)
    const fits = widthsTried[from.edition].find((widths) => {
      const trial = new Reader(body, from.edition)
      attributeFields(widths).read(trial)
      return !trial.ranOut() && trial.left() === 0
    })
    const widths = fits ?? widthsTried[from.edition][0] ?? ([5, 20, 7] as const)
    return { widths, ...attributeFields(widths).read(from) }
  },
  write: (to, { widths, ...fields }) => attributeFields(widths).write(to, fields),
}
