// Appointed shops 定点维修、保险、加油: what was paid for a car in a year elsewhere than at a shop of the central purchase.
import { decimal, defineStandard, parameter } from '@houqin/define'
import type { Citation } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { fleetRedress } from '../office/redress.ts'
import { fleetOfficer } from '../roles.ts'
import { vehicle } from '../vehicle.ts'

const kinds = { repair: '维修保养', insurance: '保险', fuel: '加油' } as const
type Kind = keyof typeof kinds
const english: Readonly<Record<Kind, string>> = { repair: 'repair', insurance: 'insurance', fuel: 'fuel' }
export interface PaidElsewhere {
  readonly plate: string
  readonly from: string
  readonly to: string
  /** 元, decimal strings, in the twelve months. */
  readonly elsewhere: Readonly<Record<Kind, string>>
}
const own: Citation = { document: '本局公务用车定点保障口径', mark: 'U', level: '区' }
const since = '2012-10-01'

export const appointedShops = defineStandard<PaidElsewhere>()('fleet.appointed-shops', {
  title: '定点维修、保险和加油',
  explain: '公务用车的保险、维修、加油实行政府集中采购和定点（党政机关厉行节约反对浪费条例，条文待核）。检查前十二个月：费用没有记到协议期内的定点机构的，算在定点以外。出差途中零星加油难免，一年允许多少由本局自定；维修和保险一分也不应在定点以外。',
  parameters: { elsewhere: parameter('十二个月定点以外不超过', '元', { by: kinds }) },
  values: [
    { parameter: 'elsewhere', key: 'repair', value: '0', from: since, cite: own }, { parameter: 'elsewhere', key: 'insurance', value: '0', from: since, cite: own }, { parameter: 'elsewhere', key: 'fuel', value: '6000', from: since, cite: own },
  ],
  ledger: (asOf, sql) => sql`
    with paid as (
      select c.vehicle, c.kind, sum(c.amount)::numeric(18,2) as amount from fleet.cost c
        left join fleet.shop s on s.id = c.shop and s.kind = c.kind and (s.until is null or s.until >= c.day) and s.retired_at is null and s.merged_into is null
       where c.kind in ('repair', 'insurance', 'fuel') and s.id is null and c.day > ${asOf}::date - 365 and c.day <= ${asOf}::date and c.retired_at is null and c.merged_into is null group by c.vehicle, c.kind
    )
    select v.id, v.label as name, v.organ, null::uuid as site,
           jsonb_build_object('plate', v.plate, 'from', (${asOf}::date - 364)::text, 'to', ${asOf}::text,
             'elsewhere', '{"repair": "0.00", "insurance": "0.00", "fuel": "0.00"}'::jsonb || coalesce((select jsonb_object_agg(p.kind, p.amount::text) from paid p where p.vehicle = v.id), '{}')) as subject
      from fleet.vehicle v where v.bought_on <= ${asOf}::date and coalesce(v.grade, 'ordinary') = 'ordinary' and v.retired_at is null and v.merged_into is null order by v.plate collate "zh-natural", v.id`,
  read: [fleetOfficer, bureauLeader],
  keep: [fleetOfficer, bureauLeader],
  check({ plate, from, to, elsewhere }, { elsewhere: limits }) {
    return (Object.keys(kinds) as Kind[]).filter((kind) => decimal.compare(elsewhere[kind], limits[kind]) > 0).map((kind) => ({
      level: 'breach' as const, by: `elsewhere.${kind}`, measured: elsewhere[kind], limit: limits[kind], unit: '元',
      says: `${plate} ${from} 至 ${to} 在定点以外${kinds[kind]} ${decimal.grouped(elsewhere[kind])} 元`, advice: '补登定点机构；确实在定点以外的查明原因，以后到定点机构办理',
      en: { says: `¥${decimal.grouped(elsewhere[kind])} of ${english[kind]} for ${plate} were paid outside appointed shops from ${from} to ${to}`, advice: 'Enter the shop where it was appointed; else find out why, and go to an appointed one' },
    }))
  },
  mend: () => fleetRedress,
  fill: ({ id, organ }, { says, advice }) => ({ rule: 'appointedShops', vehicle: id, ...(organ && { organ }), what: `${says}。${advice}。` }),
  opens: ({ id }) => `/registers/${vehicle.id}/${id}`,
  examples: [
    { says: '都在定点机构，途中加过一次油', given: { plate: '苏B80001', from: '2025-11-25', to: '2026-11-24', elsewhere: { repair: '0.00', insurance: '0.00', fuel: '320.00' } }, breach: false },
    { says: '在路边店修了两千六', given: { plate: '苏B80002', from: '2025-11-25', to: '2026-11-24', elsewhere: { repair: '2680.00', insurance: '0.00', fuel: '0.00' } }, breach: true },
  ],
})
