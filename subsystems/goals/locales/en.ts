// The words of 工作成效 in English.
import type { Words } from '@houqin/words'
import type { goals } from '../src/contract/index.ts'

const degrees = { s5: 'Very satisfied', s4: 'Satisfied', s3: 'So-so', s2: 'Dissatisfied', s1: 'Very dissatisfied' }
const answers = {
  safe: { label: 'Safe', options: degrees },
  orderly: { label: 'By the rules', options: degrees },
  efficient: { label: 'Quick', options: degrees },
  overall: { label: 'Overall', options: degrees },
  words: 'Opinions and wishes',
}

export const en = {
  title: 'Goals',
  roles: { goalsOfficer: 'Goals officer' },
  registers: {},
  matters: {
    survey: {
      title: 'Satisfaction survey',
      form: { organ: 'Organ', quarter: 'Quarter', until: 'Until' },
      facts: answers,
      lines: {},
      states: { asked: 'To be answered', answered: 'Answered', lapsed: 'Not answered' },
      steps: { answer: { label: 'Answer', input: answers }, lapse: 'End without an answer' },
    },
  },
  standards: {},
  signals: {},
  phrases: {
    全局一页: 'The bureau on one page',
    工作报告: 'Work report',
    满意度测评: 'Satisfaction survey',
    '如 2026-Q4': 'Such as 2026-Q4',
    截止后两天仍未填写: 'Not answered two days after the last day',
    '消防、秩序、食品、用电用水让人放心': 'Fire safety, order, food, power and water can be relied upon',
    '按制度办，标准一致，公开透明': 'By the rules, one measure for all, in the open',
    '响应快，一次办好，不用催': 'Quick, done at once, no need to ask twice',
    '对机关后勤服务的总体评价': 'The services as a whole',
  },
  reports: {
    standardsKept: {
      title: 'In line with the rules',
      columns: { standards: 'Rules checked daily', all: 'Checked', good: 'In line', open: 'In breach', opened: 'Found in the period', ended: 'Mended in the period' },
      says: 'Provision follows the standards: {standards} rules are checked every night; at the end {all} were checked, {good} in line, {open} in breach; {opened} were found in the period and {ended} mended.',
      formula: 'In line with the rules at the end of the period ÷ all that was checked',
    },
    surveysAnswered: {
      title: 'Survey of the organs',
      columns: { sent: 'Sent', all: 'Answered', good: 'Satisfied', share: 'Satisfied share' },
      says: 'Opinions are asked for: {sent} surveys went to the organs, {all} came back, {good} of them satisfied or better ({share}).',
      formula: 'Surveys “satisfied” or better overall ÷ surveys answered',
    },
    surveysByOrgan: {
      title: 'Survey by organ',
      columns: { id: 'Organ id', organ: 'Organ', sent: 'Sent', all: 'Answered', safe: 'Safe', orderly: 'By the rules', efficient: 'Quick', overall: 'Overall' },
    },
  },
} satisfies Words<typeof goals>
