// Reading the history 读不符合的历史: since when, until when, how it stood at first and last; within the reader's reach.
import type { Actor } from '@houqin/access'
import { addDays, daysBetween } from '@houqin/clock'
import type { Db, Tx } from '@houqin/db'
import type { AnyStandard, Catalogue } from '@houqin/define'
import { namesIn, openingFor, reachOf } from '@houqin/standards'
import type { StandingCount, WireBreaches, WireFinding } from '@houqin/wire'
import { sql } from 'kysely'

interface BreachRow {
  readonly subject: string
  readonly name: string
  readonly organ: string | null
  readonly site: string | null
  readonly opened: string
  readonly ended: string | null
  readonly atFirst: WireFinding
  readonly atLast: WireFinding
}
const most = 500

/** @param open only those that stand; the newest first, those that stand before those that ended. */
export async function readBreaches(db: Db | Tx, { standard, actor, catalogue, open = false, subjects }: {
  standard: AnyStandard
  actor: Actor
  catalogue: Catalogue
  open?: boolean
  /** Of these subjects alone. */
  subjects?: readonly string[]
}): Promise<WireBreaches> {
  const { rows: [run] } = await sql<{ first: string | null; last: string | null }>`
    select min(day) as first, max(day) as last from standard_history.run where standard = ${standard.id}`.execute(db)
  const last = run?.last ?? null
  const first = run?.first ?? null
  if (last === null) return { asOf: null, from: null, rows: [] }
  const { rows } = await sql<BreachRow>`
    select subject, name, organ, site, opened, ended, then_found as "atFirst", now_found as "atLast" from standard_history.breach as b
    where standard = ${standard.id} and ${reachOf(actor, standard, 'b')} and (${open} = false or ended is null)
      and (${subjects === undefined} or subject = any(${[...(subjects ?? [])]}::text[]))
    order by ended is null desc, coalesce(ended, opened) desc, id desc limit ${most}`.execute(db)
  const organs = await namesIn(db, catalogue.dimensions.organ, rows.map(({ organ }) => organ))
  const sites = await namesIn(db, catalogue.dimensions.site, rows.map(({ site }) => site))
  const opens = openingFor({ actor, catalogue, standard })
  return {
    asOf: last,
    from: first,
    rows: rows.map((row) => {
      const lastSeen = row.ended === null ? last : addDays(row.ended, -1)
      return {
        subject: { id: row.subject, name: row.name },
        organ: organs.get(row.organ ?? '') ?? null,
        site: sites.get(row.site ?? '') ?? null,
        opens: opens({ ...row, id: row.subject }),
        since: row.opened,
        orOlder: row.opened === first,
        lastSeen,
        ended: row.ended,
        days: daysBetween(row.opened, lastSeen) + 1,
        atFirst: row.atFirst,
        atLast: row.atLast,
      }
    }),
  }
}

/** How many breaches of each standard stand within the reader's reach. @param until the last day whose turn has come. */
export async function standingCounts(db: Db | Tx, { actor, standards, until }: { actor: Actor; standards: readonly AnyStandard[]; until: string }): Promise<ReadonlyMap<string, StandingCount>> {
  if (standards.length === 0) return new Map()
  const mine = sql.join(standards.map((standard) => sql`(b.standard = ${standard.id} and ${reachOf(actor, standard, 'b')})`), sql` or `)
  const { rows } = await sql<{ standard: string; day: string; breaches: number }>`
    select r.standard, r.day, (select count(*)::int from standard_history.breach as b where b.standard = r.standard and b.ended is null and (${mine})) as breaches
    from (select standard, max(day) as day from standard_history.run group by standard) as r`.execute(db)
  const run = new Map(rows.map((row) => [row.standard, row]))
  return new Map(standards.map(({ id }) => {
    const { day = null, breaches = 0 } = run.get(id) ?? {}
    return [id, { breaches, asOf: day, behind: day === null || day < until }]
  }))
}
