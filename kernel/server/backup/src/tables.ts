// The tables of the house 表: what a database holds of ours, read from its own catalogue.
import type { Client } from 'pg'

/** What a backup does with a table otherwise than copying all of it; told by whoever composes the kernel. */
export interface TableRule {
  /** With its schema. */
  readonly table: string
  /** A condition in SQL: only these rows are kept. */
  readonly rows?: string
  /** Columns that get their defaults again at a restore. */
  readonly leaveOut?: readonly string[]
  /** SQL run at a restore once every table is loaded. */
  readonly afterwards?: string
}
export interface Table {
  readonly name: string
  /** Those a restore may write, in their order. */
  readonly columns: readonly string[]
}

/** Where the schemas of the house are listed; none of theirs when it is missing. */
export const record = 'houqin.migration'

export const exists = async (client: Client, relation: string): Promise<boolean> =>
  (await client.query<{ there: boolean }>('select to_regclass($1) is not null as there', [relation])).rows[0]?.there === true

/** Ours alone: a database of the bureau's own may hold other things. */
export async function schemasOf(client: Client): Promise<readonly string[]> {
  if (!(await exists(client, record))) return []
  const { rows } = await client.query<{ schema: string }>(`select distinct schema from ${record} union select 'houqin' order by schema`)
  return rows.map(({ schema }) => schema)
}

/** Whole tables, those cut into partitions as one. A transaction's number is of its cluster and never copied, nor a table that holds nothing else. */
export async function tablesOf(client: Client, schemas: readonly string[]): Promise<readonly Table[]> {
  const { rows } = await client.query<Omit<Table, 'columns'> & { readonly columns: Table['columns'] | null }>(`
    select format('%s.%s', n.nspname, c.relname) as name,
           (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.atttypid <> 'xid8'::regtype) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = any($1) and c.relkind in ('r', 'p') and not c.relispartition
    order by n.nspname, c.relname`, [schemas])
  return rows.flatMap(({ columns, ...table }) => (columns ? [{ ...table, columns }] : []))
}

/** A name of ours in SQL. */
export const quoted = (name: string): string => name.split('.').map((part) => `"${part.replaceAll('"', '""')}"`).join('.')
export const listed = (columns: readonly string[]): string => columns.map(quoted).join(', ')
