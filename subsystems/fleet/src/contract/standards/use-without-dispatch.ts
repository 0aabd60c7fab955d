// Use without dispatch 长期与补办用车: an emergency is filed within hours of its end, a standing use ends after some time.
import { defineGate, defineStandard, parameter } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { fleetRedress } from '../office/redress.ts'
import { standingUse } from '../office/standing-use.ts'
import type { StandingKind } from '../office/standing-use.ts'
import { fleetDispatcher, fleetOfficer } from '../roles.ts'

export interface UsedWithoutDispatch {
  readonly plate: string
  readonly kind: StandingKind
  /** Whole hours from its end to its filing; 0 before. */
  readonly late: number
  /** Days from its beginning to its end, begun ones counted. */
  readonly days: number
}
const house = { document: '本局公务用车使用口径', mark: 'U', level: '区' } as const
const from = '2017-12-05'

export const useWithoutDispatch = defineStandard<UsedWithoutDispatch>()('fleet.use-without-dispatch', {
  title: '长期与补办用车',
  explain: '公务用车集中管理、统一调度，使用要登记（《机关事务管理条例》第二十六条）。紧急情况来不及派车的，先用后补，补办有时限；单位或岗位长期用一辆车的，写明理由和起止日期，到期再报，不得固定给个人使用。时限和最长期限由本局自定。',
  parameters: { hours: parameter('应急用车收车后补办', '小时'), days: parameter('长期用车一次最长', '天') },
  values: [{ parameter: 'hours', value: '24', from, cite: house }, { parameter: 'days', value: '180', from, cite: house }],
  ledger: (asOf, sql) => sql`
    select m.id, m.number as name, m.organ, null::uuid as site,
           jsonb_build_object('plate', v.plate, 'kind', u.kind, 'late', greatest(0, floor(extract(epoch from m.opened_at - u.ends) / 3600))::int, 'days', ceil(extract(epoch from u.ends - u.begins) / 86400)::int) as subject
      from fleet.standing_use u join matter.matter m on m.id = u.matter join fleet.vehicle v on v.id = u.vehicle
     where m.state in ('drafted', 'agreed') and (m.opened_at at time zone 'Asia/Shanghai')::date <= ${asOf}::date and coalesce(v.grade, 'ordinary') = 'ordinary' order by m.number`,
  read: [fleetOfficer, fleetDispatcher, bureauLeader],
  keep: [fleetOfficer, bureauLeader],
  check({ plate, kind, late, days: lasts }, { hours, days }) {
    if (kind === 'afterwards') return late <= Number(hours) ? [] : [{
      level: 'breach', by: 'hours', measured: String(late), limit: hours, unit: '小时',
      says: `${plate} 应急用车收车 ${late} 小时后才补办，超过 ${hours} 小时`, advice: '按没有派车单的行驶核查，说明情况',
      en: { says: `The emergency use of ${plate} was filed ${late} hours after it ended, more than ${hours}`, advice: 'It is looked into as a drive without a slip' },
    }]
    return lasts <= Number(days) ? [] : [{
      level: 'breach', by: 'days', measured: String(lasts), limit: days, unit: '天',
      says: `${plate} 长期用车 ${lasts} 天，超过 ${days} 天`, advice: '结束这一件，还要用的写明理由重新报批',
      en: { says: `${plate} is in standing use for ${lasts} days, more than ${days}`, advice: 'End it, and ask anew with why it is still needed' },
    }]
  },
  mend: () => fleetRedress,
  fill: ({ organ }, { says, advice }) => ({ rule: 'useWithoutDispatch', ...(organ && { organ }), what: `${says}。${advice}。` }),
  opens: ({ name }) => `/matters/${standingUse.id}/${name}`,
  examples: [
    { says: '收车三小时后补办', given: { plate: '苏B80001', kind: 'afterwards', late: 3, days: 1 }, breach: false },
    { says: '收车三天后补办', given: { plate: '苏B80001', kind: 'afterwards', late: 72, days: 1 }, breach: true },
    { says: '长期用车三个月', given: { plate: '苏B80002', kind: 'standing', late: 0, days: 90 }, breach: false },
    { says: '长期用车一年多', given: { plate: '苏B80002', kind: 'standing', late: 0, days: 400 }, breach: true },
  ],
})

/** How late it is filed is asked by the clock once it starts; its length stands in what was typed. */
export const boundedInTime = defineGate(standingUse, ['start'], useWithoutDispatch, ({ form }, sql) => sql<UsedWithoutDispatch>`
  select v.plate, ${form.kind}::text as kind, ceil(extract(epoch from ${form.ends}::timestamptz - ${form.begins}::timestamptz) / 86400)::int as days, 0 as late from fleet.vehicle v where v.id = ${form.vehicle}::uuid`)
