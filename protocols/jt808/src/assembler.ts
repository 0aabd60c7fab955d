// Sub-packages 分包: parts in any order, doubled or late, become one body; what stays missing is asked for again.
import { faultOf } from './fault.ts'
import type { Fault } from './fault.ts'
import type { Packet } from './packet.ts'

/** Most bodies a terminal may have open, and most bytes they may hold together. */
const mostOpen = 16
const mostBytes = 8 * 1024 * 1024
const patienceMs = 30_000
const mostAsked = 3

interface Open {
  readonly id: number
  readonly total: number
  readonly firstSerial: number
  readonly parts: Map<number, Uint8Array>
  bytes: number
  dueAt: number
  asked: number
}
/** What a packet completed; `duplicate` when this part is known already, `part` when more are to come. */
export type Assembled =
  | { readonly kind: 'whole'; readonly body: Uint8Array; readonly firstSerial: number }
  | { readonly kind: 'part' | 'duplicate' }
  | { readonly kind: 'refused'; readonly fault: Fault }
export interface Missing {
  readonly id: number
  readonly firstSerial: number
  /** From 1; in the order of the packets. */
  readonly indexes: readonly number[]
}

export interface Assembler {
  /** `now` in milliseconds of any clock that only goes forward. */
  accept(packet: Packet, now: number): Assembled
  /** What has waited too long: to be asked for again, or given up after the third time. */
  due(now: number): { readonly ask: readonly Missing[]; readonly lost: readonly Missing[] }
  open(): { readonly bodies: number; readonly bytes: number }
}

/** An assembler for one terminal. Holds at most 16 bodies and 8 MB; past that new ones are refused. */
export function createAssembler(): Assembler {
  const open = new Map<string, Open>()
  let held = 0

  function accept(packet: Packet, now: number): Assembled {
    const { part, id, serial, body } = packet
    if (part === undefined) return { kind: 'whole', body, firstSerial: serial }
    const { total, index } = part
    if (index < 1 || index > total) return { kind: 'refused', fault: faultOf('part', `part ${index} of ${total}`) }
    const firstSerial = (serial - index + 1) & 0xffff
    if (total === 1) return { kind: 'whole', body, firstSerial }
    const key = `${id} ${firstSerial} ${total}`
    const asm = open.get(key) ?? asked(packet) ?? begin({ key, id, total, firstSerial, now })
    if (asm === undefined || held + body.length > mostBytes)
      return { kind: 'refused', fault: faultOf('part-limit', `${open.size} bodies and ${held} bytes are open already`) }
    if (asm.parts.has(index)) return { kind: 'duplicate' }
    asm.parts.set(index, body.slice())
    asm.bytes += body.length
    held += body.length
    asm.dueAt = now + patienceMs
    if (asm.parts.size < total) return { kind: 'part' }
    close(asm)
    return { kind: 'whole', body: bodyOf(asm), firstSerial: asm.firstSerial }
  }

  /** Asked again, some terminals send a part under a new serial: it belongs where just this part is missing. */
  function asked({ id, part }: Packet): Open | undefined {
    return [...open.values()].find((one) => one.asked > 0 && one.id === id && one.total === part?.total && !one.parts.has(part.index))
  }

  function begin({ key, id, total, firstSerial, now }: { key: string; id: number; total: number; firstSerial: number; now: number }): Open | undefined {
    if (open.size >= mostOpen) return undefined
    const asm: Open = { id, total, firstSerial, parts: new Map(), bytes: 0, dueAt: now + patienceMs, asked: 0 }
    open.set(key, asm)
    return asm
  }

  function close(asm: Open): void {
    open.delete(`${asm.id} ${asm.firstSerial} ${asm.total}`)
    held -= asm.bytes
  }

  function due(now: number): { ask: Missing[]; lost: Missing[] } {
    const ask: Missing[] = []
    const lost: Missing[] = []
    for (const asm of [...open.values()].filter(({ dueAt }) => dueAt <= now)) {
      const missing = { id: asm.id, firstSerial: asm.firstSerial, indexes: missingOf(asm) }
      if (asm.asked < mostAsked) ask.push(missing)
      else {
        lost.push(missing)
        close(asm)
      }
      asm.asked += 1
      asm.dueAt = now + patienceMs
    }
    return { ask, lost }
  }

  return { accept, due, open: () => ({ bodies: open.size, bytes: held }) }
}

/** At most 255: one byte counts them before 2019, and a list longer than that will not arrive either. */
function missingOf({ total, parts }: Open): readonly number[] {
  const missing: number[] = []
  for (let index = 1; index <= total && missing.length < 255; index += 1) if (!parts.has(index)) missing.push(index)
  return missing
}

function bodyOf({ total, parts, bytes }: Open): Uint8Array {
  const body = new Uint8Array(bytes)
  let at = 0
  for (let index = 1; index <= total; index += 1) {
    const part = parts.get(index)
    if (part === undefined) continue
    body.set(part, at)
    at += part.length
  }
  return body
}
