// Duty 值班: who is on duty where, on which days and shift, and the note handed to the next 交接班.
import { choice, defineRegister, everyone, instant, longText, ref, text } from '@houqin/define'
import type { Row } from '@houqin/define'
import { bureauLeader, person } from '@houqin/people'
import { placesOfficer, steward } from './roles.ts'
import { site } from './site.ts'

export const shifts = Object.freeze({ day: '白班 08:00–20:00', night: '夜班 20:00–08:00', whole: '全天' } as const)

export const dutyParts = Object.freeze({ leader: '带班领导', officer: '值班员', guard: '门卫' } as const)

export const duty = defineRegister('places.duty', {
  title: '值班安排',
  fields: {
    site: ref('场所', site),
    person: ref('值班人', person),
    shift: choice('班次', shifts),
    part: choice('职责', dutyParts),
    note: text('备注', { max: 120, optional: true }),
  },
  name: (_, label) => `${label('site')} · ${label('person')}`,
  access: { read: [everyone], write: [placesOfficer, steward], export: [placesOfficer, bureauLeader] },
  scope: { site: 'site', person: 'person' },
  dated: true,
  // Nobody can stand two watches at once, wherever they are.
  alike: ['person', 'shift'],
  card: { facts: ['person', 'shift'], state: 'part' },
  sort: 'site',
})
export interface Duty extends Row<typeof duty> {}

export const handover = defineRegister('places.handover', {
  title: '交接班记录',
  fields: {
    site: ref('场所', site),
    by: ref('交班人', person),
    to: ref('接班人', person, { optional: true }),
    at: instant('交班时间'),
    note: longText('交接内容', { max: 2000 }),
    pending: longText('遗留事项', { optional: true, max: 1000 }),
  },
  name: (_, label) => `${label('site')} 交接 ${label('by')}`,
  access: { read: [placesOfficer, steward, bureauLeader], write: [steward, placesOfficer], export: [placesOfficer] },
  scope: { site: 'site' },
  card: { facts: ['by', 'at'] },
  columns: ['site', 'at', 'by', 'to', 'note', 'pending'],
  sort: '-at',
})
export interface Handover extends Row<typeof handover> {}
