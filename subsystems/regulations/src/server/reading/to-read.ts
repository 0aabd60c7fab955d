// 待我阅知, and how far the reading of a rule has come.
import type { Db } from '@houqin/db'
import { sql } from 'kysely'
import type { ReadingFigures, ToRead } from '../../contract/index.ts'

/** What this person has not read yet, by the day it is due. */
export async function toRead(db: Db, { person, today }: { person: string | null; today: string }): Promise<{ readonly rows: readonly ToRead[] }> {
  const { rows } = await sql<ToRead>`
    select jsonb_build_object('id', d.id, 'name', d.title) as document, v.id as version, a.until::text, a.until < ${today}::date as late, a.reminded_at is not null as reminded
      from regulations.addressee a join regulations.version v on v.id = a.of join regulations.document d on d.id = v.document
     where a.person = ${person}::uuid and a.read_at is null and a.retired_at is null and v.retired_at is null and d.retired_at is null
     order by a.until, d.title`.execute(db)
  return { rows }
}

/** Of the latest version of a rule; null where nobody was asked to read it. */
export async function readingFigures(db: Db, { rule, today }: { rule: string; today: string }): Promise<ReadingFigures | null> {
  const { rows } = await sql<ReadingFigures>`
    select a.of as version, count(*)::int as asked, (count(*) filter (where a.read_at is not null))::int as read,
           (count(*) filter (where a.read_at is null))::int as unread, (count(*) filter (where a.read_at is null and a.until < ${today}::date))::int as late
      from regulations.addressee a
     where a.retired_at is null and a.of = (
       select id from regulations.version where document = ${rule}::uuid and retired_at is null order by coalesce(in_force_on, made_on) desc nulls last limit 1)
     group by a.of`.execute(db)
  return rows[0] ?? null
}
