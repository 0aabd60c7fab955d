// What the standards are held against in the demonstration 演示的附设、配建与批准: all as it may be, but for what is wrong on purpose.
import type { Seeding } from '@houqin/compose'
import { sql } from 'kysely'
import { innerRoom, leaseApproval, roomState, siteNeed } from '../src/contract/index.ts'
import { plants } from './plants.ts'

const from = '2021-03-01'
const open = { from, to: null } as const

export async function enterStandardFacts({ tx, system: { registers }, worldDate: day }: Seeding): Promise<void> {
  const { rows: offices } = await sql<{ room: string; rank: string }>`
    select w.room, p.rank from staffing.workplace w join people.person p on p.id = w.person join places.room r on r.id = w.room
     where w.valid @> ${day}::date and p.rank in ('countyChief', 'countyDeputy') and p.standing = 'active' and r.use = 'office' and r.grade is distinct from 'restricted'
       and (select count(*) from staffing.workplace n where n.room = w.room and n.valid @> ${day}::date) = 1
     order by p.rank, p.label collate "C", w.room`.execute(tx)
  const toilets = (rank: string, areas: readonly string[]) => areas.flatMap((area, at) => {
    const office = offices.filter((one) => one.rank === rank)[at]
    return office ? [{ room: office.room, kind: 'toilet' as const, area, ...open }] : []
  })
  await registers.bulkInsert(tx, innerRoom, [...toilets('countyChief', plants.chiefToilets), ...toilets('countyDeputy', plants.deputyToilets)])

  const { rows: rented } = await sql<{ id: string }>`select id from places.site where tenure = 'leased' order by label collate "C"`.execute(tx)
  await registers.bulkInsert(tx, leaseApproval, rented.slice(plants.rentedUnapproved).map(({ id }, at) => ({ site: id, approval: `清政办函〔2023〕${at + 11}号`, papers: [], ...open })))

  const { rows: idle } = await sql<{ id: string; site: string }>`
    select r.id, r.site from places.room r join places.site s on s.id = r.site
     where r.use = 'service' and r.purpose in ('storage', 'meeting', 'reception') and s.kind = 'office' and r.grade is distinct from 'restricted'
       and not exists (select from office_space.allotment a where a.room = r.id) and not exists (select from staffing.workplace w where w.room = r.id)
     order by s.label collate "C", r.number collate "C", r.id limit 3`.execute(tx)
  const [lent, let1, dormitory] = idle
  if (lent && let1 && dormitory) {
    await registers.bulkInsert(tx, roomState, [
      { site: lent.site, room: lent.id, state: 'lent', party: '区集邮协会', approval: null, note: null, from: '2025-05-06', to: null },
      { site: let1.site, room: let1.id, state: 'let', party: '清溪农商银行', approval: '清政函〔2024〕18号', note: null, from: '2024-07-01', to: '2029-06-30' },
    ])
    await sql`update places.room set purpose = 'dormitory' where id = ${dormitory.id}`.execute(tx)
  }

  const { rows: built } = await sql<{ site: string; garage: number; guards: number }>`
    select r.site, coalesce(ceil(sum(r.area / k.share) filter (where r.purpose = 'garage') / 40), 0)::int as garage, coalesce(ceil(sum(r.area / k.share) filter (where r.purpose = 'guard') / 25), 0)::int as guards
      from places.room r join places.building b on b.id = r.building join places.site s on s.id = r.site cross join lateral (select case b.height when 'high' then 0.6 else 0.65 end as share) k
     where r.purpose in ('garage', 'guard') and s.kind in ('office', 'subdistrict') group by r.site, s.label order by sum(r.area) filter (where r.purpose = 'garage') desc nulls last, s.label collate "C"`.execute(tx)
  await registers.bulkInsert(tx, siteNeed, built.map(({ site, garage, guards }, at) => ({
    // two halls of one garage may be of different heights, so that the sum by one coefficient is a little more
    site, cars: at === 0 ? Math.floor(garage / 2) : Math.ceil(garage * 1.1), bicycles: 60, electric: 40, guards: Math.ceil(guards * 1.1), basis: `清发改〔2019〕${at + 21}号`, ...open,
  })))
}
