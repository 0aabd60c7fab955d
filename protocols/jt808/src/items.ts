// Additional information 附加信息项: what stands behind a position as (id, length, value), and whose table names it.
import type { Dialect, Reader, Writer } from './cursor.ts'
import { faultOf } from './fault.ts'
import { i16, raw, rawRest, struct, u16, u32, u8 } from './layout.ts'
import type { Part, ValueOf } from './layout.ts'
import { adas, adasOf30, blindSpot, blindSpotOf30, driver, driverOf30, tyres, tyresOf30 } from './safety.ts'

/** An area a vehicle is in, with its number when it has one. */
const overspeedArea: Part<{ readonly areaType: number; readonly areaId?: number | undefined }> = {
  read(from) {
    const areaType = from.u8()
    return from.left() > 0 ? { areaType, areaId: from.u32() } : { areaType }
  },
  write(to, { areaType, areaId }) {
    to.u8(areaType)
    if (areaId !== undefined) to.u32(areaId)
  },
}

/** The items of JT/T 808 itself. Numbers as sent: mileage 0.1 km, fuel 0.1 L, speeds 0.1 km/h. */
const standard = {
  0x01: ['mileage', u32], 0x02: ['fuel', u16], 0x03: ['recorderSpeed', u16], 0x04: ['manualEvent', u16],
  0x05: ['tyrePressures', raw(30)], 0x06: ['cabinTemperature', i16],
  0x11: ['overspeedArea', overspeedArea],
  0x12: ['crossedArea', struct({ areaType: u8, areaId: u32, direction: u8 })],
  0x13: ['segmentTime', struct({ segmentId: u32, seconds: u16, result: u8 })],
  0x25: ['vehicleSignals', u32], 0x2a: ['inputsOutputs', u16], 0x2b: ['analog', u32], 0x30: ['signalStrength', u8], 0x31: ['satellites', u8],
} as const
/** The items of JT/T 1078. */
const video = {
  0x14: ['videoAlarms', u32], 0x15: ['videoLost', u32], 0x16: ['videoCovered', u32], 0x17: ['storageFault', u16],
  0x18: ['abnormalDriving', struct({ flags: u16, fatigue: u8 })],
} as const
/** 苏标 T/JSATL 12, after the 2013 edition. */
const jiangsu = { 0x64: ['adas', adas], 0x65: ['driver', driver], 0x66: ['tyres', tyres], 0x67: ['blindSpot', blindSpot] } as const
/** 粤标, after the 2019 edition: the terminal's name in an alarm has 30 bytes. */
const guangdong = { 0x64: ['adas', adasOf30], 0x65: ['driver', driverOf30], 0x66: ['tyres', tyresOf30], 0x67: ['blindSpot', blindSpotOf30] } as const

type Known = typeof standard & typeof video
type NamesOf<T> = { [Id in keyof T]: T[Id] extends readonly [infer N extends string, infer P] ? { readonly id: number; readonly name: N; readonly value: ValueOf<P> } : never }[keyof T]
export interface UnknownItem {
  readonly id: number
  readonly name: 'unknown'
  readonly value: Uint8Array
}
/** One item: named by the table of the device's model, or kept as its bytes. */
export type Item = NamesOf<Known> | NamesOf<typeof jiangsu> | NamesOf<typeof guangdong> | UnknownItem

type Table = ReadonlyMap<number, readonly [name: string, part: Part<unknown>]>
const tableOf = (...sets: readonly Readonly<Record<number, readonly [string, Part<unknown>]>>[]): Table =>
  new Map(sets.flatMap((set) => Object.entries(set).map(([id, entry]) => [Number(id), entry] as const)))

const dialects: Readonly<Record<Dialect, Table>> = Object.freeze({
  standard: tableOf(standard),
  video: tableOf(standard, video),
  jiangsu: tableOf(standard, video, jiangsu),
  guangdong: tableOf(standard, video, guangdong),
})

/** Reads items to the end of the bytes. An item that claims more than is left is clipped and kept raw. */
export function readItems(from: Reader): readonly Item[] {
  const items: Item[] = []
  const table = dialects[from.dialect]
  while (from.left() > 0) {
    const id = from.u8()
    if (from.left() === 0) {
      from.faults.push(faultOf('item-clipped', `item ${id.toString(16)} has no length`))
      break
    }
    const claimed = from.u8()
    const clipped = claimed > from.left()
    if (clipped) from.faults.push(faultOf('item-clipped', `item ${id.toString(16)} claims ${claimed} bytes, ${from.left()} are left`))
    items.push(readItem(from, id, Math.min(claimed, from.left()), clipped ? undefined : table.get(id)))
  }
  return items
}

function readItem(from: Reader, id: number, length: number, entry: readonly [string, Part<unknown>] | undefined): Item {
  if (entry === undefined) return { id, name: 'unknown', value: from.take(length) }
  const value = from.exactly(length, entry[1])
  if (value !== undefined) return { id, name: entry[0], value } as Item
  from.faults.push(faultOf('item-length', `item ${id.toString(16)} has ${length} bytes, which ${entry[0]} has not`))
  return { id, name: 'unknown', value: from.take(length) }
}

export function writeItems(to: Writer, items: readonly Item[]): void {
  const table = dialects[to.dialect]
  for (const { id, name, value } of items) {
    const part: Part<unknown> | undefined = name === 'unknown' ? rawRest : table.get(id)?.[1]
    if (part === undefined) throw new RangeError(`An item is named that the dialect ${to.dialect} does not have.`)
    to.u8(id)
    to.measured<unknown>(part, value)
  }
}
