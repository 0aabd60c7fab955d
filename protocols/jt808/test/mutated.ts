// Frames bent in every way bytes are bent on the road: flipped, cut, doubled, lengths that lie; some with a mended checksum.
import { createAssembler, createFramer, framed, readBody, readPacket, unescaped } from '@houqin/jt808'
import type { Dialect } from '@houqin/jt808'

const dialects: readonly Dialect[] = ['standard', 'video', 'jiangsu', 'guangdong']

/** Feeds `rounds` mutated frames through framer, header, assembler and body codec. Answers how many were read and how many refused. */
export function feedMutated({ frames, rounds, random }: { frames: readonly Uint8Array[]; rounds: number; random: () => number }): { read: number; refused: number } {
  const framer = createFramer()
  const assembler = createAssembler()
  let read = 0
  let refused = 0
  for (let round = 0; round < rounds; round += 1) {
    const frame = mutated(frames[Math.floor(random() * frames.length)] ?? new Uint8Array(0), random)
    const cut = Math.floor(random() * frame.length)
    for (const chunk of [frame.subarray(0, cut), frame.subarray(cut)])
      for (const said of framer.push(chunk)) {
        const packet = said.content ? readPacket(said.content) : undefined
        if (packet === undefined || 'reason' in packet) {
          refused += 1
          continue
        }
        const whole = assembler.accept(packet, round)
        const body = whole.kind === 'whole' ? whole.body : packet.body
        readBody(packet.id, body, { edition: packet.v2019 ? 2019 : round % 2 === 0 ? 2011 : 2013, dialect: dialects[round % 4] })
        read += 1
      }
    assembler.due(round)
  }
  return { read, refused }
}

function mutated(frame: Uint8Array, random: () => number): Uint8Array {
  const bytes = frame.slice()
  const kind = random()
  if (kind < 0.3) return mended(bytes, random)
  const changes = 1 + Math.floor(random() * 4)
  for (let change = 0; change < changes; change += 1) bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256)
  if (kind < 0.4) return bytes.subarray(0, Math.floor(random() * bytes.length))
  if (kind < 0.5) return Uint8Array.from([...bytes, ...bytes])
  return bytes
}
/** Bent inside and framed anew: past the checksum, where the lengths are. */
function mended(frame: Uint8Array, random: () => number): Uint8Array {
  const content = unescaped(frame.subarray(1, -1))?.slice(0, -1) ?? frame
  const changes = 1 + Math.floor(random() * 6)
  for (let change = 0; change < changes; change += 1) content[Math.floor(random() * content.length)] = Math.floor(random() * 256)
  return framed(content)
}
