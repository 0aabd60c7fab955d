// Known already 已登记: persons with the same phone, identity number or name, found while somebody types.
import type { Db, Tx } from '@houqin/db'
import { sql } from 'kysely'
import type { Known } from '../../contract/answers.ts'

interface Typed {
  readonly phone?: string | undefined
  readonly identity?: string | undefined
  readonly name?: string | undefined
  readonly organ?: string | undefined
}

/** A name alone tells only within one organ: in a district many share one. */
export async function knownAlready(db: Db | Tx, { phone = '', identity = '', name = '', organ }: Typed): Promise<readonly Known[]> {
  const { rows } = await sql<Known>`
    select p.id, p.label as name, o.label as organ, p.standing,
           case when p.identity = ${identity} and ${identity} <> '' then 'identity' when p.phone = ${phone} and ${phone} <> '' then 'phone' else 'name' end as by
      from people.person p join people.organ o on o.id = p.organ
     where p.retired_at is null and p.merged_into is null
       and ((${identity} <> '' and p.identity = ${identity}) or (${phone} <> '' and p.phone = ${phone})
         or (${name} <> '' and p.name = ${name} and p.organ = ${organ ?? null}::uuid))
     order by 5, p.label limit 5`.execute(db)
  return rows
}
