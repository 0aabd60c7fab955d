// A fence 电子围栏: a piece of the map that a car should stay in, may go to, or must stay out of; for all cars or some, all day or some hours.
import { choice, defineRegister, int, lines, quantity, ref, text } from '@houqin/define'
import type { Row } from '@houqin/define'
import { bureauLeader, organ } from '@houqin/people'
import { site } from '@houqin/places'
import { dutyDriver, fleetOfficer } from './roles.ts'
import { vehicle } from './vehicle.ts'

export const fenceKinds = Object.freeze({ district: '行政区域', site: '停放场所', destination: '批准的目的地', forbidden: '禁止进入' } as const)
export const radiusLimits = Object.freeze({ min: 20, max: 100_000 })

export const fence = defineRegister('fleet.fence', {
  title: '电子围栏',
  fields: {
    name: text('名称', { max: 40, unique: true }),
    kind: choice('类别', fenceKinds),
    site: ref('场所', site, { optional: true }),
    radius: int('半径', { ...radiusLimits, unit: 'm', optional: true, hint: '填了就是圆，顶点只取第一个作圆心' }),
    hoursFrom: int('从几点起管', { min: 0, max: 23, unit: '时', optional: true, hint: '两个钟点都不填，全天都管；止早于起就是跨过午夜' }),
    hoursTo: int('管到几点', { min: 0, max: 23, unit: '时', optional: true }),
  },
  name: (f) => f.name,
  access: { read: [fleetOfficer, dutyDriver, bureauLeader], write: [fleetOfficer], import: [fleetOfficer], export: [fleetOfficer] },
  card: { facts: ['kind', 'site'], state: 'kind' },
  columns: ['name', 'kind', 'site', 'radius', 'hoursFrom', 'hoursTo'],
  sort: 'name',
  lines: {
    // in order round, three at least; WGS-84
    corners: lines('顶点', { fields: { longitude: quantity('经度', '°', { scale: 6 }), latitude: quantity('纬度', '°', { scale: 6 }) } }),
    // neither cars nor organs: every car
    cars: lines('只管这些车', { fields: { vehicle: ref('车辆', vehicle) } }),
    organs: lines('只管这些单位的车', { fields: { organ: ref('单位', organ) } }),
  },
})
export interface Fence extends Row<typeof fence> {}
