// The months before the ledgers begin 启用前的月份: what the ledger kept until then was carried over, one entry a car, kind and month, with the odometer of that month; so that last year has its rows.
import { signature, systemActor } from '@houqin/access'
import { record } from '@houqin/audit'
import type { HistorySeeding } from '@houqin/compose'
import { countAnew } from '@houqin/db'
import { daysAfter } from '@houqin/people/seed'
import { sql } from 'kysely'
import { cost } from '../../src/contract/index.ts'
import { kilometresByMonth } from '../../src/contract/account/kilometres.ts'
import { idOf, yearBehind } from './load-year.ts'

/**
 * Whole months alone, and no kind of cost whose entries of that month are there: the month in which the ledgers begin has what they hold of it. Each is like the same month a year later, a little more or less.
 * The December before has its entries too, for its odometer is what January's kilometres are counted from.
 */
export async function layMonthsBefore({ tx, system, worldDate: day }: HistorySeeding, year: number): Promise<void> {
  const now = system.clock.now()
  const begins = daysAfter(day, -yearBehind)
  // the ledger was laid in this very transaction: the planner would take it for empty, and join it row by row for minutes
  await countAnew(tx)
  const { numAffectedRows } = await sql`
    with months as (select m::date as month, (m + interval '1 month' - interval '1 day')::date as last from generate_series(${`${year - 1}-12-01`}::date, ${`${year}-12-01`}::date, interval '1 month') m where m + interval '1 month' <= ${begins}::date),
    cars as (select id, label, search, bought_on from fleet.vehicle where retired_at is null and merged_into is null and coalesce(grade, 'ordinary') = 'ordinary'),
    later as (select vehicle, kind, date_trunc('month', day)::date as month, sum(amount) as amount, sum(quantity) as quantity, min(card::text)::uuid as card, min(shop::text)::uuid as shop from fleet.cost where day < ${day}::date group by 1, 2, 3),
    held as (select distinct kind, date_trunc('month', day)::date as month from fleet.cost where day < ${begins}::date),
    driven as (select vehicle, (month || '-01')::date as month, km from (${kilometresByMonth({ from: begins, to: daysAfter(day, -1) }, sql)}) k),
    like_then as (
      select c.id as vehicle, c.label, c.search, m.month, m.last, 0.88 + 0.2 * (('x' || substr(md5(c.id::text || m.month::text), 1, 4))::bit(16)::int / 65536.0) as share
        from cars c cross join months m where c.bought_on < m.month
    ),
    first as (select vehicle, min(odometer) as odometer from fleet.cost where odometer is not null group by vehicle),
    read as (
      select t.vehicle, t.month, greatest(0, f.odometer - sum(coalesce(d.km, 0) * t.share) over (partition by t.vehicle order by t.month desc) + coalesce(d.km, 0) * t.share)::int as odometer
        from like_then t join first f on f.vehicle = t.vehicle left join driven d on d.vehicle = t.vehicle and d.month = (t.month + interval '1 year')::date
    )
    insert into fleet.cost (id, vehicle, kind, day, amount, quantity, odometer, card, shop, source, version, label, search, created_at, updated_at)
    select ${idOf(sql`'carried ' || t.vehicle::text || l.kind || t.month::text`)}, t.vehicle, l.kind, t.last, round(l.amount * t.share, 2), round(l.quantity * t.share, 2),
           case when l.kind in ('fuel', 'charging') then r.odometer end, l.card, l.shop, 'JZ' || to_char(t.month, 'YYYYMM'), 1, t.label || ' ' || t.last::text || ' ' || k.title, t.search || lower('JZ' || to_char(t.month, 'YYYYMM')), ${now}, ${now}
      from like_then t join later l on l.vehicle = t.vehicle and l.month = (t.month + interval '1 year')::date left join read r on r.vehicle = t.vehicle and r.month = t.month
      join unnest(${Object.keys(cost.fields.kind.options)}::text[], ${Object.values(cost.fields.kind.options)}::text[]) as k(kind, title) on k.kind = l.kind
     where round(l.amount * t.share, 2) > 0 and not exists (select from held where held.kind = l.kind and held.month = t.month)
    on conflict do nothing`.execute(tx)
  const rows = Number(numAffectedRows ?? 0n)
  await record(tx, { at: now, ...signature(systemActor), action: `${cost.id}.bulk-insert`, subject: { kind: cost.id, id: '' }, summary: `成批登记${cost.title} ${rows} 条`, after: { count: rows } })
}
