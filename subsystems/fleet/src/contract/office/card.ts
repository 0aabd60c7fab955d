// A card 油卡和通行卡: with which fuel or tolls of one car are paid.
import { choice, date, defineRegister, ref, text } from '@houqin/define'
import type { Row } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { fleetOfficer } from '../roles.ts'
import { vehicle } from '../vehicle.ts'

export const card = defineRegister('fleet.card', {
  title: '油卡和通行卡',
  fields: {
    number: text('卡号', { max: 30, unique: true }), kind: choice('类别', { fuel: '加油卡', toll: 'ETC 通行卡', charging: '充电卡' }),
    vehicle: ref('绑定车辆', vehicle, { hint: '一车一卡' }), issuer: text('发卡单位', { max: 60, optional: true }),
    until: date('有效期至', { optional: true, expires: { warnDays: [30, 7], says: '到发卡单位换卡，录入新的有效期' } }),
    standing: choice('状况', { inUse: '在用', lost: '挂失', closed: '已注销' }),
  },
  name: (c) => `卡 ${c.number}`,
  access: { read: [fleetOfficer, bureauLeader], write: [fleetOfficer], import: [fleetOfficer], export: [fleetOfficer] },
  card: { facts: ['kind', 'vehicle'], state: 'standing' },
  search: ['number'],
  columns: ['number', 'kind', 'vehicle', 'issuer', 'until', 'standing'],
  sort: 'number',
})
export interface Card extends Row<typeof card> {}
