// A contract in force 外包合同在有效期内: whoever works in our buildings does so under a contract that has not ended.
import { defineStandard } from '@houqin/define'
import { contractRenewal } from '../contract-renewal.ts'
import { contractor } from '../contractor.ts'
import { bureauLeader, peopleOfficer } from '../roles.ts'
import { expiryParameters, expiryValues, judgeExpiry } from './expiry.ts'
import type { Expiring } from './expiry.ts'

export const contractInForce = defineStandard<Expiring>()('people.contract-in-force', {
  title: '外包合同有效期',
  explain: '外包单位在岗服务期间，合同应当在有效期内：到期前续签或者重新采购，到期不续的及时终止服务并注销门禁、就餐和停车。',
  parameters: expiryParameters,
  values: expiryValues('合同到期日'),
  ledger: (asOf, sql) => sql`
    select c.id, c.label as name, null::uuid as organ, null::uuid as site,
           jsonb_build_object('name', c.name, 'until', c.contract_until, 'daysLeft', c.contract_until - ${asOf}::date) as subject
      from people.contractor c
     where c.contract_from <= ${asOf}::date and c.merged_into is null
       and (c.retired_at is null or c.retired_at > (${asOf}::date + 1)::timestamp at time zone 'Asia/Shanghai')
     order by c.label collate "zh-natural", c.id`,
  read: [peopleOfficer, bureauLeader],
  keep: [peopleOfficer, bureauLeader],
  row: {
    of: contractor,
    subject: ({ name, contractUntil }, today) =>
      typeof contractUntil === 'string' && contractUntil !== ''
        ? { name: typeof name === 'string' ? name : '', until: contractUntil, daysLeft: Math.round((Date.parse(contractUntil) - Date.parse(today)) / 86_400_000) }
        : undefined,
  },
  check: (subject, figures) =>
    judgeExpiry(subject, figures, {
      what: { zh: '服务合同', en: 'service contract' },
      advice: { zh: '办理续签或者重新采购；不再续的，终止服务并注销人员出入权限', en: 'Renew it or buy anew; where it ends for good, end the service and withdraw its people’s access' },
    }),
  mend: () => contractRenewal,
  fill: ({ id }, { says }) => ({ contractor: id, grounds: `${says}。` }),
  opens: ({ id }) => `/registers/${contractor.id}/${id}`,
  examples: [
    { says: '还有一年到期', given: { name: '甲公司', until: '2027-11-24', daysLeft: 365 }, breach: false },
    { says: '还有十天到期，只提醒', given: { name: '甲公司', until: '2026-12-04', daysLeft: 10 }, breach: false },
    { says: '到期已经十二天', given: { name: '甲公司', until: '2026-11-12', daysLeft: -12 }, breach: true },
  ],
})
