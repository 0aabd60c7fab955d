// Kill -9 of the database while positions stream in: the gateway waits, answers nothing it has not stored, goes on by itself; nothing acknowledged is lost, nothing kept twice.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { systemClock } from '@houqin/clock'
import { openDatabase } from '@houqin/db'
import { terminal as terminalRegister, vehicle } from '@houqin/fleet'
import { startGateway } from '@houqin/gateway-process'
import { organ } from '@houqin/people'
import { startPostgres } from '@houqin/postgres'
import { withSystem } from '@houqin/server/with-system'
import { sql } from 'kysely'
import { registration, report, terminal } from './terminal.ts'
import type { TestTerminal } from './terminal.ts'

const reports = 900
const phone = '13900000001'

/** Times, in seconds since the first report, of what is acknowledged until `enough` are. */
async function acknowledged(one: TestTerminal, serials: ReadonlyMap<number, number>, heard: Set<number>, enough: number): Promise<void> {
  while (heard.size < enough) {
    const { id, serial, result } = await one.hear(0x8001)
    const second = serials.get(serial)
    if (id === 0x0200 && result === 0 && second !== undefined) heard.add(second)
  }
}

it('what was acknowledged before the database died is there, the rest is acknowledged once it is back', { timeout: 150_000 }, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'houqin-database-killed-'))
  t.after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }))
  let postgres = await startPostgres({ dataFolder: folder })
  t.after(() => postgres.stop())
  const id = await withSystem({ databaseUrl: postgres.url, dataFolder: folder, log: () => undefined }, (system) => system.db.transaction().execute(async (tx) => {
    const [bureau = ''] = await system.registers.bulkInsert(tx, organ, [{ name: '机关事务管理局', shortName: '机关事务局', category: 'government', level: 'section', establishment: 40 }])
    const [car = ''] = await system.registers.bulkInsert(tx, vehicle, [{
      plate: '苏B90001', vin: 'LSVAU2180N2100001', organ: bureau, use: 'emergency', kind: 'car', brand: '清溪 E5', seats: 5, energy: 'electric', price: '120000.00', boughtOn: '2022-03-01', standing: 'inUse', papers: [],
    }])
    await system.registers.bulkInsert(tx, terminalRegister, [{ number: phone, vehicle: car, dialect: 'standard', coordinates: 'wgs84', zone: 480, standing: 'inUse' }])
    return car
  }))
  const gateway = await startGateway({ databaseUrl: postgres.url, clock: systemClock, host: '127.0.0.1', port: 0, policy: 'strict', log: () => undefined })
  t.after(() => gateway.close())
  const one = await terminal({ port: gateway.port, phone })
  t.after(() => one.close())
  one.say(0x0100, registration('苏B90001'))
  one.say(0x0102, { code: (await one.hear(0x8100)).code ?? '' })
  assert.equal((await one.hear(0x8001)).result, 0)

  const first = Math.floor(systemClock.now().getTime() / 1000) * 1000 - 3_600_000
  const serials = new Map<number, number>()
  const speak = (from: number, to: number): void => {
    for (let second = from; second < to; second += 1) serials.set(one.say(0x0200, report(new Date(first + second * 1000), { speed: second })), second)
  }
  const heard = new Set<number>()
  speak(0, reports / 3)
  await acknowledged(one, serials, heard, 60)
  process.kill(Number(readFileSync(join(folder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL')
  speak(reports / 3, (2 * reports) / 3)
  const before = new Set(heard)
  const url = postgres.url
  postgres = await startAgain(folder)
  assert.equal(postgres.url, url)

  const database = await openDatabase({ url, poolSize: 1 })
  t.after(() => database.close())
  const kept = async (): Promise<readonly number[]> => {
    const { rows } = await sql<{ at: Date }>`select at from fleet.position where vehicle = ${id} order by at`.execute(database.db)
    return rows.map(({ at }) => (at.getTime() - first) / 1000)
  }
  const there = new Set(await kept())
  assert.deepEqual([...before].filter((second) => !there.has(second)), [])
  speak((2 * reports) / 3, reports)
  speak(0, reports / 3) // the terminal sends again what it is not sure of
  await acknowledged(one, serials, heard, reports)
  assert.deepEqual(await kept(), Array.from({ length: reports }, (_, second) => second))
})

/** Its children still hold the memory of the one that was killed for a moment. */
async function startAgain(dataFolder: string): ReturnType<typeof startPostgres> {
  const until = performance.now() + 60_000
  for (;;) {
    try {
      return await startPostgres({ dataFolder })
    } catch (error) {
      if (performance.now() > until) throw error
      await pause(200)
    }
  }
}
