// Rule-making 制度制定: a rule of the house from its draft over opinions, legal review and approval to a version in force, evaluated by the clock.
import { choice, date, defineMatter, everyone, files, lines, longText, ref, requester, route, text } from '@houqin/define'
import { bureauLeader, organ, person } from '@houqin/people'
import { document } from './document.ts'
import { legalReviewer, regulationsOfficer } from './roles.ts'

/** Longer than any rule of a bureau; an article alone is bounded by what a law's article may hold. */
export const longestDraft = 60_000

const opinionsUntil = date('意见征求至', { hint: '到这一天为止全体干部职工都可以提意见' })
const draft = longText('草案', { max: longestDraft, hint: '一条一段，以“第一条”开头；第X章、第X节各占一行' })
const finding = longText('法制审核意见')
const number = text('文号', { max: 80 })
const inForceOn = date('施行日期', { hint: '不早于今天，晚于现行版本的施行日期' })
const evaluateBy = date('何时评估', { hint: '到这一天由制度管理员评估；没有统一规定，按本局需要定' })
const repealedOn = date('从哪天起废止', { hint: '这一天起不再有效，此前仍有效' })
const readBy = date('阅知期限', { hint: '哪天前要阅知' })
const audience = choice('发给谁', { everybody: '全体', named: '指定的单位和角色' })
const worth = choice('评估结论', { keep: '继续有效', revise: '需要修订', repeal: '建议废止' })

export const handlings = Object.freeze({ adopted: '采纳', partly: '部分采纳', declined: '不采纳' } as const)
export type Handling = keyof typeof handlings

export const ruleMaking = defineMatter('regulations.rule-making', {
  title: '制度制定',
  prefix: 'ZD',
  subject: (form) => form.title,
  form: {
    title: text('制度名称', { max: 150, min: 2 }),
    aim: choice('事由', { make: '新订', revise: '修订', repeal: '废止' }),
    rank: choice('制度类别', { basic: '基本制度', measure: '管理办法', procedure: '操作规程' }, { hint: '决定由谁审批' }),
    document: ref('原制度', document, { optional: true, hint: '修订、废止的选原来的制度' }),
    reason: longText('为什么', { hint: '解决什么问题，依据哪些上位规定' }),
    papers: files('附件'),
  },
  facts: {
    draft, opinionsUntil, finding, number, inForceOn, evaluateBy, repealedOn, worth, readBy,
    issued: ref('印发的制度', document),
  },
  lines: {
    asked: lines('征求对象', { fields: { organ: ref('单位', organ, { optional: true }), person: ref('人员', person, { optional: true }) } }),
    readers: lines('阅知范围', { fields: { organ: ref('单位', organ, { optional: true }), role: text('角色', { max: 80, optional: true, hint: '角色的编号，如 people.liaison' }) } }),
    opinions: lines('意见', {
      fields: {
        article: text('对哪一条', { max: 30, optional: true, hint: '如 第三条；对全文的留空' }),
        text: longText('意见', { max: 2000, min: 2 }),
        handling: choice('处理', handlings, { optional: true }),
        why: longText('理由', { max: 500, optional: true }),
      },
    }),
  },
  states: {
    draft: { title: '起草', tone: 'draft', held: requester },
    opinions: { title: '征求意见', tone: 'waiting', held: requester },
    review: { title: '法制审核', tone: 'running', held: legalReviewer, due: { workingDays: 5 } },
    decision: { title: '待报批印发', tone: 'running', held: requester, due: { workingDays: 5 } },
    // Nobody's until its evaluation falls due: then the clock hands it to the officer.
    inForce: { title: '施行中', tone: 'done' },
    evaluated: { title: '已评估', tone: 'waiting', held: regulationsOfficer, due: { workingDays: 20 } },
    repealed: { title: '已废止', tone: 'stopped', final: true },
    dropped: { title: '不再制定', tone: 'stopped', final: true },
  },
  start: 'draft',
  steps: {
    write: { label: '写草案', from: ['draft', 'opinions'], by: [requester], input: { draft }, comment: 'none' },
    ask: { label: '征求意见', from: 'draft', to: 'opinions', by: [requester], primary: true, input: { opinionsUntil }, lines: ['asked'] },
    opine: { label: '提意见', from: 'opinions', by: [everyone], lines: ['opinions'], comment: 'none' },
    handle: { label: '处理意见', from: 'opinions', by: [requester], settles: { opinions: ['handling', 'why'] }, comment: 'none' },
    submit: { label: '送法制审核', from: 'opinions', to: 'review', by: [requester], primary: true },
    pass: { label: '审核通过', from: 'review', to: 'decision', by: [legalReviewer], primary: true, input: { finding } },
    sendBack: { label: '退回修改', from: 'review', to: 'draft', by: [legalReviewer], comment: 'required' },
    issue: {
      label: '报批印发', from: 'decision', to: 'inForce', by: [requester], primary: true,
      input: { number, inForceOn, evaluateBy },
      approve: route('regulations.issue', { kind: 'rank', refused: 'draft' }),
    },
    circulate: { label: '布置阅知', from: ['inForce', 'evaluated'], by: [requester, regulationsOfficer], input: { readBy, audience }, lines: ['readers'], comment: 'none' },
    remind: { label: '催阅', from: ['inForce', 'evaluated'], by: [requester, regulationsOfficer], comment: 'none' },
    evaluate: { label: '评估', from: 'inForce', to: 'evaluated', by: [regulationsOfficer], comment: 'required', primary: true, input: { worth } },
    keep: { label: '继续施行', from: 'evaluated', to: 'inForce', by: [regulationsOfficer], input: { evaluateBy }, primary: true },
    revise: { label: '开始修订', from: ['inForce', 'evaluated'], to: 'draft', by: [regulationsOfficer], comment: 'required' },
    repeal: {
      label: '报批废止', from: ['decision', 'evaluated'], to: 'repealed', by: [requester, regulationsOfficer], comment: 'required', destructive: true,
      input: { repealedOn },
      approve: route('regulations.repeal', { kind: 'rank' }),
    },
    drop: { label: '不再制定', from: ['draft', 'opinions', 'decision'], to: 'dropped', by: [requester, regulationsOfficer], comment: 'required', destructive: true },
  },
  access: { start: [regulationsOfficer], read: [everyone], export: [regulationsOfficer, bureauLeader] },
  listed: {
    owner: regulationsOfficer,
    limit: '征求意见的期限由起草人写明，法制审核五个工作日，审批按审批路线',
    feedback: '每条意见写明采纳与否和理由，草案和办理经过人人可看',
    keywords: ['制度修订', '制定制度', '订制度', '修订制度', '废止制度', '发文流程', '内部规定'],
    bases: [{ document: '机关事务管理条例', clause: '第三条', mark: 'V' }],
  },
})
