// The web part of goals 工作成效: the leader's page, the work report, the survey.
import { fill, page } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { board, boardHead, defineWebPart, matterScreens } from '@houqin/web-kit'
import { goals, survey } from '../contract/index.ts'
import { readers } from './readers.ts'


export const web = defineWebPart({
  subsystem: goals,
  screens: [
    page({ path: '/goals/overview', title: '全局一页', group: '办事', who: readers, load: () => import('./leader/leader-page.tsx') }),
    page({ path: '/goals/work-report', title: '工作报告', group: '办事', who: readers, load: () => import('./report/work-report-page.tsx') }),
    page({ path: '/goals/surveys', title: '满意度测评', group: '办事', who: readers, load: () => import('./surveys/surveys-page.tsx') }),
    ...matterScreens(survey, { group: '办事', hidden: true }),
  ],
  fills: [
    fill(boardHead, () => import('./board/goals-strip.tsx')),
    fill(board, () => import('./board/overdue-panel.tsx')),
    fill(board, () => import('./board/unkept-panel.tsx')),
  ],
  homes: [{ who: [bureauLeader], path: '/goals/overview' }],
  words: async () => (await import('../../locales/en.ts')).en,
})
