// The stage of the world's life 演示世界的舞台: the demonstration on a database of its own, a clock to turn, and the tick that continues it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { composeSystem, migrationSetsOf } from '@houqin/compose'
import { migrate } from '@houqin/db'
import type { Db } from '@houqin/db'
import { workOnce } from '@houqin/jobs'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { TestSystem } from '@houqin/testing/subsystem'
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { historyWorkers, loadDistrict } from '../src/demonstration.ts'
import { livingWorld } from '../src/living-world.ts'
import type { LivingWorld } from '../src/living-world.ts'
import { parts } from '../src/subsystems.ts'
import { worldTables } from '../src/world.ts'

export interface Asked {
  readonly number: string
  readonly openedAt: Date
  readonly state: string
  readonly what: string
}
export interface LivingStage {
  readonly house: TestSystem
  readonly world: LivingWorld
  /** What the engine refused to the people of the world, who know its rules. */
  readonly refused: readonly string[]
  /** The district as `npm start` loads it, its history too. */
  readonly open: () => Promise<void>
  /** As the server does it each minute, and what is queued by it. */
  readonly liveOn: () => Promise<void>
  readonly workAll: () => Promise<void>
  readonly ask: <Row>(query: RawBuilder<Row>) => Promise<Row[]>
  readonly count: (query: RawBuilder<{ count: number }>) => Promise<number>
  /** Without those an alarm asked for. */
  readonly repairs: (from: string, to: string) => Promise<Asked[]>
  /** How many matters there are, and how much has happened to them. */
  readonly size: () => Promise<readonly [number, number]>
}

/** An empty house on 24 November 2026 at half past ten, a Tuesday. */
export async function livingStage(): Promise<LivingStage> {
  const house = await testSubsystem(parts, { at: '2026-11-24T10:30:00+08:00' })
  const { system, databaseUrl } = house
  await migrate({ db: system.db, sets: [worldTables, ...migrationSetsOf(parts)], log: () => undefined, clock: house.clock })
  const dataFolder = mkdtempSync(join(tmpdir(), 'houqin-living-'))
  after(() => rmSync(dataFolder, { recursive: true, force: true }))
  const refused: string[] = []
  const note = (details: object, says: string): void => void refused.push(`${says}: ${JSON.stringify(details)}`)
  const world = livingWorld({
    system, parts,
    at: (clock) => composeSystem({ parts, db: system.db, databaseUrl, clock, dataFolder, publicUrl: 'http://houqin.test', secure: false, version: 'test', log: { warn: note, error: note }, ready: () => true }),
  })
  const workAll = async (): Promise<void> => {
    const workers = { ...historyWorkers(system, parts), ...world.workers, 'demonstration.notices': () => Promise.resolve(null) }
    while (await workOnce(system.db, house.clock, workers)) continue
    const [failed] = await ask(sql<{ problem: string }>`select problem from job.job where state = 'failed' limit 1`)
    if (failed) throw new Error(`a job of the world failed: ${failed.problem}`)
  }
  const ask = async <Row>(query: { execute: (db: Db) => Promise<{ rows: Row[] }> }): Promise<Row[]> => (await query.execute(system.db)).rows
  const count = async (query: RawBuilder<{ count: number }>): Promise<number> => (await ask(query))[0]?.count ?? 0
  return Object.freeze<LivingStage>({
    house, world, refused, workAll, ask, count,
    async open() {
      await loadDistrict(system, parts, () => undefined)
      await workAll()
    },
    async liveOn() {
      await world.tick.run(system.db)
      await workAll()
    },
    repairs: (from, to) => ask(sql<Asked>`
      select m.number, m.opened_at as "openedAt", m.state, r.what from matter.matter m join service_desk.repair r on r.matter = m.id
       where m.opened_at > ${from}::timestamptz and m.opened_at <= ${to}::timestamptz and r.alarm is null order by m.opened_at`),
    size: async () => [await count(sql`select count(*)::int as count from matter.matter`), await count(sql`select count(*)::int as count from matter.event`)],
  })
}
