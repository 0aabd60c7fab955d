// A fence 电子围栏: a piece of the map that a car should stay in, may go to, or must stay out of.
import { choice, defineRegister, int, lines, quantity, ref, text } from '@houqin/define'
import type { Row } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { site } from '@houqin/places'
import { dutyDriver, fleetOfficer } from './roles.ts'

export const fence = defineRegister('fleet.fence', {
  title: '电子围栏',
  fields: {
    name: text('名称', { max: 40, unique: true }),
    kind: choice('类别', { district: '行政区域', site: '停放场所', destination: '批准的目的地', forbidden: '禁止进入' }),
    site: ref('场所', site, { optional: true }),
    radius: int('半径', { min: 20, max: 100_000, unit: 'm', optional: true, hint: '填了就是圆,顶点只取第一个作圆心' }),
  },
  name: (f) => f.name,
  access: { read: [fleetOfficer, dutyDriver, bureauLeader], write: [fleetOfficer], import: [fleetOfficer], export: [fleetOfficer] },
  card: { facts: ['kind', 'site'], state: 'kind' },
  columns: ['name', 'kind', 'site'],
  sort: 'name',
  // in order round, three at least; WGS-84
  lines: { corners: lines('顶点', { fields: { longitude: quantity('经度', '°', { scale: 6 }), latitude: quantity('纬度', '°', { scale: 6 }) } }) },
})
export interface Fence extends Row<typeof fence> {}
