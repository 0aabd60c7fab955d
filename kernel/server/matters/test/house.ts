// A small house 样例: two sites, some people, rooms with codes on their doors, and repairs, as a subsystem would declare them.
import {
  choice, decimal, defineGate, defineMatter, defineRegister, defineRole, defineStandard, defineSubsystem,
  everyone, files, holder, lines, longText, money, parameter, quantity, ref, requester, self, text,
} from '@houqin/define'

export const dispatcher = defineRole('house.dispatcher', { title: '报修派单员', reach: 'site' })
export const manager = defineRole('house.manager', { title: '报修负责人', reach: 'site' })

export const organ = defineRegister('house.organ', {
  title: '单位',
  fields: { name: text('名称'), parent: self('上级', { optional: true }) },
  name: (row) => row.name,
  access: { read: [everyone], write: [] },
  tree: 'parent',
  dimension: 'organ',
})
export const site = defineRegister('house.site', {
  title: '场所',
  fields: { name: text('名称') },
  name: (row) => row.name,
  access: { read: [everyone], write: [] },
  dimension: 'site',
})
export const person = defineRegister('house.person', {
  title: '人员',
  fields: { name: text('姓名'), organ: ref('单位', organ) },
  name: (row) => row.name,
  access: { read: [everyone], write: [] },
  scope: { organ: 'organ', person: 'id' },
  dimension: 'person',
})
export const room = defineRegister('house.room', {
  title: '房间',
  fields: { name: text('房号'), site: ref('场所', site) },
  name: (row) => row.name,
  access: { read: [everyone], write: [] },
  scope: { site: 'site' },
  coded: true,
})

const worker = ref('维修工', person)

export const repair = defineMatter('house.repair', {
  title: '报修',
  prefix: 'BX',
  subject: (form, label) => `${label('room')} ${form.what}`,
  form: {
    room: ref('房间', room),
    site: ref('场所', site, { optional: true }),
    what: text('哪里坏了'),
    kind: choice('类别', { electric: '电', water: '水' }),
    phone: text('联系电话', { optional: true, grade: 'sensitive', mask: 'phone' }),
    photos: files('照片', { accept: 'image' }),
  },
  facts: { worker, cost: money('预计费用', { optional: true }) },
  lines: {
    materials: lines('材料', {
      fields: { what: text('材料'), quantity: quantity('数量', '件', { scale: 3 }), amount: money('金额'), outcome: choice('来源', { stock: '库存', bought: '外购' }, { optional: true }) },
      totals: ['amount', 'quantity'],
    }),
    hours: lines('工时', { fields: { hours: quantity('工时', '小时') }, totals: ['hours'] }),
  },
  states: {
    asked: { title: '待派单', tone: 'running', held: dispatcher, due: { workingHours: 4 } },
    dispatched: { title: '已派单', tone: 'running', held: { fact: 'worker' }, due: { workingDays: 2 } },
    repaired: { title: '待确认', tone: 'waiting', held: requester, due: { hours: 72 } },
    closed: { title: '已办结', tone: 'done', final: true },
    merged: { title: '已并入', tone: 'stopped', final: true },
  },
  start: 'asked',
  steps: {
    dispatch: { label: '派单', from: ['asked', 'dispatched'], to: 'dispatched', by: [dispatcher], input: { worker, cost: money('预计费用', { optional: true }) }, primary: true },
    book: { label: '登记用料', from: 'dispatched', by: [{ fact: 'worker' }], lines: ['materials', 'hours'] },
    settle: { label: '登记来源', from: ['dispatched', 'repaired'], by: [dispatcher], settles: { materials: ['outcome'] } },
    finish: { label: '修好了', from: 'dispatched', to: 'repaired', by: [holder], input: { after: files('修后照片') }, primary: true },
    confirm: { label: '确认', from: 'repaired', to: 'closed', by: [requester, dispatcher], rates: true, primary: true },
    reopen: { label: '没修好', from: ['repaired', 'closed'], to: 'asked', by: [requester], comment: 'required', destructive: true },
    merge: { label: '并入', from: ['asked', 'dispatched'], to: 'merged', by: [dispatcher], merges: true },
  },
  access: { start: [everyone], read: [dispatcher, manager] },
  scope: { site: 'site' },
  byCode: { field: 'room', ask: ['what', 'kind', 'photos'] },
})

/** Something asked of a repair's maker afterwards, by an effect. */
export const inspection = defineMatter('house.inspection', {
  title: '巡检',
  prefix: 'XJ',
  subject: (form) => form.what,
  form: { what: longText('查什么'), site: ref('场所', site, { optional: true }) },
  states: {
    open: { title: '待巡检', tone: 'running', held: manager, due: { workingDays: 1 } },
    done: { title: '已巡检', tone: 'done', final: true },
  },
  start: 'open',
  steps: { finish: { label: '完成', from: 'open', to: 'done', by: [manager] } },
  access: { start: [manager], read: [manager] },
  scope: { site: 'site' },
})

export const repairLimit = defineStandard<{ cost: string }>()('house.repair-limit', {
  title: '小修限额',
  explain: '单次小修的费用有上限，超过的走工程。',
  parameters: { limit: parameter('单次上限', '元', { scale: 2 }), watch: parameter('提醒线', '元', { scale: 2 }) },
  values: [
    { parameter: 'limit', value: '5000', from: '2024-01-01', cite: { document: '区级行政事业单位维修管理办法', number: '区机管〔2023〕8号', clause: '第十二条', mark: 'V', level: '区' } },
    { parameter: 'watch', value: '3000', from: '2024-01-01', cite: { document: '维修工作惯例', clause: '第三条', mark: 'K', level: '区' } },
  ],
  check: ({ cost }, figures) => {
    if (decimal.compare(cost, figures.limit) > 0)
      return [{ level: 'breach', says: `预计 ${cost} 元，超过上限 ${figures.limit} 元`, measured: cost, limit: figures.limit, unit: '元', advice: '请改走工程立项', by: 'limit', en: { says: `${cost} yuan, above ${figures.limit} yuan`, advice: 'Make it a work of its own' } }]
    if (decimal.compare(cost, figures.watch) > 0)
      return [{ level: 'warning', says: `预计 ${cost} 元，接近上限`, measured: cost, limit: figures.watch, unit: '元', advice: '请说明理由', by: 'watch', en: { says: `${cost} yuan, near the limit`, advice: 'Say why' } }]
    return []
  },
  examples: [
    { says: '换灯泡', given: { cost: '30.00' }, breach: false },
    { says: '换空调', given: { cost: '6000.00' }, breach: true },
  ],
})
const costGate = defineGate(repair, ['dispatch'], repairLimit, ({ facts }) => (facts.cost === null ? undefined : { cost: facts.cost }))

export const house = defineSubsystem('house', '样例', {
  roles: { dispatcher, manager },
  registers: { organ, site, person, room },
  matters: { repair, inspection },
  standards: { repairLimit },
  gates: [costGate],
})
