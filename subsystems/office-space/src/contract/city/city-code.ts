// The city's codes 市平台对照: what a field or an option of ours is called there, in which unit, from which day on.
import { choice, defineRegister, text } from '@houqin/define'
import type { Row } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { placesOfficer } from '@houqin/places'
import { cityItems, cityKinds } from './city-items.ts'
import type { CityItem } from './city-items.ts'

export const cityItemTitles = Object.freeze(Object.fromEntries(Object.entries(cityItems).map(([key, { kind, title }]) => [key, `${cityKinds[kind]}·${title}`])) as Record<CityItem, string>)

export const cityCode = defineRegister('office-space.city-code', {
  title: '市平台对照',
  fields: {
    item: choice('我方字段', cityItemTitles),
    value: text('我方取值', { max: 40, hint: '字段本身填 *；有选项的字段，每个选项一行，填选项的代码' }),
    code: text('市平台代码', { max: 60 }),
    title: text('市平台名称', { max: 80 }),
    unit: text('市平台单位', { max: 20, optional: true }),
  },
  name: (row) => `${cityItemTitles[row.item]} ${row.value === '*' ? '' : row.value} → ${row.code}`,
  access: { read: [placesOfficer, bureauLeader], write: [placesOfficer], import: [placesOfficer], export: [placesOfficer] },
  dated: true,
  alike: ['item', 'value'],
  card: { facts: ['code', 'title'], state: 'item' },
  search: ['code', 'title'],
  sort: 'item',
})
export interface CityCodeRow extends Row<typeof cityCode> {}
