// The server part of places 场所.
import { definePart } from '@houqin/compose'
import { planRoutes, runPlans } from '@houqin/plans'
import { en } from '../../locales/en.ts'
import { dutyGroup, places as subsystem, site } from '../contract/index.ts'
import { loadPatrols, loadPlaces } from './demonstration.ts'
import { dutySwapEffects } from './duty-roster.ts'
import { leaseRenewalEffects } from './lease-renewal.ts'
import { lives } from '../../seed/lives.ts'
import { pastPatrolsFit } from './past-patrols.ts'
import { patrolEffects } from './patrol.ts'
import { planDesk, planPath } from './plans.ts'
import { roundsRoutes } from './rounds-routes.ts'
import { stewardDayRoute } from './steward-day-route.ts'
import { totalsRoute } from './totals-route.ts'

export { handoverDraft } from './handover-draft.ts'
export { stewardDay } from './steward-day.ts'
export type { StewardDay } from '../contract/answers.ts'

export const places = definePart({
  subsystem,
  tables: { schema: 'places', folder: new URL('../../migrations/', import.meta.url) },
  en,
  responsibilities: [{ register: site, field: 'steward' }, { register: dutyGroup, lines: 'members', field: 'person' }],
  fitting: [pastPatrolsFit],
  effects: [patrolEffects],
  effectsOf: (system) => [leaseRenewalEffects(system), dutySwapEffects(system)],
  ticks: (system) => [{ name: 'places.plans', every: 15_000, run: () => runPlans(planDesk(system)) }],
  routes: (app, system) => {
    stewardDayRoute(app, system)
    totalsRoute(app, system)
    roundsRoutes(app, system)
    planRoutes(app, planDesk(system), planPath)
  },
  demo: { base: loadPlaces, history: loadPatrols, lives },
})
