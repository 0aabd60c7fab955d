// Where a matter has been 经过的环节: the states it may be sent back to.
import type { Db, Tx } from '@houqin/db'
import type { AtMatter } from '@houqin/matter-records'
import { sql } from 'kysely'

/** In the order it came through them first; the state it stands in last of all, and none that is final. */
export async function visitedBy(db: Db | Tx, { matter, stored }: AtMatter): Promise<readonly { readonly state: string; readonly title: string }[]> {
  const { rows } = await sql<{ state: string }>`
    select to_state as state from matter.event where matter = ${stored.id}::uuid and to_state is not null group by to_state order by min(id)`.execute(db)
  return rows.flatMap(({ state }) => {
    const declared = matter.states[state]
    return declared === undefined || declared.final ? [] : [{ state, title: declared.title }]
  })
}
