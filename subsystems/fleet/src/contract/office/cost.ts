// A cost 单车费用: what was paid for one car on a day, exact, with the slip or the paper it came from.
import { choice, date, defineRegister, instant, int, money, quantity, ref, text } from '@houqin/define'
import type { Row } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { fleetOfficer } from '../roles.ts'
import { vehicle } from '../vehicle.ts'
import { card } from './card.ts'
import { shop } from './shop.ts'

export const costKinds = Object.freeze({ fuel: '加油', charging: '充电', toll: '通行费', repair: '维修保养', insurance: '保险', parking: '停车', inspection: '年检', washing: '洗车', other: '其他' } as const)

export const cost = defineRegister('fleet.cost', {
  title: '单车费用',
  fields: {
    vehicle: ref('车辆', vehicle), kind: choice('项目', costKinds), day: date('日期'), amount: money('金额', { min: '0.01' }),
    quantity: quantity('数量', '', { min: '0', optional: true, hint: '加油填升数，充电填千瓦时' }), odometer: int('当时里程', { min: 0, unit: 'km', optional: true }),
    card: ref('用哪张卡', card, { optional: true }), shop: ref('定点机构', shop, { optional: true }), at: instant('时间', { optional: true, hint: '加油、充电的时刻，照油卡账单填，用来和行车轨迹对照' }), source: text('来源单号或票据号', { max: 40, optional: true }),
  },
  name: (c, label) => `${label('vehicle')} ${c.day} ${costKinds[c.kind]}`,
  access: { read: [fleetOfficer, bureauLeader], write: [fleetOfficer], import: [fleetOfficer], export: [fleetOfficer, bureauLeader] },
  card: { facts: ['amount', 'day'], state: 'kind' },
  search: ['source'],
  columns: ['vehicle', 'day', 'kind', 'amount', 'quantity', 'odometer', 'source'],
  sort: '-day',
})
export interface Cost extends Row<typeof cost> {}
