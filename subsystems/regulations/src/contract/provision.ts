// A provision 规则条目: what a rule says in a line, where it is written, and how far that has been checked.
import { choice, defineRegister, everyone, longText, text } from '@houqin/define'
import type { Row } from '@houqin/define'
import { areas } from './areas.ts'
import { readings } from './reading.ts'
import { regulationsOfficer } from './roles.ts'

export const provision = defineRegister('regulations.provision', {
  title: '规则条目',
  fields: {
    code: text('编号', { max: 20, unique: true }),
    title: text('要点', { max: 120 }),
    area: choice('业务领域', areas),
    value: longText('规定', { max: 500 }),
    unit: text('单位', { max: 60, optional: true }),
    condition: longText('条件', { max: 500, optional: true }),
    source: longText('出处', { max: 500, optional: true, hint: '来源待核的不写条号' }),
    mark: text('核实标记', { max: 20, hint: 'V 读过原文，V2 二手来源，K 凭记忆，U 存疑；几处不同的用斜线隔开' }),
    reading: choice('核实程度', readings),
  },
  name: (p) => `${p.title}`,
  access: { read: [everyone], write: [regulationsOfficer], export: [regulationsOfficer] },
  card: { facts: ['value', 'unit'], state: 'reading' },
  search: ['code', 'value', 'condition', 'source'],
  columns: ['code', 'title', 'value', 'unit', 'condition', 'source', 'reading', 'area'],
  sort: 'code',
})
export interface Provision extends Row<typeof provision> {}
