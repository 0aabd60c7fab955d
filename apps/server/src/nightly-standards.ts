// Every night the standards 每夜核查: each is held against its ledger, once the district has told its whole history.
import { sql } from 'kysely'
import type { ServerPart } from '@houqin/compose'
import type { System } from '@houqin/http'
import type { Tick } from '@houqin/jobs'
import { createStandardHistory } from '@houqin/standard-history'
import { isDemonstration, isEmpty } from './demonstration.ts'

/** Looked for every ten seconds and for five at a time: the first night tells ninety days back, and others want the database too. */
export function nightlyStandards(system: System, parts: readonly ServerPart[]): Tick {
  const history = createStandardHistory(system)
  return {
    name: 'standards.nightly',
    every: 10_000,
    run: async (db) => ((await isSettled(system, parts)) ? history.tick(db, { forMilliseconds: 5_000 }) : []),
  }
}

/** Days told from a ledger that is still streaming in would be told wrong for good. */
async function isSettled(system: System, parts: readonly ServerPart[]): Promise<boolean> {
  if (await isEmpty(system)) return false
  if (!(await isDemonstration(system))) return true
  const telling = parts.filter(({ demo }) => demo?.history !== undefined).map(({ subsystem }) => subsystem.id)
  const { rows } = await sql<{ told: number }>`
    select count(*)::int as told from world.loaded where phase = 'history' and part = any(${telling})`.execute(system.db)
  return rows[0]?.told === telling.length
}
