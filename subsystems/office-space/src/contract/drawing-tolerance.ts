// How far a drawing may be from the ledger 图纸面积容差: rows, so that an officer changes them and every reading says by which.
import { choice, defineRegister, quantity, text } from '@houqin/define'
import type { Row } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { placesOfficer, steward } from '@houqin/places'

export const drawingTolerance = defineRegister('office-space.drawing-tolerance', {
  title: '图纸面积容差',
  fields: {
    of: choice('比什么', { room: '房间图上面积与登记面积', building: '全楼折合建筑面积与证载面积' }),
    share: quantity('相差超过登记数的', '%', { min: '0' }),
    area: quantity('并且超过', '㎡', { min: '0' }),
    basis: text('依据', { max: 120, optional: true, hint: '测量规范或本单位的规定' }),
  },
  name: (row) => `${row.share}% · ${row.area} ㎡`,
  access: { read: [placesOfficer, steward, bureauLeader], write: [placesOfficer], export: [placesOfficer] },
  dated: true,
  alike: ['of'],
  card: { facts: ['share', 'area'], state: 'of' },
  sort: 'of',
})
export interface DrawingTolerance extends Row<typeof drawingTolerance> {}
