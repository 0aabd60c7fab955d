// An outdoor area 室外区域: gate, yard, lawn or car park of a site, with a code on its post.
import { choice, defineRegister, everyone, quantity, ref, text } from '@houqin/define'
import type { Row } from '@houqin/define'
import { placesOfficer } from './roles.ts'
import { site } from './site.ts'

export const outdoorArea = defineRegister('places.outdoor-area', {
  title: '室外区域',
  fields: {
    site: ref('场所', site),
    name: text('名称', { max: 40 }),
    kind: choice('类型', {
      gate: '出入口',
      yard: '庭院广场',
      green: '绿地',
      parking: '室外停车区',
      road: '道路',
      roof: '屋面',
      waste: '垃圾与餐厨处理点',
      wall: '围墙',
    }),
    area: quantity('面积', '㎡', { optional: true, min: '0' }),
  },
  name: (a, label) => `${label('site')} ${a.name}`,
  access: { read: [everyone], write: [placesOfficer], import: [placesOfficer], export: [placesOfficer] },
  scope: { site: 'site' },
  card: { facts: ['site', 'area'], state: 'kind' },
  columns: ['site', 'name', 'kind', 'area'],
  sort: 'site',
  coded: true,
})
export interface OutdoorArea extends Row<typeof outdoorArea> {}
