// The server part of regulations 制度标准.
import { definePart } from '@houqin/compose'
import { en } from '../../locales/en.ts'
import { lives } from '../../seed/lives.ts'
import { regulations as subsystem } from '../contract/index.ts'
import { loadRegulations, loadRuleMaking } from './demonstration.ts'
import { clauseFinder } from './find/clause-finder.ts'
import { settleTick } from './law/settle-regulations.ts'
import { ruleMakingEffects } from './making/rule-making.ts'
import { regulationsRoutes } from './routes.ts'

export const regulations = definePart({
  subsystem,
  tables: { schema: 'regulations', folder: new URL('../../migrations/', import.meta.url) },
  en,
  effectsOf: (system) => [ruleMakingEffects(system)],
  finders: (system) => [clauseFinder(system)],
  routes: regulationsRoutes,
  ticks: (system) => [settleTick(system)],
  demo: { base: loadRegulations, history: loadRuleMaking, lives },
})
