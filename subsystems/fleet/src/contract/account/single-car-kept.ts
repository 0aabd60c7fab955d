// The single-car account is kept 单车核算到位: whoever drives has costs entered for every month, costs no more a kilometre than its like, and claims no kilometres the terminal did not hear.
import { decimal, defineStandard, parameter } from '@houqin/define'
import type { Citation, Finding } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { fleetRedress } from '../office/redress.ts'
import { fleetOfficer } from '../roles.ts'
import { vehicle } from '../vehicle.ts'
import { carAccounts, sizeOf } from './single-car.ts'
import { kilometresByMonth } from './kilometres.ts'

export interface CarAccountOfAYear {
  readonly plate: string
  readonly from: string
  readonly to: string
  /** Decimal strings: yuan a km, the median of its class and age, and the share of it in percent; null where they cannot be told. */
  readonly perKm: string | null
  readonly median: string | null
  readonly share: string | null
  /** Months in which it drove and nothing was entered, with their km. */
  readonly empty: readonly { readonly month: string; readonly km: string }[]
  /** Km of the whole months in which both were known. */
  readonly both: readonly { readonly month: string; readonly slips: string; readonly terminal: string }[]
}
const own: Citation = { document: '本局公务用车单车核算口径', mark: 'U', level: '区' }
/** The first day of the year that ends with this one. */
function yearBefore(day: string): string {
  return new Date(Date.parse(day) - 364 * 86_400_000).toISOString().slice(0, 10)
}
const since = '2012-10-01'

export const singleCarKept = defineStandard<CarAccountOfAYear>()('fleet.single-car-kept', {
  title: '单车核算到位',
  explain:
    '公务用车的油耗、维修保养费用实行单车核算（《机关事务管理条例》第二十六条，公共机构能耗单车核算见《公共机构节能条例》第三十四条）。检查前十二个月：行驶较多的月份却没有任何费用记录的，账没有记到车上；每公里费用明显高于同类同龄车中位数的，看明细找原因；派车单里程明显多于终端里程的，核对里程表照片。起算里程和比例由本局自定。',
  parameters: {
    emptyMonths: parameter('行驶了却没有费用记录的月份不超过', '个'), drivenFrom: parameter('当月行驶超过多少应有费用记录', 'km'),
    aboveMedian: parameter('每公里费用与同类同龄中位数之比不超过', '%'), slipsBeyond: parameter('派车单里程与终端里程之比不超过', '%'),
  },
  values: [
    { parameter: 'emptyMonths', value: '0', from: since, cite: own }, { parameter: 'drivenFrom', value: '600', from: since, cite: own },
    { parameter: 'aboveMedian', value: '180', from: since, cite: own }, { parameter: 'slipsBeyond', value: '115', from: since, cite: own },
  ],
  ledger: (asOf, sql) => {
    const days = { from: yearBefore(asOf), to: asOf }
    return sql`
      with months as (${kilometresByMonth(days, sql)}),
      empty as (
        select m.vehicle, jsonb_agg(jsonb_build_object('month', m.month, 'km', m.km::text) order by m.month) as months from months m
         where m.km > 0 and m.month > to_char(${days.from}::date, 'YYYY-MM') and m.month < to_char(${asOf}::date, 'YYYY-MM')
           and not exists (select from fleet.cost c where c.vehicle = m.vehicle and to_char(c.day, 'YYYY-MM') = m.month and c.retired_at is null and c.merged_into is null) group by m.vehicle
      ),
      both_sides as (
        select vehicle, jsonb_agg(jsonb_build_object('month', month, 'slips', slips::text, 'terminal', terminal::text) order by month) as months from months
         where slips is not null and terminal is not null and month < to_char(${asOf}::date, 'YYYY-MM') group by vehicle
      )
      select v.id, v.label as name, v.organ, null::uuid as site,
             jsonb_build_object('plate', v.plate, 'from', ${days.from}::text, 'to', ${asOf}::text, 'perKm', a."perKm", 'median', a.median, 'share', a.share,
               'empty', coalesce(e.months, '[]'::jsonb), 'both', coalesce(b.months, '[]'::jsonb)) as subject
        from (${carAccounts(days, { sql, cars: sql`
          select v.id, v.plate, v.organ, null as organ_name, v.use, ${sizeOf('v.kind', sql)} as size, floor((${asOf}::date - v.bought_on) / 365.25) as age from fleet.vehicle v
           where v.retired_at is null and v.merged_into is null and v.bought_on <= ${asOf}::date and coalesce(v.grade, 'ordinary') = 'ordinary'` })}) a
        join fleet.vehicle v on v.id = a.id::uuid left join empty e on e.vehicle = v.id left join both_sides b on b.vehicle = v.id
       order by v.plate collate "zh-natural", v.id`
  },
  read: [fleetOfficer, bureauLeader],
  keep: [fleetOfficer, bureauLeader],
  check({ plate, from, to, perKm, median, share, empty, both }, { emptyMonths, drivenFrom, aboveMedian, slipsBeyond }) {
    const found: Finding[] = []
    const silent = empty.filter(({ km }) => decimal.compare(km, drivenFrom) > 0)
    if (silent.length > Number(emptyMonths)) {
      found.push({
        level: 'breach', by: 'emptyMonths', measured: String(silent.length), limit: emptyMonths, unit: '个',
        says: `${plate} 有 ${silent.length} 个月行驶了却没有费用记录：${silent.map(({ month, km }) => `${month}（${km} km）`).join('、')}`, advice: '把油卡账单、维修和通行费记到这辆车上；没有发生费用的查清由谁付了油钱',
        en: { says: `${plate} drove in ${silent.length} months without an entry: ${silent.map(({ month, km }) => `${month} (${km} km)`).join(', ')}`, advice: 'Enter its fuel, repairs and tolls; where there were none find out who paid for the fuel' },
      })
    }
    if (perKm !== null && median !== null && share !== null && decimal.compare(share, aboveMedian) > 0)
      found.push({
        level: 'warning', by: 'aboveMedian', measured: share, limit: aboveMedian, unit: '%',
        says: `${plate} ${from} 至 ${to} 每公里 ${perKm} 元，是同类同龄中位数 ${median} 元的 ${share}%`, advice: '打开单车核算表看是哪一项高：油耗高的查加油，维修高的比一比更新是否划算，里程少的考虑调剂',
        en: { says: `${plate} cost ¥${decimal.grouped(perKm)} a km from ${from} to ${to}, ${share} % of the median ¥${decimal.grouped(median)} of its class and age`, advice: 'Open its account to see which item is high: look into the fuel, weigh renewal, or hand it to who needs it' },
      })
    for (const { month, slips, terminal } of both.filter((one) => decimal.compare(decimal.times(one.slips, '100'), decimal.times(one.terminal, slipsBeyond)) > 0))
      found.push({
        level: 'warning', by: 'slipsBeyond', measured: slips, limit: terminal, unit: 'km',
        says: `${plate} ${month} 派车单里程 ${slips} km，终端只有 ${terminal} km`, advice: '对照收车里程照片和轨迹：填错的更正，终端漏报的检修',
        en: { says: `The slips of ${plate} claim ${slips} km in ${month}, its terminal heard ${terminal} km`, advice: 'Hold the odometer’s photographs against the track: correct the slip or mend the terminal' },
      })
    return found
  },
  mend: () => fleetRedress,
  fill: ({ id, organ }, { says, advice }) => ({ rule: 'singleCarKept', vehicle: id, ...(organ && { organ }), what: `${says}。${advice}。` }),
  opens: ({ id }) => `/registers/${vehicle.id}/${id}`,
  examples: [
    { says: '每月都有记录，费用与同类车相近', given: { plate: '苏B80001', from: '2025-11-25', to: '2026-11-24', perKm: '1.10', median: '1.05', share: '104.8', empty: [], both: [{ month: '2026-10', slips: '900.0', terminal: '912.4' }] }, breach: false },
    { says: '每公里费用高，只提示', given: { plate: '苏B80002', from: '2025-11-25', to: '2026-11-24', perKm: '3.10', median: '1.05', share: '295.2', empty: [{ month: '2026-02', km: '80.0' }], both: [] }, breach: false },
    { says: '三月跑了 900 公里，没有一笔费用', given: { plate: '苏B80003', from: '2025-11-25', to: '2026-11-24', perKm: '0.80', median: '1.05', share: '76.2', empty: [{ month: '2026-03', km: '900.0' }], both: [] }, breach: true },
  ],
})
