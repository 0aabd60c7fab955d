// A vehicle 公务车辆 with its basic data: whose it is, what it is, what it cost, what it is used for, until when it is insured.
import { bool, choice, date, defineRegister, files, int, money, quantity, ref, text } from '@houqin/define'
import type { Row } from '@houqin/define'
import { bureauLeader, organ } from '@houqin/people'
import { site } from '@houqin/places'
import { confidentialKeeper, fleetDispatcher, fleetOfficer } from './roles.ts'

/** The five classes of the rules on official vehicles (中办发〔2017〕71号 第三条). */
export const vehicleUses = Object.freeze({
  confidential: '机要通信',
  emergency: '应急保障',
  enforcement: '执法执勤',
  special: '特种专业技术',
  other: '其他按规定配备',
} as const)
export type VehicleUse = keyof typeof vehicleUses

/** A class does not make a secret; the work does. */
export const vehicleGrades = Object.freeze({ ordinary: '一般', cipher: '机要', investigation: '侦查办案', discipline: '纪检监察' } as const)
export type VehicleGrade = keyof typeof vehicleGrades

export const vehicleKinds = Object.freeze({
  car: '轿车', offroad: '越野车', multi: '其他小型客车', medium: '中型客车', coach: '大型客车', truck: '货车', works: '专项作业车',
} as const)
export const energies = Object.freeze({ petrol: '汽油', diesel: '柴油', electric: '纯电动', plugIn: '插电混动', fuelCell: '燃料电池', hybrid: '油电混动' } as const)
export const vehicleStandings = Object.freeze({ inUse: '在用', mending: '维修中', immobilised: '封存', disposing: '待处置', disposed: '已处置' } as const)

export const vehicleOrigins = Object.freeze({ purchased: '购置', transferred: '调拨', confiscated: '罚没划转', borrowed: '借用', donated: '接受捐赠' } as const)

export const vehicle = defineRegister('fleet.vehicle', {
  title: '公务车辆',
  fields: {
    plate: text('车牌号', { max: 12, unique: true }),
    organ: ref('使用单位', organ),
    use: choice('车辆用途', vehicleUses),
    grade: choice('管控级别', vehicleGrades, { optional: true, hint: '机要、侦查办案、纪检监察车辆只有涉密车辆管理员看得到，不上公共地图、清单和导出，查看留痕' }),
    kind: choice('车辆类型', vehicleKinds),
    brand: text('品牌型号', { max: 60 }),
    vin: text('车辆识别代号', { max: 17, unique: true, pattern: { expression: /^[A-HJ-NPR-Z0-9]{17}$/, says: '17 位，不含字母 I、O、Q' } }),
    engine: text('发动机（电机）号', { max: 40, optional: true }),
    seats: int('座位数', { min: 1, max: 80, unit: '座' }),
    energy: choice('能源类型', energies),
    displacement: quantity('排量', 'L', { scale: 1, min: '0', optional: true, hint: '纯电动不填' }),
    price: money('购置价', { min: '0', hint: '不含车辆购置税的裸车价' }),
    boughtOn: date('购置日期'),
    registeredOn: date('注册登记日期', { optional: true }),
    colour: text('车身颜色', { max: 10, optional: true }),
    domestic: bool('国产', { optional: true }),
    marked: choice('标识化', { marked: '已喷涂标识', exempt: '经批准不喷涂', open: '未喷涂' }, { optional: true }),
    parking: ref('指定停放地点', site, { optional: true, hint: '下班和节假日停在哪里' }),
    odometer: int('登记里程', { min: 0, unit: 'km', optional: true }),
    insuredUntil: date('保险到期', { optional: true, expires: { warnDays: [30, 7], says: '到政府采购的定点保险机构续保，录入新的到期日' } }),
    inspectedUntil: date('年检有效期至', { optional: true, expires: { warnDays: [30, 7], says: '预约年检，通过后录入新的有效期' } }),
    standing: choice('状况', vehicleStandings),
    tank: int('油箱容积', { min: 5, max: 1000, unit: 'L', optional: true, hint: '加油量超过它的会列出来' }),
    origin: choice('车辆来源', vehicleOrigins, { optional: true }),
    interior: choice('内饰和配置', { standard: '标准配置', upgraded: '高档配置', luxury: '豪华内饰' }, { optional: true }),
    exception: text('超标准配备的批准文号', { max: 40, optional: true, hint: '价格或排量超过本类一般标准时填批准文件' }),
    shared: bool('平台统一调度', { optional: true, hint: '各单位都可以申请；不勾的只派给使用单位自己' }),
    papers: files('行驶证、登记证书', { max: 6 }),
  },
  name: (v) => `${v.plate} ${v.brand}`,
  access: { read: [fleetOfficer, confidentialKeeper, fleetDispatcher, bureauLeader], write: [fleetOfficer, confidentialKeeper], import: [fleetOfficer], export: [fleetOfficer, bureauLeader] },
  scope: { organ: 'organ' },
  grades: { by: 'grade', readers: { cipher: [confidentialKeeper], investigation: [confidentialKeeper], discipline: [confidentialKeeper] } },
  card: { facts: ['organ', 'use'], state: 'standing' },
  search: ['plate', 'vin'],
  columns: ['organ', 'use', 'kind', 'energy', 'boughtOn', 'insuredUntil', 'standing'],
  sort: 'plate',
})
export interface Vehicle extends Row<typeof vehicle> {}
