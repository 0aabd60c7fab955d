// Past patrols 往期巡查: what the patrol books of a site said of a month, taken over as sums where no single round was handed on.
import { defineRegister, int, ref, text } from '@houqin/define'
import type { Row } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { placesOfficer, steward } from './roles.ts'
import { site } from './site.ts'

/** A row holds for the days it was summed over, a month as a rule; two of one site never overlap. */
export const pastPatrol = defineRegister('places.past-patrol', {
  title: '往期巡查',
  fields: {
    site: ref('场所', site),
    planned: int('应巡查', { min: 0, unit: '次' }),
    walked: int('全部走到', { min: 0, unit: '次', hint: '不多于应巡查' }),
    gaps: int('有漏查', { min: 0, unit: '次' }),
    source: text('来源', { max: 120, hint: '哪本登记簿或哪份报表，例如 驻点巡查登记本月末汇总' }),
  },
  name: (_, label) => label('site'),
  access: { read: [placesOfficer, steward, bureauLeader], write: [placesOfficer], import: [placesOfficer], export: [placesOfficer] },
  scope: { site: 'site' },
  dated: true,
  alike: ['site'],
  card: { facts: ['planned', 'walked'] },
  columns: ['planned', 'walked', 'gaps', 'source'],
})
export interface PastPatrol extends Row<typeof pastPatrol> {}
