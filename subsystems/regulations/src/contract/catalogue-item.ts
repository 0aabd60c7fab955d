// A catalogue item 目录事项: one thing people come for, who answers for it, how long it takes, how one hears of it, and on which clauses it rests.
import { choice, defineRegister, everyone, int, lines, longText, text } from '@houqin/define'
import type { Row } from '@houqin/define'
import { readings } from './reading.ts'
import { regulationsOfficer } from './roles.ts'

export const catalogueItem = defineRegister('regulations.catalogue-item', {
  title: '事项目录',
  fields: {
    title: text('事项', { max: 60, unique: true }),
    matter: text('办理入口', { max: 60, optional: true, hint: '平台里的事项编号，如 service-desk.repair；没有的留空' }),
    owner: text('由谁负责', { max: 60 }),
    limit: text('办理时限', { max: 120 }),
    feedback: text('怎样反馈', { max: 200 }),
    keywords: longText('常见说法', { max: 1000, hint: '用顿号隔开；问一问按这些说法认' }),
    position: int('顺序', { min: 1 }),
  },
  lines: {
    bases: lines('依据', {
      fields: { document: text('文件', { max: 150 }), clause: text('条号', { max: 40, optional: true }), reading: choice('核实程度', readings, { optional: true }) },
    }),
  },
  name: (i) => i.title,
  access: { read: [everyone], write: [regulationsOfficer], export: [regulationsOfficer] },
  card: { facts: ['owner', 'limit'] },
  search: ['keywords'],
  columns: ['title', 'owner', 'limit', 'feedback'],
  sort: 'position',
})
export interface CatalogueItem extends Row<typeof catalogueItem> {}
