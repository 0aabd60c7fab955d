// Which cars' insurance or inspection ends 保险年检到期: with what was bought last, so that a month's can be renewed at once; and that renewal.
import type { Actor } from '@houqin/access'
import type { Db, Tx } from '@houqin/db'
import type { System } from '@houqin/http'
import { scopeSql } from '@houqin/register-rights'
import { sql } from 'kysely'
import type { DuePapers } from '../../contract/answers.ts'
import { roadPapers, vehicle } from '../../contract/index.ts'
import type { Insurance, PaperKind } from '../../contract/index.ts'

const most = 400

/** Those that end until the day or have ended, and those without a date; the earliest first. Cars of a grade are left out. */
export async function papersDue({ db }: { db: Db | Tx }, actor: Actor, { what, until }: { what: PaperKind; until: string }): Promise<readonly DuePapers[]> {
  const column = what === 'insurance' ? sql`t.insured_until` : sql`t.inspected_until`
  const { rows } = await sql<DuePapers>`
    select t.id, t.plate, t.brand, o.short_name as organ, ${column}::text as until, m.number, m.version,
           coalesce((select jsonb_agg(jsonb_build_object('kind', l.kind, 'insurer', jsonb_build_object('id', s.id, 'name', s.name), 'premium', l.premium::text, 'until', l.until::text) order by l.kind desc)
              from (select distinct on (i.kind) i.kind, i.insurer, i.premium, i.until from fleet.insurance i where i.vehicle = t.id and i.retired_at is null order by i.kind, i.until desc) l
              join fleet.shop s on s.id = l.insurer where ${what} = 'insurance'), '[]'::jsonb) as last
      from fleet.vehicle t join people.organ o on o.id = t.organ
      left join lateral (select m.number, m.version from fleet.road_papers p join matter.matter m on m.id = p.matter where p.vehicle = t.id and p.what = ${what} and m.state = 'open' limit 1) m on true
     where t.retired_at is null and t.merged_into is null and t.standing not in ('disposing', 'disposed') and coalesce(t.grade, 'ordinary') = 'ordinary'
       and (${column} is null or ${column} <= ${until}::date) and ${scopeSql(actor, vehicle, 'read')}
     order by ${column} nulls first, t.plate collate "zh-natural" limit ${most}`.execute(db)
  return rows
}

export interface Renewal {
  readonly vehicle: string
  readonly bought: readonly { readonly kind: Insurance['kind']; readonly insurer: string; readonly number: string; readonly begins: string; readonly until: string; readonly premium: string }[]
}
/** All or none: each car's renewal is a matter of its own, the one that is under way where there is one. @returns their numbers. @throws whatever the engine says, for the first that cannot be. */
export async function renewTogether(tx: Tx, { matters }: System, actor: Actor, renewals: readonly Renewal[]): Promise<readonly string[]> {
  const numbers: string[] = []
  for (const { vehicle: car, bought } of renewals) {
    const { rows: [open] } = await sql<{ number: string; version: number }>`
      select m.number, m.version from fleet.road_papers p join matter.matter m on m.id = p.matter where p.vehicle = ${car}::uuid and p.what = 'insurance' and m.state = 'open' limit 1`.execute(tx)
    const { number, version } = open ?? (await matters.start(tx, actor, roadPapers, { input: { vehicle: car, what: 'insurance' } }))
    await matters.step(tx, actor, roadPapers, number, 'insure', { version, input: {}, lines: { bought } })
    numbers.push(number)
  }
  return numbers
}
