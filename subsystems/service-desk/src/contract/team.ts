// A team 班组: the people of one trade who repair on certain sites, the bureau's own or a contractor's.
import { bool, choice, defineRegister, everyone, lines, ref, text } from '@houqin/define'
import type { Row } from '@houqin/define'
import { contractor, person } from '@houqin/people'
import { site } from '@houqin/places'
import { serviceOfficer } from './roles.ts'

export const team = defineRegister('service-desk.team', {
  title: '班组',
  fields: {
    name: text('名称', { max: 40, unique: true }),
    trade: choice('工种', {
      water: '给排水',
      electric: '强电照明',
      air: '空调暖通',
      carpentry: '木工泥瓦',
      locks: '门窗锁具',
      lift: '电梯',
      network: '网络弱电',
      cleaning: '保洁',
      greening: '绿化',
      kitchen: '厨房设备',
      fire: '消防设施',
    }),
    leader: ref('班长', person),
    phone: text('值班电话', { max: 20 }),
    contractor: ref('外包单位', contractor, { optional: true }),
  },
  name: (t) => t.name,
  access: { read: [everyone], write: [serviceOfficer], export: [serviceOfficer] },
  card: { facts: ['leader', 'phone'], state: 'trade' },
  search: ['phone'],
  lines: {
    members: lines('成员', { fields: { person: ref('人员', person), onCall: bool('夜间应急') } }),
    coverage: lines('负责场所', { fields: { site: ref('场所', site) } }),
  },
})
export interface Team extends Row<typeof team> {}
