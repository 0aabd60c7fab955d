// Road papers 保险年检办理: the insurance of a car is renewed, or it is inspected, and its dates follow.
import { choice, date, defineMatter, files, lines, longText, money, ref, requester, text } from '@houqin/define'
import { bureauLeader, liaison, organ } from '@houqin/people'
import { fleetDispatcher, fleetOfficer } from '../roles.ts'
import { vehicle } from '../vehicle.ts'
import { inspectionResults } from './inspection.ts'
import { insuranceKinds } from './insurance.ts'
import { shop } from './shop.ts'

export const paperKinds = Object.freeze({ insurance: '保险', inspection: '年检' } as const)
export type PaperKind = keyof typeof paperKinds
const day = date('检验日期')
const result = choice('结果', inspectionResults)
const until = date('有效期至', { optional: true, hint: '合格的必填' })
const station = text('检验机构', { max: 60, optional: true })
const fee = money('检验费', { min: '0', optional: true })
const found = text('不合格项目', { max: 200, optional: true })
const report = files('检验报告', { max: 4 })
const contract = files('保单', { max: 6 })

export const roadPapers = defineMatter('fleet.road-papers', {
  title: '保险年检办理',
  prefix: 'NJ',
  subject: (f, label) => `${label('vehicle')}:${paperKinds[f.what]}`,
  form: {
    vehicle: ref('车辆', vehicle), organ: ref('使用单位', organ, { optional: true, hint: '不填时随车辆' }), what: choice('办什么', paperKinds),
    note: longText('说明', { max: 300, optional: true }),
  },
  facts: { day, result, until, station, fee, found, report, contract, premium: money('保费合计') },
  lines: {
    bought: lines('保单', {
      fields: {
        kind: choice('险种', insuranceKinds), insurer: ref('保险机构', shop), number: text('保单号', { max: 40 }), begins: date('起保日'), until: date('到期日'), premium: money('保费', { min: '0', max: '1000000' }),
      },
      totals: ['premium'],
    }),
  },
  states: {
    open: { title: '待办理', tone: 'running', held: fleetOfficer, due: { workingDays: 5 } },
    closed: { title: '已办妥', tone: 'done', final: true },
    dropped: { title: '不办了', tone: 'stopped', final: true },
  },
  start: 'open',
  steps: {
    insure: { label: '登记保单', from: 'open', to: 'closed', by: [fleetOfficer], input: { contract }, lines: ['bought'], comment: 'none', primary: true },
    pass: { label: '年检合格', from: 'open', to: 'closed', by: [fleetOfficer], input: { day, until, station, fee, report }, comment: 'none' },
    fail: { label: '年检不合格', from: 'open', by: [fleetOfficer], input: { day, station, fee, found, report }, comment: 'none' },
    drop: { label: '不办了', from: 'open', to: 'dropped', by: [fleetOfficer], comment: 'required', destructive: true },
    withdraw: { label: '撤回', from: 'open', to: 'dropped', by: [requester], destructive: true },
  },
  access: { start: [fleetOfficer, fleetDispatcher, liaison], read: [fleetOfficer, fleetDispatcher, liaison, bureauLeader], export: [fleetOfficer, bureauLeader] },
  listed: {
    owner: fleetOfficer, feedback: '办妥后车辆的保险、年检日期随之更新，到期清单不再提示', keywords: ['车险', '续保', '年检', '验车', '交强险'],
    bases: [{ document: '机关事务管理条例', clause: '第二十六条', mark: 'V' }],
  },
  scope: { organ: 'organ' },
})
