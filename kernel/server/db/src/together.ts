// Together 一并写入: several writes in one round trip.
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Tx } from './database.ts'
import { Hearing, laterMark, preparedMark } from './marks.ts'
import { askInShape } from './shape.ts'

/** What the first of several writes, which ends in `returning`, proves by finding its row. */
export interface Proof {
  /** Is said in the log of the database where it finds none: all of it fails then. */
  readonly otherwise: string
  /** Hears by which transaction it was written, in PostgreSQL's number. */
  readonly heard: (xid: string) => void
}

/**
 * Runs all `writes` as one statement: each an insert, update or delete without a `with` of its own. None sees what another
 * writes, and no two may touch the same row. @param answer an expression asked with them, such as a call of set_config.
 */
export async function together(tx: Tx, writes: readonly RawBuilder<unknown>[], answer: RawBuilder<unknown> = sql`1`): Promise<void> {
  if (writes.length > 0) await askAsOne(tx, preparedMark, writes, answer)
}

/**
 * The same without a round trip of its own: it is sent with whatever this transaction asks next, its commit at the latest,
 * and what asks next sees it. Should it fail, that fails with its error.
 */
export async function togetherLater(tx: Tx, writes: readonly RawBuilder<unknown>[], answer: RawBuilder<unknown> = sql`1`, proof?: Proof): Promise<void> {
  if (writes.length === 0) return
  if (proof === undefined) return askAsOne(tx, laterMark, writes, answer)
  // No number at all is what fails. What wakes listeners stays last.
  const proven = sql`case when exists (select from w1) then pg_current_xact_id()::xid::text else concat(${sql.lit(proof.otherwise)}, (select count(*) from w1))::integer::text end as xid, ${answer}`
  await askAsOne(tx, laterMark, writes, proven, new Hearing(([row]) => proof.heard((row as { readonly xid: string }).xid)))
}

async function askAsOne(tx: Tx, mark: string, writes: readonly RawBuilder<unknown>[], answer: RawBuilder<unknown>, hearing?: Hearing): Promise<void> {
  await askInShape(tx, {
    key: mark, parts: [...writes, answer], hearing,
    build: () => {
      const named = writes.map((write, place) => sql`${sql.id(`w${place + 1}`)} as (${write})`)
      return sql`${sql.raw(mark)}with ${sql.join(named)} select ${answer}`
    },
  })
}
