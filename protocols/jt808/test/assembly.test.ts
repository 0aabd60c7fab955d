// Long bodies in parts: any order, doubles, parts that never come, and limits.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createAssembler, createFramer, readPacket, writePackets } from '@houqin/jt808'
import type { Packet } from '@houqin/jt808'

const long = Uint8Array.from({ length: 2500 }, (_, index) => index & 0xff)
function packetsOf({ serial = 0xfffe, body = long, id = 0x0801 } = {}): readonly Packet[] {
  return writePackets({ id, edition: 2013, phone: '13800000001', serial, body }).map((frame) => {
    const [said] = createFramer().push(frame)
    assert(said?.content)
    const packet = readPacket(said.content)
    assert('id' in packet)
    return packet
  })
}

describe('a body in parts', () => {
  it('goes out under consecutive serials, past the last number too', () => {
    assert.deepEqual(packetsOf().map(({ serial, part, body }) => [serial, part, body.length]), [
      [0xfffe, { total: 3, index: 1 }, 1023], [0xffff, { total: 3, index: 2 }, 1023], [0, { total: 3, index: 3 }, 454],
    ])
  })
  it('comes together in any order, doubles ignored', () => {
    const [a, b, c] = packetsOf()
    assert(a && b && c)
    const assembler = createAssembler()
    assert.deepEqual([c, a, c].map((packet) => assembler.accept(packet, 0).kind), ['part', 'part', 'duplicate'])
    const done = assembler.accept(b, 0)
    assert(done.kind === 'whole')
    assert.deepEqual([done.body, done.firstSerial, assembler.open()], [long, 0xfffe, { bodies: 0, bytes: 0 }])
  })
  it('asks for what is missing after thirty seconds, three times, then gives up', () => {
    const [a, , c] = packetsOf({ serial: 10 })
    assert(a && c)
    const assembler = createAssembler()
    assembler.accept(a, 0)
    assembler.accept(c, 10_000)
    assert.deepEqual(assembler.due(39_999), { ask: [], lost: [] })
    const missing = { id: 0x0801, firstSerial: 10, indexes: [2] }
    for (const at of [40_000, 70_000, 100_000]) assert.deepEqual(assembler.due(at), { ask: [missing], lost: [] })
    assert.deepEqual(assembler.due(130_000), { ask: [], lost: [missing] })
    assert.equal(assembler.open().bodies, 0)
  })
  it('takes a part sent again under a new serial once it was asked for', () => {
    const [a, b, c] = packetsOf({ serial: 10 })
    assert(a && b && c)
    const assembler = createAssembler()
    assembler.accept(a, 0)
    assembler.accept(c, 0)
    assembler.due(30_000)
    assert.equal(assembler.accept({ ...b, serial: 99 }, 31_000).kind, 'whole')
  })
  it('refuses parts that cannot be, a seventeenth body and more than eight megabytes', () => {
    const [a] = packetsOf()
    assert(a)
    const assembler = createAssembler()
    for (const index of [0, 4]) assert.equal(assembler.accept({ ...a, part: { total: 3, index } }, 0).kind, 'refused')
    for (let serial = 0; serial < 16; serial += 1) assert.equal(assembler.accept({ ...a, serial: serial * 100 }, 0).kind, 'part')
    assert.equal(assembler.accept({ ...a, serial: 1600 }, 0).kind, 'refused')
    const full = createAssembler()
    let index = 1
    const part = (): Packet => ({ ...a, serial: index & 0xffff, part: { total: 65_535, index } })
    while (full.accept(part(), 0).kind === 'part') index += 1
    assert(full.open().bytes <= 8 * 1024 * 1024 && index > 8000)
  })
})
