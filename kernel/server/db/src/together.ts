// Together 一并写入: several writes in one round trip.
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Tx } from './database.ts'
import { laterMark, preparedMark } from './marks.ts'
import { askInShape } from './shape.ts'

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
export async function togetherLater(tx: Tx, writes: readonly RawBuilder<unknown>[], answer: RawBuilder<unknown> = sql`1`): Promise<void> {
  if (writes.length > 0) await askAsOne(tx, laterMark, writes, answer)
}

async function askAsOne(tx: Tx, mark: string, writes: readonly RawBuilder<unknown>[], answer: RawBuilder<unknown>): Promise<void> {
  await askInShape(tx, {
    key: mark, parts: [...writes, answer],
    build: () => {
      const named = writes.map((write, place) => sql`${sql.id(`w${place + 1}`)} as (${write})`)
      return sql`${sql.raw(mark)}with ${sql.join(named)} select ${answer}`
    },
  })
}
