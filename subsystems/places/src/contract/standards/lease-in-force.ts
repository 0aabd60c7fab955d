// A lease in force 租期未满: nobody sits in a rented or borrowed place after its lease has ended.
import { defineStandard } from '@houqin/define'
import { bureauLeader, correction, expiryParameters, expiryValues, judgeExpiry } from '@houqin/people'
import type { Expiring } from '@houqin/people'
import { placesOfficer } from '../roles.ts'
import { site } from '../site.ts'

export const leaseInForce = defineStandard<Expiring>()('places.lease-in-force', {
  title: '租用场所租期',
  explain: '租用、借用的场所在租期内使用：到期前办妥续租审批，不续的按期腾退交还。没有登记租期的自有场所不作判断。',
  parameters: expiryParameters,
  values: expiryValues('租期至'),
  ledger: (asOf, sql) => sql`
    select s.id, s.label as name, null::uuid as organ, s.id as site,
           jsonb_build_object('name', s.name, 'until', s.lease_until, 'daysLeft', s.lease_until - ${asOf}::date) as subject
      from places.site s
     where s.lease_until is not null and s.merged_into is null
       and (s.retired_at is null or s.retired_at > (${asOf}::date + 1)::timestamp at time zone 'Asia/Shanghai')
     order by s.label collate "zh-natural", s.id`,
  read: [placesOfficer, bureauLeader],
  keep: [placesOfficer, bureauLeader],
  check: (subject, figures) =>
    judgeExpiry(subject, figures, {
      what: { zh: '租期', en: 'lease' },
      advice: { zh: '办理续租审批；不续租的，组织腾退并办交还手续', en: 'Have the renewal approved; where it ends for good, move out and hand it back' },
    }),
  mend: () => correction,
  fill: (_, { says, advice }) => ({ what: `${says}。${advice}。` }),
  opens: ({ id }) => `/registers/${site.id}/${id}`,
  examples: [
    { says: '还有半年到期', given: { name: '甲楼', until: '2027-05-24', daysLeft: 181 }, breach: false },
    { says: '租期已过一天', given: { name: '甲楼', until: '2026-11-23', daysLeft: -1 }, breach: true },
  ],
})
