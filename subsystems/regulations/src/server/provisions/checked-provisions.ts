// 规则核对: the provisions with what they rest on and how that stands, those to be looked at when asked for.
import type { Db } from '@houqin/db'
import { groundStandings, readings } from '../../contract/index.ts'
import type { CheckedProvision, CheckedProvisions, GroundStanding, Reading } from '../../contract/index.ts'
import type { Catalogue } from '@houqin/define'
import { sql } from 'kysely'
import { drivenFigures } from './driven-figures.ts'

/** @param standing only those of which a ground stands so. @param provision only that one. All without either. */
export async function checkedProvisions(db: Db, catalogue: Catalogue, { standing, provision }: { standing?: GroundStanding | undefined; provision?: string | undefined } = {}): Promise<CheckedProvisions> {
  const { rows } = await sql<Omit<CheckedProvision, 'drives'>>`
    select p.id, p.code, p.title, p.area, p.value, p.unit, p.condition, p.source, p.reading,
           coalesce((select jsonb_agg(jsonb_build_object('document', g.document, 'clause', g.clause, 'standing', g.standing, 'of', g.of_document, 'article', g.article, 'missing', g.missing) order by g.position)
                       from regulations.ground g where g.provision = p.id), '[]') as grounds
      from regulations.provision p
     where p.retired_at is null and p.merged_into is null
       and ${standing === undefined ? sql`true` : sql`exists (select from regulations.ground g where g.provision = p.id and g.standing = ${standing})`}
       and ${provision === undefined ? sql`true` : sql`p.id = ${provision}::uuid`}
     order by p.area, p.code`.execute(db)
  const { rows: stands } = await sql<{ standing: GroundStanding; count: number }>`
    select g.standing, count(distinct g.provision)::int as count from regulations.ground g join regulations.provision p on p.id = g.provision
     where p.retired_at is null group by g.standing`.execute(db)
  const { rows: reads } = await sql<{ reading: Reading; count: number }>`
    select reading, count(*)::int as count from regulations.provision where retired_at is null and merged_into is null group by reading`.execute(db)
  const driven = drivenFigures(catalogue)
  return { rows: rows.map((row) => ({ ...row, drives: driven.get(row.code) ?? [] })), counts: counted(groundStandings, stands.map((row) => [row.standing, row.count])), readings: counted(readings, reads.map((row) => [row.reading, row.count])) }
}

function counted<K extends string>(keys: Readonly<Record<K, string>>, found: readonly (readonly [K, number])[]): Readonly<Record<K, number>> {
  // every key of the record is given a count
  return Object.fromEntries(Object.keys(keys).map((key) => [key, found.find(([one]) => one === key)?.[1] ?? 0])) as Record<K, number>
}
