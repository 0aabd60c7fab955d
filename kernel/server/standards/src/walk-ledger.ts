// Walking a ledger 逐一检查: row after row out of a cursor, so that a million subjects never stand in memory at once.
import { scopeOf } from '@houqin/access'
import type { Actor } from '@houqin/access'
import type { Tx } from '@houqin/db'
import { auditor } from '@houqin/define'
import type { AnyStandard, Standard, SubjectRow } from '@houqin/define'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

export interface LedgerWalk {
  readonly standard: AnyStandard
  readonly day: string
  /** Over the columns `ledger.organ` and `ledger.site`; everything when left out. */
  readonly within?: RawBuilder<boolean>
}

/** Rows asked for at a time. */
const batch = 1_000

/** Organs and sites where the reader holds one of the standard's `read` roles. @param table the name the columns go by. */
export function reachOf(actor: Actor, standard: AnyStandard, table: string): RawBuilder<boolean> {
  return scopeOf({
    principal: actor.principal,
    roles: [...(standard.read ?? []), auditor],
    columns: { organ: sql.ref(`${table}.organ`), site: sql.ref(`${table}.site`) },
  })
}

/** Batches in the order of the ledger. One walk at a time in a transaction. @throws Problem not-found without a ledger. */
export async function* walkLedger(tx: Tx, { standard, day, within = sql<boolean>`true` }: LedgerWalk): AsyncGenerator<readonly SubjectRow<unknown>[]> {
  if (standard.ledger === undefined)
    throw new Problem('not-found', say(`《${standard.title}》没有可逐一检查的台账。`, `“${standard.title}” has no ledger to check.`))
  // A list of standards forgets the type of their subjects; the query itself is unchanged.
  const ledger = (standard.ledger as NonNullable<Standard['ledger']>)(day, sql)
  await sql`declare walked_ledger no scroll cursor for select ledger.* from (${ledger}) as ledger where ${within}`.execute(tx)
  try {
    for (;;) {
      const { rows } = await sql<SubjectRow<unknown>>`fetch forward ${sql.lit(batch)} from walked_ledger`.execute(tx)
      yield rows
      if (rows.length < batch) break
    }
  } finally {
    await sql`close walked_ledger`.execute(tx)
  }
}
