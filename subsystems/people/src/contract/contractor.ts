// A contractor 外包单位: a company whose staff work in the bureau's buildings under a contract.
import { choice, date, defineRegister, longText, text } from '@houqin/define'
import type { Row } from '@houqin/define'
import { creditCodePattern } from './credit-code.ts'
import { bureauLeader, liaison, peopleOfficer } from './roles.ts'

export const contractor = defineRegister('people.contractor', {
  title: '外包单位',
  fields: {
    name: text('名称', { max: 80, unique: true }),
    business: choice('服务内容', {
      property: '物业保洁',
      security: '安全保卫',
      catering: '餐饮服务',
      maintenance: '设施维保',
      greening: '绿化养护',
      network: '信息运维',
      waste: '垃圾清运',
    }),
    creditCode: text('统一社会信用代码', { max: 18, unique: true, pattern: creditCodePattern }),
    contact: text('联系人', { max: 30 }),
    phone: text('联系电话', { max: 20, grade: 'personal', mask: 'phone' }),
    contractFrom: date('合同起始日'),
    contractUntil: date('合同到期日', { expires: { warnDays: [90, 30, 7], says: '服务合同将到期，请安排续签或重新采购' } }),
    commitment: longText('服务承诺', { optional: true, max: 500, hint: '合同中对外公布的承诺' }),
  },
  name: (c) => c.name,
  access: { read: [peopleOfficer, bureauLeader, liaison], write: [peopleOfficer], import: [peopleOfficer], export: [peopleOfficer], reveal: [peopleOfficer] },
  card: { facts: ['contact', 'contractUntil'], state: 'business' },
  search: ['contact', 'creditCode'],
  columns: ['name', 'business', 'contact', 'contractFrom', 'contractUntil'],
})
export interface Contractor extends Row<typeof contractor> {}
