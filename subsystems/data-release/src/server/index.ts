// The server part of data release 数据导出.
import { definePart } from '@houqin/compose'
import { en } from '../../locales/en.ts'
import { dataRelease as subsystem, release } from '../contract/index.ts'
import { loadOfficer } from './demonstration.ts'
import { releaseEffects } from './release.ts'
import { releaseRoutes } from './routes.ts'

export const dataRelease = definePart({
  subsystem,
  tables: { schema: 'data_release', folder: new URL('../../migrations/', import.meta.url) },
  en,
  exportsBy: release,
  effectsOf: (system) => [releaseEffects(system)],
  routes: releaseRoutes,
  demo: { base: loadOfficer },
})
