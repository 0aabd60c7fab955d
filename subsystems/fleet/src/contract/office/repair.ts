// A repair of a car 车辆维修: asked on a telephone, quoted by an appointed shop, agreed to by its amount, mended, received and paid.
import { bool, choice, date, defineMatter, files, instant, int, lines, longText, money, quantity, ref, requester, route, text } from '@houqin/define'
import type { FactsOf, FormOf } from '@houqin/define'
import { bureauLeader, liaison, organ } from '@houqin/people'
import { dutyDriver, fleetDispatcher, fleetOfficer } from '../roles.ts'
import { vehicle } from '../vehicle.ts'
import { shop } from './shop.ts'

export const repairReasons = Object.freeze({ fault: '故障', service: '到期保养', accident: '事故', inspection: '年检不合格', other: '其他' } as const)
export type RepairReason = keyof typeof repairReasons
/** What is mended again within the warranty of the last time is found by these. */
export const repairParts = Object.freeze({
  engine: '发动机', gearbox: '变速箱', battery: '电池电机', brakes: '制动', tyres: '轮胎', steering: '转向悬架', electrics: '电气灯光', cooling: '空调', body: '车身玻璃', consumables: '保养耗材', other: '其他',
} as const)
export type RepairPart = keyof typeof repairParts

const chosenShop = ref('送修厂', shop, { hint: '政府采购的定点维修厂' })
const quotation = files('报价单', { max: 6 })
const promised = date('预计修好')
const invoice = text('发票号码', { max: 40, optional: true })
const invoicePhoto = files('发票、结算单', { max: 6 })
const paid = money('实付金额', { min: '0' })
const explained = longText('超过报价的说明', { max: 500, optional: true, hint: '实付超过报价时必须说明' })

export const repair = defineMatter('fleet.repair', {
  title: '车辆维修',
  prefix: 'WX',
  subject: (f, label) => `${label('vehicle')}：${f.what.length > 30 ? `${f.what.slice(0, 30)}…` : f.what}`,
  form: {
    vehicle: ref('车辆', vehicle),
    organ: ref('使用单位', organ, { optional: true, hint: '不填时随车辆' }),
    reason: choice('为什么修', repairReasons),
    what: longText('什么毛病', { max: 500, min: 2 }),
    odometer: int('里程表读数', { min: 0, max: 9_999_999, unit: 'km' }),
    drivable: bool('还能开', { optional: true }),
    photos: files('照片', { accept: 'image', max: 6 }),
  },
  facts: { shop: chosenShop, quotation, quoted: money('报价合计'), promised, deliveredAt: instant('送修时间'), invoice, invoicePhoto, paid, explained, receivedOn: date('取车日期') },
  lines: {
    items: lines('维修项目', {
      fields: {
        kind: choice('类别', { part: '配件', labour: '工时' }), part: choice('部位', repairParts), what: text('项目', { max: 60 }),
        quantity: quantity('数量', '', { min: '0.01', max: '1000' }), price: money('单价', { min: '0', max: '1000000' }),
        warranty: int('质保', { min: 0, max: 120, unit: '月', optional: true }),
        outcome: choice('做不做', { done: '做', dropped: '不做' }, { optional: true }),
      },
    }),
  },
  states: {
    asked: { title: '待报价', tone: 'waiting', held: fleetOfficer, due: { workingHours: 8 } },
    quoted: { title: '待送审', tone: 'running', held: fleetOfficer, due: { workingDays: 2 } },
    approved: { title: '待送修', tone: 'running', held: fleetOfficer, due: { workingDays: 3 } },
    inShop: { title: '修理中', tone: 'running', held: fleetOfficer },
    closed: { title: '已修好', tone: 'done', final: true },
    dropped: { title: '不修了', tone: 'stopped', final: true },
  },
  start: 'asked',
  steps: {
    quote: { label: '登记报价', from: 'asked', to: 'quoted', by: [fleetOfficer], input: { shop: chosenShop, quotation }, lines: ['items'], primary: true },
    requote: { label: '改报价', from: 'quoted', by: [fleetOfficer], input: { shop: chosenShop, quotation }, lines: ['items'], settles: { items: ['outcome'] } },
    submit: {
      label: '送审', from: 'quoted', to: 'approved', by: [fleetOfficer], primary: true,
      approve: route('fleet.repair-amount', { amount: 'quoted', kind: 'reason', refused: 'quoted' }),
    },
    deliver: { label: '送修', from: 'approved', to: 'inShop', by: [fleetOfficer, requester], input: { promised }, comment: 'none', primary: true },
    extend: { label: '增项', from: 'inShop', to: 'quoted', by: [fleetOfficer], lines: ['items'], comment: 'required' },
    receive: { label: '验收取车', from: 'inShop', to: 'closed', by: [fleetOfficer], input: { paid, invoice, explained, invoicePhoto }, settles: { items: ['outcome'] }, primary: true },
    drop: { label: '不修了', from: ['asked', 'quoted', 'approved'], to: 'dropped', by: [fleetOfficer], comment: 'required', destructive: true },
    withdraw: { label: '撤回', from: 'asked', to: 'dropped', by: [requester], destructive: true },
  },
  access: { start: [dutyDriver, fleetOfficer, fleetDispatcher, liaison], read: [fleetOfficer, fleetDispatcher, liaison, bureauLeader], export: [fleetOfficer, bureauLeader] },
  listed: {
    owner: fleetOfficer, limit: '一个工作日内取得定点厂报价', feedback: '审批、送修、修好都有提示', keywords: ['修车', '车辆维修', '保养', '车坏了', '报修车辆'],
    bases: [{ document: '机关事务管理条例', clause: '第二十六条', mark: 'V' }],
  },
  scope: { organ: 'organ' },
})
export interface RepairForm extends FormOf<typeof repair> {}
export interface RepairFacts extends FactsOf<typeof repair> {}
