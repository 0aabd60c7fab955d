// The book 终端台账 as the gateway needs it: who is known, whose car he sits in, and where what he says is kept.
import type { Dialect, Edition, Registration } from '@houqin/jt808'

export interface KnownTerminal {
  readonly id: string
  /** The car it sits in; a terminal without one is known and may not report yet. */
  readonly vehicle: string | null
  readonly dialect: Dialect
  /** How far its clock is ahead of UTC. */
  readonly zoneMinutes: number
  /** Its coordinates are GCJ-02 and are turned back before they are kept. */
  readonly shifted: boolean
}

/** Results of 0x8100. */
export type RegistrationResult =
  | { readonly result: 0; readonly code: string }
  | { readonly result: 1 | 2 | 3 | 4 }

/** What is wrong with a position, as bits; nothing is thrown away for it. */
export const quality = Object.freeze({ notFixed: 1, clockOff: 2, swapped: 4, nowhere: 8, plugIn: 16, catchUp: 32 })

export interface ReceivedPosition {
  readonly vehicle: string
  /** The device's time; ours where the device names a time that does not exist. */
  readonly at: Date
  readonly receivedAt: Date
  /** Degrees, WGS-84, south and west negative; null where the position names no place on earth. */
  readonly latitude: number | null
  readonly longitude: number | null
  readonly altitude: number
  /** 0.1 km/h. */
  readonly speed: number
  readonly direction: number
  readonly alarms: number
  readonly status: number
  /** 0.1 km. */
  readonly mileage: number | null
  /** 0.1 L. */
  readonly fuel: number | null
  readonly quality: number
  /** Tells two positions of one second apart, and the same one sent again from a new one. */
  readonly digest: number
  /** Items nobody has a column for, as hex by their id. */
  readonly extra: Readonly<Record<string, string>> | null
}

/** Any other message that must not be lost once it is answered; its bytes are kept as they came. */
export interface ReceivedMessage {
  readonly terminal: string
  readonly vehicle: string | null
  readonly message: number
  readonly serial: number
  readonly edition: Edition
  readonly receivedAt: Date
  readonly body: Uint8Array
}

export interface Presence {
  readonly terminal: string
  readonly online: boolean
  readonly at: Date
  readonly cause: 'authenticated' | 'closed' | 'silent' | 'replaced' | 'logout' | 'stopped'
  readonly transport: 'tcp' | 'udp'
  readonly remote: string
}

export interface Book {
  find(identity: string): Promise<KnownTerminal | undefined>
  register(identity: string, registration: Registration, at: Date): Promise<RegistrationResult>
  /** True for the code it was given last; undefined when it was never given one. */
  authenticates(terminal: KnownTerminal, code: string): Promise<boolean | undefined>
  /** Once this resolves nothing of it is lost, whatever is killed; the same again changes nothing. */
  store(positions: readonly ReceivedPosition[], messages: readonly ReceivedMessage[]): Promise<void>
  present(changes: readonly Presence[]): Promise<void>
}
