// Simulated cars on the real wire 模拟车流: they register, drive and report, and an open map hears of them; what was driven without a signal comes later, once; the load mode tells what became of its reports.
import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { terminal as terminalRegister, vehicle } from '@houqin/fleet'
import { fleet } from '@houqin/fleet/server'
import { startGateway } from '@houqin/gateway-process'
import type { RunningGateway } from '@houqin/gateway-process'
import { people } from '@houqin/people/server'
import { places } from '@houqin/places/server'
import { startLoad, startTraffic } from '@houqin/simulators'
import type { SimulatedCar } from '@houqin/simulators'
import { plane, qingxiRoads, spotOfAddress } from '@houqin/simulators/qingxi'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { TestSystem } from '@houqin/testing/subsystem'
import { sql } from 'kysely'
import { until } from '@houqin/testing/until'

let house: TestSystem
let running: RunningGateway
before(async () => {
  house = await testSubsystem([people, places, fleet])
  running = await startGateway({ databaseUrl: house.databaseUrl, clock: house.clock, host: '127.0.0.1', port: 0, policy: 'strict', log: () => undefined })
})
after(() => running.close())

async function car(nth: number, values: object = {}): Promise<{ readonly id: string; readonly phone: string; readonly plate: string }> {
  const [plate, phone] = [`苏B7${String(nth).padStart(4, '0')}`, `1390001${String(nth).padStart(4, '0')}`]
  const { id } = await house.make(vehicle, { plate, vin: `LSVAU2180N2${String(700_000 + nth)}`, ...values })
  await house.make(terminalRegister, { number: phone, vehicle: id, dialect: 'standard', coordinates: 'wgs84', zone: 480, standing: 'inUse' })
  return { id, plate, phone }
}

/** An open map: who was on it when it opened, and whose moves it has been told since. */
async function openMap(token: string): Promise<{ readonly first: readonly string[]; readonly moved: ReadonlySet<string>; close(): void }> {
  const address = await house.app.listen({ port: 0, host: '127.0.0.1' })
  const ending = new AbortController()
  const answer = await fetch(`${address}/api/fleet/positions`, { headers: { authorization: `Bearer ${token}`, accept: 'text/event-stream' }, signal: ending.signal })
  assert.equal(answer.headers.get('content-type'), 'text/event-stream; charset=utf-8')
  assert(answer.body)
  const moved = new Set<string>()
  let first: readonly string[] | undefined
  const read = async (body: ReadableStream<Uint8Array>): Promise<void> => {
    let text = ''
    for await (const piece of body.pipeThrough(new TextDecoderStream())) {
      text += piece
      for (let end = text.indexOf('\n\n'); end !== -1; end = text.indexOf('\n\n')) {
        const [, event, data] = /^event: (\w+)\ndata: (.*)$/.exec(text.slice(0, end)) ?? []
        text = text.slice(end + 2)
        const plates = data === undefined ? [] : (JSON.parse(data) as { rows: readonly { plate: string }[] }).rows.map(({ plate }) => plate)
        if (event === 'cars') first ??= plates
        if (event === 'moved') for (const plate of plates) moved.add(plate)
      }
    }
  }
  void read(answer.body).catch(() => undefined) // it is broken off at the end
  await until('the map is open', () => first !== undefined)
  return { first: first ?? [], moved, close: () => ending.abort() }
}

it('cars of three editions drive and report; what was out of reach comes later as catch-up, and nothing twice', async () => {
  const cars = await Promise.all([car(0), car(6), car(9, { grade: 'investigation' })])
  const officer = await house.as('fleet.officer')
  const map = await openMap(officer.token)
  const [home, office] = [spotOfAddress('清溪区县前街 1 号'), spotOfAddress('清溪区清源路 60 号')]
  assert(home && office)
  const simulated = cars.map(({ phone, plate }, nth): SimulatedCar => ({
    phone, plate, model: 'QT-808G',
    habits: { home, tripsAnHour: () => 3600, temper: 1, lossesAnHour: nth === 1 ? 25 : 0, mileage: 1000, tank: 40, thirst: 8, driver: { name: '王强', licence: '32020001' } },
  }))
  const traffic = startTraffic({ cars: simulated, roads: qingxiRoads(), plane, stops: [home, office], host: '127.0.0.1', port: running.port, clock: house.clock, seed: 1, everyMs: 0 })
  try {
    traffic.step()
    await until('sign in', () => traffic.figures().signedIn === 3)
    for (let minute = 0; minute < 15; minute += 1) {
      for (let second = 0; second < 60; second += 10) {
        house.clock.advance({ minutes: 1 / 6 })
        traffic.step()
      }
      // the gateway's sockets are read between the steps
      await new Promise((resolve) => setImmediate(resolve))
    }
    for (let round = 0; traffic.figures().signedIn < 3 && round < 20; round += 1) {
      house.clock.advance({ minutes: 1 })
      traffic.step()
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    await until('everything acknowledged', () => traffic.figures().unheard === 0)
    await until('the map has heard of both', () => map.moved.size === 2)
  } finally {
    traffic.close()
    map.close()
  }
  // whoever looks, a car of a grade is on no common map
  assert.deepEqual([map.first, [...map.moved].toSorted()], [[], [cars[0]?.plate, cars[1]?.plate]])
  const card = await officer.get<{ mileage: number; terminal: { number: string } }>(`/api/fleet/cars/${cars[0]?.id ?? ''}`)
  assert(card.body.mileage > 1000 && card.body.terminal.number === cars[0]?.phone)
  const span = { from: '2026-11-24T00:00:00Z', to: '2026-11-25T00:00:00Z' }
  const track = await officer.get<{ points: readonly unknown[] }>('/api/fleet/track', { vehicle: cars[1]?.id ?? '', ...span })
  assert(track.body.points.length >= 15)
  assert.deepEqual([(await officer.get(`/api/fleet/cars/${cars[2]?.id ?? ''}`)).status, (await officer.get('/api/fleet/track', { vehicle: cars[2]?.id ?? '', ...span })).status], [404, 404])
  const { rows } = await sql<{ vehicle: string; n: number; late: number; fastest: number; far: number }>`
    select vehicle, count(*)::int as n, count(*) filter (where quality & 32 = 32)::int as late, max(speed) as fastest, (max(mileage) - min(mileage))::int as far
    from fleet.position group by vehicle`.execute(house.system.db)
  const of = (nth: number) => rows.find(({ vehicle }) => vehicle === cars[nth]?.id)
  for (const nth of [0, 1, 2]) {
    const one = of(nth)
    assert(one && one.n >= 15, `car ${nth} reported ${String(one?.n)} times`)
    assert(one.fastest > 250 && one.fastest < 800 && one.far > 10, `car ${nth}: ${one.fastest} and ${one.far}`)
  }
  assert((of(1)?.late ?? 0) > 2, 'nothing came out of the blind area')
  const { rows: cards } = await sql<{ n: number }>`select count(*)::int as n from fleet.terminal_message where message = ${0x0702}`.execute(house.system.db)
  assert((cards[0]?.n ?? 0) >= 3)
})

it('the load mode signs in, reports at its rate and hears every acknowledgement', async () => {
  const cars = await Promise.all([21, 22, 23, 24].map((nth) => car(nth)))
  const load = await startLoad({ host: '127.0.0.1', port: running.port, terminals: cars, rate: 400, together: 5, clock: house.clock })
  await until('some reports', () => load.figures().sent >= 200)
  const report = await load.stop()
  assert.deepEqual([report.terminals, report.acknowledged, report.refused, report.lost], [4, report.sent, 0, 0])
  assert(report.waited.p50 > 0 && report.waited.p99 >= report.waited.p50)
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from fleet.position where vehicle = any(${cars.map(({ id }) => id)}::uuid[])`.execute(house.system.db)
  assert.equal(rows[0]?.n, report.sent)
  await assert.rejects(startLoad({ host: '127.0.0.1', port: running.port, terminals: [{ phone: '13999999998', plate: '苏B00000' }], rate: 1, clock: house.clock }), /answered 4/)
})

it('what comes faster than the database takes it waits at the sender: nothing is dropped, every report is acknowledged', async () => {
  const cars = await Promise.all([31, 32, 33, 34, 35, 36, 37, 38].map((nth) => car(nth)))
  const open = await house.system.db.startTransaction().execute()
  await sql`lock table fleet.latest_position in exclusive mode`.execute(open)
  const load = await startLoad({ host: '127.0.0.1', port: running.port, terminals: cars, rate: Infinity, together: 20, window: 600, clock: house.clock })
  try {
    await until('more is sent than may wait', () => load.figures().sent > 90_000)
    await until('the gateway has a crowd', () => running.gateway.waiting() >= 20_000)
  } finally {
    await open.rollback().execute()
  }
  const report = await load.stop(60_000)
  assert.deepEqual([report.acknowledged, report.refused, report.lost], [report.sent, 0, 0])
  const metrics = await running.metrics()
  assert(/"held"/.test(metrics) && !/"overflow"/.test(metrics), metrics)
})
