// A shop 定点机构: where cars are repaired, fuelled or insured by the government's central purchase, until when.
import { choice, date, defineRegister, quantity, text } from '@houqin/define'
import type { Row } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { fleetDispatcher, fleetOfficer } from '../roles.ts'

export const shop = defineRegister('fleet.shop', {
  title: '定点机构',
  fields: {
    name: text('名称', { max: 60, unique: true }), kind: choice('类别', { repair: '维修', fuel: '加油', insurance: '保险', hire: '租赁' }),
    address: text('地址', { max: 120, optional: true }), phone: text('联系电话', { max: 20, optional: true }), tender: text('采购项目编号', { max: 60, optional: true }),
    longitude: quantity('经度', '°', { scale: 6, optional: true, hint: '加油站填上，用来和加油时车辆的位置对照' }), latitude: quantity('纬度', '°', { scale: 6, optional: true }),
    until: date('协议到期', { optional: true, expires: { warnDays: [90, 30], says: '协议将到期，请续签或重新采购定点机构' } }),
  },
  name: (s) => s.name,
  access: { read: [fleetOfficer, fleetDispatcher, bureauLeader], write: [fleetOfficer], import: [fleetOfficer], export: [fleetOfficer] },
  card: { facts: ['phone', 'until'], state: 'kind' },
  columns: ['name', 'kind', 'address', 'phone', 'tender', 'until'],
})
export interface Shop extends Row<typeof shop> {}
