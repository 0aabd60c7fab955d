// The steward's day 驻点负责人的一天: what of today exists at a site, from every register, matter and signal there is.
import type { Actor } from '@houqin/access'
import type { Db } from '@houqin/db'
import { dueRows } from '@houqin/due'
import type { System } from '@houqin/http'
import { sql } from 'kysely'
import type { Duty } from '../contract/index.ts'
import type { HandedOver, Named, OnDuty, StewardDay } from '../contract/answers.ts'

type MatterLine = Awaited<ReturnType<System['matters']['list']>>['rows'][number]
/** What of it stands in the ledgers; the note is written from this. */
export type FoundDay = Omit<StewardDay<Date, MatterLine>, 'draft'>

/** Enough for one screen; the lists behind it show the rest. */
const shown = 50

export async function stewardDay({ system, actor, site, day }: { system: System; actor: Actor; site: Named; day: string }): Promise<FoundDay> {
  const { db, signals } = system
  const matters = await openMatters(system, actor, site.id)
  return {
    site,
    day,
    stewards: await stewardsOf(db, site.id, day),
    onDuty: await onDutyAt(db, site.id, day),
    matters,
    overdue: matters.filter((matter) => matter.overdue).length,
    alarms: [
      ...(await signals.alarms(db, actor, { state: 'open', site: site.id, limit: shown })).rows,
      ...(await signals.alarms(db, actor, { state: 'acknowledged', site: site.id, limit: shown })).rows,
    ],
    expiring: (await dueRows(db, system, actor, { site: site.id, day, limit: shown })).rows,
    handovers: await lastHandovers(db, site.id),
  }
}

async function openMatters({ db, catalogue, matters }: System, actor: Actor, site: string): Promise<MatterLine[]> {
  const found: MatterLine[] = []
  // Only of kinds that are open here is a list asked for; whom it shows is the list’s to say.
  const { rows: open } = await sql<{ kind: string }>`select distinct kind from matter.matter where site = ${site}::uuid and closed_at is null`.execute(db)
  const kinds = new Set(open.map(({ kind }) => kind))
  for (const matter of catalogue.matters.values()) {
    if (matter.scope.site === undefined || !kinds.has(matter.id)) continue
    const { rows } = await matters.list(db, actor, matter, { 'where.site': site, 'where.closedAt.null': 'true', sort: 'dueAt', limit: String(shown) })
    found.push(...rows)
  }
  // What has no deadline comes last.
  return found.toSorted((a, b) => ((a.dueAt ?? '9') < (b.dueAt ?? '9') ? -1 : 1)).slice(0, shown)
}
async function stewardsOf(db: Db, site: string, day: string): Promise<readonly Named[]> {
  const { rows } = await sql<Named>`
    select s.person as id, p.label as name from places.stewardship s join people.person p on p.id = s.person
     where s.site = ${site}::uuid and s.valid @> ${day}::date and s.retired_at is null and s.merged_into is null
     order by (s.part = 'lead') desc, p.label`.execute(db)
  return rows
}
async function onDutyAt(db: Db, site: string, day: string): Promise<readonly OnDuty[]> {
  const { rows } = await sql<{ person: string; name: string; shift: Duty['shift']; part: Duty['part']; note: string | null }>`
    select d.person, p.label as name, d.shift, d.part, d.note from places.duty d join people.person p on p.id = d.person
     where d.site = ${site}::uuid and d.valid @> ${day}::date and d.retired_at is null and d.merged_into is null
     order by d.part, d.shift`.execute(db)
  return rows.map(({ person, name, ...rest }) => ({ person: { id: person, name }, ...rest }))
}
async function lastHandovers(db: Db, site: string): Promise<readonly HandedOver[]> {
  const { rows } = await sql<{ at: Date; by: string; note: string; pending: string | null }>`
    select h.at, p.label as by, h.note, h.pending from places.handover h join people.person p on p.id = h.by
     where h.site = ${site}::uuid and h.retired_at is null and h.merged_into is null
     order by h.at desc limit 3`.execute(db)
  return rows.map(({ at, ...rest }) => ({ at: at.toISOString(), ...rest }))
}
