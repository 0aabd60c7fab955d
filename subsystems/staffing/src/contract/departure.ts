// A departure 离岗: somebody resigns, retires or goes to another post; what he holds and owes is handed over line by line, and on the day his account closes.
import { approvalOfficer, choice, date, defineMatter, files, lines, longText, ref, requester, route, text } from '@houqin/define'
import { bureauLeader, liaison, organ, peopleOfficer, person } from '@houqin/people'

export const departureKinds = Object.freeze({ resign: '辞职', retire: '退休', out: '调出本区', within: '区内调动' } as const)
/** 移交 to somebody · 收回 from him, when nobody follows · 不办, with the reason why it may stay as it is. */
export const settlingWays = Object.freeze({ hand: '移交', end: '收回', waive: '不办' } as const)
export type SettlingWay = keyof typeof settlingWays

const leaver = ref('离岗人', person)

export const departure = defineMatter('staffing.departure', {
  title: '离岗',
  prefix: 'LG',
  subject: (f, label) => `${label('person')}${departureKinds[f.kind]} ${f.on}`,
  form: {
    person: ref('谁离岗', person),
    kind: choice('离岗类别', departureKinds),
    on: date('离岗日期', { hint: '从这一天起不再上班，账号当天停用；区内调动的从这一天起到新单位' }),
    why: longText('原因', { max: 300, min: 2 }),
    toOrgan: ref('调往单位', organ, { optional: true, hint: '只有区内调动填写' }),
    toTitle: text('新职务', { max: 60, optional: true, hint: '只有区内调动填写' }),
    papers: files('调令、批准文件', { max: 6 }),
    organ: ref('原单位', organ, { optional: true, hint: '不用填，随离岗人' }),
  },
  facts: { leaver, goneOn: date('办理离岗') },
  lines: {
    settled: lines('交接', {
      fields: {
        title: text('事项', { max: 200, optional: true }),
        way: choice('怎么办', settlingWays),
        to: ref('交给谁', person, { optional: true }),
        reason: text('原因', { max: 300, optional: true }),
        outcome: choice('结果', { done: '已办', waived: '不办', planned: '到日办理', replaced: '已改', failed: '没有办成' }, { optional: true }),
        item: text('代码', { max: 160 }),
      },
    }),
  },
  states: {
    drafted: { title: '待报批', tone: 'draft', held: requester },
    settling: { title: '交接中', tone: 'running', held: peopleOfficer },
    gone: { title: '已离岗，待结清', tone: 'waiting', held: peopleOfficer, due: { workingDays: 5 } },
    closed: { title: '已结清', tone: 'done', final: true },
    dropped: { title: '不离岗了', tone: 'stopped', final: true },
  },
  start: 'drafted',
  steps: {
    submit: {
      label: '报批',
      from: 'drafted',
      to: 'settling',
      by: [requester],
      primary: true,
      approve: route('staffing.departure', { kind: 'kind', refused: 'drafted', concerns: ['person'] }),
    },
    settle: { label: '办交接', from: ['settling', 'gone'], by: [peopleOfficer, approvalOfficer, { fact: 'leaver' }], lines: ['settled'], comment: 'none' },
    leave: { label: '办理离岗', from: 'settling', to: 'gone', by: [peopleOfficer], comment: 'none', primary: true },
    close: { label: '结清', from: 'gone', to: 'closed', by: [peopleOfficer], primary: true },
    drop: { label: '不离岗了', from: ['drafted', 'settling'], to: 'dropped', by: [requester, peopleOfficer], comment: 'required', destructive: true },
  },
  access: { start: [peopleOfficer, liaison], read: [peopleOfficer, liaison, approvalOfficer, bureauLeader], export: [peopleOfficer] },
  listed: { owner: peopleOfficer, feedback: '批准后逐项交接，离岗当天账号停用，全部结清才办结', keywords: ['离职', '辞职', '退休', '调出', '调动', '离岗', '工作交接'], bases: [] },
  scope: { organ: 'organ' },
})
