// One run 一日检查: a standard against its whole ledger as of a day; only what began, ended or changed is written.
import type { Clock } from '@houqin/clock'
import type { Db, Tx } from '@houqin/db'
import type { AnyStandard, SubjectRow } from '@houqin/define'
import { figuresAsOf, judge, walkLedger } from '@houqin/standards'
import type { WireFinding } from '@houqin/wire'
import { sql } from 'kysely'

export interface RunResult {
  readonly day: string
  readonly opened: number
  readonly ended: number
  readonly changed: number
}

/** The day after the last that was run, or `first` when none was; undefined when that is past `until`. Days are YYYY-MM-DD. */
export async function nextDay(db: Db | Tx, { standard, first, until }: { standard: AnyStandard; first: string; until: string }): Promise<string | undefined> {
  const { rows } = await sql<{ day: string }>`
    select coalesce(max(day) + 1, ${first}::date) as day from standard_history.run where standard = ${standard.id}`.execute(db)
  const day = rows[0]?.day
  return day === undefined || day > until ? undefined : day
}

/**
 * Runs the day if it is the one whose turn it is. @returns undefined when another process has run it, or a later one.
 * The figures are those of the day itself, the rows as the ledger gives them for that day.
 */
export async function runDay(db: Db, { standard, day, clock }: { standard: AnyStandard; day: string; clock: Clock }): Promise<RunResult | undefined> {
  return db.transaction().execute(async (tx) => {
    // whoever comes second waits here, and then finds the day done
    await sql`select pg_advisory_xact_lock(hashtextextended(${`standard-history ${standard.id}`}, 0))`.execute(tx)
    const { rows: later } = await sql`select 1 from standard_history.run where standard = ${standard.id} and day >= ${day}::date limit 1`.execute(tx)
    if (later.length > 0) return undefined
    await sql`create temporary table found_breach (subject text primary key, name text not null, organ uuid, site uuid, finding jsonb not null) on commit drop`.execute(tx)
    const figures = await figuresAsOf(tx, standard, day)
    let checked = 0
    for await (const rows of walkLedger(tx, { standard, day })) {
      checked += rows.length
      await keep(tx, rows.flatMap((row) => {
        const breach = judge({ standard, subject: row.subject, figures, row }).find(({ level }) => level === 'breach')
        return breach ? [{ row, breach }] : []
      }))
    }
    return { day, ...(await settle(tx, { standard, day, checked, clock })) }
  })
}

async function keep(tx: Tx, found: readonly { readonly row: SubjectRow<unknown>; readonly breach: WireFinding }[]): Promise<void> {
  if (found.length === 0) return
  const rows = found.map(({ row, breach }) => ({ subject: row.id, name: row.name, organ: row.organ ?? null, site: row.site ?? null, finding: breach }))
  await sql`
    insert into found_breach select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as f(subject text, name text, organ uuid, site uuid, finding jsonb)
    on conflict do nothing`.execute(tx)
}

async function settle(tx: Tx, { standard, day, checked, clock }: { standard: AnyStandard; day: string; checked: number; clock: Clock }): Promise<Omit<RunResult, 'day'>> {
  const { numAffectedRows: ended = 0n } = await sql`
    update standard_history.breach as b set ended = ${day}::date
    where b.standard = ${standard.id} and b.ended is null and not exists (select from found_breach as f where f.subject = b.subject)`.execute(tx)
  const { numAffectedRows: changed = 0n } = await sql`
    update standard_history.breach as b set name = f.name, organ = f.organ, site = f.site, now_found = f.finding
    from found_breach as f where b.standard = ${standard.id} and b.ended is null and f.subject = b.subject
      and (b.name, b.organ, b.site, b.now_found) is distinct from (f.name, f.organ, f.site, f.finding)`.execute(tx)
  const { numAffectedRows: opened = 0n } = await sql`
    insert into standard_history.breach (standard, subject, name, organ, site, opened, then_found, now_found)
    select ${standard.id}, f.subject, f.name, f.organ, f.site, ${day}::date, f.finding, f.finding from found_breach as f
    on conflict (standard, subject) where ended is null do nothing`.execute(tx)
  await sql`
    insert into standard_history.run (standard, day, checked, breaches, at)
    select ${standard.id}, ${day}::date, ${checked}, count(*)::int, ${clock.now()} from found_breach`.execute(tx)
  return { opened: Number(opened), ended: Number(ended), changed: Number(changed) }
}
