// Rule-making 制度制定: a rule of the house from its draft over opinions and legal review to issue, evaluation, revision and repeal.
import { choice, date, defineMatter, everyone, files, longText, ref, requester, text } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { document } from './document.ts'
import { legalReviewer, regulationsOfficer } from './roles.ts'

export const ruleMaking = defineMatter('regulations.rule-making', {
  title: '制度制定',
  prefix: 'ZD',
  subject: (form) => form.title,
  form: {
    title: text('制度名称', { max: 150 }),
    aim: choice('事由', { make: '新订', revise: '修订', repeal: '废止' }),
    document: ref('原制度', document, { optional: true, hint: '修订、废止的选原来的制度' }),
    reason: longText('为什么', { hint: '解决什么问题,依据哪些上位规定' }),
    draft: longText('草案', { max: 20_000, optional: true, hint: '一条一段,以“第一条”开头;也可只传附件' }),
    papers: files('附件'),
  },
  facts: {
    opinionsUntil: date('意见征求至', { optional: true }),
    heard: longText('意见采纳情况', { optional: true }),
    finding: longText('法制审核意见', { optional: true }),
    number: text('文号', { max: 80, optional: true }),
    inForceOn: date('施行日期', { optional: true }),
    worth: choice('评估结论', { keep: '继续有效', revise: '需要修订', repeal: '建议废止' }, { optional: true }),
  },
  states: {
    draft: { title: '起草', tone: 'draft', held: requester },
    opinions: { title: '征求意见', tone: 'waiting', held: requester, due: { workingDays: 15 } },
    review: { title: '法制审核', tone: 'running', held: legalReviewer, due: { workingDays: 5 } },
    decision: { title: '待印发', tone: 'running', held: bureauLeader, due: { workingDays: 5 } },
    inForce: { title: '施行中', tone: 'done', held: regulationsOfficer },
    evaluated: { title: '已评估', tone: 'waiting', held: regulationsOfficer, due: { workingDays: 20 } },
    repealed: { title: '已废止', tone: 'stopped', final: true },
    dropped: { title: '不再制定', tone: 'stopped', final: true },
  },
  start: 'draft',
  steps: {
    ask: {
      label: '征求意见', from: 'draft', to: 'opinions', by: [requester, regulationsOfficer], primary: true,
      input: { opinionsUntil: date('意见征求至') },
    },
    submit: {
      label: '送法制审核', from: 'opinions', to: 'review', by: [requester, regulationsOfficer], primary: true,
      input: { heard: longText('意见采纳情况', { hint: '收到哪些意见,哪些采纳,不采纳的为什么' }) },
    },
    pass: {
      label: '审核通过', from: 'review', to: 'decision', by: [legalReviewer], primary: true,
      input: { finding: longText('法制审核意见') },
    },
    sendBack: { label: '退回修改', from: ['review', 'decision'], to: 'draft', by: [legalReviewer, bureauLeader], comment: 'required' },
    issue: {
      label: '印发', from: 'decision', to: 'inForce', by: [bureauLeader], primary: true,
      input: { number: text('文号', { max: 80 }), inForceOn: date('施行日期') },
    },
    evaluate: {
      label: '评估', from: 'inForce', to: 'evaluated', by: [regulationsOfficer], comment: 'required', primary: true,
      input: { worth: choice('评估结论', { keep: '继续有效', revise: '需要修订', repeal: '建议废止' }) },
    },
    keep: { label: '继续施行', from: 'evaluated', to: 'inForce', by: [regulationsOfficer] },
    revise: { label: '开始修订', from: ['inForce', 'evaluated'], to: 'draft', by: [regulationsOfficer], comment: 'required' },
    repeal: { label: '废止', from: ['inForce', 'evaluated', 'decision'], to: 'repealed', by: [bureauLeader], comment: 'required', destructive: true },
    drop: { label: '不再制定', from: ['draft', 'opinions'], to: 'dropped', by: [requester, regulationsOfficer], comment: 'required', destructive: true },
  },
  access: { start: [regulationsOfficer], read: [everyone], export: [regulationsOfficer] },
})
