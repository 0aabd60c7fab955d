// A repair material 维修材料 with its unit and price.
import { bool, defineRegister, everyone, money, text } from '@houqin/define'
import type { Row } from '@houqin/define'
import { serviceOfficer } from './roles.ts'

export const material = defineRegister('service-desk.material', {
  title: '维修材料',
  fields: {
    name: text('名称', { max: 40 }),
    model: text('规格型号', { max: 60 }),
    unit: text('单位', { max: 10 }),
    price: money('单价', { min: '0' }),
    stocked: bool('常备', { hint: '不常备的需要采购，工单可先暂缓' }),
  },
  name: (m) => `${m.name} ${m.model}`,
  access: { read: [everyone], write: [serviceOfficer], import: [serviceOfficer], export: [serviceOfficer] },
  card: { facts: ['price', 'unit'] },
  search: ['model'],
})
export interface Material extends Row<typeof material> {}
