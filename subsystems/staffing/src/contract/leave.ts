// A leave 请假: asked by staff, approved by length, with a deputy for those days and somebody for each matter left behind; over with 销假.
import { choice, date, defineMatter, everyone, lines, longText, quantity, ref, requester, route, text } from '@houqin/define'
import { liaison, organ, peopleOfficer, person } from '@houqin/people'

export const leaveKinds = Object.freeze({
  annual: '年休假', personal: '事假', sick: '病假', marriage: '婚假', maternity: '产假', bereavement: '丧假', training: '外出学习',
} as const)
/** A head is approved by others than those he heads: read from his posts, never chosen. */
export const leaveAskers = Object.freeze({ head: '单位主要负责人', staff: '其他干部职工' } as const)

export const leave = defineMatter('staffing.leave', {
  title: '请假',
  prefix: 'QJ',
  subject: (f) => `${leaveKinds[f.kind]} ${f.from} 至 ${f.to}`,
  form: {
    kind: choice('假别', leaveKinds),
    from: date('自'),
    to: date('至', { hint: '含这一天；只请一天的与开始相同' }),
    reason: longText('事由', { max: 300, min: 2 }),
    deputy: ref('外出期间由谁代理', person, { optional: true, hint: '代您审批；不审批事项的不填' }),
    organ: ref('单位', organ, { optional: true, hint: '不填为本人所在单位' }),
  },
  facts: {
    days: quantity('工作日', '天', { scale: 0 }),
    asker: choice('请假人身份', leaveAskers),
    backOn: date('实际返岗'),
  },
  lines: {
    handover: lines('工作交接', {
      fields: {
        what: choice('交什么', { matter: '经手事项', key: '钥匙印章', duty: '值班和其他' }),
        number: text('单号', { max: 40, optional: true, hint: '经手事项填，如 BX-20261124-0007' }),
        title: text('内容', { max: 80, optional: true }),
        to: ref('交给谁', person),
        outcome: choice('结果', { handed: '已交', closed: '已办结，不用交' }, { optional: true }),
      },
    }),
  },
  states: {
    drafted: { title: '待报批', tone: 'draft', held: requester },
    away: { title: '已批准', tone: 'running', held: requester },
    back: { title: '已销假', tone: 'done', final: true },
    dropped: { title: '不请了', tone: 'stopped', final: true },
  },
  start: 'drafted',
  asks: ['handover'],
  steps: {
    submit: {
      label: '报批',
      from: 'drafted',
      to: 'away',
      by: [requester],
      primary: true,
      approve: route('staffing.leave-days', { amount: 'days', kind: 'asker', refused: 'drafted' }),
    },
    handOver: { label: '补充交接', from: ['drafted', 'away'], by: [requester], lines: ['handover'] },
    returns: { label: '销假', from: 'away', to: 'back', by: [requester, peopleOfficer], comment: 'none', primary: true },
    drop: { label: '不请了', from: ['drafted', 'away'], to: 'dropped', by: [requester], destructive: true },
  },
  access: { start: [everyone], read: [peopleOfficer, liaison], export: [peopleOfficer] },
  listed: { owner: peopleOfficer, feedback: '批准后当天起由代理人代办，到期提醒销假', keywords: ['请假', '休假', '年休假', '病假', '事假', '销假', '工作交接'], bases: [] },
  scope: { organ: 'organ' },
})
