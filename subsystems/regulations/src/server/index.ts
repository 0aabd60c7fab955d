// The server part of regulations 制度标准.
import { definePart } from '@houqin/compose'
import { en } from '../../locales/en.ts'
import { regulations as subsystem } from '../contract/index.ts'
import { settleRegulations, settleTick } from './law/settle-regulations.ts'
import { regulationsRoutes } from './routes.ts'

export const regulations = definePart({
  subsystem,
  tables: { schema: 'regulations', folder: new URL('../../migrations/', import.meta.url) },
  en,
  routes: regulationsRoutes,
  ticks: (system) => [settleTick(system)],
  demo: { base: ({ tx, system }) => settleRegulations(tx, system) },
})
