// A survey 满意度测评: one organ says once a quarter how the bureau served it, in the four words the bureau promises.
import { choice, date, defineMatter, longText, ref, text } from '@houqin/define'
import { bureauLeader, liaison, organ } from '@houqin/people'
import { goalsOfficer } from './roles.ts'

/** `s4` and `s5` count as satisfied; the last character is the mark. */
export const degrees = Object.freeze({ s5: '很满意', s4: '满意', s3: '一般', s2: '不满意', s1: '很不满意' } as const)
const degree = (label: string, hint: string) => choice(label, degrees, { hint })
const answers = {
  safe: degree('安全', '消防、秩序、食品、用电用水让人放心'),
  orderly: degree('规范', '按制度办，标准一致，公开透明'),
  efficient: degree('高效', '响应快，一次办好，不用催'),
  overall: degree('总体', '对机关后勤服务的总体评价'),
  words: longText('意见建议', { max: 500, optional: true }),
}

export const survey = defineMatter('goals.survey', {
  title: '满意度测评',
  prefix: 'CP',
  subject: (f, label) => `${label('organ')} ${f.quarter}`,
  form: {
    organ: ref('单位', organ),
    quarter: text('季度', { max: 7, hint: '如 2026-Q4' }),
    until: date('截止日期'),
  },
  facts: answers,
  states: {
    asked: { title: '待填写', tone: 'running', held: liaison },
    answered: { title: '已填写', tone: 'done', final: true },
    lapsed: { title: '未填写', tone: 'stopped', final: true },
  },
  start: 'asked',
  steps: {
    // An organ without a liaison answers on paper; the officer enters it and says so.
    answer: { label: '填写测评', from: 'asked', to: 'answered', by: [liaison, goalsOfficer], input: answers, primary: true, comment: 'none' },
    lapse: { label: '到期未填，结束', from: 'asked', to: 'lapsed', by: [goalsOfficer] },
  },
  access: { start: [goalsOfficer], read: [goalsOfficer, bureauLeader, liaison], export: [goalsOfficer, bureauLeader] },
  scope: { organ: 'organ' },
  listed: { owner: goalsOfficer, limit: '通知上写明的截止日期前', feedback: '结果按季度汇总，意见逐条转有关科室', keywords: ['满意度', '测评', '问卷'], bases: [] },
})
