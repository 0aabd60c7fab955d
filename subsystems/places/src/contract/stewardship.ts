// Who answers for a site and which organs sit there, from when to when 驻点负责与单位驻地.
import { bool, choice, defineRegister, everyone, ref } from '@houqin/define'
import type { Row } from '@houqin/define'
import { organ, person } from '@houqin/people'
import { placesOfficer } from './roles.ts'
import { site } from './site.ts'

export const stewardship = defineRegister('places.stewardship', {
  title: '驻点负责',
  fields: {
    site: ref('场所', site),
    person: ref('负责人', person),
    part: choice('分工', { lead: '负责人', deputy: '副职', relief: '替班' }),
  },
  name: (_, label) => `${label('site')} · ${label('person')}`,
  access: { read: [everyone], write: [placesOfficer], import: [placesOfficer], export: [placesOfficer] },
  scope: { site: 'site', person: 'person' },
  dated: true,
  alike: ['site', 'person'],
  ends: { warnDays: [30, 7], says: '驻点负责即将到期，请安排续任或接任' },
  card: { facts: ['site', 'person'], state: 'part' },
  sort: 'site',
})
export interface Stewardship extends Row<typeof stewardship> {}

export const seat = defineRegister('places.seat', {
  title: '单位驻地',
  fields: { organ: ref('单位', organ), site: ref('场所', site), main: bool('主要办公地点') },
  name: (_, label) => `${label('organ')} · ${label('site')}`,
  access: { read: [everyone], write: [placesOfficer], import: [placesOfficer], export: [placesOfficer] },
  scope: { organ: 'organ', site: 'site' },
  dated: true,
  alike: ['organ', 'site'],
  card: { facts: ['organ', 'site'] },
  sort: 'organ',
})
export interface Seat extends Row<typeof seat> {}
