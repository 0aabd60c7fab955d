// An immobilisation 节假日封存: the days on which cars stand still where they belong, and the cars that are let off.
import { date, defineRegister, lines, longText, ref, text } from '@houqin/define'
import type { Row } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { fleetOfficer } from './roles.ts'
import { vehicle } from './vehicle.ts'

export const immobilisation = defineRegister('fleet.immobilisation', {
  title: '节假日封存',
  fields: {
    name: text('名称', { max: 40 }),
    begins: date('封存第一天'),
    ends: date('封存最后一天'),
    notice: longText('通知要求', { max: 500, optional: true }),
    verifyBy: date('核验期限', { optional: true, hint: '封存结束后多少天内核验完，到期在“到期一览”里提醒', expires: { warnDays: [5, 1], says: '逐车核验：行驶的核查、没有消息的现场看过，登记核验完成', until: 'concludedOn' } }),
    concludedOn: date('核验完成日期', { optional: true, hint: '行驶的都核查了、没有消息的都现场看过，才能登记' }),
    conclusion: longText('核验结论', { max: 500, optional: true }),
  },
  name: (i) => i.name,
  access: { read: [fleetOfficer, bureauLeader], write: [fleetOfficer], export: [fleetOfficer] },
  card: { facts: ['begins', 'ends'] },
  columns: ['name', 'begins', 'ends', 'verifyBy', 'concludedOn'],
  sort: '-begins',
  lines: { exempt: lines('不封存的车辆', { fields: { vehicle: ref('车辆', vehicle), reason: text('理由', { max: 100 }) } }) },
})
export interface Immobilisation extends Row<typeof immobilisation> {}
