// Commands from the console to a terminal 终端指令: a row before it is a message, taken once, its end written back; two gateways, a killed one, a terminal that refuses, stays silent or is away.
import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { terminal as terminalRegister, vehicle } from '@houqin/fleet'
import { fleet } from '@houqin/fleet/server'
import { startGateway } from '@houqin/gateway-process'
import type { RunningGateway } from '@houqin/gateway-process'
import { people } from '@houqin/people/server'
import { places } from '@houqin/places/server'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Somebody, TestSystem } from '@houqin/testing/subsystem'
import { sql } from 'kysely'
import { registration, report, terminal } from './terminal.ts'
import type { TestTerminal } from './terminal.ts'
import { until } from '@houqin/testing/until'

interface Row { readonly id: string; readonly state: string; readonly code: number | null; readonly why: string | null; readonly answer: Readonly<Record<string, unknown>> | null }
interface Said { readonly detail: string }
interface Told { readonly kind: string; readonly title: string; readonly path: string; readonly settledAt: string | null }
let house: TestSystem
let running: RunningGateway
let second: RunningGateway
let officer: Somebody
let other: Somebody
const open: TestTerminal[] = []
before(async () => {
  house = await testSubsystem([people, places, fleet])
  const start = { databaseUrl: house.databaseUrl, clock: house.clock, host: '127.0.0.1', port: 0, policy: 'strict' as const, log: () => undefined }
  ;[running, second] = [await startGateway(start), await startGateway(start)]
  officer = await house.as('fleet.officer', { name: '冯兰' })
  other = await house.as('fleet.officer', { name: '许静' })
})
after(async () => {
  for (const one of open) one.close()
  await running.close()
  await second.close()
})

let cars = 0
async function car(): Promise<{ readonly id: string; readonly plate: string; readonly phone: string }> {
  cars += 1
  const [plate, phone] = [`苏B5${String(cars).padStart(4, '0')}`, `1390005${String(cars).padStart(4, '0')}`]
  const { id } = await house.make(vehicle, { plate, vin: `LSVAU2180N2${String(500_000 + cars)}`, grade: 'ordinary' })
  await house.make(terminalRegister, { number: phone, vehicle: id, dialect: 'standard', coordinates: 'wgs84', zone: 480, standing: 'inUse' })
  return { id, plate, phone }
}
async function signedIn({ phone, plate }: { phone: string; plate: string }): Promise<TestTerminal> {
  const one = await terminal({ port: running.port, phone })
  open.push(one)
  one.say(0x0100, registration(plate))
  const { code = '' } = await one.hear(0x8100)
  one.say(0x0102, { code })
  assert.equal((await one.hear(0x8001)).result, 0)
  await until('presence', async () => (await sql`select 1 from fleet.presence p join fleet.terminal t on t.id = p.terminal where t.number = ${phone} and p.online`.execute(house.system.db)).rows.length > 0)
  return one
}
async function give(id: string, body: object): Promise<Row> {
  const { status, body: row, text } = await officer.post<Row>(`/api/fleet/cars/${id}/commands`, body)
  assert.equal(status, 201, text)
  return row
}
const all = async (id: string): Promise<readonly Row[]> => (await officer.get<{ rows: Row[] }>(`/api/fleet/cars/${id}/commands`)).body.rows
async function ended(car: string, id: string): Promise<Row> {
  const found = async (): Promise<Row | undefined> => (await all(car)).find((row) => row.id === id)
  await until('an end', async () => !['queued', 'sent', 'confirming'].includes((await found())?.state ?? 'queued'))
  const row = await found()
  assert.ok(row)
  return row
}

it('a position, words, parameters read and set: answered on the wire, and the end stands on the row and in the audit', async () => {
  const mine = await car()
  const one = await signedIn(mine)
  const located = await give(mine.id, { kind: 'locate' })
  const asked = await one.hear(0x8201)
  one.say(0x0201, { serial: asked.itsSerial, ...report(house.clock.now()) })
  assert.equal((await ended(mine.id, located.id)).state, 'ok')

  const told = await give(mine.id, { kind: 'text', words: '请到东门接人', urgent: false, aloud: true })
  const text = await one.hear(0x8300)
  assert.deepEqual([text.text, text.flags], ['请到东门接人', 12])
  one.say(0x0001, { serial: text.itsSerial, id: 0x8300, result: 0 })
  assert.equal((await ended(mine.id, told.id)).state, 'ok')

  const read = await give(mine.id, { kind: 'read' })
  const { itsSerial } = await one.hear(0x8104)
  one.say(0x0104, { serial: itsSerial, parameters: [{ id: 0x29, value: 30 }, { id: 0x55, value: 90 }, { id: 0x13, value: '10.1.2.3' }] })
  assert.deepEqual((await ended(mine.id, read.id)).answer, { intervalSeconds: 30, maxSpeed: 90, server: '10.1.2.3' })

  const set = await give(mine.id, { kind: 'set', intervalSeconds: 15 })
  const { parameters, itsSerial: setSerial } = await one.hear(0x8103)
  assert.deepEqual(parameters, [{ id: 0x20, value: 0 }, { id: 0x29, value: 15 }])
  one.say(0x0001, { serial: setSerial, id: 0x8103, result: 3 })
  const refused = await ended(mine.id, set.id)
  assert.deepEqual([refused.state, refused.code], ['rejected', 3])
  await house.advance({ minutes: 0.1 })
  const { rows } = await sql<{ summary: string }>`select summary from audit.entry where action = 'fleet.command-outcome' order by id`.execute(house.system.db)
  assert.equal(rows.filter(({ summary }) => summary.startsWith(mine.plate)).length, 4)
  assert.ok(rows.some(({ summary }) => summary === `${mine.plate} 的终端 ${mine.phone} 设置参数：终端拒绝`))
})

it('signs a terminal does not have are named and nothing leaves; a car without an alarm has none to acknowledge', async () => {
  const mine = await car()
  const one = await signedIn(mine)
  const { status, body } = await officer.post<Said>(`/api/fleet/cars/${mine.id}/commands`, { kind: 'text', words: '请返回🚗谢谢😀' })
  assert.equal(status, 422)
  assert.match(body.detail, /显示不了 “🚗”、“😀”，请删去后再发/)
  assert.equal((await officer.post<Said>(`/api/fleet/cars/${mine.id}/commands`, { kind: 'confirm' })).status, 409)
  one.say(0x0200, report(house.clock.now(), { alarms: 1 }))
  await one.hear(0x8001)
  const held = await give(mine.id, { kind: 'confirm' })
  const { alarms, itsSerial } = await one.hear(0x8203)
  assert.equal(alarms, 1)
  one.say(0x0001, { serial: itsSerial, id: 0x8203, result: 0 })
  assert.equal((await ended(mine.id, held.id)).state, 'ok')
  assert.deepEqual((await all(mine.id)).length, 1)
})

it('a server address waits for another officer; whoever asked cannot confirm it himself', async () => {
  const mine = await car()
  const one = await signedIn(mine)
  const moved = await give(mine.id, { kind: 'set', server: 'gps.qingxi.gov.cn', port: 6808 })
  assert.equal(moved.state, 'confirming')
  const self = await officer.post<Said>(`/api/fleet/commands/${moved.id}/confirm`, {})
  assert.equal(self.status, 403)
  assert.match(self.body.detail, /另一名公车管理员/)
  const told = async (who: Somebody): Promise<readonly Told[]> => (await who.get<{ rows: Told[] }>('/api/notices')).body.rows.filter(({ kind }) => kind === 'deed.confirm')
  assert.deepEqual(await told(officer), [])
  const [asked, ...more] = await told(other)
  assert.deepEqual([more.length, asked?.path, asked?.settledAt], [0, '/fleet/commands', null])
  assert.match(asked?.title ?? '', /^请您复核：改 苏.+ 终端的服务器地址$/)
  assert.equal((await other.post<Row>(`/api/fleet/commands/${moved.id}/confirm`, {})).body.state, 'queued')
  assert.notEqual((await told(other))[0]?.settledAt, null)
  const { parameters, itsSerial } = await one.hear(0x8103)
  assert.deepEqual(parameters, [{ id: 0x13, value: 'gps.qingxi.gov.cn' }, { id: 0x18, value: 6808 }])
  one.say(0x0001, { serial: itsSerial, id: 0x8103, result: 0 })
  assert.equal((await ended(mine.id, moved.id)).state, 'ok')
  assert.equal((await other.post<Said>(`/api/fleet/commands/${moved.id}/withdraw`, {})).status, 409)
})

it('away it is said at once; silent it is sent three times under one number and given up; a link that ends leaves no second message', async () => {
  const away = await car()
  const gone = await give(away.id, { kind: 'locate' })
  assert.deepEqual([gone.state, gone.why], ['offline', 'away'])

  const mine = await car()
  const one = await signedIn(mine)
  const asked = await give(mine.id, { kind: 'locate' })
  const first = await one.hear(0x8201)
  for (const seconds of [11, 21]) {
    house.clock.advance({ minutes: seconds / 60 })
    one.say(0x0002, {})
    assert.equal((await one.hear(0x8201)).itsSerial, first.itsSerial)
  }
  house.clock.advance({ minutes: 61 / 60 })
  assert.equal((await ended(mine.id, asked.id)).state, 'timeout')

  const cut = await give(mine.id, { kind: 'text', words: '请返回' })
  await one.hear(0x8300)
  one.close()
  const lost = await ended(mine.id, cut.id)
  assert.deepEqual([lost.state, lost.why], ['offline', 'link'])
  const again = await signedIn(mine)
  const next = await give(mine.id, { kind: 'read' })
  const { itsSerial } = await again.hear(0x8104) // the first thing it hears: the words did not come again
  again.say(0x0104, { serial: itsSerial, parameters: [] })
  assert.equal((await ended(mine.id, next.id)).state, 'ok')
})

it('what a killed gateway had taken is sent by nobody else, and the officer is told that nobody knows', async () => {
  const mine = await car()
  const one = await signedIn(mine)
  const { rows: [taken] } = await sql<{ id: string }>`
    insert into fleet.command (id, vehicle, terminal, identity, kind, given, asked_by, asked_name, asked_at, state, gateway, queued_at, sent_at)
    select gen_random_uuid(), t.vehicle, t.id, t.number, 'locate', '{"kind":"locate"}', gen_random_uuid(), '冯兰', ${house.clock.now()}, 'sent', 'killed:1', ${house.clock.now()}, ${house.clock.now()}
      from fleet.terminal t where t.number = ${mine.phone} returning id`.execute(house.system.db)
  assert.ok(taken)
  await house.advance({ minutes: 4 })
  const row = await ended(mine.id, taken.id)
  assert.deepEqual([row.state, row.why], ['timeout', 'gateway'])
  one.close()
})
