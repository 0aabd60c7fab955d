// A lamp shop 灯具间: the smallest subsystem that has one of everything, for the tests of the tests.
import {
  above, bool, catalogueOf, choice, decimal, defineMatter, defineRegister, defineRole, defineSignal, defineStandard, defineSubsystem, everyone, int, lines, longText, parameter, ref, requester, self, text,
} from '@houqin/define'

export const keeper = defineRole('shop.keeper', { title: '灯具管理员', reach: 'site' })
export const clerk = defineRole('shop.clerk', { title: '单位内勤', reach: 'organ' })

export const organ = defineRegister('shop.organ', {
  title: '单位', fields: { name: text('名称', { unique: true }), parent: self('上级', { optional: true }) }, name: (o) => o.name,
  access: { read: [everyone], write: [clerk] }, scope: { organ: 'id' }, dimension: 'organ', tree: 'parent', card: { facts: ['parent'] },
})
export const site = defineRegister('shop.site', {
  title: '场所', fields: { name: text('名称', { unique: true }), open: bool('开放') }, name: (s) => s.name,
  access: { read: [everyone], write: [keeper] }, scope: { site: 'id' }, dimension: 'site', card: { facts: ['name'], state: 'open' },
})
export const person = defineRegister('shop.person', {
  title: '人员', fields: { name: text('姓名'), organ: ref('单位', organ) }, name: (p) => p.name,
  access: { read: [everyone], write: [clerk] }, scope: { organ: 'organ', person: 'id' }, dimension: 'person',
})
export const lamp = defineRegister('shop.lamp', {
  title: '灯具',
  fields: {
    number: text('编号', { unique: true, pattern: { expression: /^D-\d{4}$/, says: '如 D-0001' } }),
    site: ref('场所', site),
    socket: choice('灯头', { e27: 'E27', gu10: 'GU10' }),
    watts: int('功率', { min: 1, unit: 'W' }),
  },
  name: (l, label) => `${label('site')} ${l.number}`,
  access: { read: [everyone], write: [keeper] },
  scope: { site: 'site' }, card: { facts: ['site', 'watts'], state: 'socket' }, search: ['number'], sort: 'number', coded: true,
  lines: { bulbs: lines('灯泡', { fields: { count: int('个数') }, totals: ['count'] }) },
})
export const brightEnough = defineStandard<{ readonly lux: string }>()('shop.bright-enough', {
  title: '照度', explain: '办公桌面应当够亮。',
  parameters: { atLeast: parameter('照度不低于', 'lx') },
  values: [{ parameter: 'atLeast', value: '300', from: '2014-06-01', cite: { document: '建筑照明设计标准', number: 'GB 50034-2013', mark: 'K', level: '国家' } }],
  check: ({ lux }, { atLeast }) => decimal.compare(lux, atLeast) < 0
    ? [{ level: 'breach', says: `照度 ${lux} lx,低于 ${atLeast} lx`, measured: lux, limit: atLeast, unit: 'lx', advice: '换一盏更亮的灯', by: 'atLeast', en: { says: `${lux} lx, below ${atLeast} lx`, advice: 'Change the lamp for a brighter one' } }]
    : [],
  examples: [{ says: '亮', given: { lux: '500' }, breach: false }, { says: '暗', given: { lux: '100' }, breach: true }],
})
export const heat = defineSignal('shop.heat', {
  title: '灯头温度', of: lamp, measures: 'gauge', unit: '℃', scale: 1,
  alarms: { tooHot: { title: '过热', severity: 'major', rule: above(90, { unit: '℃', advice: { zh: '关灯,报修', en: 'Switch it off and report it' }, hysteresis: 10 }) } },
  access: { read: [keeper], acknowledge: [keeper] }, keepRawDays: 30,
})
const worker = ref('换灯的人', person)
export const change = defineMatter('shop.change', {
  title: '换灯', prefix: 'HD', subject: (f, label) => `${label('lamp')}:${f.why}`,
  form: { lamp: ref('灯具', lamp), why: longText('原因'), site: ref('场所', site) },
  facts: { worker },
  states: {
    asked: { title: '待派', tone: 'running', held: keeper, due: { hours: 4 } },
    sent: { title: '已派', tone: 'running', held: { fact: 'worker' } },
    done: { title: '已换', tone: 'done', final: true },
  },
  start: 'asked',
  steps: {
    send: { label: '派人', from: 'asked', to: 'sent', by: [keeper], input: { worker }, primary: true },
    changed: { label: '换好了', from: 'sent', to: 'done', by: [{ fact: 'worker' }], primary: true },
    withdraw: { label: '撤回', from: ['asked', 'sent'], to: 'done', by: [requester], destructive: true },
  },
  access: { start: [everyone], read: [keeper, clerk] },
  scope: { site: 'site' },
  byCode: { field: 'lamp', ask: ['why'] },
})
export const shop = defineSubsystem('shop', '灯具间', {
  roles: { keeper, clerk },
  registers: { organ, site, person, lamp },
  matters: { change },
  standards: { brightEnough },
  signals: { heat },
})
export const english = {
  title: 'Lamp shop',
  roles: { keeper: 'Lamp keeper', clerk: 'Clerk' },
  registers: {
    organ: { title: 'Organ', fields: { name: 'Name', parent: 'Superior' } },
    site: { title: 'Site', fields: { name: 'Name', open: 'Open' } },
    person: { title: 'Person', fields: { name: 'Name', organ: 'Organ' } },
    lamp: {
      title: 'Lamp',
      fields: { number: 'Number', site: 'Site', socket: { label: 'Socket', options: { e27: 'E27', gu10: 'GU10' } }, watts: 'Watts' },
      lines: { bulbs: { title: 'Bulbs', fields: { count: 'Count' } } },
    },
  },
  matters: {
    change: {
      title: 'Change a lamp', form: { lamp: 'Lamp', why: 'Why', site: 'Site' }, facts: { worker: 'Who changes it' }, lines: {},
      states: { asked: 'Asked', sent: 'Sent', done: 'Done' },
      steps: { send: { label: 'Send', input: { worker: 'Who changes it' } }, changed: 'Changed', withdraw: 'Withdraw' },
    },
  },
  standards: { brightEnough: { title: 'Bright enough', explain: 'A desk should be bright enough.', parameters: { atLeast: 'At least' } } },
  signals: { heat: { title: 'Heat', attributes: {}, alarms: { tooHot: 'Too hot' } } },
  reports: {},
  phrases: { '如 D-0001': 'Such as D-0001' },
}
export const vocabulary = ['shop', 'keeper', 'clerk', 'organ', 'site', 'person', 'lamp', 'bright enough', 'heat', 'change']
  .map((noun) => ({ chinese: noun, english: noun, avoid: [] as string[] }))
export const house = { catalogue: catalogueOf([shop]), english: new Map<string, object>([['shop', english]]), vocabulary }
