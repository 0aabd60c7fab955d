// The audit's heads 审计链末: noted beside the database every hour, so that nobody who owns the database can shorten its past unseen.
import { join } from 'node:path'
import { forgedHead, headText, noteHead, notedHeads, verify } from '@houqin/audit'
import type { Verification } from '@houqin/audit'
import { systemClock } from '@houqin/clock'
import { digests } from '@houqin/crypto-suites'
import { openDatabase } from '@houqin/db'
import type { System } from '@houqin/http'
import type { Tick } from '@houqin/jobs'
import type { Signer } from '@houqin/secrets'
import { keysOfHouse } from './keys-of-house.ts'

const hour = 3_600_000
/** One line for each hour in which something was sealed. */
export const headsFile = (dataFolder: string): string => join(dataFolder, 'audit-heads')

export function headsTick({ clock }: System, dataFolder: string, signer: Signer): Tick {
  return { name: 'audit.head', every: hour, run: (db) => noteHead({ db, file: headsFile(dataFolder), clock, sign: signer.sign }) }
}

/** How many heads were noted, and how many of them a key of this house signed. */
export interface HeadsFound {
  readonly noted: number
  readonly signed: number
}

/** Walks all of it, holds it against the heads noted in `dataFolder`, and notes the present one if all is well. @throws Fault like `openDatabase`. */
export async function verifyAudit({ databaseUrl, dataFolder }: { databaseUrl: string; dataFolder: string }): Promise<Verification & HeadsFound> {
  const { signer } = await keysOfHouse(dataFolder)
  const { db, close } = await openDatabase({ url: databaseUrl, poolSize: 2 })
  try {
    const file = headsFile(dataFolder)
    const heads = await notedHeads(file)
    const verified = await verify(db, digests, heads)
    const firstBroken = verified.firstBroken ?? forgedHead(heads, signer.verify)
    if (!firstBroken) await noteHead({ db, file, clock: systemClock, sign: signer.sign })
    const signed = heads.filter((head) => head.signed && signer.verify(Buffer.from(headText(head)), head.signed)).length
    return { ...verified, ...(firstBroken && { firstBroken }), noted: heads.length, signed }
  } finally {
    await close()
  }
}
