// A suggestion 建议: somebody knows how to do it better; it is weighed, answered and, when adopted, shown to all.
import { bool, choice, defineMatter, everyone, files, longText, ref, requester, text } from '@houqin/define'
import { bureauLeader, person } from '@houqin/people'
import { site } from '@houqin/places'
import { businesses } from './complaint.ts'
import { serviceOfficer } from './roles.ts'

const handler = ref('承办人', person)
const verdict = choice('采纳情况', { adopted: '采纳', partly: '部分采纳', planned: '列入计划', declined: '暂不采纳' })
const answer = longText('答复', { max: 1000 })
const published = bool('在公示栏公开', { hint: '只公开内容摘要和答复，不公开姓名' })
const digest = text('公开摘要', { max: 80, optional: true })

export const suggestion = defineMatter('service-desk.suggestion', {
  title: '建议',
  prefix: 'JY',
  subject: (f) => f.what.slice(0, 40),
  form: {
    what: longText('建议内容', { max: 1000, min: 4 }),
    about: choice('涉及业务', businesses),
    site: ref('场所', site, { optional: true }),
    photos: files('照片', { accept: 'image', max: 6 }),
  },
  facts: { handler, verdict, answer, published, digest },
  states: {
    received: { title: '待受理', tone: 'running', held: serviceOfficer, due: { workingDays: 2 } },
    considering: { title: '研究中', tone: 'running', held: { fact: 'handler' }, due: { workingDays: 10 } },
    answered: { title: '待评价', tone: 'waiting', held: requester, due: { workingDays: 5 } },
    closed: { title: '已办结', tone: 'done', final: true },
    withdrawn: { title: '已撤回', tone: 'stopped', final: true },
  },
  start: 'received',
  steps: {
    accept: { label: '受理', from: 'received', to: 'considering', by: [serviceOfficer], input: { handler }, primary: true },
    forward: { label: '转办', from: 'considering', to: 'considering', by: [{ fact: 'handler' }, serviceOfficer], input: { handler }, comment: 'required' },
    answer: {
      label: '答复',
      from: 'considering',
      to: 'answered',
      by: [{ fact: 'handler' }, serviceOfficer],
      input: { verdict, answer, published, digest },
      primary: true,
    },
    satisfied: { label: '满意', from: 'answered', to: 'closed', by: [requester], rates: true, primary: true },
    unsatisfied: { label: '再议', from: ['answered', 'closed'], to: 'considering', by: [requester], comment: 'required' },
    closeUnanswered: { label: '无人评价，办结', from: 'answered', to: 'closed', by: [serviceOfficer] },
    withdraw: { label: '撤回', from: ['received', 'considering'], to: 'withdrawn', by: [requester], destructive: true },
  },
  access: { start: [everyone], read: [serviceOfficer, bureauLeader], export: [serviceOfficer] },
  listed: {
    owner: serviceOfficer,
    feedback: '告知采纳与否和理由',
    keywords: ['建议', '提意见', '希望增加', '能不能改进'],
    bases: [{ document: '机关事务管理条例', clause: '第二十七条', mark: 'V' }],
  },
  scope: { site: 'site' },
})
