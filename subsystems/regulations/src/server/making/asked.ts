// 征求对象: the persons whose opinion is asked for: those named, and of each organ its head and its liaisons.
import { holdersOf } from '@houqin/access'
import type { Tx } from '@houqin/db'
import type { Catalogue } from '@houqin/define'
import { liaison } from '@houqin/people'
import { sql } from 'kysely'

/** @param day YYYY-MM-DD on which posts and grants must hold. */
export async function personsAsked(tx: Tx, { catalogue, matter, day }: { catalogue: Catalogue; matter: string; day: string }): Promise<readonly string[]> {
  const { rows } = await sql<{ organ: string | null; person: string | null }>`
    select a.organ, a.person from regulations.rule_making__asked a where a.matter = ${matter}::uuid`.execute(tx)
  const persons = new Set(rows.flatMap(({ person }) => person ?? []))
  for (const organ of new Set(rows.flatMap((row) => row.organ ?? []))) {
    const { rows: heads } = await sql<{ person: string }>`
      select person from people.person_main_post where organ = ${organ}::uuid and duty = 'head' and valid @> ${day}::date`.execute(tx)
    for (const { person } of heads) persons.add(person)
    for (const person of await holdersOf(tx, catalogue, { role: liaison, organ, site: null, day })) persons.add(person)
  }
  return [...persons]
}
