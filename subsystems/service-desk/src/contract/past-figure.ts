// Past figures 往期数据: what an earlier system or ledger said of a month, taken over as sums where no single repair was handed on.
import { defineRegister, int, ref, text } from '@houqin/define'
import type { Row } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { category } from './category.ts'
import { dispatcher, serviceOfficer } from './roles.ts'

/** A row holds for the days it was summed over, a month as a rule; two of one category never overlap. */
export const pastFigure = defineRegister('service-desk.past-figure', {
  title: '往期数据',
  fields: {
    category: ref('报修类别', category),
    asked: int('报修', { min: 0, unit: '件' }),
    finished: int('完工', { min: 0, unit: '件', hint: '不多于报修' }),
    inTime: int('按时完工', { min: 0, unit: '件', hint: '不多于完工' }),
    rated: int('有评价', { min: 0, unit: '件' }),
    stars: int('星数合计', { min: 0, unit: '星', hint: '各个评价的星数相加；只知道平均数的，填平均数乘以有评价的件数' }),
    source: text('来源', { max: 120, hint: '哪个系统或台账的哪份报表，例如 原物业报修系统月报表' }),
  },
  name: (_, label) => label('category'),
  access: { read: [serviceOfficer, dispatcher, bureauLeader], write: [serviceOfficer], import: [serviceOfficer], export: [serviceOfficer] },
  dated: true,
  alike: ['category'],
  card: { facts: ['asked', 'inTime'] },
  columns: ['asked', 'finished', 'inTime', 'rated', 'stars', 'source'],
})
export interface PastFigure extends Row<typeof pastFigure> {}
