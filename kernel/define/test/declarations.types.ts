// Declarations that must and must not compile: the types of the nouns are tested like code.
import {
  choice, defineGate, defineMatter, defineRegister, defineRole, defineSignal, defineSlot, defineStandard, defineSubsystem,
  breaches, choices, date, everyone, fill, files, int, lines, money, parameter, quantity, ref, requester, route, self, text,
} from '@houqin/define'
import type { FormOf, NewRow, Row, StepInput } from '@houqin/define'

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
function holds<_T extends true>(): void {}

const dispatcher = defineRole('fleet.dispatcher', { title: '车辆调度', reach: 'site' })
const organ = defineRegister('people.organ', {
  title: '单位',
  fields: { name: text('名称'), parent: self('上级', { optional: true }), level: choice('级别', { district: '区级', street: '街道' }) },
  name: (o) => o.name,
  access: { read: [everyone], write: [] },
  tree: 'parent',
  dimension: 'organ',
})
const vehicle = defineRegister('fleet.vehicle', {
  title: '公务车辆',
  fields: {
    plate: text('车牌号', { unique: true }),
    seats: int('座位数', { min: 1 }),
    price: money('购置价'),
    bought: date('购置日期', { optional: true }),
    organ: ref('使用单位', organ),
    photos: files('照片'),
  },
  name: (v, label) => `${v.plate} ${label('organ')}`,
  access: { read: [everyone], write: [dispatcher] },
  scope: { organ: 'organ' },
  card: { facts: ['seats', 'organ'] },
  sort: '-price',
})
export interface Vehicle extends Row<typeof vehicle> {}
holds<Equal<Vehicle['bought'], string | null>>()
holds<Equal<Vehicle['seats'], number>>()
declare const newVehicle: NewRow<typeof vehicle>
holds<Equal<typeof newVehicle.plate, string>>()

// Photographs and optional choices may be left out, choices that are asked for may not.
const leftOut: NewRow<typeof vehicle> = { plate: '苏B12345', seats: 5, price: '1', organ: 'id' }
const days = defineRegister('x.days', {
  title: '', fields: { open: choices('开放日', { mon: '周一' }), shut: choices('休息日', { sun: '周日' }, { optional: true }) }, name: () => '', access: { read: [], write: [] },
})
holds<Equal<Row<typeof days>['shut'], 'sun'[]>>()
const onlyOpen: NewRow<typeof days> = { open: ['mon'] }
// @ts-expect-error nothing chosen where a choice is asked for
const nothingChosen: NewRow<typeof days> = {}
// @ts-expect-error a required field is missing
const incomplete: NewRow<typeof vehicle> = { plate: '苏B12345' }
// @ts-expect-error an id must name its subsystem
defineRegister('vehicle', { title: '', fields: {}, name: () => '', access: { read: [], write: [] } })
defineRegister('x.y', {
  title: '',
  fields: { a: text('甲') },
  // @ts-expect-error no such field
  name: (row) => row.b,
  access: { read: [], write: [] },
})
// @ts-expect-error no such field on the card
defineRegister('x.y', { title: '', fields: { a: text('甲') }, name: (r) => r.a, access: { read: [], write: [] }, card: { facts: ['b'] } })
// @ts-expect-error scoped by a field that is no reference
defineRegister('x.y', { title: '', fields: { a: text('甲') }, name: (r) => r.a, access: { read: [], write: [] }, scope: { organ: 'a' } })

const assigned = ref('车辆', vehicle)
const useVehicle = defineMatter('fleet.use-vehicle', {
  title: '用车申请',
  prefix: 'YC',
  subject: (f) => `${f.to} ${f.people} 人`,
  form: { to: text('目的地'), people: int('人数', { min: 1 }), organ: ref('单位', organ) },
  facts: { vehicle: assigned },
  lines: { costs: lines('费用', { fields: { what: text('项目'), amount: money('金额') }, totals: ['amount'] }) },
  states: {
    asked: { title: '待派车', tone: 'running', held: dispatcher, due: { workingHours: 4 } },
    out: { title: '出车', tone: 'running', held: requester },
    closed: { title: '已结', tone: 'done', final: true },
  },
  start: 'asked',
  steps: {
    dispatch: { label: '派车', from: 'asked', to: 'out', by: [dispatcher], input: { vehicle: assigned } },
    book: { label: '记费用', from: 'out', by: [dispatcher], lines: ['costs'] },
    finish: { label: '还车', from: ['out'], to: 'closed', by: [requester, dispatcher], rates: true },
  },
  access: { start: [everyone], read: [dispatcher] },
  scope: { organ: 'organ' },
})
holds<Equal<FormOf<typeof useVehicle>['people'], number>>()
const sent: StepInput<typeof useVehicle, 'dispatch'> = { vehicle: 'id' }
// @ts-expect-error the input of a step is typed
const wrong: StepInput<typeof useVehicle, 'dispatch'> = { vehicle: 3 }

const base = { title: '', prefix: 'X', subject: () => '', form: { a: text('甲') }, access: { start: [], read: [] } }
const states = { one: { title: '一', tone: 'running' }, two: { title: '二', tone: 'done', final: true } } as const
// @ts-expect-error starts in a state that does not exist
defineMatter('x.m', { ...base, states, start: 'three', steps: {} })
// @ts-expect-error a step to nowhere
defineMatter('x.m', { ...base, states, start: 'one', steps: { go: { label: '去', from: 'one', to: 'three', by: [requester] } } })
// @ts-expect-error a step from nowhere
defineMatter('x.m', { ...base, states, start: 'one', steps: { go: { label: '去', from: 'three', by: [requester] } } })
// @ts-expect-error a word that no step has
defineMatter('x.m', { ...base, states, start: 'one', steps: { go: { label: '去', from: 'one', by: [requester], coment: 'none' } } })
// @ts-expect-error held by a fact that does not exist
defineMatter('x.m', { ...base, states: { one: { title: '一', tone: 'running', held: { fact: 'worker' } } }, start: 'one', steps: {} })
// @ts-expect-error taken by a person of a fact that does not exist
defineMatter('x.m', { ...base, states, start: 'one', steps: { go: { label: '去', from: 'one', by: [{ fact: 'worker' }] } } })
// @ts-expect-error lines that do not exist
defineMatter('x.m', { ...base, states, start: 'one', steps: { go: { label: '去', from: 'one', by: [requester], lines: ['costs'] } } })
// @ts-expect-error a total of no column
lines('x', { fields: { a: money('甲') }, totals: ['b'] })

const spending = { ...base, form: { a: text('甲'), cost: money('金额'), kind: choice('类别', { x: '甲' }) }, states, start: 'one' } as const
defineMatter('x.m', { ...spending, steps: { ask: { label: '报批', from: 'one', to: 'two', by: [requester], approve: route('x.cost', { amount: 'cost', kind: 'kind', refused: 'one' }) } } })
defineMatter('x.m', { ...spending, facts: { price: money('成交价') }, steps: { ask: { label: '报批', from: 'one', to: 'two', by: [requester], approve: route('x.cost', { amount: 'price' }) } } })
defineMatter('x.m', { ...base, states, start: 'one', steps: { ask: { label: '报批', from: 'one', to: 'two', by: [requester], approve: route('x.any') } } })
// @ts-expect-error a route is chosen by an amount, and text is none
defineMatter('x.m', { ...spending, steps: { ask: { label: '报批', from: 'one', to: 'two', by: [requester], approve: route('x.cost', { amount: 'a' }) } } })
// @ts-expect-error a route is chosen by a field that does not exist
defineMatter('x.m', { ...spending, steps: { ask: { label: '报批', from: 'one', to: 'two', by: [requester], approve: route('x.cost', { amount: 'price' }) } } })
// @ts-expect-error the kind of a route is a choice
defineMatter('x.m', { ...spending, steps: { ask: { label: '报批', from: 'one', to: 'two', by: [requester], approve: route('x.cost', { kind: 'cost' }) } } })
// @ts-expect-error refused into a state that does not exist
defineMatter('x.m', { ...spending, steps: { ask: { label: '报批', from: 'one', to: 'two', by: [requester], approve: route('x.cost', { refused: 'three' }) } } })
// @ts-expect-error a route must name its subsystem
route('cost')

const seatsSuffice = defineStandard<{ people: number }>()('fleet.seats-suffice', {
  title: '座位够用',
  explain: '',
  parameters: { spare: parameter('余座', '座'), byUse: parameter('按用途', '座', { by: { a: '甲', b: '乙' } }) },
  values: [{ parameter: 'spare', value: '0', from: '2020-01-01', cite: { document: '文', mark: 'V', level: '区' } }],
  check: (s, p) => {
    holds<Equal<typeof p.spare, string>>()
    holds<Equal<keyof typeof p.byUse, 'a' | 'b'>>()
    return s.people > Number(p.spare) ? [{ level: 'breach', says: '', advice: '', by: 'spare', en: { says: '', advice: '' } }] : []
  },
  examples: [
    { says: '坐得下', given: { people: 0 }, breach: false },
    { says: '坐不下', given: { people: 9 }, breach: true },
  ],
})
defineStandard<{ n: number }>()('x.s', {
  title: '', explain: '', parameters: {}, values: [],
  // @ts-expect-error a parameter that was not declared
  check: (s, p) => (s.n > p.limit ? [] : []),
  examples: [{ says: '', given: { n: 1 }, breach: true }, { says: '', given: { n: 0 }, breach: false }],
})
defineGate(useVehicle, ['dispatch', 'start'], seatsSuffice, (m) => ({ people: m.form.people }))
defineGate(useVehicle, ['dispatch'], seatsSuffice, (m, sql) => sql<{ people: number }>`select ${m.form.people}::int as people`)
// @ts-expect-error no such step
defineGate(useVehicle, ['dispach'], seatsSuffice, (m) => ({ people: m.form.people }))
// @ts-expect-error not what the standard judges
defineGate(useVehicle, ['dispatch'], seatsSuffice, (m) => ({ persons: m.form.people }))

const load = defineSignal('fleet.load', {
  title: '载客', of: vehicle, measures: 'gauge', unit: '人', scale: 0,
  attributes: { door: choice('车门', { open: '开', shut: '关' }) },
  alarms: {
    crowded: {
      title: '超载', severity: 'major',
      rule: breaches(seatsSuffice, (r: { value: number }) => ({ people: r.value })),
    },
  },
  access: { read: [dispatcher], acknowledge: [dispatcher] },
  keepRawDays: 30,
})
const panel = defineSlot<{ vehicle: string }>()('fleet.panel')
fill(panel, async () => ({ Fill: (given) => given.vehicle }))
// @ts-expect-error the slot is told a vehicle, not a person
fill(panel, async () => ({ Fill: (given) => given.person }))

defineSubsystem('fleet', '公务用车', {
  roles: { dispatcher }, registers: { vehicle }, matters: { useVehicle }, standards: { seatsSuffice }, signals: { load },
})
// @ts-expect-error a noun that does not exist
defineSubsystem('x', '', { regsters: {} })

export { incomplete, leftOut, nothingChosen, onlyOpen, quantity, sent, wrong }
