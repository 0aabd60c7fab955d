// A driver 驾驶员: who may drive which class of car, until when his licence holds.
import { choice, date, defineRegister, ref, text } from '@houqin/define'
import type { Row } from '@houqin/define'
import { bureauLeader, person } from '@houqin/people'
import { fleetDispatcher, fleetOfficer } from './roles.ts'

export const driver = defineRegister('fleet.driver', {
  title: '驾驶员',
  fields: {
    person: ref('人员', person),
    licenceClass: choice('准驾车型', { a1: 'A1', a2: 'A2', a3: 'A3', b1: 'B1', b2: 'B2', c1: 'C1', c2: 'C2' }),
    licence: text('驾驶证档案编号', { max: 20, grade: 'personal' }),
    licensedOn: date('初次领证日期', { optional: true }),
    licenceUntil: date('驾驶证有效期至', { expires: { warnDays: [60, 14], says: '期满前九十日内到车管所换证，录入新的有效期' } }),
    standing: choice('状况', { onDuty: '在岗', onLeave: '休假', left: '离岗' }),
  },
  name: (_, label) => label('person'),
  access: { read: [fleetOfficer, fleetDispatcher, bureauLeader], write: [fleetOfficer], import: [fleetOfficer], export: [fleetOfficer] },
  scope: { person: 'person' },
  card: { facts: ['licenceClass', 'licenceUntil'], state: 'standing' },
  columns: ['person', 'licenceClass', 'licenceUntil', 'standing'],
})
export interface Driver extends Row<typeof driver> {}
