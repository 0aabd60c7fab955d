// A link 连接: one connection of a terminal's (or one UDP address), who speaks on it, and what has been said in parts.
import { createAssembler, createFramer, writeBody, writePackets } from '@houqin/jt808'
import type { Assembler, Body, Edition, Framer, MessageId, Packet } from '@houqin/jt808'
import type { KnownTerminal } from './book.ts'
import { createCommands } from './commands.ts'
import type { Commands, Patience } from './commands.ts'

/** The way back to whoever speaks. */
export interface Outlet {
  readonly transport: 'tcp' | 'udp'
  readonly remote: string
  send(frame: Uint8Array): void
  /** Stops reading from it until `resume`: what is not read waits at the sender. */
  pause(): void
  resume(): void
  close(): void
}

/** `unknown`: nobody has looked yet. `absent`: not in the book. */
export type Known = { readonly state: 'unknown' } | { readonly state: 'absent' | 'known'; readonly terminal: KnownTerminal | undefined; readonly askedAt: number }

export interface Link {
  readonly outlet: Outlet
  readonly framer: Framer
  readonly assembler: Assembler
  readonly commands: Commands
  readonly openedAt: number
  /** Packets that wait while an earlier one is being looked up. */
  readonly queue: Packet[]
  busy: boolean
  /** Whose it is, from the first packet that was believed. */
  identity: string | undefined
  known: Known
  authenticated: boolean
  ended: boolean
  lastAt: number
  phone: string
  edition: Edition
  protocolVersion: number | undefined
  serial: number
}

export function createLink(outlet: Outlet, { patience, now }: { patience: Patience; now: number }): Link {
  return {
    outlet, framer: createFramer(), assembler: createAssembler(), commands: createCommands(patience), openedAt: now, queue: [], busy: false,
    identity: undefined, known: { state: 'unknown' }, authenticated: false, ended: false, lastAt: now, phone: '', edition: 2013, protocolVersion: undefined, serial: 0,
  }
}

/** Answers go out under the header the terminal uses itself. */
export function noteHeader(link: Link, packet: Packet): void {
  link.phone = packet.phone
  link.protocolVersion = packet.protocolVersion
  if (packet.v2019) link.edition = 2019
  else if (link.edition === 2019) link.edition = 2013
}

/** Sends a message to the terminal under the next numbers. @throws RangeError for what the wire cannot carry. */
export function say<Id extends MessageId>(link: Link, id: Id, body: Body<Id>): { readonly firstSerial: number; readonly frames: readonly Uint8Array[] } {
  const firstSerial = link.serial
  const { edition, phone, protocolVersion } = link
  const frames = writePackets({ id, edition, phone, protocolVersion, serial: firstSerial, body: writeBody(id, body, { edition }) })
  link.serial = (link.serial + frames.length) & 0xffff
  for (const frame of frames) link.outlet.send(frame)
  return { firstSerial, frames }
}

/** 0x8001. 0 done, 1 failed, 2 wrong, 3 unsupported. */
export function answer(link: Link, packet: { readonly id: number; readonly serial: number }, result: 0 | 1 | 2 | 3): void {
  if (!link.ended) say(link, 0x8001, { serial: packet.serial, id: packet.id, result })
}
