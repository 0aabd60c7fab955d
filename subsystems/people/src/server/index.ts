// The server part of people and organs 人员与单位.
import { definePart } from '@houqin/compose'
import { en } from '../../locales/en.ts'
import { lives } from '../../seed/lives.ts'
import { organ, people as subsystem } from '../contract/index.ts'
import { contractRenewalEffects } from './contract-renewal.ts'
import { loadPeople } from './demonstration.ts'

export const people = definePart({
  subsystem,
  tables: { schema: 'people', folder: new URL('../../migrations/', import.meta.url) },
  en,
  departed: { field: 'standing', values: ['retired', 'left'] },
  effectsOf: (system) => [contractRenewalEffects(system)],
  responsibilities: [{ register: organ, field: 'head' }],
  demo: { base: loadPeople, lives },
})
