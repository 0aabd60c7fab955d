// The audit's heads 审计链末: noted beside the database every hour, so that nobody who owns the database can shorten its past unseen.
import { join } from 'node:path'
import { noteHead, notedHeads, sha256, verify } from '@houqin/audit'
import type { Verification } from '@houqin/audit'
import { systemClock } from '@houqin/clock'
import { openDatabase } from '@houqin/db'
import type { System } from '@houqin/http'
import type { Tick } from '@houqin/jobs'

const hour = 3_600_000
/** One line for each hour in which something was sealed. */
export const headsFile = (dataFolder: string): string => join(dataFolder, 'audit-heads')

export function headsTick({ clock }: System, dataFolder: string): Tick {
  return { name: 'audit.head', every: hour, run: (db) => noteHead({ db, file: headsFile(dataFolder), clock }) }
}

/** Walks all of it, holds it against the heads noted in `dataFolder`, and notes the present one if all is well. @throws Fault like `openDatabase`. */
export async function verifyAudit({ databaseUrl, dataFolder }: { databaseUrl: string; dataFolder: string }): Promise<Verification & { readonly noted: number }> {
  const { db, close } = await openDatabase({ url: databaseUrl, poolSize: 2 })
  try {
    const file = headsFile(dataFolder)
    const heads = await notedHeads(file)
    const verified = await verify(db, [sha256], heads)
    if (!verified.firstBroken) await noteHead({ db, file, clock: systemClock })
    return { ...verified, noted: heads.length }
  } finally {
    await close()
  }
}
