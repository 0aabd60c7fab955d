// What is done with a message of a terminal that is believed: the reply table, put into deeds.
import { readBody, replyTo } from '@houqin/jt808'
import type { Message, Packet, Position } from '@houqin/jt808'
import type { Clock } from '@houqin/clock'
import type { Batches } from './batches.ts'
import type { Book, KnownTerminal } from './book.ts'
import type { Counters } from './counters.ts'
import { answer, say } from './link.ts'
import type { Link } from './link.ts'
import { receivedPosition } from './received.ts'

export interface Desk {
  readonly book: Book
  readonly clock: Clock
  readonly counters: Counters
  readonly batches: Batches
  readonly log: (line: string) => void
  readonly bind: (link: Link) => void
  readonly leave: (link: Link) => void
}
/** Long answers whose every part is acknowledged besides the whole. */
const answeredInParts = new Set([0x0801, 0x1205])

interface Said {
  readonly link: Link
  readonly message: Message
  readonly terminal: KnownTerminal
  /** What is answered to: of a body in parts, its last. */
  readonly packet: { readonly id: number; readonly serial: number }
  readonly body: Uint8Array
}

/** Nothing here waits: what must be stored first is answered by the batch it is stored in. */
export function handle(desk: Desk, link: Link, packet: Packet, terminal: KnownTerminal): undefined {
  const { counters, clock } = desk
  const whole = link.assembler.accept(packet, link.lastAt)
  if (whole.kind === 'refused') {
    counters.fault({ at: clock.now(), device: link.identity ?? '', ...whole.fault, bytes: packet.body })
    answer(link, packet, 1)
    return
  }
  if (packet.part && answeredInParts.has(packet.id)) answer(link, packet, 0)
  if (whole.kind !== 'whole') return
  const message = readBody(packet.id, whole.body, { edition: link.edition, dialect: terminal.dialect })
  for (const { reason, says } of message.faults) counters.fault({ at: clock.now(), device: link.identity ?? '', reason, says, bytes: whole.body })
  const serial = packet.part ? (whole.firstSerial + packet.part.total - 1) & 0xffff : packet.serial
  reply(desk, { link, message, terminal, packet: { id: packet.id, serial }, body: whole.body })
}

function reply(desk: Desk, said: Said): void {
  const { link, message, packet } = said
  switch (replyTo(message.id)) {
    case undefined:
      return answer(link, packet, 3)
    case 'closes':
      return closes(desk, said)
    case 'time':
      say(link, 0x8004, { time: desk.clock.now().toISOString().replace(/\D/g, '').slice(2, 14) })
      return
    case 'parts':
      if (message.known && message.id === 0x0005) link.commands.again(message.body.serial, message.body.missing, (frame) => link.outlet.send(frame))
      return
    case 'media':
      return keep(desk, said, () => say(link, 0x8800, { mediaId: message.known && message.id === 0x0801 ? message.body.mediaId : 0, missing: undefined }))
    case 'file':
      return keep(desk, said, () => {
        if (message.known && message.id === 0x1212) say(link, 0x9212, { name: message.body.name, type: message.body.type, result: 0, missing: [] })
      })
    case 'register': // comes before anybody is believed and is answered there
      return
    case 'general':
      return general(desk, said)
  }
}

function general(desk: Desk, said: Said): void {
  const { link, message, packet } = said
  if (message.id === 0x0002) return answer(link, packet, 0)
  if (message.id === 0x0003) {
    answer(link, packet, 0)
    return desk.leave(link)
  }
  if (message.known && message.id === 0x0200) return positions(desk, said, [message.body], false)
  if (message.known && message.id === 0x0704) return positions(desk, said, message.body.positions, message.body.type === 1)
  // asked for it is an answer, and else the driver has put in his card
  if (message.id === 0x0702 && link.commands.answered(message, undefined)) return
  keep(desk, said, () => answer(link, packet, 0))
}

/** An answer to a command of ours; a position it carries is kept like any other. */
function closes(desk: Desk, said: Said): void {
  const { link, message } = said
  if (!message.known) return
  if (message.id === 0x0001) {
    if (!link.commands.acknowledged(message.body)) desk.counters.add('unasked', link.identity)
    return
  }
  const serial = 'serial' in message.body ? message.body.serial : undefined
  const asked = link.commands.answered(message, serial)
  if (!asked) desk.counters.add('unasked', link.identity)
  if (message.id === 0x0201 || message.id === 0x0500) positions(desk, { ...said, link: silent(link) }, [message.body], false)
  else if (!asked) keep(desk, { ...said, link: silent(link) }, () => undefined) // what a terminal is, told of its own accord
}
/** The same link with nobody to hear the acknowledgement: the answer to a command is not answered. */
function silent(link: Link): Link {
  return { ...link, ended: true }
}

function positions(desk: Desk, { link, message, packet, terminal, body }: Said, given: readonly Position[], catchUp: boolean): void {
  const { vehicle } = terminal
  if (vehicle === null) {
    desk.counters.add('unbound', link.identity)
    return answer(link, packet, 1)
  }
  if (given.length === 0) return answer(link, packet, 0)
  const receivedAt = desk.clock.now()
  let left = given.length
  let result: 0 | 1 = 0
  const settled = (): void => {
    left -= 1
    if (left === 0) answer(link, packet, result)
  }
  for (const [nth, position] of given.entries()) {
    const refused = (error: unknown): void => {
      result = 1
      rowRefused(desk, { link, error, bytes: message.id === 0x0704 ? itemOf(body, nth) : body })
      settled()
    }
    const row = receivedPosition(position, { terminal, vehicle, receivedAt, catchUp, serial: packet.serial + nth })
    const kept = desk.batches.add({ position: row, stored: settled, refused })
    if (!kept) desk.counters.add('overflow', link.identity)
  }
}

function keep(desk: Desk, { link, message, packet, terminal, body }: Said, stored: () => void): void {
  const { id, vehicle } = terminal
  const kept = desk.batches.add({
    message: { terminal: id, vehicle, message: message.id, serial: packet.serial, edition: link.edition, receivedAt: desk.clock.now(), body },
    stored: () => {
      if (!link.ended) stored()
    },
    refused(error) {
      rowRefused(desk, { link, error, bytes: body })
      answer(link, packet, 1)
    },
  })
  if (!kept) desk.counters.add('overflow', link.identity)
}

/** The bytes of one of a 0x0704's positions, each behind its length. */
function itemOf(body: Uint8Array, nth: number): Uint8Array {
  const length = (at: number): number => ((body[at] ?? 0) << 8) | (body[at + 1] ?? 0)
  let at = 3
  for (let before = 0; before < nth; before += 1) at += 2 + length(at)
  return body.subarray(at + 2, at + 2 + length(at))
}

/** The database will never take it: it costs itself, and its bytes can be looked at. */
function rowRefused({ counters, clock, log }: Desk, { link, error, bytes }: { link: Link; error: unknown; bytes: Uint8Array }): void {
  const says = error instanceof Error ? error.message : String(error)
  counters.fault({ at: clock.now(), device: link.identity ?? '', reason: 'row-refused', says, bytes })
  log(`row-refused ${link.identity ?? ''}: ${says}`)
}
