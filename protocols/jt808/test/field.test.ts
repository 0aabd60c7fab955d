// What terminals of the field send beside the standard: read all the same, each oddity told once.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createFramer, decodeText, encodeText, framed, identityOf, readBody, readPacket, writeBody, writePacket } from '@houqin/jt808'
import type { Packet, Position } from '@houqin/jt808'
import { bytesOf, fieldFrames, hexOf, seeded } from './vectors.ts'

function packetOf(hex: string): Packet {
  const [first] = createFramer().push(bytesOf(hex))
  const packet = first?.content && readPacket(first.content)
  assert(packet && 'id' in packet, hex)
  return packet
}
const packets = fieldFrames.map(packetOf)
const word = (bytes: Uint8Array, at: number): number => new DataView(bytes.buffer, bytes.byteOffset).getUint32(at)

describe('frames of the field', () => {
  it('come out of one stream however it is cut, with garbage between them', () => {
    const random = seeded(94)
    const stream = fieldFrames.flatMap((hex) => [...Array.from({ length: Math.floor(random() * 9) }, () => Math.floor(random() * 0x7d)), ...bytesOf(hex)])
    for (const cut of [() => 1, () => stream.length, () => 1 + Math.floor(random() * 200)]) {
      const framer = createFramer()
      const got: string[] = []
      for (let at = 0; at < stream.length;) {
        const size = cut()
        for (const { content } of framer.push(Uint8Array.from(stream.slice(at, at + size)))) if (content) got.push(hexOf(framed(content)))
        at += size
      }
      assert.deepEqual(got, fieldFrames)
    }
  })
  it('give the positions that stand in their bytes', () => {
    let count = 0
    const same = (position: Position, bytes: Uint8Array): void => {
      count += 1
      assert.deepEqual(
        [position.alarms, position.status, position.latitude, position.longitude, position.time],
        [word(bytes, 0), word(bytes, 4), word(bytes, 8), word(bytes, 12), hexOf(bytes.subarray(22, 28))])
    }
    for (const { id, v2019, part, body } of packets) {
      const message = readBody(id, body, { edition: v2019 ? 2019 : 2013 })
      if (part || !message.known) continue
      if (message.id === 0x0200) same(message.body, body)
      if (message.id !== 0x0704) continue
      let at = 3
      for (const position of message.body.positions) {
        same(position, body.subarray(at + 2))
        at += 2 + (word(body, at) >>> 16)
      }
      assert.equal(at, body.length)
    }
    assert(count > 100, `${String(count)} positions`)
  })
  it('tell what is odd about them, and nothing of the others', () => {
    const odd = new Map<string, number>()
    for (const { id, v2019, part, body, faults } of packets) {
      const told = part ? [] : readBody(id, body, { edition: v2019 ? 2019 : 2013 }).faults
      for (const { reason } of [...faults, ...told]) odd.set(`${id.toString(16)} ${reason}`, (odd.get(`${id.toString(16)} ${reason}`) ?? 0) + 1)
    }
    assert.deepEqual(Object.fromEntries(odd), {
      '102 version': 1, '200 version': 1, // one maker's terminals say 2019 over the older header
      '200 item-clipped': 3, '200 item-length': 3, '200 length': 1, '201 length': 1, '702 length': 1, '900 length': 1,
      '210 unknown-message': 2, '1007 unknown-message': 1, '1300 unknown-message': 1, '2070 unknown-message': 1, '6006 unknown-message': 1,
      // locks whose serial has one byte and whose attributes are their own
      '5501 unknown-message': 3, '5501 length': 3, '5501 encrypted': 2, '5502 unknown-message': 2, '5502 length': 2, '5502 encrypted': 2,
    })
  })
})

describe('a number of another kind', () => {
  it('of fourteen digits in six bytes is an IMEI; its answers carry the bytes it sent', () => {
    const packet = packetOf('7e010200204f07788ef67601824f4459344f544d314d4459774d4441314d444977626d5633553235536457786cba7e')
    assert.equal(identityOf(packet.phone), '868935060005020')
    const answer = writePacket({ id: 0x8001, edition: 2013, phone: packet.phone, serial: 0, body: new Uint8Array(5) })
    assert.equal(hexOf(answer.subarray(5, 11)), '4f07788ef676')
  })
  it('is nobody’s where it has no fourteen digits, or the body is not as long as it is said to be', () => {
    for (const content of ['000200000b3a73ce2fffff0001', '000200054f07788ef6760001']) assert('reason' in readPacket(bytesOf(content)), content)
  })
})

describe('a header whose version’s bit is wrong', () => {
  for (const v2019 of [true, false])
    it(`is read in the form it has: ${v2019 ? '2019 that says it is older' : 'older that says it is 2019'}`, () => {
      const right = { id: 0x0002, edition: v2019 ? 2019 : 2013, phone: '13900000001', serial: 7, body: Uint8Array.of(1, 2, 3) } as const
      const [sent] = createFramer().push(writePacket(right))
      assert(sent?.content)
      const wrong = sent.content.slice()
      wrong[2] = (wrong[2] ?? 0) ^ 0x40
      const packet = readPacket(wrong)
      assert('id' in packet)
      assert.deepEqual([packet.v2019, identityOf(packet.phone), packet.serial, hexOf(packet.body), packet.faults.map(({ reason }) => reason)],
        [v2019, '13900000001', 7, '010203', ['version']])
    })
})

describe('what only the first words of a body tell', () => {
  it('is a card of 2011 behind a header that does not say so', () => {
    const card = { name: '陆帆', idCard: '320205198001010011', licence: '3202050011', issuer: '清溪区' }
    const message = readBody(0x0702, writeBody(0x0702, card, { edition: 2011 }), { edition: 2013 })
    assert(message.known && message.id === 0x0702)
    assert.deepEqual([message.body, message.faults], [card, []])
  })
  it('is a picture without a position before it', () => {
    const picture = { mediaId: 7, type: 0, format: 0, event: 0, channel: 1, data: bytesOf('ffd8ffe000104a464946') }
    const message = readBody(0x0801, writeBody(0x0801, picture, { edition: 2011 }), { edition: 2013 })
    assert(message.known && message.id === 0x0801)
    assert.deepEqual(message.body, picture)
  })
})

describe('plates of every province', () => {
  for (const plate of Array.from('京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼', (province) => `${province}A12345`))
    it(`${plate} is read in GBK and in UTF-8`, () => {
      assert.equal(decodeText(encodeText(plate)), plate)
      assert.equal(decodeText(new TextEncoder().encode(plate)), plate)
    })
})
