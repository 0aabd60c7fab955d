// A complaint 投诉: somebody is not satisfied; it is answered within days and the asker says whether that will do.
import { bool, choice, defineMatter, everyone, files, longText, ref, requester, text } from '@houqin/define'
import { bureauLeader, person } from '@houqin/people'
import { site } from '@houqin/places'
import { serviceOfficer } from './roles.ts'

export const businesses = Object.freeze({
  repair: '维修服务',
  cleaning: '保洁环境',
  meals: '餐饮',
  parking: '停车',
  order: '秩序安全',
  meeting: '会议服务',
  office: '办公条件',
  other: '其他',
} as const)

const handler = ref('承办人', person)
const answer = longText('答复', { max: 1000 })
const published = bool('在公示栏公开', { hint: '只公开内容摘要和答复，不公开姓名' })
const digest = text('公开摘要', { max: 80, optional: true, hint: '公开时写，不写人名和电话' })

export const complaint = defineMatter('service-desk.complaint', {
  title: '投诉',
  prefix: 'TS',
  subject: (f) => f.what.slice(0, 40),
  form: {
    what: longText('投诉内容', { max: 1000, min: 4 }),
    about: choice('涉及业务', businesses),
    site: ref('场所', site, { optional: true }),
    photos: files('照片', { accept: 'image', max: 6 }),
    phone: text('联系电话', { max: 20, optional: true, grade: 'personal', mask: 'phone' }),
  },
  facts: { handler, answer, published, digest },
  states: {
    received: { title: '待受理', tone: 'running', held: serviceOfficer, due: { workingHours: 4 } },
    handling: { title: '办理中', tone: 'running', held: { fact: 'handler' }, due: { workingDays: 3 } },
    answered: { title: '待评价', tone: 'waiting', held: requester, due: { workingDays: 5 } },
    returned: { title: '待补充', tone: 'waiting', held: requester, due: { workingDays: 5 } },
    closed: { title: '已办结', tone: 'done', final: true },
    withdrawn: { title: '已撤回', tone: 'stopped', final: true },
  },
  start: 'received',
  steps: {
    accept: { label: '受理', from: 'received', to: 'handling', by: [serviceOfficer], input: { handler }, primary: true },
    askMore: { label: '请补充', from: ['received', 'handling'], to: 'returned', by: [serviceOfficer], comment: 'required' },
    resubmit: { label: '补充', from: 'returned', to: 'received', by: [requester], comment: 'required', primary: true },
    forward: { label: '转办', from: 'handling', to: 'handling', by: [{ fact: 'handler' }, serviceOfficer], input: { handler }, comment: 'required' },
    answer: {
      label: '答复',
      from: 'handling',
      to: 'answered',
      by: [{ fact: 'handler' }, serviceOfficer],
      input: { answer, published, digest },
      primary: true,
    },
    satisfied: { label: '满意', from: 'answered', to: 'closed', by: [requester], rates: true, primary: true },
    unsatisfied: { label: '不满意', from: ['answered', 'closed'], to: 'handling', by: [requester], comment: 'required' },
    closeUnanswered: { label: '无人评价，办结', from: ['answered', 'returned'], to: 'closed', by: [serviceOfficer] },
    withdraw: { label: '撤回', from: ['received', 'handling', 'returned'], to: 'withdrawn', by: [requester], destructive: true },
  },
  access: { start: [everyone], read: [serviceOfficer, bureauLeader], export: [serviceOfficer] },
  listed: {
    owner: serviceOfficer,
    feedback: '答复后由投诉人确认，不满意的可重新打开',
    keywords: ['投诉', '举报', '服务态度', '没人管', '态度差', '不满意'],
    bases: [{ document: '机关事务管理条例', clause: '第二十七条', mark: 'V' }],
  },
  scope: { site: 'site' },
})
