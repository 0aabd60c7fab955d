// What of the last look at a room still stands otherwise than the ledger 还没有销号的.
import type { Db, Tx } from '@houqin/db'
import type { Standard, SubjectRow } from '@houqin/define'
import type { System } from '@houqin/http'
import type { WireFinding } from '@houqin/wire'
import { sql } from 'kysely'
import { asSeen } from '../../contract/index.ts'
import type { LastSeen } from '../../contract/standards/as-seen.ts'

/** @param day YYYY-MM-DD. @returns the organ that holds the room, and nothing found where nobody has looked at it. */
export async function stillOtherwise(db: Db | Tx, { standards }: Pick<System, 'standards'>, { room, day }: { room: string; day: string }): Promise<{ readonly organ: string | null; readonly findings: readonly WireFinding[] }> {
  const ledger = asSeen.ledger as NonNullable<Standard<string, LastSeen>['ledger']> // it declares one
  const { rows: [found] } = await sql<SubjectRow<LastSeen>>`select ledger.* from (${ledger(day, sql)}) as ledger where ledger.id = ${room}::uuid`.execute(db)
  return found ? { organ: found.organ ?? null, findings: await standards.check(db, asSeen, found.subject) } : { organ: null, findings: [] }
}
