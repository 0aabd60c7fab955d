// Bodies as values and back: what other code bases read from the same bytes, and what real terminals get wrong.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { alarmNames, createFramer, decodeText, degreesOf, encodeText, instantOf, readBody, readPacket, risenAlarms, statusOf, timeOf, writeBody } from '@houqin/jt808'
import type { Body, Dialect, Edition, Message, MessageId, Position } from '@houqin/jt808'
import { allFrames, bytesOf, decodePairs, hexOf } from './vectors.ts'

const editionOf = (v2019: boolean): Edition => (v2019 ? 2019 : 2013)
const clean = (message: Message): boolean => message.faults.length === 0
/** 8500 of 2019 leaves out the count that the standard prints; this 0704 ends in the middle of an item. */
const wrongVectors = (msgId: string, edition: Edition, bodyHex: string): boolean =>
  (msgId === '0x8500' && edition === 2019) || (msgId === '0x0704' && bodyHex.endsWith('02010012'))

describe('every captured body', () => {
  for (const { msgId, v2019, bodyHex, hex } of allFrames) {
    const edition = editionOf(v2019)
    const name = `${msgId}/${edition}`
    if (wrongVectors(msgId, edition, bodyHex)) continue
    it(`${name} ${hex.slice(0, 40)} is written back to the same bytes`, () => {
      const id = Number(msgId)
      const message = readBody(id, bytesOf(bodyHex), { edition })
      if (!message.known) assert.fail(`no layout for ${msgId}`)
      assert.deepEqual(message.faults, [])
      assert.equal(hexOf(writeBody(id as MessageId, message.body as Body<MessageId>, { edition })), bodyHex)
    })
  }
})

const numbersIn = (value: unknown): readonly string[] => {
  if (typeof value === 'number' || typeof value === 'string') return [String(value)]
  if (value instanceof Uint8Array) return [...value].map(String)
  if (Array.isArray(value)) return value.flatMap(numbersIn)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : []
}
/** Where their dump differs from the wire: a derived field, a signed reading, a padded default. */
const headerFields = new Set(['messageId', 'properties', 'protocolVersion', 'clientId', 'serialNo', 'verified', 'attributes', 'parameters', 'deviceId_'])

describe('the values another code base reads', () => {
  for (const { msgId, bodyHex, expected = {} } of decodePairs) {
    it(`${msgId} ${bodyHex.slice(0, 24)}`, () => {
      const message = readBody(Number(msgId), bytesOf(bodyHex), { edition: 2013 })
      const ours = new Set(numbersIn(message.body).flatMap((value) => [value, value.replace(/^0+(?=\d)/, '')]))
      for (const [field, value] of Object.entries(expected).filter(([name]) => !headerFields.has(name)))
        for (const theirs of numbersIn(value).flatMap(asSent))
          if (!theirsAlone.has(`${msgId} ${field}`)) assert(ours.has(theirs), `${field} ${theirs} is not among ${[...ours].join(' ')}`)
    })
  }
})
const theirsAlone = new Set([
  // counts they print beside the lists they count, defaults of fields that only 2019 has, what a custom type of theirs is called
  '0x0704 total', '0x0705 total', '0x0704 items', '0x0802 items', '0x0801 location', '0x8300 type', '0x8500 param', '0x0303 action', '0x9212 total',
  '0x1210 reserved', '0x0900 message', '0x0201 altitude', '0x0702 dateTime', '0x1205 items', '0x9205 warnBit1', '0x9205 warnBit2', '0x9206 warnBit1',
  '0x9206 warnBit2', '0x9208 reserved', '0x0705 items', '0x1210 fileTotal', '0x8302 options', '0x0801 packet',
])
function asSent(value: string): readonly string[] {
  const digits = /^\d{4}-\d\d-\d\dT/.test(value) ? value.replace(/\D/g, '').slice(2) : value
  return [digits]
}

const base = '00000100000c0003015dbfe10729e3a2001e01f4005a261127183000'
const positionOf = (hex: string, dialect: Dialect = 'standard', edition: Edition = 2013): { body: Position; faults: readonly string[] } => {
  const message = readBody(0x0200, bytesOf(hex), { edition, dialect })
  assert(message.known && message.id === 0x0200)
  return { body: message.body, faults: message.faults.map(({ reason }) => reason) }
}

describe('a position', () => {
  it('says where, when and how fast, and which alarms are set', () => {
    const { body } = positionOf(base)
    assert.deepEqual(degreesOf(body), { latitude: 22.921185, longitude: 120.185762 })
    assert.deepEqual([body.speed, body.direction, body.altitude], [500, 90, 30])
    assert.equal(instantOf(body.time)?.toISOString(), '2026-11-27T10:30:00.000Z')
    assert.deepEqual(alarmNames(body.alarms), ['powerCut'])
    assert.deepEqual([statusOf(body.status).ignition, statusOf(body.status).fixed], [true, true])
  })
  it('south and west are negative, altitude below the sea too, and a place outside the earth is none', () => {
    const { body } = positionOf('000000000000000f015dbfe10729e3a2ffff000000002611271830' + '00')
    assert.deepEqual([degreesOf(body), body.altitude], [{ latitude: -22.921185, longitude: -120.185762 }, -1])
    assert.equal(degreesOf({ ...body, latitude: 116_307_629 }), undefined)
  })
  it('names the items it knows, keeps the others, clips the last', () => {
    const { body, faults } = positionOf(`${base}0104000003e8` + 'eb0401020304' + '0202ffff' + '30ff01')
    assert.deepEqual(body.items.map(({ name, value }) => [name, value instanceof Uint8Array ? hexOf(value) : value]), [
      ['mileage', 1000], ['unknown', '01020304'], ['fuel', 65535], ['unknown', '01'],
    ])
    assert.deepEqual(faults, ['item-clipped'])
  })
  it('keeps an item of another length as it came, and reads the next', () => {
    const { body, faults } = positionOf(`${base}010203e8` + '0202000a')
    assert.deepEqual([body.items.map(({ name }) => name), faults], [['unknown', 'fuel'], ['item-length']])
  })
  it('reads the same item by the table of the model: 64 is the vendor’s', () => {
    const adas = '00000001' + '01' + '02' + '01' + '3c' + '05' + '00' + '00' + '00' + '3c' + '001e' + '015dbfe1' + '0729e3a2' + '261127183000' + '0003'
    const mark = '37363534333231' + '261127183000' + '00' + '02' + '00'
    const hex = `${base}64${((adas + mark).length / 2).toString(16)}${adas}${mark}`
    assert.equal(positionOf(hex).body.items[0]?.name, 'unknown')
    const item = positionOf(hex, 'jiangsu').body.items[0]
    assert(item?.name === 'adas')
    assert.deepEqual([item.value.type, item.value.mark.terminalId, item.value.mark.attachments], [2, '7654321', 2])
    assert.deepEqual(positionOf(hex, 'guangdong').faults, ['item-length'])
  })
  it('has a time that does not exist as none, and another zone when the device has one', () => {
    assert.equal(instantOf('260230120000'), undefined)
    for (const none of ['261327120000', '250229120000', '260431120000', '260400120000', '2611271a0000', '26112712000', '261127240000']) assert.equal(instantOf(none), undefined, none)
    assert.equal(instantOf('240229120000', 0)?.toISOString(), '2024-02-29T12:00:00.000Z')
    assert.equal(instantOf('261127120000', 0)?.toISOString(), '2026-11-27T12:00:00.000Z')
    assert.equal(timeOf(new Date('2026-11-27T10:30:00Z')), '261127183000')
  })
  it('raises a bit that stays set once', () => {
    assert.deepEqual([risenAlarms(0, 0x80000001), risenAlarms(0x80000001, 0x80000001), risenAlarms(0x80000000, 0x80000001)], [0x80000001, 0, 1])
  })
})

describe('the editions', () => {
  const ofEdition = (edition: Edition, plate: string): Body<0x0100> =>
    ({ edition, province: 32, city: 205, maker: 'HQ808', model: 'T8', terminalId: '0000001', plateColour: 0, plate })
  it('register each with its own fields, found from the body', () => {
    for (const [edition, header] of [[2011, 2013], [2013, 2013], [2019, 2019]] as const)
      for (const plate of ['苏B12345', 'LSVAU2180N2183294']) {
        const bytes = writeBody(0x0100, ofEdition(edition, plate), { edition: header })
        assert.deepEqual(readBody(0x0100, bytes, { edition: header }).body, ofEdition(edition, plate))
      }
  })
  it('authenticate with a bare code before 2019 and with code, IMEI and version since', () => {
    const value = { code: 'a1b2', imei: '860000000000001', software: 'v1.2' }
    assert.deepEqual(readBody(0x0102, writeBody(0x0102, value, { edition: 2019 }), { edition: 2019 }).body, value)
    assert.deepEqual(readBody(0x0102, bytesOf('61316232'), { edition: 2019 }).body, { code: 'a1b2' })
  })
  it('print the maker of the attributes in five bytes or in eleven', () => {
    for (const widths of [[5, 30, 30], [11, 30, 30]] as const) {
      const value: Body<0x0107> = {
        widths, type: 7, maker: 'HQ808', model: 'T8', terminalId: 'ID1', iccid: '89860000000000000001', hardware: 'h1', firmware: 'f2', gnss: 3, communication: 4,
      }
      assert.deepEqual(readBody(0x0107, writeBody(0x0107, value, { edition: 2019 }), { edition: 2019 }).body, value)
    }
  })
  it('leave out times and speed of an area when its bits say so', () => {
    const circle = { id: 1, attributes: 0, centre: { latitude: 31_000_000, longitude: 120_000_000 }, radius: 50 }
    assert.equal(writeBody(0x8600, { action: 1, areas: [circle] }, { edition: 2013 }).length, 2 + 18)
    const full = { ...circle, attributes: 3, startTime: '000000080000', endTime: '000000180000', maxSpeed: 60, overspeedSeconds: 10, nightMaxSpeed: 40, name: '局大院' }
    const read = readBody(0x8600, writeBody(0x8600, { action: 1, areas: [full] }, { edition: 2019 }), { edition: 2019 })
    assert.deepEqual([read.body, clean(read)], [{ action: 1, areas: [full] }, true])
  })
})

describe('text', () => {
  it('is UTF-8 when it is strictly that, else GB18030', () => {
    assert.equal(decodeText(bytesOf('cbd542413132333435')), '苏BA12345'.replace('BA', 'BA'))
    assert.equal(decodeText(Uint8Array.from(Buffer.from('苏B12345', 'utf8'))), '苏B12345')
  })
  it('is written in GB18030 to the last emoji and read back', () => {
    for (const given of ['请立即返回🚗', '㎡ÄȘ€', '龥𠀀', ''])
      assert.equal(new TextDecoder('gb18030').decode(encodeText(given)), given)
    assert.equal(hexOf(encodeText('测A')), 'b2e241')
  })
  it('does not fit a field that is too short, and says so', () => {
    assert.throws(() => writeBody(0x8400, { flags: 0, phone: '1'.repeat(21) }, { edition: 2013 }), RangeError)
  })
})

describe('bytes that lie', () => {
  it('a list that claims more than there is ends where the bytes end', () => {
    const message = readBody(0x0805, bytesOf('0001' + '00' + 'ffff' + '00000001'), { edition: 2013 })
    assert(message.known && message.id === 0x0805)
    assert.deepEqual([message.body.mediaIds, message.faults.map(({ reason }) => reason)], [[1], ['clipped']])
  })
  it('a position of the blind area that claims more costs itself', () => {
    const message = readBody(0x0704, bytesOf(`000201001c${base}00ff${base}`), { edition: 2013 })
    assert(message.known && message.id === 0x0704)
    assert.deepEqual([message.body.positions.length, message.body.positions[1]?.speed, message.faults.length], [2, 500, 1])
  })
  it('a message nobody knows keeps its bytes', () => {
    const message = readBody(0x1007, bytesOf('0102'), { edition: 2013 })
    assert.deepEqual([message.known, message.faults[0]?.reason], [false, 'unknown-message'])
  })
  it('no frame at all is no packet', () => {
    const [said] = createFramer().push(bytesOf('7e0200607e'))
    assert.equal(said?.fault?.reason, 'too-short')
    assert('reason' in readPacket(bytesOf('02006000')))
  })
})
