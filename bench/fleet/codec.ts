// The codec of vehicle terminals alone: frames a second against copying the same bytes, and mutated frames by the million with the memory watched.
import { createFramer, readBody, readPacket, writeBody, writePackets } from '@houqin/jt808'
import { feedMutated } from '@houqin/jt808/mutated'
import { allFrames, bytesOf, seeded } from '@houqin/jt808/vectors'
import { rounded } from '../measured.ts'
import type { Measured } from '../measured.ts'

const piece = 1_000_000
const mebibyte = 2 ** 20

/** @param hundreds how often a hundred frames are read, copied and written. */
export function benchCodec(hundreds = 1500): readonly Measured[] {
  const body = writeBody(0x0200, {
    alarms: 0, status: 3, latitude: 31_491_000, longitude: 120_312_000, altitude: 5, speed: 360, direction: 90, time: '261127093000',
    items: [{ id: 1, name: 'mileage', value: 123_456 }, { id: 0x30, name: 'signalStrength', value: 25 }, { id: 0x31, name: 'satellites', value: 12 }],
  }, { edition: 2013 })
  const frames = Array.from({ length: 100 }, (_, serial) => Buffer.from(writePackets({ id: 0x0200, edition: 2013, phone: '13900000001', serial, body })[0] ?? new Uint8Array(0)))
  const stream = Buffer.concat(frames)
  const read = timed(hundreds, () => {
    const framer = createFramer()
    for (const { content } of framer.push(stream)) {
      const packet = content && readPacket(content)
      if (packet && 'id' in packet) readBody(packet.id, packet.body, { edition: 2013 })
    }
  })
  const copied = timed(hundreds, () => {
    for (const frame of frames) Buffer.from(frame)
  })
  const answered = timed(hundreds, () => {
    for (let serial = 0; serial < 100; serial += 1)
      writePackets({ id: 0x8001, edition: 2013, phone: '13900000001', serial, body: writeBody(0x8001, { serial, id: 0x0200, result: 0 }, { edition: 2013 }) })
  })
  const per = (seconds: number): number => rounded((seconds / hundreds / 100) * 1e6)
  return [
    { what: 'positions read from their frames', value: Math.round((hundreds * 100) / read), unit: 'frames/s' },
    { what: 'one of them', value: per(read), unit: 'µs', yardstick: { what: 'Buffer.from of its bytes, µs', value: per(copied) }, ratio: rounded(read / copied) },
    { what: 'acknowledgements written', value: Math.round((hundreds * 100) / answered), unit: 'frames/s' },
  ]
}

/** Seconds for all, a hundred frames a time, after a warm-up. */
function timed(hundreds: number, hundred: () => void): number {
  for (let round = 0; round < hundreds / 5; round += 1) hundred()
  const began = performance.now()
  for (let round = 0; round < hundreds; round += 1) hundred()
  return (performance.now() - began) / 1000
}

/** @param rounds mutated frames; one that throws ends the bench. */
export function benchFuzz(rounds: number): readonly Measured[] {
  const frames = allFrames.map(({ hex }) => bytesOf(hex))
  const random = seeded(20_210)
  const memory: number[] = []
  let read = 0
  const began = performance.now()
  for (let left = rounds; left > 0; left -= piece) {
    read += feedMutated({ frames, rounds: Math.min(piece, left), random }).read
    global.gc?.()
    memory.push(process.memoryUsage().rss / mebibyte)
    process.stdout.write(`${String(rounds - Math.max(0, left - piece))} mutated frames, ${memory.at(-1)?.toFixed(0) ?? ''} MiB\n`)
  }
  const [first = 0, last = 0] = [memory[0], memory.at(-1)]
  return [
    { what: `${String(rounds)} mutated frames, none thrown`, value: Math.round(rounds / ((performance.now() - began) / 1000)), unit: 'frames/s', goal: 'no crash, no hang' },
    { what: 'of them read as packets', value: rounded(read / rounds), unit: 'share' },
    { what: 'memory after the last million', value: rounded(last), unit: 'MiB', yardstick: { what: 'after the first', value: rounded(first) }, ratio: rounded(last / first), goal: 'flat' },
  ]
}
