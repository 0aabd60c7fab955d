// A licence that holds 驾驶证有效: whoever drives has a licence in force on the day.
import { defineGate, defineStandard, parameter } from '@houqin/define'
import type { Citation } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { driver } from '../driver.ts'
import { fleetRedress } from '../office/redress.ts'
import { use } from '../office/use.ts'
import { fleetDispatcher, fleetOfficer } from '../roles.ts'

export interface LicensedDriver {
  readonly name: string
  readonly day: string
  /** The last day of the licence. */
  readonly until: string
}
// That whoever drives has a licence in force the law says; that it holds until the car is back is the house's own reading of it.
const rules: Citation = { document: '本局公务用车派车口径', mark: 'U', level: '区' }

export const licenceHolds = defineStandard<LicensedDriver>()('fleet.licence-holds', {
  title: '驾驶证有效',
  explain: '派出去的驾驶员，驾驶证在收车那天应当仍在有效期内（机动车驾驶证申领和使用规定，条文待核）。到期的不派车；期满前九十日内可以换证，换好后把新的有效期录入驾驶员台账。',
  parameters: { days: parameter('驾驶证到期后还可驾驶', '天') },
  values: [{ parameter: 'days', value: '0', from: '2017-12-05', cite: rules }],
  ledger: (asOf, sql) => sql`
    select d.id, d.label as name, p.organ, null::uuid as site, jsonb_build_object('name', p.label, 'day', ${asOf}::text, 'until', d.licence_until::text) as subject
      from fleet.driver d join people.person p on p.id = d.person
     where d.standing <> 'left' and d.retired_at is null and d.merged_into is null order by d.label collate "zh-natural", d.id`,
  read: [fleetOfficer, fleetDispatcher, bureauLeader],
  keep: [fleetOfficer, bureauLeader],
  check({ name, day, until }, { days }) {
    const late = Math.round((Date.parse(day) - Date.parse(until)) / 86_400_000)
    if (late <= Number(days)) return []
    return [{
      level: 'breach', by: 'days', measured: until, limit: day,
      says: `${name} 的驾驶证 ${until} 到期，${day} 已过期 ${late} 天`,
      advice: '换好证并录入新的有效期之前不派车，请改派其他驾驶员',
      en: { says: `The licence of ${name} ends on ${until}, ${late} days before ${day}`, advice: 'Send another driver until it is renewed and entered' },
    }]
  },
  mend: () => fleetRedress,
  fill: ({ id, organ }, { says, advice }) => ({ rule: 'licenceHolds', driver: id, ...(organ && { organ }), what: `${says}。${advice}。` }),
  opens: ({ id }) => `/registers/${driver.id}/${id}`,
  examples: [
    { says: '还有两个月到期', given: { name: '甲', day: '2026-11-24', until: '2027-01-24' }, breach: false },
    { says: '到期当天还可驾驶', given: { name: '甲', day: '2026-11-24', until: '2026-11-24' }, breach: false },
    { says: '昨天到期', given: { name: '乙', day: '2026-11-24', until: '2026-11-23' }, breach: true },
  ],
})

export const dispatchedLicensed = defineGate(use, ['dispatch', 'reassign'], licenceHolds, ({ form, facts, today }, sql) =>
  facts.driver === null ? undefined : sql<LicensedDriver>`
    select p.label as name, greatest(${today}::date, (${facts.backAt ?? form.returnsAt}::timestamptz at time zone 'Asia/Shanghai')::date)::text as day, d.licence_until::text as until
      from fleet.driver d join people.person p on p.id = d.person where d.id = ${facts.driver}::uuid`)
