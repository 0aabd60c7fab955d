// A workplace 办公座位: at which desk of which room somebody works, from when to when.
import { defineRegister, everyone, ref } from '@houqin/define'
import type { Row } from '@houqin/define'
import { peopleOfficer, person } from '@houqin/people'
import { placesOfficer, room } from '@houqin/places'

export const workplace = defineRegister('staffing.workplace', {
  title: '办公座位',
  fields: { person: ref('人员', person), room: ref('房间', room) },
  name: (_, label) => `${label('person')} · ${label('room')}`,
  access: { read: [everyone], write: [peopleOfficer, placesOfficer], import: [peopleOfficer, placesOfficer], export: [peopleOfficer, placesOfficer] },
  scope: { person: 'person' },
  dated: true,
  alike: ['person', 'room'],
  card: { facts: ['person', 'room'] },
  sort: 'room',
})
export interface Workplace extends Row<typeof workplace> {}
