// The server part of fleet 公务用车.
import { definePart } from '@houqin/compose'
import { en } from '../../locales/en.ts'
import { fleet as subsystem } from '../contract/index.ts'
import { demoPassword, seedAccount } from '../../seed/account.ts'
import { alarmInquiry } from './alarm-inquiry.ts'
import { ensureDays } from './days.ts'
import { loadFleet, loadPositions } from './demonstration.ts'
import { judging } from './judge.ts'
import { dayRoutes } from './meaning/day-routes.ts'
import { keeping } from './meaning/keep.ts'
import { reckoning } from './meaning/reckon.ts'
import { fleetRoutes } from './routes.ts'

export const fleet = definePart({
  subsystem,
  tables: { schema: 'fleet', folder: new URL('../../migrations/', import.meta.url) },
  en,
  onAlarm: (system) => [alarmInquiry(system)],
  ticks: (system) => [{ name: 'fleet.days', every: 3_600_000, run: (db) => ensureDays(db, system.clock) }, judging(system), reckoning(system), keeping(system)],
  routes: async (app, system) => {
    await app.register(fleetRoutes(system))
    await app.register(dayRoutes(system))
  },
  demo: { base: loadFleet, history: loadPositions, accounts: [{ ...seedAccount, password: demoPassword }] },
})
