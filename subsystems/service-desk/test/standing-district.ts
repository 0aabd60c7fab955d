// The whole demonstration district on a database of its own 立起来的演示区, as `npm start` would load it.
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { composeSystem, migrationSetsOf } from '@houqin/compose'
import type { ServerPart } from '@houqin/compose'
import { transaction } from '@houqin/db'
import type { System } from '@houqin/http'
import { people } from '@houqin/people/server'
import { places } from '@houqin/places/server'
import { fakeClock, testDatabase } from '@houqin/testing'
import type { FakeClock } from '@houqin/testing'
import { serviceDesk } from '@houqin/service-desk/server'

export const parts: readonly ServerPart[] = [people, places, serviceDesk]

/** Registers, tables and engines without a single row. @param at an instant in ISO 8601. */
export async function emptySystem(at = '2026-11-24T10:30:00+08:00'): Promise<{ system: System; clock: FakeClock }> {
  const database = await testDatabase({ sets: migrationSetsOf(parts) })
  const clock = fakeClock(at)
  const system = await composeSystem({
    parts, db: database.db, databaseUrl: database.url, clock, dataFolder: await mkdtemp(join(tmpdir(), 'domain-')), publicUrl: 'http://localhost',
    secure: false, version: '0', log: { warn: () => {}, error: () => {} }, ready: () => true,
  })
  await system.access.declareRoles(system.db)
  await transaction(system.db, (tx) => system.standards.sync(tx))
  await system.signals.housekeep(system.db)
  return { system, clock }
}

export interface StandingDistrict {
  readonly system: System
  readonly clock: FakeClock
  readonly baseMilliseconds: number
  readonly historyMilliseconds: number
}
export async function standingDistrict(): Promise<StandingDistrict> {
  const { system, clock } = await emptySystem()
  const worldDate = clock.today()
  const began = performance.now()
  await transaction(system.db, async (tx) => {
    for (const { demo } of parts) await demo?.base({ tx, system, worldDate })
  })
  const based = performance.now()
  await transaction(system.db, async (tx) => {
    for (const { demo } of parts) await demo?.history?.({ tx, system, worldDate, progress: async () => {} })
  })
  return { system, clock, baseMilliseconds: based - began, historyMilliseconds: performance.now() - based }
}
