// 现有的表: what PostgreSQL says it holds, in the same words as what the declarations need.
import type { Db, Tx } from '@houqin/db'
import { sql } from 'kysely'
import type { TableName } from './names.ts'

export interface StoredColumn {
  readonly name: string
  readonly type: string
  readonly nullable: boolean
  readonly generated: boolean
  readonly hasDefault: boolean
}
export interface StoredIndex {
  readonly method: string
  readonly unique: boolean
  readonly primary: boolean
  /** Plain columns in their order; null stands for an expression. */
  readonly columns: readonly (string | null)[]
  /** The collation of the first column. */
  readonly collation: string | null
  readonly where: string | null
}
export interface StoredTable extends TableName {
  readonly columns: readonly StoredColumn[]
  readonly indexes: readonly StoredIndex[]
  readonly foreignKeys: readonly { readonly columns: readonly string[]; readonly to: TableName; readonly cascade: boolean }[]
  /** The columns and operators of each exclusion constraint. */
  readonly exclusions: readonly { readonly columns: readonly string[]; readonly operators: readonly string[] }[]
}

/** The tables of these schemas by `schema.table`. */
export async function storedTables(db: Db | Tx, schemas: readonly string[]): Promise<ReadonlyMap<string, StoredTable>> {
  const { rows } = await sql<StoredTable>`
    select n.nspname as schema, c.relname as "table",
      (select coalesce(json_agg(json_build_object(
          'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'nullable', not a.attnotnull,
          'generated', a.attgenerated <> '', 'hasDefault', a.atthasdef or a.attidentity <> '') order by a.attnum), '[]')
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
      (select coalesce(json_agg(json_build_object(
          'method', am.amname, 'unique', i.indisunique, 'primary', i.indisprimary,
          'columns', (select json_agg(a.attname order by k.place)
            from unnest(i.indkey::int2[]) with ordinality k (attnum, place)
            left join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum and k.attnum > 0),
          'collation', (select collname from pg_collation where oid = i.indcollation[0]),
          'where', pg_get_expr(i.indpred, i.indrelid))), '[]')
        from pg_index i join pg_class ic on ic.oid = i.indexrelid join pg_am am on am.oid = ic.relam
        where i.indrelid = c.oid and i.indisvalid) as indexes,
      (select coalesce(json_agg(json_build_object(
          'columns', (select json_agg(a.attname order by k.place) from unnest(f.conkey) with ordinality k (attnum, place)
            join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum),
          'to', json_build_object('schema', tn.nspname, 'table', t.relname),
          'cascade', f.confdeltype = 'c')), '[]')
        from pg_constraint f join pg_class t on t.oid = f.confrelid join pg_namespace tn on tn.oid = t.relnamespace
        where f.conrelid = c.oid and f.contype = 'f') as "foreignKeys",
      (select coalesce(json_agg(json_build_object(
          'columns', (select json_agg(a.attname order by k.place) from unnest(x.conkey) with ordinality k (attnum, place)
            join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum),
          'operators', (select json_agg(o.oprname order by k.place) from unnest(x.conexclop) with ordinality k (oid, place)
            join pg_operator o on o.oid = k.oid))), '[]')
        from pg_constraint x where x.conrelid = c.oid and x.contype = 'x') as exclusions
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = any(${schemas}::text[]) and c.relkind in ('r', 'p')`.execute(db)
  return new Map(rows.map((row) => [`${row.schema}.${row.table}`, row]))
}
