// An insurance 保险单: what a car is insured by, from when to when, for how much; entered by the matter that renews it.
import { choice, date, defineRegister, files, money, ref, text } from '@houqin/define'
import type { Row } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { fleetDispatcher, fleetOfficer } from '../roles.ts'
import { vehicle } from '../vehicle.ts'
import { shop } from './shop.ts'

export const insuranceKinds = Object.freeze({ compulsory: '交强险', commercial: '商业险' } as const)
export const insurance = defineRegister('fleet.insurance', {
  title: '保险单',
  fields: {
    vehicle: ref('车辆', vehicle), kind: choice('险种', insuranceKinds), number: text('保单号', { max: 40, unique: true }), insurer: ref('保险机构', shop),
    begins: date('起保日'), until: date('到期日'), premium: money('保费', { min: '0' }), paper: files('保单', { max: 4 }),
  },
  name: (i, label) => `${label('vehicle')} ${insuranceKinds[i.kind]} ${i.until}`,
  access: { read: [fleetOfficer, fleetDispatcher, bureauLeader], write: [fleetOfficer], import: [fleetOfficer], export: [fleetOfficer, bureauLeader] },
  card: { facts: ['until', 'premium'], state: 'kind' },
  search: ['number'],
  columns: ['vehicle', 'kind', 'insurer', 'number', 'begins', 'until', 'premium'],
  sort: '-until',
})
export interface Insurance extends Row<typeof insurance> {}
