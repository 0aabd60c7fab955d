// Service and equipment rooms 服务用房和设备用房: service rooms a head of the establishment, on a straight line between its ends, and equipment rooms by a share of the rest.
import { decimal, defineStandard, parameter } from '@houqin/define'
import type { Citation } from '@houqin/define'
import { bureauLeader, liaison, organ } from '@houqin/people'
import { placesOfficer } from '@houqin/places'
import { serviceRooms as serviceArea } from '../entitlement.ts'
import { redress, redressWords } from '../redress.ts'
import { buildingStandard, standardSince } from './office-limits.ts'
import { organsByRooms } from './organ-area.ts'

export interface ServiceRooms {
  readonly organ: string
  readonly establishment: number
  /** 使用面积, its share of joint rooms; decimal strings. */
  readonly office: string
  readonly service: string
  readonly equipment: string
}
/** The formula for a county was filled in from its ends by whoever read the rest, so it is unconfirmed. */
const unread: Citation = { ...buildingStandard(), mark: 'K' }
const service = { from: standardSince, cite: unread, provision: 'OFF-SVC-03' } as const

export const serviceRooms = defineStandard<ServiceRooms>()('office-space.service-rooms', {
  title: '服务用房和设备用房',
  explain:
    '服务用房（会议、接待、档案、文印、值班、卫生间等）按编制定员计：100 人及以下每人 8 ㎡，200 人及以上每人 6 ㎡，中间按直线计算，每人 (500 − 编制) ÷ 50。设备用房按办公室与服务用房面积之和的 9% 测算，超过的核对是不是把别的房间登记成了设备用房。面积是使用面积，合用的按单位平均分摊。',
  parameters: {
    serviceMost: parameter('服务用房每人最多', '㎡', { scale: 2 }), serviceLeast: parameter('服务用房每人最少', '㎡', { scale: 2 }),
    serviceUpTo: parameter('编制不超过此数的按最多计', '人'), serviceFrom: parameter('编制达到此数的按最少计', '人'),
    equipment: parameter('设备用房占办公室与服务用房之和', '%', { scale: 2 }),
  },
  values: [
    { parameter: 'serviceMost', value: '8.00', ...service }, { parameter: 'serviceLeast', value: '6.00', ...service }, { parameter: 'serviceUpTo', value: '100', ...service }, { parameter: 'serviceFrom', value: '200', ...service },
    { parameter: 'equipment', value: '9.00', from: standardSince, cite: buildingStandard('第十二条'), provision: 'OFF-EQP' },
  ],
  ledger: organsByRooms,
  read: [placesOfficer, liaison, bureauLeader],
  keep: [placesOfficer, bureauLeader],
  check({ organ: name, establishment, office, service: used, equipment }, figures) {
    const allowed = serviceArea(establishment, figures)
    const share = decimal.times(decimal.sum([office, used]), decimal.times(figures.equipment, '0.01', 4), 2)
    return [
      ...(decimal.compare(used, allowed) <= 0 ? [] : [{
        level: 'breach' as const, by: 'serviceMost', measured: used, limit: allowed, unit: '㎡',
        says: `${name}编制 ${establishment} 名，服务用房 ${decimal.grouped(used)} ㎡，核定 ${decimal.grouped(allowed)} ㎡，超出 ${decimal.grouped(decimal.minus(used, allowed))} ㎡`,
        advice: '把超出的服务用房腾退统一调剂，或与其他单位合用',
        en: { says: `${name}, establishment ${establishment}, has ${decimal.grouped(used)} ㎡ of service rooms of ${decimal.grouped(allowed)} ㎡ allowed, ${decimal.grouped(decimal.minus(used, allowed))} ㎡ too much`, advice: 'Give service rooms back or share them with others' },
      }]),
      ...(decimal.compare(equipment, share) <= 0 ? [] : [{
        level: 'warning' as const, by: 'equipment', measured: equipment, limit: share, unit: '㎡',
        says: `${name}设备用房 ${decimal.grouped(equipment)} ㎡，按 ${figures.equipment}% 测算 ${decimal.grouped(share)} ㎡`,
        advice: '核对房间类别，不是设备用房的改正登记',
        en: { says: `${name} has ${decimal.grouped(equipment)} ㎡ of equipment rooms for ${decimal.grouped(share)} ㎡ by a share of ${figures.equipment} %`, advice: 'Check the uses of the rooms and correct them' },
      }]),
    ]
  },
  mend: () => redress,
  fill: ({ id }, found, cite) => ({ organ: id, what: redressWords(found, cite) }),
  opens: ({ id }) => `/registers/${organ.id}/${id}`,
  examples: [
    { says: '编制 50，服务用房 400 ㎡，正好', given: { organ: '甲局', establishment: 50, office: '468.00', service: '400.00', equipment: '78.12' }, breach: false },
    { says: '编制 150 的每人 7 ㎡，共 1,050 ㎡', given: { organ: '乙局', establishment: 150, office: '1400.00', service: '1050.00', equipment: '0.00' }, breach: false },
    { says: '编制 150，多出百分之一平方米', given: { organ: '乙局', establishment: 150, office: '1400.00', service: '1050.01', equipment: '0.00' }, breach: true },
  ],
})
