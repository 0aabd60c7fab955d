// Messages 消息: the body of a packet as values and back, by the number of the message.
import { Reader, Writer } from './cursor.ts'
import type { Dialect, Edition } from './cursor.ts'
import { downlink } from './downlink.ts'
import { faultOf } from './fault.ts'
import type { Fault } from './fault.ts'
import type { Part, ValueOf } from './layout.ts'
import { uplink } from './uplink.ts'
import { videoDownlink, videoUplink } from './video.ts'

const layouts = { ...uplink, ...downlink, ...videoUplink, ...videoDownlink }
type Layouts = typeof layouts
/** The number of a message this codec reads and writes. */
export type MessageId = keyof Layouts
/** The values of a message's body. */
export type Body<Id extends MessageId> = ValueOf<Layouts[Id]>

const byId: ReadonlyMap<number, Part<unknown>> = new Map(Object.entries(layouts).map(([id, part]) => [Number(id), part]))

/** A message read: its values, bytes behind them that no field claims, and what was wrong on the way. */
export type Message =
  | { readonly [Id in MessageId]: { readonly id: Id; readonly known: true; readonly body: Body<Id>; readonly trailing: Uint8Array; readonly faults: readonly Fault[] } }[MessageId]
  | { readonly id: number; readonly known: false; readonly body: Uint8Array; readonly trailing: Uint8Array; readonly faults: readonly Fault[] }

const none = new Uint8Array(0)

/**
 * Reads a body. Never throws: what is missing reads as zero or as nothing and is told among the faults, what is left
 * over is told and kept, and a message without a layout keeps its bytes.
 */
export function readBody(id: number, body: Uint8Array, { edition, dialect }: { edition: Edition; dialect?: Dialect | undefined }): Message {
  const part = byId.get(id)
  if (part === undefined) return { id, known: false, body, trailing: none, faults: [faultOf('unknown-message', `there is no layout for ${id.toString(16).padStart(4, '0')}`)] }
  const from = new Reader(body, edition, { dialect })
  const value = part.read(from)
  const trailing = from.left() > 0 ? from.rest() : none
  if (trailing.length > 0) from.faults.push(faultOf('trailing', `${trailing.length} bytes behind the last field`))
  return { id, known: true, body: value, trailing, faults: from.faults } as Message
}

/** Writes a body. @throws RangeError with a sentence for a value that the wire cannot carry. */
export function writeBody<Id extends MessageId>(id: Id, body: Body<Id>, { edition, dialect }: { edition: Edition; dialect?: Dialect | undefined }): Uint8Array {
  const to = new Writer(edition, dialect)
  ;(layouts[id] as Part<Body<Id>>).write(to, body)
  return to.bytes()
}
