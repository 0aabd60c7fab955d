// Renewing a contract 续签合同: a contractor goes on working here only when a leader has agreed; the new last day is entered by itself.
import { date, defineMatter, files, longText, money, ref, requester } from '@houqin/define'
import { contractor } from './contractor.ts'
import { bureauLeader, peopleOfficer } from './roles.ts'

const signedOn = date('签订日期')
const contract = files('服务合同', { max: 6 })

export const contractRenewal = defineMatter('people.contract-renewal', {
  title: '外包合同续签',
  prefix: 'XQ',
  subject: (f, label) => `${label('contractor')}：续签至 ${f.until}`,
  form: {
    contractor: ref('外包单位', contractor),
    until: date('续签至'),
    price: money('年合同价', { min: '0' }),
    grounds: longText('续签理由', { max: 1000, min: 2, hint: '合同期内的考核情况，依据哪一次采购可以续签' }),
    papers: files('考核材料、采购文件', { max: 6 }),
  },
  facts: { signedOn, contract },
  states: {
    asked: { title: '待审批', tone: 'waiting', held: bureauLeader, due: { workingDays: 10 } },
    agreed: { title: '待签合同', tone: 'running', held: peopleOfficer, due: { workingDays: 20 } },
    closed: { title: '已续签', tone: 'done', final: true },
    dropped: { title: '不再续签', tone: 'stopped', final: true },
  },
  start: 'asked',
  steps: {
    agree: { label: '同意续签', from: 'asked', to: 'agreed', by: [bureauLeader], primary: true },
    refuse: { label: '不同意', from: 'asked', to: 'dropped', by: [bureauLeader], comment: 'required', destructive: true },
    sign: { label: '登记合同', from: 'agreed', to: 'closed', by: [peopleOfficer], input: { signedOn, contract }, primary: true },
    withdraw: { label: '撤回', from: ['asked', 'agreed'], to: 'dropped', by: [requester], destructive: true },
  },
  access: { start: [peopleOfficer], read: [peopleOfficer, bureauLeader], export: [peopleOfficer] },
  listed: { owner: peopleOfficer, feedback: '续签结果记在外包单位的合同到期日上，到期清单随之更新', keywords: ['续签', '合同到期', '外包合同', '服务合同'], bases: [] },
  scope: {},
  renews: 'contractor',
})
