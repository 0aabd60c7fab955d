// The server part of goals 工作成效.
import { definePart } from '@houqin/compose'
import { en } from '../../locales/en.ts'
import { goals as subsystem } from '../contract/index.ts'
import { demoPassword, seedAccount } from '../../seed/account.ts'
import { loadGoals, loadSurveys } from './demonstration.ts'
import { lives } from '../../seed/lives.ts'
import { goalsRoutes } from './routes.ts'
import { endSurveys, surveyEffects } from './survey.ts'

export { endLate } from './survey.ts'

export const goals = definePart({
  subsystem,
  tables: { schema: 'goals', folder: new URL('../../migrations/', import.meta.url) },
  en,
  effects: [surveyEffects],
  ticks: (system) => [endSurveys(system)],
  routes: goalsRoutes,
  demo: { base: loadGoals, history: loadSurveys, lives, accounts: [{ ...seedAccount, password: demoPassword }] },
})
