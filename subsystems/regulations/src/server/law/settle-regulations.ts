// 归整: after texts came in or days went by: which versions are in force, and how every reading row stands to them.
import type { Db, Tx } from '@houqin/db'
import { transaction } from '@houqin/db'
import type { System } from '@houqin/http'
import type { Tick } from '@houqin/jobs'
import { linkGrounds } from '../provisions/link-grounds.ts'
import { loadProvisions } from '../provisions/load-provisions.ts'
import { settleVersions } from './settle-versions.ts'

export async function settleRegulations(tx: Tx, system: Pick<System, 'registers' | 'clock' | 'catalogue'>): Promise<void> {
  await loadProvisions(tx, system)
  await settleVersions(tx, system)
  await linkGrounds(tx, system.clock.today())
}

const hour = 3_600_000
/** Soon after the first start, then as days go by: a version may come into force without anybody importing it. */
export function settleTick(system: System): Tick {
  return { name: 'regulations.settle', every: hour, run: (db: Db) => transaction(db, (tx) => settleRegulations(tx, system)) }
}
