// 权限有变: the tables that tell how far anybody reaches note which transactions wrote them.
import type { Db } from '@houqin/db'
import type { Catalogue, Register } from '@houqin/define'
import { tableOf } from '@houqin/fields'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

const name = 'note_turn'

/** Has them note it from now on, whoever writes them. Once at every start, after the migrations. */
export async function watchTurns(db: Db, { dimensions: { organ, site } }: Catalogue): Promise<void> {
  const watched = ['access.grant', ...[organ, site].flatMap((register) => (register ? [nameOf(register)] : []))]
  const { rows } = await sql<{ table: string }>`
    select one as table from unnest(${watched}::text[]) one
    where not exists (select from pg_trigger where tgrelid = one::regclass and tgname = ${name})`.execute(db)
  for (const { table } of rows)
    await sql`create or replace trigger ${sql.ref(name)} after insert or update or delete or truncate on ${sql.table(table)} for each statement execute function access.note_turn()`.execute(db)
}

function nameOf({ id }: Register): string {
  const { schema, table } = tableOf(id)
  return `${schema}.${table}`
}

/**
 * Whether something that was written since `seen` (a snapshot, as PostgreSQL writes it) and is committed by now tells how far
 * anybody reaches. Numbers that are yet to come stand there where a backup of another database was brought back.
 */
export function turnedSince(seen: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select from access.turned where xid >= pg_snapshot_xmin(${seen}::pg_snapshot) and xid < pg_snapshot_xmax(pg_current_snapshot())
      and not pg_visible_in_snapshot(xid, ${seen}::pg_snapshot))`
}

/** In this statement's eyes; for `turnedSince`. */
export const seenBy: RawBuilder<string> = sql<string>`pg_current_snapshot()::text`

