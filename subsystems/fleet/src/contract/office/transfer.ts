// A transfer 调拨变更: a car goes to another organ, or is used as another class; the establishment that takes it must have room.
import { choice, date, defineMatter, files, int, longText, ref, requester, route, text } from '@houqin/define'
import { bureauLeader, liaison, organ } from '@houqin/people'
import { fleetOfficer } from '../roles.ts'
import { vehicle, vehicleUses } from '../vehicle.ts'

export const transferKinds = Object.freeze({ organ: '调拨到别的单位', use: '变更车辆用途' } as const)
const handedOn = date('交接日期')
const document = text('批准文号', { max: 60, optional: true })
const odometer = int('交接时里程', { min: 0, max: 9_999_999, unit: 'km' })
const papers = files('交接单', { max: 4 })

export const transfer = defineMatter('fleet.transfer', {
  title: '车辆调拨变更',
  prefix: 'DB',
  subject: (f, label) => `${label('vehicle')}：${f.what === 'organ' ? `调拨到${f.toOrgan === null ? '' : label('toOrgan')}` : `变更为${f.toUse === null ? '' : vehicleUses[f.toUse]}`}`,
  form: {
    what: choice('办什么', transferKinds), vehicle: ref('车辆', vehicle), organ: ref('现使用单位', organ, { optional: true, hint: '不填时随车辆' }),
    toOrgan: ref('调到哪个单位', organ, { only: { what: ['organ'] } }), toUse: choice('变更为', vehicleUses, { optional: true, hint: '变更用途时必填；调拨时不变更的不填' }),
    why: longText('理由', { max: 1000, min: 2 }),
  },
  facts: { handedOn, document, odometer, papers },
  states: {
    drafted: { title: '待送审', tone: 'draft', held: fleetOfficer, due: { workingDays: 5 } },
    approved: { title: '待交接', tone: 'running', held: fleetOfficer, due: { workingDays: 10 } },
    closed: { title: '已办妥', tone: 'done', final: true },
    dropped: { title: '不办了', tone: 'stopped', final: true },
  },
  start: 'drafted',
  steps: {
    submit: { label: '送审', from: 'drafted', to: 'approved', by: [fleetOfficer], primary: true, comment: 'none', approve: route('fleet.transfer', { kind: 'what', refused: 'drafted' }) },
    handOver: { label: '登记交接', from: 'approved', to: 'closed', by: [fleetOfficer], input: { handedOn, odometer, document, papers }, primary: true },
    drop: { label: '不办了', from: ['drafted', 'approved'], to: 'dropped', by: [fleetOfficer], comment: 'required', destructive: true },
    withdraw: { label: '撤回', from: 'drafted', to: 'dropped', by: [requester], destructive: true },
  },
  access: { start: [fleetOfficer, liaison], read: [fleetOfficer, liaison, bureauLeader], export: [fleetOfficer, bureauLeader] },
  listed: {
    owner: fleetOfficer, feedback: '接收单位的编制够才能办，交接后台账随之变更', keywords: ['车辆调拨', '车辆划转', '变更用途', '调剂车辆'],
    bases: [{ document: '机关事务管理条例', clause: '第二十五条', mark: 'V' }],
  },
  scope: { organ: 'organ' },
})
