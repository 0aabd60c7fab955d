// Renewing a lease 续租: a leased site goes on being rented only when a leader has agreed; the new last day is entered by itself.
import { date, defineMatter, files, longText, money, ref, requester } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { placesOfficer } from './roles.ts'
import { site } from './site.ts'

const signedOn = date('签订日期')
const contract = files('租赁合同', { max: 6 })

export const leaseRenewal = defineMatter('places.lease-renewal', {
  title: '续租审批',
  prefix: 'XZ',
  subject: (f, label) => `${label('site')}：续租至 ${f.until}`,
  form: {
    site: ref('场所', site),
    until: date('续租至'),
    rent: money('年租金', { min: '0' }),
    grounds: longText('续租理由', { max: 1000, min: 2, hint: '在用单位、面积，为什么不能调剂或腾退' }),
    papers: files('房东报价、评估材料', { max: 6 }),
  },
  facts: { signedOn, contract },
  states: {
    asked: { title: '待审批', tone: 'waiting', held: bureauLeader, due: { workingDays: 10 } },
    agreed: { title: '待签合同', tone: 'running', held: placesOfficer, due: { workingDays: 20 } },
    closed: { title: '已续租', tone: 'done', final: true },
    dropped: { title: '不再续租', tone: 'stopped', final: true },
  },
  start: 'asked',
  steps: {
    agree: { label: '同意续租', from: 'asked', to: 'agreed', by: [bureauLeader], primary: true },
    refuse: { label: '不同意', from: 'asked', to: 'dropped', by: [bureauLeader], comment: 'required', destructive: true },
    sign: { label: '登记合同', from: 'agreed', to: 'closed', by: [placesOfficer], input: { signedOn, contract }, primary: true },
    withdraw: { label: '撤回', from: ['asked', 'agreed'], to: 'dropped', by: [requester], destructive: true },
  },
  access: { start: [placesOfficer], read: [placesOfficer, bureauLeader], export: [placesOfficer] },
  listed: { owner: placesOfficer, feedback: '续租结果记在场所的租期上，到期清单随之更新', keywords: ['续租', '租约到期', '租期'], bases: [] },
  scope: { site: 'site' },
  renews: 'site',
})
