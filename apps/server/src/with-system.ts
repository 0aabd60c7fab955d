// The system at hand 直接使用系统: for a program of the house that works on the database itself and serves nobody.
import { composeSystem, migrationSetsOf, settleIn } from '@houqin/compose'
import { migrate, openDatabase } from '@houqin/db'
import { systemClock } from '@houqin/clock'
import type { System } from '@houqin/http'
import { logTo } from './log.ts'
import { parts } from './subsystems.ts'
import { worldClockOf, worldTables } from './world.ts'

/** Migrates the database, hands out the system, and closes again whatever happens. */
export async function withSystem<Result>({ databaseUrl, dataFolder, log }: {
  readonly databaseUrl: string
  readonly dataFolder: string
  readonly log: (line: string) => void
}, use: (system: System) => Promise<Result>): Promise<Result> {
  const database = await openDatabase({ url: databaseUrl, log })
  try {
    const { db } = database
    await migrate({ db, sets: [worldTables, ...migrationSetsOf(parts)], log, clock: systemClock })
    const system = await composeSystem({
      parts, db, databaseUrl, dataFolder, clock: await worldClockOf(db, undefined, { held: true }), publicUrl: '', secure: false, version: '', log: logTo(log), ready: () => true,
    })
    await settleIn(system)
    return await use(system)
  } finally {
    await database.close()
  }
}
