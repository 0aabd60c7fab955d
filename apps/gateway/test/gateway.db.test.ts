// Terminals on a real socket, their positions in a real database: known, believed, answered, stored once.
import assert from 'node:assert/strict'
import { createSocket } from 'node:dgram'
import { after, before, describe, it } from 'node:test'
import { terminal as terminalRegister, vehicle } from '@houqin/fleet'
import { fleet } from '@houqin/fleet/server'
import { startGateway } from '@houqin/gateway-process'
import type { RunningGateway } from '@houqin/gateway-process'
import { createFramer, identityOf, instantOf, readBody, readPacket, replyTo, timeOf, writeBody, writePacket, writePackets } from '@houqin/jt808'
import type { Body, Packet } from '@houqin/jt808'
import { bytesOf, fieldFrames, seeded } from '@houqin/jt808/vectors'
import { people } from '@houqin/people/server'
import { places } from '@houqin/places/server'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { TestSystem } from '@houqin/testing/subsystem'
import { until } from '@houqin/testing/until'
import { sql } from 'kysely'
import { registration, report, terminal } from './terminal.ts'
import type { TestTerminal } from './terminal.ts'

let house: TestSystem
let running: RunningGateway
let lenient: RunningGateway
const open: TestTerminal[] = []
before(async () => {
  house = await testSubsystem([people, places, fleet])
  const start = { databaseUrl: house.databaseUrl, clock: house.clock, host: '127.0.0.1', port: 0, log: () => undefined }
  running = await startGateway({ ...start, policy: 'strict' })
  lenient = await startGateway({ ...start, policy: 'lenient' })
})
after(async () => {
  for (const one of open) one.close()
  await running.close()
  await lenient.close()
})

let cars = 0
async function car(given?: string): Promise<{ id: string; plate: string; phone: string }> {
  cars += 1
  const plate = `苏B9${String(cars).padStart(4, '0')}`
  const phone = given ?? `1390000${String(cars).padStart(4, '0')}`
  const { id } = await house.make(vehicle, { plate, vin: `LSVAU2180N2${String(100_000 + cars)}` })
  await house.make(terminalRegister, { number: phone, vehicle: id, dialect: 'standard', coordinates: 'wgs84', zone: 480, standing: 'inUse' })
  return { id, plate, phone }
}
async function dial(phone: string, port = running.port): Promise<TestTerminal> {
  const one = await terminal({ port, phone })
  open.push(one)
  return one
}
async function signedIn({ phone, plate }: { phone: string; plate: string }): Promise<TestTerminal> {
  const one = await dial(phone)
  one.say(0x0100, registration(plate))
  const { result, code = '' } = await one.hear(0x8100)
  assert.equal(result, 0)
  one.say(0x0102, { code })
  assert.equal((await one.hear(0x8001)).result, 0)
  return one
}
const frame = (phone: string, { id, serial, body }: { id: number; serial: number; body: Uint8Array }): Uint8Array =>
  writePackets({ id, edition: 2013, phone, serial, body })[0] ?? new Uint8Array(0)
const positionBody = (): Uint8Array => writeBody(0x0200, report(now()), { edition: 2013 })
const stored = async (id: string): Promise<number> =>
  (await sql<{ n: number }>`select count(*)::int as n from fleet.position where vehicle = ${id}`.execute(house.system.db)).rows[0]?.n ?? 0
const now = (): Date => house.clock.now()

describe('signing in', () => {
  it('a terminal in the book registers, brings its code, reports, and is answered once it is stored', async () => {
    const mine = await car()
    const one = await signedIn(mine)
    const serial = one.say(0x0200, report(now()))
    const answered = await one.hear(0x8001)
    assert.deepEqual([answered.serial, answered.id, answered.result], [serial, 0x0200, 0])
    assert.equal(await stored(mine.id), 1)
  })
  it('strict takes nothing before a good code; a stranger is told there is no such terminal', async () => {
    const mine = await car()
    const one = await dial(mine.phone)
    one.say(0x0200, report(now()))
    assert.equal((await one.hear(0x8001)).result, 1)
    one.say(0x0102, { code: 'made up' })
    assert.equal((await one.hear(0x8001)).result, 1)
    const stranger = await dial('13999999999')
    stranger.say(0x0100, registration('苏B00000'))
    assert.equal((await stranger.hear(0x8100)).result, 4)
    assert.equal(await stored(mine.id), 0)
  })
  it('a stranger is listed with what it said of itself until it is entered, and then believed on the same link', async () => {
    const one = await dial('868935059988491')
    const body = writeBody(0x0100, registration('鲁A12345'), { edition: 2013 })
    const parts = [body.subarray(0, 20), body.subarray(20)]
    for (const [nth, part] of parts.entries()) one.raw(writePacket({ id: 0x0100, edition: 2013, phone: '4f07788ef001', serial: 7 + nth, body: part }, { total: 2, index: nth + 1 }))
    assert.equal((await one.hear(0x8100)).result, 4)
    const found = running.gateway.strangers().find(({ identity }) => identity === '868935059988491')
    assert.deepEqual([found?.registration?.plate, found?.registration?.model, found?.count], ['鲁A12345', 'T8', 2])
    await car('868935059988491')
    house.clock.advance({ minutes: 1 })
    one.raw(writePacket({ id: 0x0100, edition: 2013, phone: '4f07788ef001', serial: 9, body }))
    assert.equal((await one.hear(0x8100)).result, 0)
    assert.equal(running.gateway.strangers().some(({ identity }) => identity === '868935059988491'), false)
  })
  it('strangers are listed again after the gateway was started again, without whoever was entered meanwhile, and counted on', async () => {
    const start = { databaseUrl: house.databaseUrl, clock: house.clock, host: '127.0.0.1', policy: 'strict', log: () => undefined } as const
    const first = await startGateway({ ...start, port: 0 })
    for (const phone of ['13966660001', '13966660002']) {
      const one = await dial(phone, first.port)
      one.say(0x0100, registration('苏B66601'))
      assert.equal((await one.hear(0x8100)).result, 4)
    }
    const [firstAt] = first.gateway.strangers().map((one) => one.firstAt)
    await first.close()
    await car('13966660002')
    house.clock.advance({ minutes: 5 })
    const again = await startGateway({ ...start, port: first.port })
    try {
      await until('what the gateway listed is read again', () => again.gateway.strangers().length > 0)
      const listed = (): unknown => again.gateway.strangers().map(({ identity, count, registration: said }) => [identity, count, said?.plate])
      assert.deepEqual(listed(), [['13966660001', 1, '苏B66601']])
      const one = await dial('13966660001', again.port)
      one.say(0x0200, report(now()))
      assert.equal((await one.hear(0x8001)).result, 1)
      assert.deepEqual(listed(), [['13966660001', 2, '苏B66601']])
      assert.deepEqual(again.gateway.strangers()[0]?.firstAt, firstAt)
    } finally {
      await again.close()
    }
  })
  it('lenient takes a known terminal’s report at once', async () => {
    const mine = await car()
    const one = await dial(mine.phone, lenient.port)
    one.say(0x0200, report(now()))
    assert.equal((await one.hear(0x8001)).result, 0)
    assert.equal(await stored(mine.id), 1)
  })
  it('a second link of the same identity ends the first, and another’s number on a signed-in link is not believed', async () => {
    const [mine, other] = [await car(), await car()]
    const first = await signedIn(mine)
    const second = await signedIn(mine)
    await first.closed
    second.raw(frame(other.phone, { id: 0x0200, serial: 9, body: positionBody() }))
    second.say(0x0002, {})
    assert.equal((await second.hear(0x8001)).id, 0x0002)
    assert.equal(await stored(other.id), 0)
    assert.equal(running.gateway.sessions().filter(({ identity }) => identity === mine.phone).length, 1)
  })
  it('UDP is a door too, with garbage before and two frames in a datagram', async () => {
    const mine = await car()
    const socket = createSocket('udp4')
    const heard: number[] = []
    const both = new Promise<void>((resolve) => socket.on('message', (datagram) => {
      for (const { content } of createFramer().push(datagram)) {
        const packet = content && readPacket(content)
        if (packet && 'id' in packet) heard.push(packet.id)
      }
      if (heard.length === 2) resolve()
    }))
    const frames = [frame(mine.phone, { id: 0x0002, serial: 1, body: new Uint8Array(0) }), frame(mine.phone, { id: 0x0200, serial: 2, body: positionBody() })]
    socket.send(Buffer.concat([Buffer.from('2424', 'hex'), ...frames]), lenient.port, '127.0.0.1')
    await both
    socket.close()
    assert.deepEqual([heard, await stored(mine.id)], [[0x8001, 0x8001], 1])
  })
})

describe('positions', () => {
  it('sent again, live or out of the blind area, are kept once; both times stand beside each other', async () => {
    const mine = await car()
    const one = await signedIn(mine)
    const minutesAgo = (minutes: number): Date => new Date(now().getTime() - minutes * 60_000)
    const last = report(minutesAgo(1), { speed: 300 })
    const positions = [report(minutesAgo(3), { speed: 300 }), report(minutesAgo(2), { speed: 310 }), last]
    for (let round = 0; round < 2; round += 1) {
      one.say(0x0704, { count: 3, type: 1, positions })
      assert.equal((await one.hear(0x8001)).result, 0)
      one.say(0x0200, last)
      assert.equal((await one.hear(0x8001)).result, 0)
    }
    const { rows } = await sql<{ at: Date; received_at: Date }>`select at, received_at from fleet.position where vehicle = ${mine.id} order by at`.execute(house.system.db)
    assert.deepEqual(rows.map(({ at }) => at.toISOString()), [3, 2, 1].map((minutes) => minutesAgo(minutes).toISOString()))
    assert.deepEqual(rows.map(({ received_at }) => received_at.toISOString()), rows.map(() => now().toISOString()))
  })
  it('an alarm bit that stays set is news once, and once more when it has fallen and risen again', async () => {
    const mine = await car()
    const one = await signedIn(mine)
    for (const [second, alarms] of [0, 0x100, 0x100, 0x100, 0, 0x100].entries()) {
      one.say(0x0200, report(new Date(now().getTime() - 60_000 + second * 1000), { alarms }))
      await one.hear(0x8001)
    }
    const { rows } = await sql<{ alarms: string }>`select alarms from fleet.position_change where vehicle = ${mine.id} order by id`.execute(house.system.db)
    assert.deepEqual(rows.map(({ alarms }) => Number(alarms)), [0x100, 0, 0x100])
  })
  it('a clock years off, a place in the wrong order and none at all are kept and marked', async () => {
    const mine = await car()
    const one = await signedIn(mine)
    one.say(0x0200, report(new Date('2001-01-01T00:00:00Z')))
    one.say(0x0200, report(now(), { latitude: 120_312_000, longitude: 31_491_000 }))
    one.say(0x0200, { ...report(now(), { latitude: 0, longitude: 0, status: 1 }), time: '261399000000' })
    one.say(0x0200, report(new Date('2087-06-01T00:00:00Z')))
    for (let count = 0; count < 4; count += 1) await one.hear(0x8001)
    const { rows } = await sql<{ quality: number; latitude: number | null }>`select quality, latitude from fleet.position where vehicle = ${mine.id} order by quality`.execute(house.system.db)
    assert.deepEqual(rows, [{ quality: 2, latitude: 31_491_000 }, { quality: 2, latitude: 31_491_000 }, { quality: 4, latitude: 31_491_000 }, { quality: 11, latitude: null }])
    // without a time only its serial tells the same again from another
    const timeless = { ...report(now(), { latitude: 0, longitude: 0, status: 1 }), time: '000000000000' }
    const [again] = writePackets({ id: 0x0200, edition: 2013, phone: mine.phone, serial: 900, body: writeBody(0x0200, timeless, { edition: 2013 }) })
    for (let count = 0; count < 3; count += 1) {
      one.raw(again ?? new Uint8Array(0))
      assert.equal((await one.hear(0x8001)).serial, 900)
      house.clock.advance({ minutes: 1 })
    }
    one.say(0x0200, timeless)
    await one.hear(0x8001)
    assert.equal(await stored(mine.id), 6)
    const { rows: latest } = await sql<{ seen_at: Date }>`select seen_at from fleet.latest_position where vehicle = ${mine.id}`.execute(house.system.db)
    assert.equal(latest[0]?.seen_at.toISOString(), now().toISOString())
  })
})

describe('a row the database will never take', () => {
  it('costs itself: kept with its bytes, answered as failed, its neighbours of the batch stored and acknowledged', async () => {
    const { db } = house.system
    await sql`alter table fleet.position add constraint never check (speed <> 6666)`.execute(db)
    await sql`alter table fleet.terminal_message add constraint never check (body <> '\\x63'::bytea)`.execute(db)
    const [mine, other] = [await car(), await car()]
    const [one, two] = [await signedIn(mine), await signedIn(other)]
    const ago = (seconds: number, speed: number): Body<0x0200> => report(new Date(now().getTime() - seconds * 1000), { speed })
    const said = [
      one.say(0x0200, ago(50, 100)), one.say(0x0200, ago(40, 6666)), one.say(0x0704, { count: 3, type: 1, positions: [ago(30, 100), ago(20, 6666), ago(10, 100)] }),
      one.say(0x0301, { event: 0x63 }), one.say(0x0301, { event: 1 }), one.say(0x0801, { mediaId: 5, type: 0, format: 0, event: 1, channel: 1, position: ago(1, 0), data: Uint8Array.of(1) }),
    ]
    for (let second = 0; second < 200; second += 1) two.say(0x0200, ago(second, 200))
    const results = new Map<number, number>()
    while (results.size < 5) {
      const { serial, result } = await one.hear(0x8001)
      results.set(serial, result)
    }
    assert.deepEqual(said.slice(0, 5).map((serial) => results.get(serial)), [0, 1, 1, 1, 0])
    assert.equal((await one.hear(0x8800)).mediaId, 5)
    for (let second = 0; second < 200; second += 1) assert.equal((await two.hear(0x8001)).result, 0)
    assert.deepEqual([await stored(mine.id), await stored(other.id)], [3, 200])
    assert.match(await running.metrics(), new RegExp(`device="${mine.phone}",reason="row-refused"\\} 3`))
    const refused = running.faults().filter(({ reason, device }) => reason === 'row-refused' && device === mine.phone)
    const bodyOf = (position: Body<0x0200>): string => Buffer.from(writeBody(0x0200, position, { edition: 2013 })).toString('hex')
    assert.deepEqual(refused.map(({ hex }) => hex).toSorted(), [bodyOf(ago(40, 6666)), bodyOf(ago(20, 6666)), '63'].toSorted())
  })
})

describe('the reply table', () => {
  it('answers what it names, says unsupported to what it does not, and never answers an answer', async () => {
    const mine = await car()
    const one = await signedIn(mine)
    one.say(0x0002, {})
    one.say(0x0301, { event: 7 })
    assert.deepEqual([(await one.hear(0x8001)).id, (await one.hear(0x8001)).id], [0x0002, 0x0301])
    one.say(0x0801, { mediaId: 77, type: 0, format: 0, event: 1, channel: 1, position: report(now()), data: new Uint8Array(2500).fill(0x7e) })
    assert.equal((await one.hear(0x8800)).mediaId, 77)
    for (let part = 0; part < 3; part += 1) assert.equal((await one.hear(0x8001)).id, 0x0801)
    one.say(0x0001, { serial: 999, id: 0x8103, result: 0 })
    one.raw(frame(mine.phone, { id: 0x1007, serial: 50, body: Uint8Array.of(1) }))
    const unsupported = await one.hear(0x8001)
    assert.deepEqual([unsupported.serial, unsupported.id, unsupported.result], [50, 0x1007, 3])
    const { rows } = await sql<{ message: number; length: number }>`
      select message, octet_length(body) as length from fleet.terminal_message where vehicle = ${mine.id} order by message`.execute(house.system.db)
    assert.deepEqual(rows, [{ message: 0x0301, length: 1 }, { message: 0x0801, length: 2536 }])
  })
  it('tells UTC to who asks for the time', async () => {
    const one = await signedIn(await car())
    one.say(0x0004, {})
    assert.equal((await one.hear(0x8004)).time, timeOf(now(), 0))
  })
})

describe('what terminals of the field sent to others', () => {
  it('is answered as the table says, read rightly and kept once, in pieces with garbage between and all of it twice', async () => {
    const random = seeded(7)
    const sent = fieldFrames.flatMap((hex) => {
      const [{ content } = {}] = createFramer().push(bytesOf(hex))
      const packet = content && readPacket(content)
      // a number of zeros alone was never set: nobody is called by it
      return packet && 'id' in packet && !packet.part && identityOf(packet.phone) !== '0' ? [{ hex, packet }] : []
    })
    for (const [identity, frames] of Map.groupBy(sent, ({ packet }) => identityOf(packet.phone))) {
      const mine = await car(identity)
      const one = await dial(identity, lenient.port)
      const registers = frames.some(({ packet }) => packet.id === 0x0100)
      const answers = frames.flatMap(({ packet: { id, serial, encryption } }) => {
        const kind = replyTo(id)
        if (kind === 'closes' || kind === 'register') return []
        // a code of another platform's is good until ours is given
        return [[serial, id, encryption !== 0 || kind === undefined ? 3 : id === 0x0102 && registers ? 1 : 0]]
      })
      for (let round = 0; round < 2; round += 1) {
        const stream = Buffer.concat(frames.toSorted((a, b) => a.packet.id - b.packet.id).flatMap(({ hex }) => [Buffer.alloc(Math.floor(random() * 5), 0x28), bytesOf(hex)]))
        for (let at = 0; at < stream.length;) {
          const end = at + 1 + Math.floor(random() * 90)
          one.raw(stream.subarray(at, end))
          at = end
        }
        for (const { packet } of frames) if (packet.id === 0x0100) assert.equal((await one.hear(0x8100)).result, 0, identity)
        const heard: number[][] = []
        while (heard.length < answers.length) {
          const { serial, id, result } = await one.hear(0x8001)
          heard.push([serial, id, result])
        }
        assert.deepEqual(heard.toSorted(byWords), answers.toSorted(byWords), identity)
      }
      const positions = new Set(frames.flatMap(({ packet }) => positionsIn(packet)))
      // an answer to a command is not answered itself: its position may still be on its way
      await until(`${identity} has ${String(positions.size)} positions`, async () => (await stored(mine.id)) >= positions.size)
      assert.equal(await stored(mine.id), positions.size, identity)
      one.close()
    }
  })
})
const byWords = (a: readonly number[], b: readonly number[]): number => String(a).localeCompare(String(b))
/** The 28 bytes of each; where they name no time, its serial beside them. */
function positionsIn({ id, serial, v2019, body }: Packet): readonly string[] {
  const message = readBody(id, body, { edition: v2019 ? 2019 : 2013 })
  const given = !message.known ? [] : message.id === 0x0704 ? message.body.positions : message.id === 0x0200 || message.id === 0x0201 ? [message.body] : []
  return given.map(({ items: _, ...bare }, nth) => JSON.stringify({ ...bare, ...(instantOf(bare.time) === undefined && { nth: serial + nth }), serial: undefined }))
}

describe('commands', () => {
  it('end as ok, rejected with its code, offline, or timeout after being sent again', async () => {
    const mine = await car()
    const { gateway } = running
    assert.deepEqual(await gateway.command(mine.phone, 0x8300, { flags: 1, type: 1, text: '请返回🚗' }), { outcome: 'offline' })
    const one = await signedIn(mine)
    const text = gateway.command(mine.phone, 0x8300, { flags: 1, type: 1, text: '请立即返回' })
    const told = await one.hear(0x8300)
    assert.equal(told.text, '请立即返回')
    one.say(0x0001, { serial: told.itsSerial, id: 0x8300, result: 0 })
    assert.equal((await text).outcome, 'ok')

    const reset = gateway.command(mine.phone, 0x8105, { command: 4, parameters: undefined })
    one.say(0x0001, { serial: (await one.hear(0x8105)).itsSerial, id: 0x8105, result: 3 })
    assert.deepEqual(await reset, { outcome: 'rejected', code: 3 })

    const where = gateway.command(mine.phone, 0x8201, {})
    one.say(0x0201, { serial: (await one.hear(0x8201)).itsSerial, ...report(now(), { speed: 120 }) })
    const found = await where
    assert(found.outcome === 'ok' && found.answer?.known && found.answer.id === 0x0201)
    assert.equal(found.answer.body.speed, 120)

    const silent = gateway.command(mine.phone, 0x8104, {})
    for (let sent = 0; sent < 3; sent += 1) {
      await one.hear(0x8104)
      house.clock.advance({ minutes: 2 })
      one.say(0x0002, {})
      await one.hear(0x8001)
      gateway.sweep()
    }
    assert.deepEqual(await silent, { outcome: 'timeout' })
  })
  it('a link that has gone silent is let go, and its command is offline', async () => {
    const mine = await car()
    const one = await signedIn(mine)
    const asked = running.gateway.command(mine.phone, 0x8201, {})
    await one.hear(0x8201)
    house.clock.advance({ minutes: 6 })
    running.gateway.sweep()
    assert.deepEqual(await asked, { outcome: 'offline' })
    await one.closed
  })
})

describe('bad bytes', () => {
  it('cost themselves, are counted by device and reason, and can be looked at', async () => {
    const mine = await car()
    const one = await signedIn(mine)
    one.raw(Buffer.from('7e00027d057e', 'hex'))
    one.raw(Buffer.concat([Buffer.of(0x7e), Buffer.alloc(1_000_000, 0x31), Buffer.of(0x7e)]))
    one.say(0x0200, { ...report(now()), items: [{ id: 0xeb, name: 'unknown', value: Uint8Array.of(1, 2) }] })
    assert.equal((await one.hear(0x8001)).result, 0)
    const text = await running.metrics()
    assert.match(text, new RegExp(`houqin_gateway_faults\\{device="${mine.phone}",reason="escape"\\} 1`))
    assert.match(text, new RegExp(`houqin_gateway_faults\\{device="${mine.phone}",reason="too-long"\\} 1`))
    const { rows } = await sql<{ extra: unknown }>`select extra from fleet.position where vehicle = ${mine.id}`.execute(house.system.db)
    assert.deepEqual(rows, [{ extra: { eb: '0102' } }])
  })
  it('a byte a minute is no sign of life: who never signs in is let go after one, who signed in after five, whatever drips', async () => {
    const mine = await car()
    const stranger = await dial(mine.phone)
    const one = await signedIn(mine)
    const dripping = frame(mine.phone, { id: 0x0200, serial: 9, body: positionBody() })
    let gone = 0
    void stranger.closed.then(() => (gone = 1))
    for (let minute = 0; minute < 5; minute += 1) {
      for (const each of [stranger, one]) each.raw(dripping.subarray(minute, minute + 1))
      house.clock.advance({ minutes: 1 })
      running.gateway.sweep()
      if (minute === 0) await stranger.closed
    }
    await one.closed
    assert.deepEqual([gone, await stored(mine.id)], [1, 0])
    assert.match(await running.metrics(), new RegExp(`reason="never-signed-in"`))
  })
})
