// Renewal and disposal 更新处置: a car is appraised first; what is still usable is kept, what is not goes by an open way, is deregistered, and its income is paid in.
import { choice, date, defineMatter, files, longText, money, ref, requester, route, text } from '@houqin/define'
import { bureauLeader, liaison, organ } from '@houqin/people'
import { fleetOfficer } from '../roles.ts'
import { vehicle } from '../vehicle.ts'

export const disposalGrounds = Object.freeze({ renewal: '到年限更新', worn: '不能使用', damaged: '事故损毁', surplus: '超编或闲置' } as const)
export type DisposalGround = keyof typeof disposalGrounds
export const usability = Object.freeze({ usable: '能继续使用', unusable: '不能继续使用' } as const)
export const disposalWays = Object.freeze({ auction: '公开拍卖', scrap: '报废回收', allot: '无偿划转' } as const)
const usable = choice('鉴定结论', usability)
const appraised = longText('鉴定意见', { max: 500, min: 2 })
const appraiser = text('鉴定机构或鉴定人', { max: 80 })
const worth = money('鉴定价值', { min: '0' })
const appraisal = files('鉴定报告', { max: 4 })
const keepUntil = date('继续使用到', { hint: '到这一天前不再提示更新' })
const way = choice('处置方式', disposalWays)
const buyer = text('受让方或回收企业', { max: 80 })
const soldFor = money('成交价', { min: '0' })
const deal = files('成交确认书、回收证明', { max: 6 })
const certificate = text('机动车注销证明编号', { max: 40 })
const deregisteredOn = date('注销日期')
const fees = money('评估、拍卖等税费', { min: '0' })
const income = money('上缴金额', { min: '0', hint: '成交价减去税费，一分不差' })
const voucher = text('非税收入缴款书号', { max: 40, optional: true })

export const disposal = defineMatter('fleet.disposal', {
  title: '车辆更新处置',
  prefix: 'GX',
  subject: (f, label) => `${label('vehicle')}:${disposalGrounds[f.why]}`,
  form: {
    vehicle: ref('车辆', vehicle), organ: ref('使用单位', organ, { optional: true, hint: '不填时随车辆' }), why: choice('为什么', disposalGrounds),
    grounds: longText('理由', { max: 1000, min: 2, hint: '不得因领导职务晋升、调任提前更新' }),
  },
  facts: { usable, appraised, appraiser, worth, appraisal, keepUntil, way, buyer, soldFor, deal, certificate, deregisteredOn, fees, income, voucher, paidInOn: date('上缴日期') },
  states: {
    asked: { title: '待鉴定', tone: 'waiting', held: fleetOfficer, due: { workingDays: 10 } },
    appraised: { title: '待送审', tone: 'running', held: fleetOfficer, due: { workingDays: 5 } },
    approved: { title: '待处置', tone: 'running', held: fleetOfficer, due: { workingDays: 60 } },
    sold: { title: '待注销', tone: 'running', held: fleetOfficer, due: { workingDays: 20 } },
    deregistered: { title: '待上缴收入', tone: 'running', held: fleetOfficer, due: { workingDays: 10 } },
    closed: { title: '已处置', tone: 'done', final: true },
    kept: { title: '继续使用', tone: 'done', final: true },
    dropped: { title: '不处置了', tone: 'stopped', final: true },
  },
  start: 'asked',
  steps: {
    appraise: { label: '登记鉴定', from: ['asked', 'appraised'], to: 'appraised', by: [fleetOfficer], input: { usable, appraised, appraiser, worth, appraisal }, primary: true },
    keep: { label: '继续使用', from: 'appraised', to: 'kept', by: [fleetOfficer], only: { usable: 'usable' }, input: { keepUntil }, primary: true },
    submit: { label: '送审', from: 'appraised', to: 'approved', by: [fleetOfficer], primary: true, approve: route('fleet.disposal', { kind: 'why', amount: 'worth', refused: 'appraised' }) },
    sell: { label: '登记处置', from: 'approved', to: 'sold', by: [fleetOfficer], input: { way, buyer, soldFor, deal }, primary: true },
    deregister: { label: '登记注销', from: 'sold', to: 'deregistered', by: [fleetOfficer], input: { certificate, deregisteredOn }, primary: true },
    payIn: { label: '收入上缴', from: 'deregistered', to: 'closed', by: [fleetOfficer], input: { fees, income, voucher }, primary: true },
    drop: { label: '不处置了', from: ['asked', 'appraised', 'approved'], to: 'dropped', by: [fleetOfficer], comment: 'required', destructive: true },
    withdraw: { label: '撤回', from: 'asked', to: 'dropped', by: [requester], destructive: true },
  },
  access: { start: [fleetOfficer, liaison], read: [fleetOfficer, liaison, bureauLeader], export: [fleetOfficer, bureauLeader] },
  listed: {
    owner: fleetOfficer, feedback: '鉴定、审批、处置、注销、上缴每一步都有记录，编制随注销空出', keywords: ['车辆更新', '车辆处置', '报废', '公车拍卖', '车辆鉴定'],
    bases: [{ document: '行政事业性国有资产管理条例', clause: '第二十五条', mark: 'V' }],
  },
  scope: { organ: 'organ' },
})
