// A terminal of the story 测试终端: a socket, a number, and what it says and hears in its edition.
import { connect } from 'node:net'
import { createFramer, readBody, readPacket, timeOf, writeBody, writePackets } from '@houqin/jt808'
import type { Body, Edition, Message, MessageId } from '@houqin/jt808'

export interface Heard {
  readonly message: Message
  readonly serial: number
}
export interface TestTerminal {
  readonly phone: string
  /** Sends and returns the serial of its first packet. */
  say<Id extends MessageId>(id: Id, body: Body<Id>): number
  raw(bytes: Uint8Array): void
  /** The next message of this number; rejects when the link ends first. */
  hear<Id extends MessageId>(id: Id): Promise<Body<Id> & { readonly itsSerial: number }>
  /** Resolves when the other side has closed. */
  readonly closed: Promise<void>
  close(): void
}

export async function terminal({ port, phone, edition = 2013 }: { port: number; phone: string; edition?: Edition }): Promise<TestTerminal> {
  const socket = connect({ port, host: '127.0.0.1' })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', () => resolve())
    socket.once('error', reject)
  })
  const framer = createFramer()
  const heard: Heard[] = []
  const waiting: { readonly id: number; readonly resolve: (heard: Heard) => void; readonly reject: (error: Error) => void }[] = []
  let serial = 0
  socket.on('data', (chunk: Buffer) => {
    for (const { content } of framer.push(chunk)) {
      const packet = content && readPacket(content)
      if (!packet || 'reason' in packet) continue
      const message = readBody(packet.id, packet.body, { edition: packet.v2019 ? 2019 : 2013 })
      const index = waiting.findIndex(({ id }) => id === packet.id)
      if (index === -1) heard.push({ message, serial: packet.serial })
      else waiting.splice(index, 1)[0]?.resolve({ message, serial: packet.serial })
    }
  })
  socket.on('error', () => undefined)
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  void closed.then(() => {
    for (const { reject } of waiting) reject(new Error('the link ended'))
  })
  return {
    phone,
    closed,
    say(id, body) {
      const first = serial
      const frames = writePackets({ id, edition, phone, serial, body: writeBody(id, body, { edition }) })
      serial = (serial + frames.length) & 0xffff
      for (const frame of frames) socket.write(frame)
      return first
    },
    raw: (bytes) => void socket.write(bytes),
    async hear(id) {
      const index = heard.findIndex(({ message }) => message.id === id)
      const one = index === -1
        ? await new Promise<Heard>((resolve, reject) => {
            if (socket.destroyed) reject(new Error('the link ended'))
            else waiting.push({ id, resolve, reject })
          })
        : heard.splice(index, 1)[0]
      return { ...(one?.message.body as Body<typeof id>), itsSerial: one?.serial ?? -1 }
    },
    close: () => void socket.destroy(),
  }
}

/** A report somewhere in the district. */
export function report(at: Date, more: Partial<Body<0x0200>> = {}): Body<0x0200> {
  return { alarms: 0, status: 3, latitude: 31_491_000, longitude: 120_312_000, altitude: 5, speed: 0, direction: 90, time: timeOf(at), items: [], ...more }
}
export const registration = (plate: string, edition: Edition = 2013): Body<0x0100> =>
  ({ edition, province: 32, city: 205, maker: 'HQ808', model: 'T8', terminalId: '0000001', plateColour: 1, plate })
