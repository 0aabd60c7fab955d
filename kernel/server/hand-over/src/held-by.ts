// What somebody has in hand 经手事项: matters that wait for him alone, and approvals he is asked for.
import type { Db, Tx } from '@houqin/db'
import type { HeldMatter } from '@houqin/wire'
import { sql } from 'kysely'

const most = 200

/** What he asked for himself and what waits for a role is nobody's to hand over, and is left out. The oldest first. */
export async function heldBy(db: Db | Tx, person: string): Promise<readonly HeldMatter[]> {
  const { rows } = await sql<HeldMatter>`
    select m.kind as matter, m.number, m.subject, 'holder' as how, m.opened_at
      from matter.matter m
     where m.holder_person = ${person}::uuid and m.closed_at is null and m.approving is null and m.requester is distinct from ${person}::uuid
    union all
    select m.kind, m.number, m.subject, 'approver', m.opened_at
      from matter.awaited w join matter.matter m on m.id = w.matter
     where w.person = ${person}::uuid and m.approving is not null
    order by 5, 2 limit ${most}`.execute(db)
  return rows.map(({ matter, number, subject, how }) => ({ matter, number, subject, how }))
}
