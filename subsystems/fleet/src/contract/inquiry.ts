// An inquiry 行驶核查: a car moved while it was immobilised, at night, on a day off or beyond its bounds; somebody finds out why, and it is written down.
import { choice, defineMatter, longText, ref, text } from '@houqin/define'
import { bureauLeader, organ } from '@houqin/people'
import { fleetOfficer } from './roles.ts'
import { vehicle } from './vehicle.ts'

const finding = choice('核查结论', { approved: '经批准的特殊工作', unapproved: '未经批准用车', mistaken: '终端误报' }, { hint: '未经批准的，登记后随即立公车整改；经批准而没有派车单的，补办用车手续' })
/** The alarms that must be explained, by the signal that raised them. */
export const inquiredAlarms = Object.freeze({
  movement: '封存期间行驶', offHours: '夜间或节假日用车', outOfBounds: '越界行驶', withoutSlip: '无派车单行驶', unmovedSlip: '有派车单没有行驶', missedDestination: '没有到批准的目的地',
} as const)
export type InquiredAlarm = keyof typeof inquiredAlarms
const account = longText('情况说明', { max: 1000, min: 2 })

const longest = 80
/** The first sentence without its coordinates, which nobody reads in a list; as many of its clauses as there is room for, so that no day and no name is cut in two. */
function inShort(what: string): string {
  const [first = what] = what.split(/，东经|。/u)
  if (first.length <= longest) return first
  const whole = first.lastIndexOf('，', longest)
  return `${whole > 0 ? first.slice(0, whole) : first.slice(0, longest).replace(/[\w.:—-]+$/u, '').trimEnd()}…`
}

export const inquiry = defineMatter('fleet.inquiry', {
  title: '行驶核查',
  prefix: 'FC',
  subject: (f, label) => `${label('vehicle')}:${inShort(f.what)}`,
  form: {
    vehicle: ref('车辆', vehicle),
    organ: ref('使用单位', organ, { optional: true, hint: '不填时随车辆' }),
    what: longText('看到了什么', { max: 600, min: 2 }),
  },
  facts: { finding, account, alarm: choice('来源告警', inquiredAlarms, { optional: true }), redress: text('公车整改单', { max: 40, optional: true }) },
  states: {
    open: { title: '待核查', tone: 'running', held: fleetOfficer, due: { workingDays: 2 } },
    closed: { title: '已核查', tone: 'done', final: true },
  },
  start: 'open',
  steps: { conclude: { label: '登记结论', from: 'open', to: 'closed', by: [fleetOfficer], input: { finding, account }, primary: true } },
  scope: { organ: 'organ' },
  access: { start: [fleetOfficer], read: [fleetOfficer, bureauLeader], export: [fleetOfficer] },
  listed: { owner: fleetOfficer, feedback: '核查结论记在事项里，使用单位和局领导可查', keywords: ['封存', '节假日用车', '夜间用车', '驶出辖区', '公车私用'], bases: [] },
})
