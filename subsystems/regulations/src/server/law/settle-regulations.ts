// 归整: after texts came in or days went by: which versions are in force.
import type { Tx } from '@houqin/db'
import type { System } from '@houqin/http'
import { settleVersions } from './settle-versions.ts'

export async function settleRegulations(tx: Tx, system: Pick<System, 'registers' | 'clock'>): Promise<void> {
  await settleVersions(tx, system)
}
