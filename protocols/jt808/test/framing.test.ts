// Frames out of a stream: whole, byte by byte, in pieces with garbage between; a bad one costs itself.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createFramer, escaped, framed, longestFrame, readPacket, unescaped, writePacket } from '@houqin/jt808'
import type { Framed, Packet } from '@houqin/jt808'
import { allFrames, bytesOf, escapeCases, hexOf, seeded, streamCases } from './vectors.ts'

const contents = (given: readonly Framed[]): readonly string[] => given.flatMap(({ content }) => (content ? [hexOf(framed(content))] : []))
function isPacket({ content }: Framed): boolean {
  const packet = content && readPacket(content)
  return packet !== undefined && 'id' in packet && packet.faults.length === 0
}
const reasons = (given: readonly Framed[]): readonly string[] => given.flatMap(({ fault }) => (fault ? [fault.reason] : []))
function packetOf(hex: string): Packet {
  const [first] = createFramer().push(bytesOf(hex))
  assert(first?.content, hex)
  const packet = readPacket(first.content)
  assert('id' in packet, hex)
  return packet
}

describe('frames of others', () => {
  it('are read whole and written back to the same bytes', () => {
    for (const { hex, msgId, v2019, phoneBcd, serial, bodyHex, total, index } of allFrames) {
      const packet = packetOf(hex)
      assert.deepEqual(
        { id: packet.id, v2019: packet.v2019, phone: packet.phone, serial: packet.serial, body: hexOf(packet.body), part: packet.part, faults: packet.faults },
        { id: Number(msgId), v2019, phone: phoneBcd, serial, body: bodyHex, part: total === undefined ? undefined : { total, index }, faults: [] },
      )
      const edition = v2019 ? 2019 : 2013
      assert.equal(hexOf(writePacket({ ...packet, edition }, packet.part)), hex)
    }
  })

  it('come out of one stream however it is cut, garbage and all', () => {
    const random = seeded(808)
    const stream: number[] = []
    for (const { hex } of allFrames) {
      const noise = Math.floor(random() * 40)
      for (let count = 0; count < noise; count += 1) stream.push(Math.floor(random() * 0x7d)) // neither a flag nor an escape
      stream.push(...bytesOf(hex))
    }
    const want = allFrames.map(({ hex }) => hex)
    const bytes = Uint8Array.from(stream)
    const cuts: readonly (() => number)[] = [() => bytes.length, () => 1, () => 1 + Math.floor(random() * 300)]
    for (const cut of cuts) {
      const framer = createFramer()
      const got: string[] = []
      for (let at = 0; at < bytes.length;) {
        const size = cut()
        // garbage whose last byte is its checksum by chance is a frame, and no packet
        got.push(...contents(framer.push(bytes.subarray(at, at + size)).filter(isPacket)))
        at += size
      }
      assert.deepEqual(got, want)
    }
  })

  it('escapes as the others do', () => {
    for (const { name, input, want } of escapeCases) {
      if (input.startsWith('7e') && want !== null) assert.equal(hexOf(unescaped(bytesOf(input.slice(2, -2))) ?? new Uint8Array(0)), want, name)
      else if (want === null && input.endsWith('7e')) assert.equal(unescaped(bytesOf(input.slice(2, -2))), undefined, name)
      else if (want === null) assert.deepEqual(createFramer().push(bytesOf(input)), [], name)
      else assert.equal(hexOf(escaped(bytesOf(input))), want, name)
    }
  })

  it('reads the sticky and half packets of the others', () => {
    for (const { name, args, input, frames, wantFrames } of streamCases) {
      const got = contents(createFramer().push(bytesOf(args ?? input ?? '')))
      // theirs gives up at the first bad frame; here the good one behind it is read
      if (name.startsWith('第一帧非法第二帧合法')) assert.equal(got.length, 1, name)
      else if (frames) assert.deepEqual(got, frames, name)
      else assert.equal(got.length, wantFrames ?? 0, name)
    }
  })
})

describe('a stream that is not well', () => {
  const good = '7e000200000123456789017fff0a7e'

  it('shares a flag between two frames and skips empty ones', () => {
    assert.deepEqual(contents(createFramer().push(bytesOf(`${good}${good.slice(2)}7e7e7e${good}`))), [good, good, good])
  })
  it('tells garbage before the first flag once, however long', () => {
    const framer = createFramer()
    const said = [...framer.push(bytesOf('2424')), ...framer.push(bytesOf('2424')), ...framer.push(bytesOf(`28${good}`))]
    assert.deepEqual([reasons(said), contents(said)], [['garbage'], [good]])
  })
  it('loses one frame to a wrong checksum, a false escape, a lost end', () => {
    const said = createFramer().push(bytesOf(`${good.slice(0, -4)}0b7e${good}7e00027d057e${good}7e0002${good}`))
    assert.deepEqual([reasons(said), contents(said)], [['checksum', 'escape', 'too-short'], [good, good, good]])
  })
  it('drops a megabyte without a flag, tells it once, keeps nothing of it', () => {
    const framer = createFramer()
    const said: Framed[] = [...framer.push(Uint8Array.of(0x7e))]
    for (let count = 0; count < 1024; count += 1) said.push(...framer.push(new Uint8Array(1024).fill(0x31)))
    assert.equal(framer.pending(), 0)
    said.push(...framer.push(bytesOf(good)))
    assert.deepEqual([reasons(said), contents(said)], [['too-long'], [good]])
  })
  it('takes the longest body there is, every byte of it escaped', () => {
    const body = new Uint8Array(1023).fill(0x7e)
    const frame = writePacket({ id: 0x0900, edition: 2019, phone: '7'.repeat(20), serial: 0x7d7e, body }, { total: 0x7e7e, index: 0x7d7d })
    assert(frame.length < longestFrame + 3)
    assert.deepEqual(packetOf(hexOf(frame)).body, body)
  })
  it('clips a body that the header says is longer or shorter, and says so', () => {
    const content = bytesOf('0002000501234567890100010102')
    const packet = readPacket(content)
    assert('id' in packet)
    assert.deepEqual([hexOf(packet.body), packet.faults.map(({ reason }) => reason)], ['0102', ['length']])
  })
})
