// Below the threshold of government procurement 未达限额标准: what costs more is not bought by the service desk itself.
import { decimal, defineGate, defineStandard, parameter } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { purchase } from '../purchase.ts'
import { serviceOfficer } from '../roles.ts'

export interface PlannedPurchase {
  /** 元, as a decimal string. */
  readonly amount: string
}

export const belowTenderThreshold = defineStandard<PlannedPurchase>()('service-desk.below-tender-threshold', {
  title: '零星采购不超限额标准',
  explain:
    '货物和服务达到分散采购限额标准的，按政府采购规定办理，不能作为维修材料零星采购。县级限额标准由省里规定，这里暂无核实过的本省标准，参照中央标准；本省当年文件核实后请录入新的标准值。同一年度同一品目分次购买的，应合并计算。',
  parameters: { amount: parameter('货物和服务的分散采购限额', '元', { scale: 2 }) },
  // Read on a copy of the notice, not in the notice itself: V2, and no clause.
  values: [{ parameter: 'amount', value: '1000000', from: '2020-01-01', cite: { document: '中央预算单位政府集中采购目录及标准（参照中央标准）', number: '国办发〔2019〕55号', mark: 'V2', level: '国家' }, provision: 'GPO-01' }],
  keep: [serviceOfficer, bureauLeader],
  check({ amount }, figures) {
    if (decimal.compare(amount, figures.amount) < 0) return []
    return [{
      level: 'breach',
      says: `预计 ${decimal.grouped(amount)} 元，达到限额标准 ${decimal.grouped(figures.amount)} 元`,
      measured: amount, limit: figures.amount, unit: '元', by: 'amount',
      advice: '这次不能按零星采购办：请转政府采购，不要拆成几次购买',
      en: {
        says: `${decimal.grouped(amount)} yuan planned, which reaches the threshold of ${decimal.grouped(figures.amount)} yuan`,
        advice: 'It cannot be bought here: hand it to government procurement, and do not split it',
      },
    }]
  },
  examples: [
    { says: '买灯管 3,000 元', given: { amount: '3000.00' }, breach: false },
    { says: '换一批空调 1,000,000 元，正好达到', given: { amount: '1000000.00' }, breach: true },
  ],
})

export const purchaseBelowThreshold = defineGate(purchase, ['submit'], belowTenderThreshold, ({ facts }) => (facts.amount === null ? undefined : { amount: facts.amount }))
