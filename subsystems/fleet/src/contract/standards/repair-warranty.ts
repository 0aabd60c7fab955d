// Within warranty 质保期内: a part that fails again while its last repair is under warranty is mended by whoever mended it, for nothing.
import { defineGate, defineStandard, parameter } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { fleetRedress } from '../office/redress.ts'
import { repair, repairParts } from '../office/repair.ts'
import type { RepairPart } from '../office/repair.ts'
import { fleetOfficer } from '../roles.ts'

export interface MendedAgain {
  readonly plate: string
  readonly day: string
  readonly part: RepairPart
  readonly what: string
  /** The earlier repair, where it was done, and the last day of its warranty. */
  readonly earlier: string
  readonly shop: string
  readonly until: string
  /** It is about to be mended: what is broken may be mended, so that it is only pointed out. */
  readonly asking: boolean
}
export const repairWarranty = defineStandard<MendedAgain>()('fleet.repair-warranty', {
  title: '质保期内重复维修',
  explain: '同一部位的配件在上次维修的质保期内又要修的，先找上次的维修厂按质保处理，不重复付钱。质保月数以维修验收时登记的为准，从取车那天算起；保养耗材不算。检查时列出；送审维修时只提示，不拦：确实不属于质保的写明原因。',
  parameters: { grace: parameter('质保期满后仍提示', '天') },
  values: [{ parameter: 'grace', value: '0', from: '2017-12-05', cite: { document: '本局公务用车维修口径', mark: 'U', level: '区' } }],
  ledger: (asOf, sql) => sql`
    select distinct on (m.id, i.part) m.id, m.number as name, v.organ, null::uuid as site,
           jsonb_build_object('plate', v.plate, 'day', (m.opened_at at time zone 'Asia/Shanghai')::date::text, 'part', i.part, 'what', i.what, 'earlier', n.number, 'shop', s.name,
             'until', (q.received_on + make_interval(months => j.warranty))::date::text, 'asking', false) as subject
      from matter.matter m join fleet.repair r on r.matter = m.id join fleet.vehicle v on v.id = r.vehicle join fleet.repair__items i on i.matter = m.id
      join fleet.repair q on q.vehicle = r.vehicle and q.matter <> r.matter join matter.matter n on n.id = q.matter join fleet.repair__items j on j.matter = q.matter and j.part = i.part
      join fleet.shop s on s.id = q.shop
     where i.kind = 'part' and j.kind = 'part' and i.part not in ('consumables', 'other') and coalesce(i.outcome, 'done') = 'done' and coalesce(j.outcome, 'done') = 'done' and j.warranty is not null
       and n.state = 'closed' and m.state <> 'dropped' and q.received_on <= (m.opened_at at time zone 'Asia/Shanghai')::date
       and (m.opened_at at time zone 'Asia/Shanghai')::date <= (q.received_on + make_interval(months => j.warranty))::date
       and (m.opened_at at time zone 'Asia/Shanghai')::date between ${asOf}::date - 365 and ${asOf}::date and coalesce(v.grade, 'ordinary') = 'ordinary'
     order by m.id, i.part, q.received_on desc`,
  read: [fleetOfficer, bureauLeader],
  keep: [fleetOfficer, bureauLeader],
  check({ plate, day, part, what, earlier, shop, until, asking }, { grace }) {
    if (Date.parse(day) - Date.parse(until) > Number(grace) * 86_400_000) return []
    return [{
      level: asking ? 'warning' : 'breach', by: 'grace', measured: day, limit: until,
      says: `${plate} ${repairParts[part]}（${what}）又要修，${earlier} 在${shop}修过，质保到 ${until}`,
      advice: `先找${shop}按质保处理；不属于质保的写明原因`,
      en: { says: `${plate}: ${what} is to be mended again; ${earlier} mended it at ${shop}, under warranty until ${until}`, advice: `Have ${shop} mend it under warranty, or say why it is not covered` },
    }]
  },
  mend: () => fleetRedress,
  fill: ({ organ }, { says, advice }) => ({ rule: 'repairWarranty', ...(organ && { organ }), what: `${says}。${advice}。` }),
  opens: ({ name }) => `/matters/${repair.id}/${name}`,
  examples: [
    { says: '质保昨天满了', given: { plate: '苏B80001', day: '2026-11-24', part: 'brakes', what: '前刹车片', earlier: 'WX-20251120-0001', shop: '甲厂', until: '2026-11-23', asking: false }, breach: false },
    { says: '质保期内又修制动', given: { plate: '苏B80001', day: '2026-11-24', part: 'brakes', what: '前刹车片', earlier: 'WX-20260901-0001', shop: '甲厂', until: '2027-03-01', asking: false }, breach: true },
    { says: '同一件送审时只提示', given: { plate: '苏B80001', day: '2026-11-24', part: 'brakes', what: '前刹车片', earlier: 'WX-20260901-0001', shop: '甲厂', until: '2027-03-01', asking: true }, breach: false },
  ],
})

export const quotedWithinWarranty = defineGate(repair, ['submit'], repairWarranty, ({ form, lines, today }, sql) => {
  const parts = [...new Set((lines.items ?? []).flatMap(({ kind, part, outcome }) => (kind === 'part' && outcome !== 'dropped' && part !== 'consumables' && part !== 'other' ? [part] : [])))]
  return parts.length === 0 ? undefined : sql<MendedAgain>`
    select distinct on (j.part) v.plate, ${today}::text as day, j.part, j.what, n.number as earlier, s.name as shop, (q.received_on + make_interval(months => j.warranty))::date::text as until, true as asking
      from fleet.repair q join matter.matter n on n.id = q.matter join fleet.vehicle v on v.id = q.vehicle join fleet.repair__items j on j.matter = q.matter join fleet.shop s on s.id = q.shop
     where q.vehicle = ${form.vehicle}::uuid and n.state = 'closed' and j.kind = 'part' and j.part = any(${parts}::text[]) and coalesce(j.outcome, 'done') = 'done' and j.warranty is not null
     order by j.part, (q.received_on + make_interval(months => j.warranty)) desc`
})
