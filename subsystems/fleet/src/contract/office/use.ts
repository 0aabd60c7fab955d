// The use of a car 用车: asked on a telephone, agreed to by the organ, dispatched, driven, paid for, rated.
import { choice, defineMatter, everyone, files, instant, int, lines, longText, money, ref, requester, route, text } from '@houqin/define'
import type { FactsOf, FormOf } from '@houqin/define'
import { bureauLeader, liaison, person } from '@houqin/people'
import { site } from '@houqin/places'
import { driver } from '../driver.ts'
import { fleetDispatcher, fleetOfficer } from '../roles.ts'
import { vehicle } from '../vehicle.ts'

export const usePurposes = Object.freeze({
  inspection: '调研检查', meeting: '会议培训', reception: '公务接待', documents: '文件送达',
  emergency: '应急处置', enforcement: '执法执勤', seniors: '离退休干部服务', other: '其他公务',
} as const)
export type UsePurpose = keyof typeof usePurposes
export const expenseKinds = Object.freeze({ fuel: '加油', charging: '充电', toll: '通行费', parking: '停车费', washing: '洗车', lodging: '驾驶员食宿', other: '其他' } as const)

const byCar = ref('车辆', vehicle)
const byDriver = ref('驾驶员', driver)
// Left empty the journey goes as it was asked for.
const planned = { outAt: instant('计划出车', { optional: true }), backAt: instant('计划收车', { optional: true }) }
const odometerOut = int('出车里程', { min: 0, max: 9_999_999, unit: 'km' })
const odometerBack = int('收车里程', { min: 0, max: 9_999_999, unit: 'km' })
const photosOut = files('出车里程照片', { accept: 'image', max: 2 })
const photosBack = files('收车里程照片', { accept: 'image', max: 2 })
const pooledWith = text('与哪一单拼车', { max: 40 })
const hiredFrom = text('租车公司', { max: 60 })
const hiredFor = money('租车费用', { min: '0' })

/** As its list and its approver read it: MM-DD HH:mm in Shanghai. */
const departure = (leavesAt: string): string => new Date(Date.parse(leavesAt) + 8 * 3_600_000).toISOString().slice(5, 16).replace('T', ' ')

export const use = defineMatter('fleet.use', {
  title: '用车',
  prefix: 'YC',
  subject: (f) => `${departure(f.leavesAt)} ${f.whence} → ${f.whither} ${f.passengers} 人：${f.why.length > 30 ? `${f.why.slice(0, 30)}…` : f.why}`,
  form: {
    purpose: choice('用途', usePurposes),
    why: text('事由', { max: 200, min: 2 }),
    whence: text('出发地', { max: 60, min: 2 }),
    site: ref('出发场所', site, { optional: true, hint: '从登记的场所出发时填，用来算哪辆车近' }),
    whither: text('目的地', { max: 80, min: 2 }),
    leavesAt: instant('出发时间'),
    returnsAt: instant('返回时间'),
    passengers: int('乘车人数', { min: 1, max: 60, unit: '人' }),
    traveller: ref('乘车人', person, { optional: true, hint: '不填为申请人' }),
    phone: text('联系电话', { max: 20, optional: true, grade: 'personal', mask: 'phone', hint: '驾驶员到了打这个电话' }),
    note: longText('补充说明', { max: 300, optional: true }),
  },
  facts: {
    vehicle: byCar, driver: byDriver, person: ref('驾驶人', person), ...planned, pooledWith, hiredFrom, hiredFor,
    acceptedAt: instant('接单时间'), leftAt: instant('实际出车'), cameAt: instant('实际收车'),
    odometerOut, odometerBack, photosOut, photosBack, kilometres: int('行驶里程', { unit: 'km' }), cost: money('费用合计'),
  },
  lines: {
    expenses: lines('费用', {
      fields: { kind: choice('项目', expenseKinds), amount: money('金额', { min: '0.01', max: '100000' }), receipt: text('票据号', { max: 40, optional: true }) },
      totals: ['amount'],
    }),
  },
  states: {
    drafted: { title: '待单位批准', tone: 'draft', held: requester },
    approved: { title: '待派车', tone: 'running', held: fleetDispatcher, due: { workingHours: 4 } },
    dispatched: { title: '已派车', tone: 'running', held: { fact: 'person' } },
    underway: { title: '行驶中', tone: 'running', held: { fact: 'person' } },
    pooled: { title: '拼车', tone: 'running', held: fleetDispatcher },
    hired: { title: '租车', tone: 'running', held: fleetDispatcher },
    returned: { title: '待确认', tone: 'waiting', held: requester, due: { workingDays: 3 } },
    closed: { title: '已办结', tone: 'done', final: true },
    refused: { title: '不予派车', tone: 'stopped', final: true },
    withdrawn: { title: '已撤回', tone: 'stopped', final: true },
  },
  start: 'drafted',
  steps: {
    submit: {
      label: '报单位批准', from: 'drafted', to: 'approved', by: [requester], primary: true, comment: 'none',
      approve: route('fleet.use-purpose', { kind: 'purpose', refused: 'drafted' }),
    },
    dispatch: { label: '派车', from: 'approved', to: 'dispatched', by: [fleetDispatcher, fleetOfficer], input: { vehicle: byCar, driver: byDriver, ...planned }, primary: true },
    reassign: { label: '改派', from: 'dispatched', to: 'dispatched', by: [fleetDispatcher, fleetOfficer], input: { vehicle: byCar, driver: byDriver, ...planned } },
    pool: { label: '拼车', from: 'approved', to: 'pooled', by: [fleetDispatcher, fleetOfficer], input: { pooledWith } },
    hire: { label: '租车', from: 'approved', to: 'hired', by: [fleetDispatcher, fleetOfficer], input: { hiredFrom, hiredFor } },
    recall: { label: '收回', from: ['dispatched', 'pooled', 'hired'], to: 'approved', by: [fleetDispatcher, fleetOfficer], comment: 'required' },
    accept: { label: '接单', from: 'dispatched', by: [{ fact: 'person' }], comment: 'none' },
    decline: { label: '退单', from: 'dispatched', to: 'approved', by: [{ fact: 'person' }], comment: 'required' },
    depart: { label: '出车', from: 'dispatched', to: 'underway', by: [{ fact: 'person' }], input: { odometerOut, photosOut }, comment: 'none', primary: true },
    spend: { label: '记费用', from: ['underway', 'returned'], by: [{ fact: 'person' }, fleetDispatcher], lines: ['expenses'], comment: 'none' },
    finish: { label: '收车', from: 'underway', to: 'returned', by: [{ fact: 'person' }, fleetDispatcher], input: { odometerBack, photosBack }, lines: ['expenses'], primary: true },
    arrive: { label: '已返回', from: ['pooled', 'hired'], to: 'returned', by: [fleetDispatcher, fleetOfficer, requester], comment: 'none', primary: true },
    confirm: { label: '确认用车', from: 'returned', to: 'closed', by: [requester], rates: true, primary: true },
    closeUnanswered: { label: '无人确认，办结', from: 'returned', to: 'closed', by: [fleetDispatcher, fleetOfficer] },
    refuse: { label: '不予派车', from: 'approved', to: 'refused', by: [fleetDispatcher, fleetOfficer], comment: 'required', destructive: true },
    withdraw: { label: '撤回', from: ['drafted', 'approved', 'dispatched', 'pooled', 'hired'], to: 'withdrawn', by: [requester], destructive: true },
    urge: { label: '催办', from: ['approved', 'dispatched'], by: [requester, liaison] },
  },
  access: { start: [everyone], read: [fleetDispatcher, fleetOfficer, liaison, bureauLeader], export: [fleetDispatcher, fleetOfficer, bureauLeader] },
  listed: {
    owner: fleetDispatcher, limit: '批准后四个工作小时内派车或答复', feedback: '派车、出车、收车都有提示，回来后由乘车人确认和评分', keywords: ['用车', '派车', '公车', '出差用车', '要车', '车辆'],
    bases: [{ document: '机关事务管理条例', clause: '第二十六条', mark: 'V' }],
  },
})
export interface UseForm extends FormOf<typeof use> {}
export interface UseFacts extends FactsOf<typeof use> {}
