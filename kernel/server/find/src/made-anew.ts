// 检索词重做: what an older version of the house called rows, and the words it found them by, made anew a few at a time after an upgrade.
import { createHash } from 'node:crypto'
import { transaction } from '@houqin/db'
import type { Db, Tx } from '@houqin/db'
import type { Catalogue, Register } from '@houqin/define'
import { tableSqlOf } from '@houqin/fields'
import { rewordMatters } from '@houqin/matter-records'
import { nameAnew } from '@houqin/rows'
import { searchTokens } from '@houqin/search'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

/** Names and words that are made in one way. */
interface Made {
  readonly what: string
  readonly way: string
  readonly table: RawBuilder<unknown>
  /** The next few after the row `after`. @returns the last of them; undefined once there are no more. */
  readonly next: (tx: Tx, after: string) => Promise<string | undefined>
}

/** In one transaction, and in one run: an hour's work must let the house stop within moments. */
const few = 500
const most = 10_000
/** Before every row. */
const first = '00000000-0000-0000-0000-000000000000'
/** Holds what is made of a text: characters, letters, digits, and a character read in two ways. */
const sample = '重庆银行 3号楼 A-301 长安街 zhangwei'

const digest = (parts: readonly unknown[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)

/** A name is a function of the row: its source says when it is another. What that calls elsewhere is not looked into. */
function wayOf({ name, title, search, fields }: Register): string {
  const options = search.map((key) => (fields[key]?.kind === 'choice' ? fields[key].options : null))
  return digest([searchTokens(sample), name.toString(), title, search, options])
}
function allOf(catalogue: Catalogue): readonly Made[] {
  return [
    ...[...catalogue.registers.values()].map((register): Made => ({
      what: register.id, way: wayOf(register), table: tableSqlOf(register.id), next: (tx, after) => nameAnew(tx, catalogue, { register, after, limit: few }),
    })),
    { what: 'matters', way: digest([searchTokens(sample)]), table: sql`matter.matter`, next: (tx, after) => rewordMatters(tx, { after, limit: few }) },
  ]
}

/** Notes of all that is still empty that it needs no making anew. Call at every start, before anything is written. */
export async function noteEmpty(db: Db, catalogue: Catalogue): Promise<void> {
  const lists = allOf(catalogue).map(({ what, way, table }) => sql`select ${what}::text as what, ${way}::text as way where not exists (select from ${table})`)
  await sql`insert into find.made (what, way) ${sql.join(lists, sql` union all `)} on conflict (what) do update set way = excluded.way, after = null where made.way <> excluded.way`.execute(db)
}

/**
 * Makes anew what is next, at most 10,000 rows. Nothing but names and words is written, and only where they differ: versions stay, and nobody is told.
 * @returns whether anything is left.
 */
export async function makeAnew(db: Db, catalogue: Catalogue): Promise<boolean> {
  const { rows } = await sql<{ what: string; way: string; after: string | null }>`select what, way, after from find.made`.execute(db)
  const known = new Map(rows.map((row) => [row.what, row]))
  let left = most / few
  for (const { what, way, next } of allOf(catalogue)) {
    const stands = known.get(what)
    let after = stands?.way === way ? stands.after : first
    while (after !== null) {
      if (left === 0) return true
      left -= 1
      const from: string = after
      after = await transaction(db, async (tx) => {
        const last = await next(tx, from) ?? null
        await sql`
          insert into find.made (what, way, after) values (${what}, ${way}, ${last}::uuid)
          on conflict (what) do update set way = excluded.way, after = excluded.after`.execute(tx)
        return last
      })
    }
  }
  return false
}
