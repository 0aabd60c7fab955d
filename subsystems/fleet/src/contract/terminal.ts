// A terminal 车载终端: the box in a car that says where it is, by the number it is called under.
import { choice, defineRegister, int, ref, text } from '@houqin/define'
import type { Row } from '@houqin/define'
import { fleetOfficer } from './roles.ts'
import { vehicle } from './vehicle.ts'

/** Whose table names the items a terminal sends beyond the standard's. */
export const dialects = Object.freeze({ standard: 'JT/T 808', video: '808 与 1078', jiangsu: '苏标', guangdong: '粤标' } as const)

export const terminal = defineRegister('fleet.terminal', {
  title: '车载终端',
  fields: {
    number: text('终端号', { max: 20, unique: true, pattern: { expression: /^[1-9]\d{0,19}$/, says: '终端手机号或 IMEI 的 1–20 位数字，前面的 0 不写' } }),
    vehicle: ref('装在哪辆车', vehicle, { optional: true, hint: '不选则终端不能注册，位置不收' }),
    maker: text('制造商', { max: 40, optional: true }),
    model: text('型号', { max: 40, optional: true }),
    dialect: choice('附加信息按', dialects),
    coordinates: choice('坐标系', { wgs84: 'WGS-84', gcj02: 'GCJ-02' }, { hint: '标准是 WGS-84；个别厂家送 GCJ-02，入库前换算' }),
    zone: int('终端时区', { min: -720, max: 840, unit: '分钟', hint: '比 UTC 早多少分钟，北京时间是 480' }),
    imei: text('IMEI', { max: 15, optional: true }),
    standing: choice('状况', { inUse: '在用', faulty: '故障', removed: '已拆除' }),
  },
  name: (t) => `终端 ${t.number}`,
  access: { read: [fleetOfficer], write: [fleetOfficer], import: [fleetOfficer], export: [fleetOfficer] },
  card: { facts: ['vehicle', 'model'], state: 'standing' },
  search: ['number'],
  columns: ['number', 'vehicle', 'maker', 'model', 'dialect', 'standing'],
  sort: 'number',
})
export interface Terminal extends Row<typeof terminal> {}
