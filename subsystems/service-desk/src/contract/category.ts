// A repair category 报修类别: which trade mends it, how soon, and the words by which it is recognised.
import { defineRegister, everyone, int, longText, text } from '@houqin/define'
import type { Row } from '@houqin/define'
import { serviceOfficer } from './roles.ts'
import { team } from './team.ts'

export const category = defineRegister('service-desk.category', {
  title: '报修类别',
  fields: {
    name: text('名称', { max: 20, unique: true }),
    trade: team.fields.trade,
    urgentHours: int('紧急时限', { min: 1, max: 72, unit: '小时', hint: '昼夜连续计时' }),
    normalHours: int('一般时限', { min: 1, max: 200, unit: '工作小时' }),
    lowHours: int('不急时限', { min: 1, max: 400, unit: '工作小时' }),
    quickWords: longText('常用语', { max: 600, optional: true, hint: '每行一条，报修时可直接点选' }),
    keywords: text('识别词', { max: 300, optional: true, hint: '用空格隔开；报修人没有选类别时按内容识别' }),
    position: int('顺序', { min: 1, max: 99 }),
  },
  name: (c) => c.name,
  access: { read: [everyone], write: [serviceOfficer], import: [serviceOfficer], export: [serviceOfficer] },
  card: { facts: ['urgentHours', 'normalHours'], state: 'trade' },
  columns: ['position', 'name', 'trade', 'urgentHours', 'normalHours', 'lowHours'],
  sort: 'position',
})
export interface Category extends Row<typeof category> {}
