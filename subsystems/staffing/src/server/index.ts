// The server part of staffing 人事事务.
import { definePart } from '@houqin/compose'
import { en } from '../../locales/en.ts'
import { demoAccounts } from '../../seed/accounts.ts'
import { staffing as subsystem } from '../contract/index.ts'
import { departureEffects, leaveOnTheDay } from './departure/departure.ts'
import { loadRecent, loadStaffing } from './demonstration.ts'
import { joinEffects } from './join.ts'
import { leaveEffects } from './leave/leave.ts'
import { lives } from '../../seed/lives.ts'
import { roleRequestEffects } from './role-request.ts'
import { staffingRoutes } from './routes.ts'

export const staffing = definePart({
  subsystem,
  tables: { schema: 'staffing', folder: new URL('../../migrations/', import.meta.url) },
  en,
  effectsOf: (system) => [joinEffects(system), leaveEffects(system), departureEffects(system), roleRequestEffects(system)],
  ticks: (system) => [leaveOnTheDay(system)],
  routes: staffingRoutes,
  demo: { base: loadStaffing, history: loadRecent, lives, accounts: demoAccounts },
})
