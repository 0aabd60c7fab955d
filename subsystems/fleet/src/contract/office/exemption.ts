// Letting a car off 不封存申请: an organ says which of its cars works over a holiday, why and where; the fleet officer decides, and what was granted stands in the notice.
import { defineMatter, longText, ref, requester, text } from '@houqin/define'
import { bureauLeader, liaison, organ } from '@houqin/people'
import { immobilisation } from '../immobilisation.ts'
import { fleetOfficer } from '../roles.ts'
import { vehicle } from '../vehicle.ts'

const reason = text('通知里写的理由', { max: 100, optional: true, hint: '不填时用申请里的任务' })

export const exemption = defineMatter('fleet.exemption', {
  title: '节假日不封存申请',
  prefix: 'BF',
  subject: (f, label) => `${label('vehicle')}:${f.duty}`,
  form: {
    immobilisation: ref('哪次封存', immobilisation), vehicle: ref('车辆', vehicle), organ: ref('使用单位', organ, { optional: true, hint: '不填时随车辆' }),
    duty: text('什么任务', { max: 80, min: 2, hint: '值班备勤、抢险、急救、机要等特殊工作需要' }), place: text('在哪里', { max: 80, min: 2, hint: '执行任务和平时停放的地点' }),
    why: longText('为什么不能封存', { max: 500, min: 2 }),
  },
  facts: { reason },
  states: {
    asked: { title: '待决定', tone: 'waiting', held: fleetOfficer, due: { workingDays: 2 } },
    granted: { title: '不封存', tone: 'done', final: true },
    refused: { title: '照常封存', tone: 'stopped', final: true },
    withdrawn: { title: '已撤回', tone: 'stopped', final: true },
  },
  start: 'asked',
  steps: {
    grant: { label: '同意不封存', from: 'asked', to: 'granted', by: [fleetOfficer], input: { reason }, primary: true },
    refuse: { label: '照常封存', from: 'asked', to: 'refused', by: [fleetOfficer], comment: 'required', destructive: true },
    withdraw: { label: '撤回', from: 'asked', to: 'withdrawn', by: [requester], destructive: true },
  },
  access: { start: [liaison, fleetOfficer], read: [fleetOfficer, liaison, bureauLeader], export: [fleetOfficer, bureauLeader] },
  listed: {
    owner: fleetOfficer, limit: '封存开始前办', feedback: '同意的列入封存通知，没有列入的车在指定地点封存，行驶即告警', keywords: ['节假日封存', '不封存', '封存停驶', '节日用车'],
    bases: [{ document: '机关事务管理条例', clause: '第二十六条', mark: 'V' }],
  },
  scope: { organ: 'organ' },
})
