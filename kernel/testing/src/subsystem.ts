// A subsystem under test 试运行的子系统: its parts on a database of their own, the real application, people, and a clock to turn.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp } from '@houqin/api'
import type { Clock } from '@houqin/clock'
import { choresOf, composeSystem, migrationSetsOf, settleIn } from '@houqin/compose'
import type { ServerPart } from '@houqin/compose'
import type { Role } from '@houqin/define'
import type { System } from '@houqin/http'
import { runTick, workOnce } from '@houqin/jobs'
import type { FastifyInstance } from 'fastify'
import { callerOf } from './caller.ts'
import type { Caller } from './caller.ts'
import { fakeClock } from './fake-clock.ts'
import type { FakeClock } from './fake-clock.ts'
import { rowsOf } from './make-row.ts'
import type { Rows } from './make-row.ts'
import { settled } from './settled.ts'
import { peopleOf } from './somebody.ts'
import { leaveBeforeDrop, testDatabase } from './test-database.ts'

export { callerOf } from './caller.ts'
export type { Answer, Asking, Caller } from './caller.ts'
export type { Rows } from './make-row.ts'
export type { Grantable, Refused, Somebody, Taking } from './somebody.ts'

export interface SubsystemOptions {
  /** Where the story begins; a Tuesday morning at work unless told. */
  readonly at?: string
  /** The machine's own time instead, for stories in which another process takes part; cannot be turned. */
  readonly clock?: Clock
  /** Roles whose holders must have a second factor; none unless told. */
  readonly secondFactorFor?: readonly Role[]
}
export interface TestSystem extends Rows {
  readonly system: System
  readonly app: FastifyInstance
  readonly clock: FakeClock
  /** For another process that is to work on the same database. */
  readonly databaseUrl: string
  /** Somebody with exactly these roles. */
  readonly as: ReturnType<typeof peopleOf>
  /** Whoever has not signed in. @param address where he calls from. */
  anonymous(address?: string): Caller
  /** Turns the clock, then does what has become due. */
  advance(by: Parameters<FakeClock['advance']>[0]): Promise<void>
  /** Does what is due, every tick once and every waiting job. */
  settle(): Promise<void>
}

/** What a story does in an hour must not be taken for a flood, nor its people sent home by the clock. */
const generous = { perMinute: 1_000_000, idleMinutes: 60 * 24 * 3650, absoluteHours: 24 * 3650 }

/**
 * Runs these parts, with those they build on before them. Everything ends with the tests of the file.
 * Call it in `before` or in a test.
 */
export async function testSubsystem(parts: ServerPart | readonly ServerPart[], options: SubsystemOptions = {}): Promise<TestSystem> {
  const all: readonly ServerPart[] = [parts].flat()
  const clock = options.clock ? still(options.clock) : fakeClock(options.at ?? '2026-11-24T09:30:00+08:00')
  const database = await testDatabase({ sets: migrationSetsOf(all) })
  const dataFolder = mkdtempSync(join(tmpdir(), 'houqin-subsystem-'))
  const system = await composeSystem({
    parts: all,
    db: database.db,
    databaseUrl: database.url,
    clock,
    dataFolder,
    publicUrl: 'http://houqin.test',
    secure: false,
    version: 'test',
    // what the product would write into its log is the failure of the test that caused it
    log: { warn: () => undefined, error: (details, says) => process.stderr.write(`${says}: ${described(details)}\n`) },
    ready: () => true,
    access: { idleMinutes: generous.idleMinutes, absoluteHours: generous.absoluteHours },
    ...(options.secondFactorFor && { secondFactorFor: options.secondFactorFor }),
  })
  await settleIn(system)
  const app = await buildApp(system, { log: false, perMinute: generous.perMinute, routes: all.flatMap(({ routes }) => routes ?? []) })
  leaveBeforeDrop(async () => {
    await app.close()
    rmSync(dataFolder, { recursive: true, force: true })
  })
  await app.ready()
  const rows = rowsOf(system)
  const settle = async (): Promise<void> => {
    await settled(system.db)
    const { ticks, workers } = choresOf(system, all)
    for (const tick of ticks) await runTick(system.db, clock, tick)
    while (await workOnce(system.db, clock, workers)) continue
  }
  return Object.freeze<TestSystem>({
    ...rows, system, app, clock, databaseUrl: database.url, settle,
    as: peopleOf({ system, app, rows }),
    anonymous: (address) => callerOf(app, address === undefined ? {} : { address }),
    async advance(by) {
      clock.advance(by)
      await settle()
    },
  })
}

function still(clock: Clock): FakeClock {
  const refuse = (): never => {
    throw new Error('This story runs by the machine’s own time, which nobody turns.')
  }
  return Object.freeze({ now: () => clock.now(), today: () => clock.today(), advance: refuse, set: refuse })
}
function described(details: object): string {
  return 'err' in details && details.err instanceof Error ? (details.err.stack ?? details.err.message) : JSON.stringify(details)
}
