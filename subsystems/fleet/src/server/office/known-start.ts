// What is known of whoever asks for a car 常用行程: where his organ sits, where he has left from and gone to.
import type { Actor } from '@houqin/access'
import type { System } from '@houqin/http'
import { sql } from 'kysely'
import { use } from '../../contract/index.ts'

export interface KnownStart {
  /** Where his organ sits, the oldest first. */
  readonly sites: readonly { readonly id: string; readonly name: string }[]
  /** Where he has gone before, what he does most first; else where his organ goes. */
  readonly destinations: readonly string[]
}
const most = 6

/** Nothing for an account without a person. */
export async function knownStart({ db, clock }: System, { principal: { person } }: Actor): Promise<KnownStart> {
  if (person === null) return { sites: [], destinations: [] }
  const { rows: sites } = await sql<{ id: string; name: string }>`
    select s.id, s.label as name from people.person p join places.organ_seat t on t.organ = p.organ and t.valid @> ${clock.today()}::date join places.site s on s.id = t.site
     where p.id = ${person}::uuid and s.retired_at is null and s.merged_into is null order by lower(t.valid), s.label limit ${most}`.execute(db)
  const { rows } = await sql<{ whither: string }>`
    select u.whither from matter.matter m join fleet.use u on u.matter = m.id, people.person p
     where p.id = ${person}::uuid and m.kind = ${use.id} and (m.requester = p.id or m.organ = p.organ) group by u.whither
     order by bool_or(m.requester = p.id) desc, count(*) desc, max(m.opened_at) desc limit ${most}`.execute(db)
  return { sites, destinations: rows.map(({ whither }) => whither) }
}
