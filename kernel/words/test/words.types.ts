// What a locale must hold: a missing or a foreign word does not compile.
import { above, choice, defineMatter, defineRegister, defineRole, defineSignal, defineSubsystem, everyone, int, lines, money, ref, requester, text } from '@houqin/define'
import type { Words } from '@houqin/words'

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
function holds<_T extends true>(): void {}

const dispatcher = defineRole('fleet.dispatcher', { title: '车辆调度', reach: 'site' })
const vehicle = defineRegister('fleet.vehicle', {
  title: '公务车辆',
  fields: { plate: text('车牌号'), use: choice('用途', { emergency: '应急', enforcement: '执法' }) },
  name: (v) => v.plate,
  access: { read: [everyone], write: [dispatcher] },
})
const useVehicle = defineMatter('fleet.use-vehicle', {
  title: '用车申请',
  prefix: 'YC',
  subject: (f) => f.to,
  form: { to: text('目的地'), people: int('人数', { min: 1 }) },
  facts: { vehicle: ref('车辆', vehicle, { optional: true }) },
  lines: { costs: lines('费用', { fields: { what: text('项目'), amount: money('金额') }, totals: ['amount'] }) },
  states: {
    asked: { title: '待派车', tone: 'running', held: dispatcher },
    out: { title: '出车', tone: 'running', held: requester },
    closed: { title: '已结', tone: 'done', final: true },
  },
  start: 'asked',
  steps: {
    dispatch: { label: '派车', from: 'asked', to: 'out', by: [dispatcher], input: { vehicle: ref('车辆', vehicle) } },
    finish: { label: '还车', from: 'out', to: 'closed', by: [requester] },
  },
  access: { start: [everyone], read: [dispatcher] },
})
const load = defineSignal('fleet.load', {
  title: '载客', of: vehicle, measures: 'gauge', unit: '人', scale: 0,
  alarms: { crowded: { title: '超载', severity: 'major', rule: above(20, { unit: '人', advice: { zh: '等下一班', en: 'Wait for the next one' } }) } },
  access: { read: [dispatcher], acknowledge: [dispatcher] },
  keepRawDays: 30,
})
const fleet = defineSubsystem('fleet', '公务用车', { roles: { dispatcher }, registers: { vehicle }, matters: { useVehicle }, signals: { load } })

type FleetWords = Words<typeof fleet>
declare const words: FleetWords
holds<Equal<typeof words.registers.vehicle.fields.plate, string>>()
holds<Equal<typeof words.matters.useVehicle.steps.dispatch.input.vehicle, string>>()
holds<Equal<typeof words.matters.useVehicle.steps.finish, string>>()
holds<Equal<keyof typeof words.signals.load.alarms, 'crowded'>>()
// @ts-expect-error a state without a word
const states: FleetWords['matters']['useVehicle']['states'] = { asked: 'asked', out: 'out' }
// @ts-expect-error an option without a word
const use: FleetWords['registers']['vehicle']['fields']['use'] = { label: 'Use', options: { emergency: 'emergency' } }

export { states, use }
