// The share of new energy 新能源占比: of the cars the whole district bought in the last twelve months, told of whoever keeps the shared ones.
import { decimal, defineStandard, parameter } from '@houqin/define'
import { bureauLeader, organ } from '@houqin/people'
import { fleetRedress } from '../office/redress.ts'
import { fleetOfficer } from '../roles.ts'

export interface BoughtInAYear {
  readonly from: string
  readonly to: string
  readonly bought: number
  readonly newEnergy: number
}
export const newEnergyShare = defineStandard<BoughtInAYear>()('fleet.new-energy-share', {
  title: '新增更新车辆新能源占比',
  explain: '新增和更新的公务用车，新能源的不少于三成。这是对中央机关的要求（2024 年 10 月通知），地方比照执行；全区按检查日前十二个月购置的车辆一起算，特种专业技术用车不计。',
  parameters: { share: parameter('新能源车辆占新增和更新车辆不低于', '%') },
  values: [{ parameter: 'share', value: '30', from: '2024-10-31', cite: { document: '关于做好新能源汽车推广使用工作的通知（中央机关，地方比照）', mark: 'V2', level: '国家' }, provision: 'CAR-R02' }],
  ledger: (asOf, sql) => sql`
    with bought as (
      select count(*)::int as bought, (count(*) filter (where v.energy in ('electric', 'plugIn', 'fuelCell')))::int as new_energy from fleet.vehicle v
       where v.bought_on > ${asOf}::date - 365 and v.bought_on <= ${asOf}::date and v.use <> 'special' and coalesce(v.grade, 'ordinary') = 'ordinary' and v.retired_at is null and v.merged_into is null
    )
    select o.id, o.label as name, null::uuid as organ, null::uuid as site,
           jsonb_build_object('from', (${asOf}::date - 364)::text, 'to', ${asOf}::text, 'bought', b.bought, 'newEnergy', b.new_energy) as subject
      from bought b, (
        select o.id, o.label from fleet.vehicle v join people.organ o on o.id = v.organ where v.retired_at is null and v.merged_into is null
         group by o.id, o.label order by count(*) filter (where v.shared) desc, count(*) desc, o.id limit 1
      ) o where b.bought > 0`,
  read: [fleetOfficer, bureauLeader],
  keep: [fleetOfficer, bureauLeader],
  check({ from, to, bought, newEnergy }, { share }) {
    // as whole numbers, so that nothing is rounded before it is judged
    if (newEnergy * 100 >= bought * Number(share)) return []
    const measured = decimal.fromUnits((BigInt(newEnergy) * 1000n) / BigInt(bought), 1)
    return [{
      level: 'breach', by: 'share', measured, limit: share, unit: '%',
      says: `${from} 至 ${to} 购置 ${bought} 辆，其中新能源 ${newEnergy} 辆，占 ${measured}%，低于 ${share}%`, advice: '下一批更新优先选新能源车，充电条件不具备的先补充电桩',
      en: { says: `${bought} cars were bought from ${from} to ${to}, ${newEnergy} of new energy: ${measured} %, below ${share} %`, advice: 'Choose new energy for the next ones; where there is no charger, put one up first' },
    }]
  },
  opens: ({ id }) => `/registers/${organ.id}/${id}`,
  mend: () => fleetRedress,
  fill: ({ organ }, { says, advice }) => ({ rule: 'newEnergyShare', ...(organ && { organ }), what: `${says}。${advice}。` }),
  examples: [
    { says: '十辆中三辆', given: { from: '2025-11-25', to: '2026-11-24', bought: 10, newEnergy: 3 }, breach: false },
    { says: '十辆中两辆', given: { from: '2025-11-25', to: '2026-11-24', bought: 10, newEnergy: 2 }, breach: true },
  ],
})
