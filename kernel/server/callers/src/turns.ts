// 权限有变: the tables that tell how far anybody reaches note which transactions wrote them.
import type { Db } from '@houqin/db'
import type { Catalogue, Register } from '@houqin/define'
import { tableOf } from '@houqin/fields'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

/** Whether all of them note it, whoever writes them: a dimension's table does by its own migration. Once at every start, after the migrations. */
export async function watchTurns(db: Db, { dimensions: { organ, site } }: Catalogue): Promise<boolean> {
  const watched = ['access.account', 'access.grant', ...[organ, site].flatMap((register) => (register ? [nameOf(register)] : []))]
  const { rows: [found] } = await sql<{ all: boolean }>`
    select bool_and(exists (select from pg_trigger where tgrelid = one::regclass and tgname = 'note_turn')) as all from unnest(${watched}::text[]) one`.execute(db)
  // Numbers that are yet to come here stand there where somebody has copied another database by his own means.
  await sql`delete from access.turned where xid >= pg_snapshot_xmax(pg_current_snapshot())`.execute(db)
  return found?.all === true
}

function nameOf({ id }: Register): string {
  const { schema, table } = tableOf(id)
  return `${schema}.${table}`
}

/**
 * Whether something that was written since `seen` (a snapshot, as PostgreSQL writes it) and is committed by now tells how far anybody reaches.
 * @param oldest the first number in `seen`: everything before it was over by then.
 */
export function turnedSince(seen: RawBuilder<unknown>, oldest: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`exists (select from access.turned where xid >= ${oldest}::xid8 and not pg_visible_in_snapshot(xid, ${seen}::pg_snapshot))`
}

/** In this statement's eyes; for `turnedSince`. */
export const seenBy: RawBuilder<string> = sql<string>`pg_current_snapshot()::text`

