// A rental 租赁合同: cars hired from a company for a time, at a price a day.
import { date, defineRegister, files, int, money, ref, text } from '@houqin/define'
import type { Row } from '@houqin/define'
import { bureauLeader, organ } from '@houqin/people'
import { fleetDispatcher, fleetOfficer } from '../roles.ts'
import { shop } from './shop.ts'

export const rental = defineRegister('fleet.rental', {
  title: '租赁合同',
  fields: {
    number: text('合同编号', { max: 40, unique: true }), company: ref('租赁公司', shop), organ: ref('用车单位', organ, { optional: true, hint: '不填为各单位共用' }),
    seats: int('座位数', { min: 2, max: 80, unit: '座' }), price: money('每天租金', { min: '0' }), begins: date('合同开始'),
    until: date('合同到期', { expires: { warnDays: [60, 14], says: '租赁合同将到期，请续签或停止使用' } }), paper: files('合同', { max: 4 }),
  },
  name: (r, label) => `${r.number} ${label('company')}`,
  access: { read: [fleetOfficer, fleetDispatcher, bureauLeader], write: [fleetOfficer], import: [fleetOfficer], export: [fleetOfficer] },
  scope: { organ: 'organ' },
  card: { facts: ['seats', 'price'] },
  columns: ['number', 'company', 'organ', 'seats', 'price', 'begins', 'until'],
  sort: 'until',
})
export interface Rental extends Row<typeof rental> {}
