// A purchase of repair materials 采购维修材料: what the store does not hold is asked for, approved by its amount, bought and handed over.
import { choice, defineMatter, files, lines, longText, money, quantity, ref, requester, route, text } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { site } from '@houqin/places'
import { material } from './material.ts'
import { dispatcher, serviceOfficer, worker } from './roles.ts'

const amount = money('预计总金额', { min: '0.01', hint: '含运费；决定由谁审批' })
const supplier = text('拟选供应商', { max: 80, optional: true })
const quotations = files('报价单', { max: 6 })
const paid = money('实付金额', { min: '0' })
const invoice = text('发票号码', { max: 40 })

export const purchase = defineMatter('service-desk.purchase', {
  title: '采购维修材料',
  prefix: 'CG',
  subject: (f, label) => `${label('site')}:${f.what.length > 40 ? `${f.what.slice(0, 40)}…` : f.what}`,
  form: {
    what: longText('买什么、做什么用', { max: 500, min: 2 }),
    site: ref('用在哪里', site),
    manner: choice('采购方式', { framework: '框架协议', mall: '网上商城', direct: '零星采购' }),
    repair: text('对应报修单号', { max: 40, optional: true }),
  },
  facts: { amount, supplier, quotations, paid, invoice },
  lines: {
    items: lines('采购清单', {
      fields: {
        material: ref('材料', material),
        quantity: quantity('数量', '', { min: '0.01' }),
        price: money('预计单价', { min: '0' }),
        outcome: choice('到货', { stock: '库存调剂', bought: '已购', cancelled: '不买了' }, { optional: true }),
      },
    }),
  },
  states: {
    drafted: { title: '待报批', tone: 'draft', held: requester },
    approved: { title: '待采购', tone: 'running', held: dispatcher, due: { workingDays: 5 } },
    bought: { title: '待验收', tone: 'waiting', held: requester, due: { workingDays: 3 } },
    closed: { title: '已入库', tone: 'done', final: true },
    dropped: { title: '不买了', tone: 'stopped', final: true },
  },
  start: 'drafted',
  asks: ['items'],
  steps: {
    submit: {
      label: '报批',
      from: 'drafted',
      to: 'approved',
      by: [requester],
      input: { amount, supplier, quotations },
      primary: true,
      approve: route('service-desk.purchase-amount', { amount: 'amount', kind: 'manner', refused: 'drafted' }),
    },
    revise: { label: '补充清单', from: 'drafted', by: [requester], lines: ['items'] },
    buy: {
      label: '登记采购',
      from: 'approved',
      to: 'bought',
      by: [dispatcher, serviceOfficer],
      input: { paid, invoice },
      settles: { items: ['outcome'] },
      primary: true,
    },
    receive: { label: '验收入库', from: 'bought', to: 'closed', by: [requester], rates: true, primary: true },
    reject: { label: '货不对', from: 'bought', to: 'approved', by: [requester], comment: 'required' },
    drop: { label: '不买了', from: ['drafted', 'approved'], to: 'dropped', by: [requester], comment: 'required', destructive: true },
  },
  access: { start: [worker, dispatcher, serviceOfficer], read: [dispatcher, serviceOfficer, bureauLeader], export: [serviceOfficer] },
  listed: {
    owner: serviceOfficer,
    feedback: '审批和到货都有提示，验收由申请人确认',
    keywords: ['采购材料', '买材料', '维修材料', '采购配件', '买配件'],
    bases: [{ document: '机关事务管理条例', clause: '第十四条', mark: 'V' }],
  },
  scope: { site: 'site' },
})
