// A small office 样例机关: organs below each other, who holds which post, and spending that must be approved, as a subsystem would declare it.
import { definePart } from '@houqin/compose'
import {
  choice, defineMatter, defineRegister, defineRole, defineSubsystem, everyone, money, ref, requester, route, self, text,
} from '@houqin/define'

export const leader = defineRole('office.leader', { title: '领导', reach: 'organ' })
export const cashier = defineRole('office.cashier', { title: '出纳', reach: 'district' })

export const organ = defineRegister('office.organ', {
  title: '单位',
  fields: { name: text('名称'), parent: self('上级', { optional: true }) },
  name: (row) => row.name,
  access: { read: [everyone], write: [] },
  scope: { organ: 'id' },
  tree: 'parent',
  dimension: 'organ',
})
export const person = defineRegister('office.person', {
  title: '人员',
  fields: { name: text('姓名'), organ: ref('单位', organ), standing: choice('状态', { active: '在职', left: '调出' }, { optional: true }) },
  name: (row) => row.name,
  access: { read: [cashier], write: [cashier] },
  scope: { organ: 'organ', person: 'id' },
  dimension: 'person',
})
export const post = defineRegister('office.post', {
  title: '任职',
  fields: { person: ref('人员', person), organ: ref('单位', organ), duty: choice('岗位', { head: '主要负责人', staff: '工作人员' }) },
  name: (row, label) => `${label('person')} ${row.duty}`,
  access: { read: [cashier], write: [] },
  scope: { organ: 'organ', person: 'person' },
  dated: true,
  alike: ['person', 'organ'],
})
/** What the spending refers to; only the cashier reads the register. */
export const project = defineRegister('office.project', {
  title: '项目',
  fields: { name: text('名称') },
  name: (row) => row.name,
  access: { read: [cashier], write: [] },
})

const amount = money('金额', { min: '0.01' })
export const spending = defineMatter('office.spending', {
  title: '用款',
  prefix: 'YK',
  subject: (form) => form.what,
  form: { what: text('事由'), kind: choice('类别', { repair: '维修', other: '其他' }), organ: ref('单位', organ), project: ref('项目', project, { optional: true }) },
  facts: { amount },
  states: {
    draft: { title: '拟办', tone: 'draft', held: requester },
    proposed: { title: '待报批', tone: 'running', held: requester, due: { workingDays: 5 } },
    approved: { title: '待支付', tone: 'running', held: cashier },
    paid: { title: '已支付', tone: 'done', final: true },
  },
  start: 'draft',
  steps: {
    propose: { label: '拟定', from: 'draft', to: 'proposed', by: [requester] },
    submit: {
      label: '报批', from: 'proposed', to: 'approved', by: [requester], input: { amount },
      approve: route('office.spending', { amount: 'amount', kind: 'kind', refused: 'draft' }),
    },
    pay: { label: '支付', from: 'approved', to: 'paid', by: [cashier] },
  },
  access: { start: [everyone], read: [cashier] },
  scope: { organ: 'organ' },
})

export const office = definePart({
  subsystem: defineSubsystem('office', '样例机关', { roles: { leader, cashier }, registers: { organ, person, post, project }, matters: { spending } }),
  tables: { schema: 'office', folder: new URL('migrations/', import.meta.url) },
  departed: { field: 'standing', values: ['left'] },
  en: {},
})
