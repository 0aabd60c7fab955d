// Goals 工作成效: 安全、规范、高效、满意 as figures, the survey that asks the organs, and the report that writes itself.
import { defineSubsystem } from '@houqin/define'
import { standardsKept } from './reports/standards-kept.ts'
import { surveysAnswered, surveysByOrgan } from './reports/surveys.ts'
import { goalsOfficer } from './roles.ts'
import { survey } from './survey.ts'

export { surveysByOrgan } from './reports/surveys.ts'
export { goalsOfficer } from './roles.ts'
export { degrees, survey } from './survey.ts'
export type * from './wire.ts'

export const goals = defineSubsystem('goals', '工作成效', {
  roles: { goalsOfficer },
  matters: { survey },
  reports: { standardsKept, surveysAnswered, surveysByOrgan },
})
