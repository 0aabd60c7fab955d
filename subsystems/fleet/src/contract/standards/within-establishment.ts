// Within establishment 不超编制: an organ keeps no more cars of a class than it was approved.
import { defineGate, defineStandard, parameter } from '@houqin/define'
import type { Finding } from '@houqin/define'
import { bureauLeader, organ } from '@houqin/people'
import { transfer } from '../office/transfer.ts'
import { fleetOfficer } from '../roles.ts'
import { vehicleUses } from '../vehicle.ts'
import type { VehicleUse } from '../vehicle.ts'

export interface OrganCars {
  readonly organ: string
  readonly classes: readonly { readonly use: VehicleUse; readonly held: number; /** Null where none is entered. */ readonly quota: number | null; /** One of those held is yet to come: whoever decides reads what there is and what there would be. */ readonly coming?: boolean }[]
}
export const withinEstablishment = defineStandard<OrganCars>()('fleet.within-establishment', {
  title: '用车不超编制',
  explain: '各单位的车辆按类别核定编制，不得超编制配备（《机关事务管理条例》第二十五条）。机要通信、应急保障和其他用车由公务用车主管部门会同有关部门核定，执法执勤和特种专业技术用车由财政部门会同有关部门核定并送主管部门备案。已处置的不计；涉密车辆由专人核对，不在此列。有车而没有录入编制的只提示。',
  parameters: { over: parameter('超出编制不超过', '辆') },
  values: [{ parameter: 'over', value: '0', from: '2012-10-01', cite: { document: '本局公务用车编制口径', mark: 'U', level: '区' } }],
  ledger: (asOf, sql) => sql`
    with held as (
      select v.organ, v.use, count(*)::int as held from fleet.vehicle v
       where v.standing <> 'disposed' and v.bought_on <= ${asOf}::date and coalesce(v.grade, 'ordinary') = 'ordinary' and v.retired_at is null and v.merged_into is null group by v.organ, v.use
    ), quota as (
      select q.organ, q.use, q.count from fleet.establishment q where q.valid @> ${asOf}::date and q.retired_at is null and q.merged_into is null
    ), both_sides as (
      select coalesce(h.organ, q.organ) as organ, coalesce(h.use, q.use) as use, coalesce(h.held, 0) as held, q.count as quota from held h full join quota q on q.organ = h.organ and q.use = h.use
    )
    select o.id, o.label as name, o.id as organ, null::uuid as site,
           jsonb_build_object('organ', o.short_name, 'classes', jsonb_agg(jsonb_build_object('use', b.use, 'held', b.held, 'quota', b.quota) order by b.use)) as subject
      from both_sides b join people.organ o on o.id = b.organ where o.merged_into is null group by o.id order by o.label collate "zh-natural", o.id`,
  read: [fleetOfficer, bureauLeader],
  keep: [fleetOfficer, bureauLeader],
  check({ organ: name, classes }, { over }) {
    return classes.flatMap(({ use, held, quota, coming = false }): readonly Finding[] => {
      if (held === 0) return []
      if (coming) return withAnother({ name, use, held, quota, over: Number(over) })
      if (quota === null)
        return [{ level: 'warning', by: 'over', measured: String(held), unit: '辆', says: `${name}有${vehicleUses[use]}用车 ${held} 辆，没有录入编制`, advice: '按核定文件录入编制', en: { says: `${name} has ${held} cars of class ${use} and no quota entered`, advice: 'Enter the quota from the approval' } }]
      if (held - quota <= Number(over)) return []
      return [{
        level: 'breach', by: 'over', measured: String(held), limit: String(quota), unit: '辆',
        says: `${name}${vehicleUses[use]}用车编制 ${quota} 辆，现有 ${held} 辆，超编 ${held - quota} 辆`, advice: '调剂给缺编单位、处置超编车辆，或按程序核增编制',
        en: { says: `${name} keeps ${held} cars of class ${use} for a quota of ${quota}, ${held - quota} too many`, advice: 'Hand them to organs that lack one, dispose of them, or have the quota raised' },
      }]
    })
  },
  mend: () => transfer,
  fill: ({ id }, { says, advice }) => ({ what: 'organ', organ: id, why: `${says}。${advice}。` }),
  opens: ({ id }) => `/registers/${organ.id}/${id}`,
  examples: [
    { says: '编制 3 辆，现有 3 辆', given: { organ: '甲局', classes: [{ use: 'emergency', held: 3, quota: 3 }] }, breach: false },
    { says: '编制 3 辆，现有 4 辆', given: { organ: '甲局', classes: [{ use: 'emergency', held: 4, quota: 3 }] }, breach: true },
    { says: '有车没有录入编制，只提示', given: { organ: '乙局', classes: [{ use: 'other', held: 1, quota: null }] }, breach: false },
  ],
})

/** @param held with the one that is yet to come. */
function withAnother({ name, use, held, quota, over }: { name: string; use: VehicleUse; held: number; quota: number | null; over: number }): readonly Finding[] {
  const [zh, en] = [`现有${vehicleUses[use]}用车 ${held - 1} 辆，加上这辆 ${held} 辆`, `has ${held - 1} cars of class ${use} and ${held} with this one`]
  if (quota === null) return [{
    level: 'warning', by: 'over', measured: String(held), unit: '辆', says: `${name}${zh}，没有录入编制`, advice: '先按核定文件录入编制',
    en: { says: `${name} ${en}, and no quota is entered`, advice: 'Enter the quota from the approval first' },
  }]
  const fits = held - quota <= over
  return [{
    level: fits ? 'note' : 'breach', by: 'over', measured: String(held), limit: String(quota), unit: '辆',
    says: `${name}${zh}，编制 ${quota} 辆，${fits ? '不超编' : `超编 ${held - quota} 辆`}`, advice: fits ? '编制够，可以办' : '改给缺编的单位，或先按程序核增编制再办',
    en: { says: `${name} ${en}, for a quota of ${quota}${fits ? '' : `: ${held - quota} too many`}`, advice: fits ? 'There is room' : 'Give it to an organ that lacks one, or have the quota raised first' },
  }]
}

/** The organ and class that take the car, as they would stand with it; the place it leaves needs no room. */
export const transferredWithin = defineGate(transfer, ['submit', 'handOver'], withinEstablishment, ({ form, today }, sql) => sql<OrganCars>`
  select o.short_name as organ, jsonb_build_array(jsonb_build_object('use', coalesce(${form.toUse}::text, v.use), 'quota', q.count, 'coming', true,
           'held', 1 + (select count(*) from fleet.vehicle h where h.organ = o.id and h.use = coalesce(${form.toUse}::text, v.use) and h.id <> v.id and h.standing <> 'disposed'
              and coalesce(h.grade, 'ordinary') = 'ordinary' and h.retired_at is null and h.merged_into is null))) as classes
    from fleet.vehicle v join people.organ o on o.id = coalesce(${form.toOrgan}::uuid, v.organ)
    left join fleet.establishment q on q.organ = o.id and q.use = coalesce(${form.toUse}::text, v.use) and q.valid @> ${today}::date and q.retired_at is null and q.merged_into is null
   where v.id = ${form.vehicle}::uuid`)
