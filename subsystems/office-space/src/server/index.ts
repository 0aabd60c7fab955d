// The server part of office space 办公用房.
import { definePart } from '@houqin/compose'
import { planRoutes as recurringRoutes, runPlans } from '@houqin/plans'
import { en } from '../../locales/en.ts'
import { lives } from '../../seed/asked/lives.ts'
import { officeSpace as subsystem } from '../contract/index.ts'
import { cityEffects } from './city/city-effects.ts'
import { cityRoutes } from './city/city-routes.ts'
import { censusRoutes } from './census/census-routes.ts'
import { censusEffects } from './census/census-effects.ts'
import { loadAsked, loadOfficeSpace } from './demonstration.ts'
import { doorEffects } from './door/door-effects.ts'
import { doorRoutes } from './door/door-routes.ts'
import { patrolEffects } from './patrol/patrol-effects.ts'
import { patrolPlanPath, patrolPlans } from './patrol/patrol-plans.ts'
import { patrolRoutes } from './patrol/patrol-routes.ts'
import { planRoutes } from './plan/plan-routes.ts'
import { reallotmentRoutes } from './reallotment/reallotment-routes.ts'
import { redressEffects } from './redress/redress-effects.ts'
import { redressRoutes } from './redress/redress-routes.ts'
import { requestEffects } from './request/request-effects.ts'
import { requestRoutes } from './request/request-routes.ts'
import { spaceRoutes } from './space-routes.ts'
import { filingEffects } from './yearly/file-rooms.ts'
import { publicationEffects } from './yearly/publish.ts'
import { yearlyRoutes } from './yearly/yearly-routes.ts'

export { auditSpace } from './audit.ts'
export type { SpaceAudit } from './audit.ts'
export { districtLedger } from './ledger/district-ledger.ts'
export type { DistrictLedger } from '../contract/answers.ts'

export const officeSpace = definePart({
  subsystem,
  tables: { schema: 'office_space', folder: new URL('../../migrations/', import.meta.url) },
  en,
  effectsOf: (system) => [redressEffects(system), censusEffects(system), requestEffects(system), cityEffects(system), publicationEffects(system), filingEffects(), doorEffects(system), patrolEffects(system)],
  ticks: (system) => [{ name: 'office-space.plans', every: 15_000, run: () => runPlans(patrolPlans(system)) }],
  routes: async (app, system) => {
    await app.register(spaceRoutes(system))
    await app.register(planRoutes(system))
    await app.register(reallotmentRoutes(system))
    await app.register(censusRoutes(system))
    await app.register(requestRoutes(system))
    await app.register(redressRoutes(system))
    await app.register(cityRoutes(system))
    await app.register(yearlyRoutes(system))
    await app.register(doorRoutes(system))
    await app.register(patrolRoutes(system))
    recurringRoutes(app, patrolPlans(system), patrolPlanPath)
  },
  demo: { base: loadOfficeSpace, history: loadAsked, lives },
})
