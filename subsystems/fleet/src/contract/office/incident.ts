// An incident 事故违法处理: an accident or a violation, who was at the wheel by the slip, who answers for it, who pays.
import { choice, date, defineMatter, files, instant, int, longText, money, ref, requester, text } from '@houqin/define'
import { bureauLeader, liaison, organ, person } from '@houqin/people'
import { driver } from '../driver.ts'
import { dutyDriver, fleetDispatcher, fleetOfficer } from '../roles.ts'
import { vehicle } from '../vehicle.ts'

export const incidentKinds = Object.freeze({ accident: '交通事故', violation: '交通违法' } as const)
export const responsibilities = Object.freeze({ full: '全部责任', main: '主要责任', equal: '同等责任', minor: '次要责任', none: '无责任' } as const)
const responsibility = choice('事故责任', responsibilities)
const points = int('记分', { min: 0, max: 12, unit: '分', hint: '没有的填 0' })
const fine = money('罚款', { min: '0', hint: '没有的填 0' })
const decision = text('认定书、决定书编号', { max: 40, optional: true })
const handleBy = date('处理期限')
const damage = money('损失合计', { min: '0', hint: '没有的填 0' })
const insurerPaid = money('保险赔付', { min: '0', optional: true, hint: '损失减去赔付是自付' })
const payer = choice('自付部分由谁付', { driver: '驾驶员', organ: '使用单位', other: '对方' })
const receipt = text('缴款或赔付凭证号', { max: 40, optional: true })
const papers = files('认定书、凭证', { max: 6 })

export const incident = defineMatter('fleet.incident', {
  title: '事故违法处理',
  prefix: 'SG',
  subject: (f, label) => `${label('vehicle')}：${incidentKinds[f.kind]} ${f.place}`,
  form: {
    vehicle: ref('车辆', vehicle), organ: ref('使用单位', organ, { optional: true, hint: '不填时随车辆' }), kind: choice('类别', incidentKinds), at: instant('发生时间'),
    place: text('地点', { max: 80, min: 2 }), driver: ref('驾驶员', driver, { optional: true, hint: '不填时按当时的派车单' }), what: longText('经过或违法行为', { max: 500, min: 2 }),
    photos: files('照片', { accept: 'image', max: 9 }),
  },
  facts: {
    slip: text('当时的派车单', { max: 40 }), drove: ref('开车的驾驶员', driver), person: ref('当事驾驶员', person),
    responsibility, points, fine, decision, handleBy, damage, insurerPaid, ownPart: money('自付'), payer, receipt, papers, settledOn: date('处理日期'), repair: text('维修单', { max: 40 }),
  },
  states: {
    reported: { title: '待认定', tone: 'waiting', held: fleetOfficer, due: { workingDays: 3 } },
    determined: { title: '待处理', tone: 'running', held: fleetOfficer },
    closed: { title: '已处理', tone: 'done', final: true },
    dropped: { title: '撤销', tone: 'stopped', final: true },
  },
  start: 'reported',
  steps: {
    determine: { label: '登记认定', from: 'reported', to: 'determined', by: [fleetOfficer], only: { kind: 'accident' }, input: { responsibility, decision, handleBy, papers }, primary: true },
    decide: { label: '登记处罚', from: 'reported', to: 'determined', by: [fleetOfficer], only: { kind: 'violation' }, input: { points, fine, decision, handleBy, papers }, primary: true },
    mend: { label: '送修', from: ['reported', 'determined'], by: [fleetOfficer], only: { kind: 'accident' }, comment: 'none' },
    settle: { label: '登记处理结果', from: 'determined', to: 'closed', by: [fleetOfficer], only: { kind: 'accident' }, input: { damage, insurerPaid, payer, receipt }, primary: true },
    payFine: { label: '登记缴款', from: 'determined', to: 'closed', by: [fleetOfficer], only: { kind: 'violation' }, input: { receipt }, primary: true },
    drop: { label: '撤销', from: ['reported', 'determined'], to: 'dropped', by: [fleetOfficer], comment: 'required', destructive: true },
    withdraw: { label: '撤回', from: 'reported', to: 'dropped', by: [requester], destructive: true },
  },
  access: { start: [dutyDriver, fleetOfficer, fleetDispatcher, liaison], read: [fleetOfficer, fleetDispatcher, liaison, bureauLeader], export: [fleetOfficer, bureauLeader] },
  listed: {
    owner: fleetOfficer, feedback: '认定和处理都告诉当事驾驶员', keywords: ['交通事故', '违章', '交通违法', '罚单', '扣分', '出险'],
    bases: [{ document: '机关事务管理条例', clause: '第二十六条', mark: 'V' }],
  },
  scope: { organ: 'organ' },
})
