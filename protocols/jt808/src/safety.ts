// Active safety 主动安全: the alarms of driver assistance, driver, tyres and blind spots as 苏标 and 粤标 send them.
import { list, raw, struct, text, time, u16, u32, u8 } from './layout.ts'
import type { Part } from './layout.ts'

interface AlarmMark {
  readonly terminalId: string
  readonly time: string
  readonly sequence: number
  readonly attachments: number
  readonly reserved: Uint8Array
}
/** Names an alarm between terminal, platform and the server its pictures go to. */
export function alarmMark(idBytes: number, reserved: number): Part<AlarmMark> {
  return struct({ terminalId: text(idBytes), time, sequence: u8, attachments: u8, reserved: raw(reserved) })
}
export const mark7 = alarmMark(7, 1)
export const mark30 = alarmMark(30, 2)

/** Where and how fast; the same in every alarm. */
const place = { speed: u8, altitude: u16, latitude: u32, longitude: u32, time, vehicleStatus: u16 } as const
const head = { alarmId: u32, flag: u8, type: u8 } as const

const adasWith = <M>(mark: Part<M>) =>
  struct({ ...head, level: u8, frontSpeed: u8, distance: u8, deviation: u8, signType: u8, signData: u8, ...place, mark })
const driverWith = <M>(mark: Part<M>) => struct({ ...head, level: u8, fatigue: u8, reserved: raw(4), ...place, mark })
const tyreEvent = struct({ position: u8, flags: u16, pressure: u16, temperature: u16, battery: u16 })
const tyresWith = <M>(mark: Part<M>) => struct({ alarmId: u32, flag: u8, ...place, mark, events: list(u8, tyreEvent) })
const blindSpotWith = <M>(mark: Part<M>) => struct({ ...head, ...place, mark })

export const adas = adasWith(mark7)
export const adasOf30 = adasWith(mark30)
export const driver = driverWith(mark7)
export const driverOf30 = driverWith(mark30)
export const tyres = tyresWith(mark7)
export const tyresOf30 = tyresWith(mark30)
export const blindSpot = blindSpotWith(mark7)
export const blindSpotOf30 = blindSpotWith(mark30)
