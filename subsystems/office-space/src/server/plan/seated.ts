// Who sits in some rooms on a day, with what the standard says of them.
import type { Actor } from '@houqin/access'
import type { Db } from '@houqin/db'
import { auditor } from '@houqin/define'
import type { System } from '@houqin/http'
import { bureauLeader } from '@houqin/people'
import { placesOfficer, steward } from '@houqin/places'
import { judge } from '@houqin/standards'
import { sql } from 'kysely'
import { areaByRank, personSeats } from '../../contract/index.ts'
import type { PersonSeats } from '../../contract/index.ts'

/** Who may read findings of a site. */
export const findingReaders = Object.freeze([placesOfficer, steward, bureauLeader, auditor])

/** Those who sit in one of the rooms on the day, each with all of his offices. */
export async function seatedIn(db: Db, { rooms, day }: { rooms: readonly string[]; day: string }): Promise<readonly PersonSeats[]> {
  // their other offices too, with all who sit in those
  const theirs = sql<boolean>`w.room in (
    select w.room from staffing.workplace w where w.valid @> ${day}::date and w.retired_at is null and w.merged_into is null and w.person in (
      select w.person from staffing.workplace w where w.room = any(${rooms}::uuid[]) and w.valid @> ${day}::date and w.retired_at is null and w.merged_into is null))`
  const { rows: seated } = await sql<PersonSeats>`
    select s.* from (${personSeats(day, sql, theirs)}) s
     where exists (select from json_array_elements(s.seats) e where (e ->> 'room')::uuid = any(${rooms}::uuid[])) order by s.name collate "zh-natural"`.execute(db)
  return seated
}

/** The breach of whoever has too much, in the reader's language, by person. */
export async function tooMuch({ db, standards }: System, actor: Actor, { seated, day }: { seated: readonly PersonSeats[]; day: string }): Promise<ReadonlyMap<string, string>> {
  const over = new Map<string, string>()
  const figures = await standards.figuresAsOf(db, areaByRank, day)
  for (const { person, name, rank, seats } of seated.filter(({ active }) => active)) {
    const [finding] = judge({ standard: areaByRank, subject: { name, rank, rooms: seats }, figures }).filter(({ level }) => level === 'breach')
    if (finding) over.set(person, actor.locale === 'en' ? finding.en.says : finding.says)
  }
  return over
}
