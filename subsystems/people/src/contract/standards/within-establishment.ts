// Within the establishment 不超编: no organ has more established staff in post than were approved for it.
import { defineStandard, parameter } from '@houqin/define'
import { correction } from '../correction.ts'
import { organ } from '../organ.ts'
import { bureauLeader, liaison, peopleOfficer } from '../roles.ts'
import { ownRule, ownSince } from './own-rule.ts'

export interface OrganStaffing {
  readonly organ: string
  /** 编制数. */
  readonly approved: number
  /** 在编在岗. */
  readonly inPost: number
}

export const withinEstablishment = defineStandard<OrganStaffing>()('people.within-establishment', {
  title: '编制与在编人数',
  explain:
    '一个单位的在编在岗人数不超过批准的编制数。在编指公务员和事业编制，按当日有效的主职计算；同时登记了两个主职的人只在先任的单位计一次。聘用和外包人员不占编制。编制数以单位登记的“编制数”为准。',
  parameters: { over: parameter('在编人数超过编制数不多于', '人') },
  values: [{ parameter: 'over', value: '0', from: ownSince, cite: ownRule('“编制数”栏：批准的人员编制总数') }],
  ledger: (asOf, sql) => sql`
    with once as (
      select distinct on (t.person) t.organ from people.post t join people.person p on p.id = t.person
       where t.kind = 'main' and t.valid @> ${asOf}::date and t.retired_at is null and t.merged_into is null
         and p.employment in ('civil', 'institution') and p.merged_into is null
       order by t.person, lower(t.valid), t.id
    ), here as (select organ, count(*)::int as staff from once group by organ)
    select o.id, o.label as name, o.id as organ, null::uuid as site,
           jsonb_build_object('organ', o.short_name, 'approved', o.establishment, 'inPost', coalesce(h.staff, 0)) as subject
      from people.organ o left join here h on h.organ = o.id
     where o.merged_into is null and (o.retired_at is null or o.retired_at > (${asOf}::date + 1)::timestamp at time zone 'Asia/Shanghai')
     order by o.label collate "zh-natural", o.id`,
  read: [peopleOfficer, liaison, bureauLeader],
  keep: [peopleOfficer, bureauLeader],
  check({ organ, approved, inPost }, { over }) {
    const most = approved + Number(over)
    if (inPost <= most) return []
    return [{
      level: 'breach',
      says: `${organ}编制 ${approved} 名，在编在岗 ${inPost} 人，超编 ${inPost - approved} 人`,
      measured: String(inPost), limit: String(most), unit: '人', by: 'over',
      advice: '核对主职和编制数；确已超编的，只出不进，列出消化计划并报机构编制部门',
      en: {
        says: `${organ} has ${inPost} established staff in post for ${approved} approved, ${inPost - approved} too many`,
        advice: 'Check the main posts and the number approved; where it is true, let nobody in and plan how to come down',
      },
    }]
  },
  mend: () => correction,
  fill: ({ id }, { says, advice }) => ({ organ: id, what: `${says}。${advice}。` }),
  opens: ({ id }) => `/registers/${organ.id}/${id}`,
  examples: [
    { says: '编制 30 名，在编 30 人，满编', given: { organ: '甲局', approved: 30, inPost: 30 }, breach: false },
    { says: '编制 30 名，在编 34 人', given: { organ: '甲局', approved: 30, inPost: 34 }, breach: true },
  ],
})
