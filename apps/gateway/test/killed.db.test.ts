// Kill -9 in the middle of reporting: what was acknowledged is there, and all of it sent again makes no duplicate.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { it } from 'node:test'
import { systemClock } from '@houqin/clock'
import { terminal as terminalRegister, vehicle } from '@houqin/fleet'
import { fleet } from '@houqin/fleet/server'
import { people } from '@houqin/people/server'
import { places } from '@houqin/places/server'
import { testSubsystem } from '@houqin/testing/subsystem'
import { sql } from 'kysely'
import { registration, report, terminal } from './terminal.ts'
import type { TestTerminal } from './terminal.ts'

const script = fileURLToPath(new URL('hold.ts', import.meta.url))
const reports = 600

async function held(databaseUrl: string): Promise<{ child: ChildProcess; port: number }> {
  const child = spawn(process.execPath, [script, databaseUrl], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit').then(() => assert.fail('the gateway ended before it listened'))
  const [line] = await Promise.race([once(child.stdout, 'data'), ended])
  ended.catch(() => undefined)
  return { child, port: Number(String(line)) }
}
/** Times, in seconds since the first report, of all that is acknowledged before the link ends or everything is. */
async function acknowledged(one: TestTerminal, serials: ReadonlyMap<number, number>, enough: number): Promise<Set<number>> {
  const done = new Set<number>()
  while (done.size < enough) {
    const { id, serial, result } = await one.hear(0x8001)
    const second = serials.get(serial)
    if (id === 0x0200 && result === 0 && second !== undefined) done.add(second)
  }
  return done
}

it('nothing acknowledged is lost, nothing is kept twice', async () => {
  const house = await testSubsystem([people, places, fleet], { clock: systemClock })
  const { id } = await house.make(vehicle, { plate: '苏B90001', vin: 'LSVAU2180N2100001' })
  await house.make(terminalRegister, { number: '13900000001', vehicle: id, dialect: 'standard', coordinates: 'wgs84', zone: 480, standing: 'inUse' })
  const first = Math.floor(systemClock.now().getTime() / 1000) * 1000 - 3_600_000
  const at = (second: number): Date => new Date(first + second * 1000)
  const speak = (one: TestTerminal): Map<number, number> =>
    new Map(Array.from({ length: reports }, (_, second) => [one.say(0x0200, report(at(second), { speed: second })), second]))

  const before = await held(house.databaseUrl)
  const one = await terminal({ port: before.port, phone: '13900000001' })
  one.say(0x0100, registration('苏B90001'))
  const { code = '' } = await one.hear(0x8100)
  one.say(0x0102, { code })
  await one.hear(0x8001)
  const heard = await acknowledged(one, speak(one), 100)
  before.child.kill('SIGKILL')
  await Promise.all([once(before.child, 'exit'), one.closed])
  const { rows: kept } = await sql<{ at: Date }>`select at from fleet.position where vehicle = ${id}`.execute(house.system.db)
  const there = new Set(kept.map((row) => row.at.getTime()))
  assert.deepEqual([...heard].filter((second) => !there.has(at(second).getTime())), [])

  const again = await held(house.databaseUrl)
  try {
    const two = await terminal({ port: again.port, phone: '13900000001' })
    two.say(0x0102, { code })
    assert.equal((await two.hear(0x8001)).result, 0)
    assert.equal((await acknowledged(two, speak(two), reports)).size, reports)
    two.close()
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from fleet.position where vehicle = ${id}`.execute(house.system.db)
    assert.equal(rows[0]?.n, reports)
  } finally {
    again.child.kill('SIGKILL')
  }
})
