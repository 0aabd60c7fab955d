// The server part of fleet 公务用车.
import { definePart } from '@houqin/compose'
import { en } from '../../locales/en.ts'
import { fleet as subsystem } from '../contract/index.ts'
import { demoPassword, seedAccount } from '../../seed/account.ts'
import { officeDemoAccounts } from '../../seed/office/accounts.ts'
import { useLives } from '../../seed/office/lives.ts'
import { accountRoutes } from './account/account-routes.ts'
import { workbookRoutes } from './account/workbooks.ts'
import { alarmInquiry } from './alarm-inquiry.ts'
import { settlingCommands } from './commands/outcomes.ts'
import { commandRoutes } from './commands/routes.ts'
import { ensureDays } from './days.ts'
import { loadFleet, loadHistory } from './demonstration.ts'
import { fencesFit } from './fences/fitting.ts'
import { fenceRoutes } from './fences/routes.ts'
import { immobilisationsFit, sealChecksFit } from './immobilised/fitting.ts'
import { immobilisedRoutes } from './immobilised/routes.ts'
import { judging } from './judge.ts'
import { dayRoutes } from './meaning/day-routes.ts'
import { keeping } from './meaning/keep.ts'
import { reckoning } from './meaning/reckon.ts'
import { listening } from './meaning/silence.ts'
import { checkingSlips } from './meaning/slips-driven.ts'
import { officeEffects } from './office/office-effects.ts'
import { inspectionFits, insuranceFits } from './office/road-papers.ts'
import { officeRoutes } from './office/routes.ts'
import { publicationRoutes } from './publication/routes.ts'
import { fleetRoutes } from './routes.ts'

export { ensureDay } from './days.ts'
export { dayOfCar, daysOfCars } from './meaning/day.ts'
export { reckonDay } from './meaning/reckon.ts'
export { slipsOf } from './office/slips.ts'
export type { Slip } from '../contract/dispatch-answers.ts'

export const fleet = definePart({
  subsystem,
  tables: { schema: 'fleet', folder: new URL('../../migrations/', import.meta.url) },
  en,
  fitting: [fencesFit, insuranceFits, inspectionFits, sealChecksFit, immobilisationsFit],
  effectsOf: (system) => officeEffects(system),
  onAlarm: (system) => [alarmInquiry(system)],
  ticks: (system) => [{ name: 'fleet.days', every: 3_600_000, run: (db) => ensureDays(db, system.clock) }, judging(system), reckoning(system), keeping(system), listening(system), settlingCommands(system), checkingSlips(system)],
  routes: async (app, system) => {
    await app.register(fleetRoutes(system))
    await app.register(dayRoutes(system))
    await app.register(fenceRoutes(system))
    await app.register(commandRoutes(system))
    await app.register(immobilisedRoutes(system))
    await app.register(officeRoutes(system))
    await app.register(accountRoutes(system))
    await app.register(workbookRoutes(system))
    await app.register(publicationRoutes(system))
  },
  demo: { base: loadFleet, history: loadHistory, lives: useLives, accounts: [{ ...seedAccount, password: demoPassword }, ...officeDemoAccounts] },
})
