// A floor plan 楼层图: what a floor looked like from a day on, as it was drawn; its outlines stand beside it. They come by publishing a drawing, in no other way.
import { date, defineRegister, everyone, ref, text } from '@houqin/define'
import type { Row } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { floor, placesOfficer, site } from '@houqin/places'

export const floorPlan = defineRegister('office-space.floor-plan', {
  title: '楼层图',
  fields: {
    site: ref('场所', site),
    floor: ref('楼层', floor),
    source: text('图纸', { max: 120, hint: '图纸文件的名称' }),
    drawnOn: date('测绘日期', { optional: true }),
  },
  name: (_, label) => `${label('floor')} 平面图`,
  access: { read: [everyone], write: [placesOfficer], export: [placesOfficer, bureauLeader] },
  scope: { site: 'site' },
  dated: true,
  alike: ['floor'],
  card: { facts: ['floor', 'source'] },
  sort: 'floor',
})
export interface FloorPlan extends Row<typeof floorPlan> {}
