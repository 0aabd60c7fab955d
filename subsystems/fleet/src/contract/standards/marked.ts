// Marked 标识化: official cars carry the common mark; those of state security and of investigations are let off by approval.
import { defineStandard, parameter } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { fleetRedress } from '../office/redress.ts'
import { fleetOfficer } from '../roles.ts'
import { vehicle } from '../vehicle.ts'
import type { Vehicle } from '../vehicle.ts'

export interface MarkedCar {
  readonly plate: string
  readonly day: string
  readonly registeredOn: string
  readonly marked: NonNullable<Vehicle['marked']> | null
}
export const marked = defineStandard<MarkedCar>()('fleet.marked', {
  title: '公务用车标识化',
  explain: '除涉及国家安全、侦查办案等有保密要求的特殊工作用车外，公务用车统一标识（《党政机关公务用车管理办法》，条文待核）。经批准不喷涂的登记为“经批准不喷涂”；新车登记后给一段时间喷涂，期限由本局自定。',
  parameters: { days: parameter('注册登记后喷涂标识的期限', '天') },
  values: [{ parameter: 'days', value: '30', from: '2017-12-05', cite: { document: '本局公务用车标识化口径', mark: 'U', level: '区' } }],
  ledger: (asOf, sql) => sql`
    select v.id, v.label as name, v.organ, null::uuid as site,
           jsonb_build_object('plate', v.plate, 'day', ${asOf}::text, 'registeredOn', coalesce(v.registered_on, v.bought_on)::text, 'marked', v.marked) as subject
      from fleet.vehicle v
     where v.standing not in ('disposing', 'disposed') and v.bought_on <= ${asOf}::date and coalesce(v.grade, 'ordinary') = 'ordinary' and v.retired_at is null and v.merged_into is null
     order by v.plate collate "zh-natural", v.id`,
  read: [fleetOfficer, bureauLeader],
  keep: [fleetOfficer, bureauLeader],
  check({ plate, day, registeredOn, marked: how }, { days }) {
    const age = Math.round((Date.parse(day) - Date.parse(registeredOn)) / 86_400_000)
    if (how === 'marked' || how === 'exempt' || age <= Number(days)) return []
    return [{
      level: 'breach', by: 'days', measured: String(age), limit: days, unit: '天',
      says: `${plate} 登记 ${age} 天，${how === null ? '没有录入标识情况' : '没有喷涂标识'}`,
      advice: '喷涂统一标识并录入；依规不喷涂的办好批准再登记为“经批准不喷涂”',
      en: { says: `${plate} was registered ${age} days ago and ${how === null ? 'nothing is entered of its mark' : 'carries no mark'}`, advice: 'Have it marked and enter it; where it may go without, enter the exemption once approved' },
    }]
  },
  mend: () => fleetRedress,
  fill: ({ id, organ }, { says, advice }) => ({ rule: 'marked', vehicle: id, ...(organ && { organ }), what: `${says}。${advice}。` }),
  opens: ({ id }) => `/registers/${vehicle.id}/${id}`,
  examples: [
    { says: '已喷涂标识', given: { plate: '苏B80001', day: '2026-11-24', registeredOn: '2022-03-01', marked: 'marked' }, breach: false },
    { says: '经批准不喷涂', given: { plate: '苏B80002', day: '2026-11-24', registeredOn: '2022-03-01', marked: 'exempt' }, breach: false },
    { says: '两周前登记的新车', given: { plate: '苏B80003', day: '2026-11-24', registeredOn: '2026-11-10', marked: 'open' }, breach: false },
    { says: '四年没有喷涂', given: { plate: '苏B80004', day: '2026-11-24', registeredOn: '2022-03-01', marked: 'open' }, breach: true },
  ],
})
