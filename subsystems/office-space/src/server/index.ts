// The server part of office space 办公用房.
import { definePart } from '@houqin/compose'
import { en } from '../../locales/en.ts'
import { officeSpace as subsystem } from '../contract/index.ts'
import { loadOfficeSpace } from './demonstration.ts'
import { planRoutes } from './plan/plan-routes.ts'
import { reallotmentRoutes } from './reallotment/reallotment-routes.ts'
import { redressEffects } from './redress.ts'
import { spaceRoutes } from './space-routes.ts'

export const officeSpace = definePart({
  subsystem,
  tables: { schema: 'office_space', folder: new URL('../../migrations/', import.meta.url) },
  en,
  effectsOf: (system) => [redressEffects(system)],
  routes: async (app, system) => {
    await app.register(spaceRoutes(system))
    await app.register(planRoutes(system))
    await app.register(reallotmentRoutes(system))
  },
  demo: { base: loadOfficeSpace },
})
