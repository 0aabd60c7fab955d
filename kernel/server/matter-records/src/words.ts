// 事项的检索词: what a matter is found by.
import type { Tx } from '@houqin/db'
import { searchTokens } from '@houqin/search'
import { sql } from 'kysely'

/** By its number, what it is about, and who asked. */
export function matterWords({ number, subject, requesterName }: { readonly number: string; readonly subject: string; readonly requesterName: string }): readonly string[] {
  return searchTokens(`${number} ${subject} ${requesterName}`)
}

/** Makes the words of the `limit` matters after `after` anew. @returns the last of them; undefined once there are no more. */
export async function rewordMatters(tx: Tx, { after, limit }: { after: string; limit: number }): Promise<string | undefined> {
  const { rows } = await sql<{ id: string; number: string; subject: string; requesterName: string }>`
    select id, number, subject, requester_name as "requesterName" from matter.matter where id > ${after}::uuid order by id limit ${limit}`.execute(tx)
  const made = rows.map((row) => ({ matter: row.id, words: matterWords(row) }))
  if (made.length > 0) await sql`
    insert into matter.search as s (matter, words) select matter, words from json_to_recordset(${JSON.stringify(made)}::json) as made (matter uuid, words text[])
    on conflict (matter) do update set words = excluded.words where s.words is distinct from excluded.words`.execute(tx)
  return rows.length < limit ? undefined : rows.at(-1)?.id
}
