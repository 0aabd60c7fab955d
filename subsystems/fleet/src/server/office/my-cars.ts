// Cars somebody may speak of on his telephone 我的车: those he has driven lately, and those of his organ.
import type { Actor } from '@houqin/access'
import { addDays, instantOf } from '@houqin/clock'
import type { System } from '@houqin/http'
import { sql } from 'kysely'
import type { MyCar } from '../../contract/answers.ts'

const most = 60
const lately = 60

/** What he drove last comes first; nothing for an account without a person, and no car of a grade. */
export async function myCars({ db, clock }: System, { principal: { person } }: Actor): Promise<readonly MyCar[]> {
  if (person === null) return []
  const { rows } = await sql<MyCar>`
    select v.id, v.plate, v.brand, v.odometer,
           (select m.number from fleet.repair r join matter.matter m on m.id = r.matter where r.vehicle = v.id and m.state in ('asked', 'quoted', 'approved', 'inShop') limit 1) as repair
      from fleet.vehicle v join people.person p on p.id = ${person}::uuid
      left join lateral (select max(lower(s.span)) as at from fleet.slip s join fleet.driver d on d.id = s.driver where s.vehicle = v.id and d.person = p.id and lower(s.span) > ${instantOf({ date: addDays(clock.today(), -lately) })}) his on true
     where v.retired_at is null and v.merged_into is null and v.standing <> 'disposed' and coalesce(v.grade, 'ordinary') = 'ordinary' and (his.at is not null or v.organ = p.organ)
     order by his.at desc nulls last, v.plate collate "zh-natural" limit ${most}`.execute(db)
  return rows
}
