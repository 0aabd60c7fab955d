// A correction 登记整改: what a check of people, organs or contracts found is put right, and whoever asked says that it is.
import { date, defineMatter, everyone, longText, ref, requester } from '@houqin/define'
import { contractor } from './contractor.ts'
import { organ } from './organ.ts'
import { person } from './person.ts'
import { bureauLeader, liaison, peopleOfficer } from './roles.ts'

const handler = ref('承办人', person)
const result = longText('整改情况', { max: 1000 })

export const correction = defineMatter('people.correction', {
  title: '登记整改',
  prefix: 'ZG',
  subject: (f) => (f.what.length > 50 ? `${f.what.slice(0, 50)}…` : f.what),
  form: {
    what: longText('要整改什么', { max: 1000, min: 2 }),
    organ: ref('涉及单位', organ, { optional: true }),
    person: ref('涉及人员', person, { optional: true }),
    contractor: ref('涉及外包单位', contractor, { optional: true }),
    until: date('整改期限', { optional: true }),
  },
  facts: { handler, result },
  states: {
    asked: { title: '待指派', tone: 'running', held: peopleOfficer, due: { workingDays: 2 } },
    mending: { title: '整改中', tone: 'running', held: { fact: 'handler' }, due: { workingDays: 20 } },
    mended: { title: '待核实', tone: 'waiting', held: requester, due: { workingDays: 5 } },
    closed: { title: '已整改', tone: 'done', final: true },
    withdrawn: { title: '已撤回', tone: 'stopped', final: true },
  },
  start: 'asked',
  steps: {
    assign: { label: '指派', from: ['asked', 'mending'], to: 'mending', by: [peopleOfficer], input: { handler }, primary: true },
    mend: { label: '报整改情况', from: 'mending', to: 'mended', by: [{ fact: 'handler' }, peopleOfficer], input: { result }, primary: true },
    confirm: { label: '已整改', from: 'mended', to: 'closed', by: [requester], primary: true },
    notYet: { label: '还没有改好', from: 'mended', to: 'mending', by: [requester], comment: 'required' },
    closeUnanswered: { label: '无人核实，办结', from: 'mended', to: 'closed', by: [peopleOfficer], comment: 'required' },
    withdraw: { label: '撤回', from: ['asked', 'mending'], to: 'withdrawn', by: [requester], destructive: true },
  },
  access: { start: [everyone], read: [peopleOfficer, liaison, bureauLeader], export: [peopleOfficer] },
  listed: {
    owner: peopleOfficer,
    feedback: '承办人报整改情况，由提出的人核实',
    keywords: ['整改', '登记错了', '超编', '合同到期', '任职重复'],
    bases: [],
  },
  scope: { organ: 'organ' },
})
