// The server part of places 场所.
import { definePart } from '@houqin/compose'
import { en } from '../../locales/en.ts'
import { places as subsystem } from '../contract/index.ts'
import { loadPlaces } from './demonstration.ts'
import { leaseRenewalEffects } from './lease-renewal.ts'
import { stewardDayRoute } from './steward-day-route.ts'
import { totalsRoute } from './totals-route.ts'

export { handoverDraft } from './handover-draft.ts'
export { stewardDay } from './steward-day.ts'
export type { StewardDay } from './steward-day.ts'

export const places = definePart({
  subsystem,
  tables: { schema: 'places', folder: new URL('../../migrations/', import.meta.url) },
  en,
  effectsOf: (system) => [leaseRenewalEffects(system)],
  routes: (app, system) => {
    stewardDayRoute(app, system)
    totalsRoute(app, system)
  },
  demo: { base: loadPlaces },
})
