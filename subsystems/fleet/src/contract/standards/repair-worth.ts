// Repair against worth 维修费与车值: a car that costs more to mend in a year than a share of what it is worth is looked at before it is mended again.
import { decimal, defineGate, defineStandard, parameter } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { fleetRedress } from '../office/redress.ts'
import { repair } from '../office/repair.ts'
import { fleetOfficer } from '../roles.ts'
import { vehicle } from '../vehicle.ts'

export interface MendedCar {
  readonly plate: string
  readonly day: string
  readonly boughtOn: string
  /** 元, two decimals: what it was bought for, and what its repairs cost in the twelve months to `day`, the quote that is judged included. */
  readonly price: string
  readonly spent: string
  /** It is about to be mended: what is broken may be mended, so that it is only pointed out. */
  readonly asking: boolean
}
const house = { document: '本局公务用车维修口径', mark: 'U', level: '区' } as const
const from = '2017-12-05'

/** What is left of the price when it is written off evenly by month. @returns 元, two decimals, never under the residual share. */
export function worthOn({ price, boughtOn, day }: Pick<MendedCar, 'price' | 'boughtOn' | 'day'>, { years, residual }: { years: number; residual: number }): string {
  const months = Math.max(0, (Number(day.slice(0, 4)) - Number(boughtOn.slice(0, 4))) * 12 + Number(day.slice(5, 7)) - Number(boughtOn.slice(5, 7)))
  const whole = BigInt(years * 12)
  const cents = decimal.toUnits(price, 2)
  const left = (cents * (whole - BigInt(Math.min(months, years * 12)))) / whole
  const least = (cents * BigInt(residual)) / 100n
  return decimal.fromUnits(left > least ? left : least, 2)
}

export const repairWorth = defineStandard<MendedCar>()('fleet.repair-worth', {
  title: '维修费占车值',
  explain: '一辆车十二个月的维修费超过现值的一定比例，就要先想一想：继续修，还是按程序报更新处置。现值按购置价逐月平均折旧，不低于残值。比例、年数和残值由本局自定；检查时列出；送审维修时只提示，不拦。维修保养费单车核算见《机关事务管理条例》第二十六条。',
  parameters: { share: parameter('十二个月维修费占现值不超过', '%'), years: parameter('折旧年数', '年'), residual: parameter('残值占购置价', '%') },
  values: [
    { parameter: 'share', value: '30', from, cite: house },
    { parameter: 'years', value: '8', from, cite: house },
    { parameter: 'residual', value: '10', from, cite: house },
  ],
  ledger: (asOf, sql) => sql`
    select v.id, v.label as name, v.organ, null::uuid as site,
           jsonb_build_object('plate', v.plate, 'day', ${asOf}::text, 'boughtOn', v.bought_on::text, 'price', v.price::text, 'spent', c.spent::text, 'asking', false) as subject
      from fleet.vehicle v
      join (select vehicle, sum(amount) as spent from fleet.cost where kind = 'repair' and day <= ${asOf}::date and day > ${asOf}::date - interval '12 months' and retired_at is null and merged_into is null group by vehicle) c on c.vehicle = v.id
     where v.standing <> 'disposed' and coalesce(v.grade, 'ordinary') = 'ordinary' and v.retired_at is null and v.merged_into is null
     order by v.plate collate "zh-natural", v.id`,
  read: [fleetOfficer, bureauLeader],
  keep: [fleetOfficer, bureauLeader],
  check({ plate, day, boughtOn, price, spent, asking }, { share, years, residual }) {
    const worth = worthOn({ price, boughtOn, day }, { years: Number(years), residual: Number(residual) })
    const limit = decimal.fromUnits((decimal.toUnits(worth, 2) * BigInt(share)) / 100n, 2)
    if (decimal.compare(spent, limit) <= 0) return []
    return [{
      level: asking ? 'warning' : 'breach', by: 'share', measured: spent, limit, unit: '元',
      says: `${plate} 十二个月维修费 ${decimal.grouped(spent)} 元，超过现值 ${decimal.grouped(worth)} 元的 ${share}%（${decimal.grouped(limit)} 元）`,
      advice: '先鉴定车况：不值得修的报更新处置，确要修的写明理由',
      en: {
        says: `Repairs of ${plate} cost ¥${decimal.grouped(spent)} in twelve months, more than ${share}% of the ¥${decimal.grouped(worth)} it is worth (¥${decimal.grouped(limit)})`,
        advice: 'Have it appraised: ask to dispose of what is not worth mending, else say why it is',
      },
    }]
  },
  mend: () => fleetRedress,
  fill: ({ id, organ }, { says, advice }) => ({ rule: 'repairWorth', vehicle: id, ...(organ && { organ }), what: `${says}。${advice}。` }),
  opens: ({ id }) => `/registers/${vehicle.id}/${id}`,
  examples: [
    { says: '两年新，修了一千', given: { plate: '苏B80001', day: '2026-11-24', boughtOn: '2024-11-01', price: '160000.00', spent: '1000.00', asking: false }, breach: false },
    { says: '九年旧，残值一万六，修了六千', given: { plate: '苏B80002', day: '2026-11-24', boughtOn: '2017-11-01', price: '160000.00', spent: '6000.00', asking: false }, breach: true },
    { says: '同一辆车送审维修时只提示', given: { plate: '苏B80002', day: '2026-11-24', boughtOn: '2017-11-01', price: '160000.00', spent: '6000.00', asking: true }, breach: false },
  ],
})

/** The quote counts beside what was paid in the year before. */
export const quotedAgainstWorth = defineGate(repair, ['submit'], repairWorth, ({ form, facts, today }, sql) =>
  facts.quoted === null ? undefined : sql<MendedCar>`
    select v.plate, ${today}::text as day, v.bought_on::text as "boughtOn", v.price::text as price,
           (coalesce((select sum(amount) from fleet.cost where vehicle = v.id and kind = 'repair' and day <= ${today}::date and day > ${today}::date - interval '12 months' and retired_at is null and merged_into is null), 0) + ${facts.quoted}::numeric)::numeric(18,2)::text as spent, true as asking
      from fleet.vehicle v where v.id = ${form.vehicle}::uuid`)
