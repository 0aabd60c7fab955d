// A building 楼栋 of a site, and its floors 楼层.
import { choice, defineRegister, everyone, int, quantity, ref, text } from '@houqin/define'
import type { Row } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { certificate } from './certificate.ts'
import { placesOfficer } from './roles.ts'
import { site } from './site.ts'

export const building = defineRegister('places.building', {
  title: '楼栋',
  fields: {
    site: ref('场所', site),
    name: text('名称', { max: 40 }),
    certificate: ref('权属证书', certificate, { optional: true }),
    height: choice('高度类别', { low: '多层', high: '高层' }, { hint: '决定使用面积系数' }),
    floorsAbove: int('地上层数', { min: 1, max: 99 }),
    floorsBelow: int('地下层数', { min: 0, max: 9 }),
    builtIn: int('建成年份', { min: 1900, max: 2100, optional: true, unit: '年' }),
    buildingArea: quantity('建筑面积', '㎡', { min: '0.01', hint: '从证载面积中分摊到本楼' }),
  },
  name: (b, label) => `${label('site')} ${b.name}`,
  access: { read: [everyone], write: [placesOfficer], import: [placesOfficer], export: [placesOfficer, bureauLeader] },
  scope: { site: 'site' },
  card: { facts: ['site', 'buildingArea'], state: 'height' },
  columns: ['site', 'name', 'height', 'floorsAbove', 'floorsBelow', 'builtIn', 'buildingArea'],
  sort: 'site',
})
export interface Building extends Row<typeof building> {}

export const floor = defineRegister('places.floor', {
  title: '楼层',
  fields: {
    site: ref('场所', site),
    building: ref('楼栋', building),
    number: int('层号', { min: -9, max: 99, hint: '地下一层为 -1，没有 0 层' }),
    name: text('名称', { max: 20 }),
  },
  name: (f, label) => `${label('building')} ${f.name}`,
  access: { read: [everyone], write: [placesOfficer], import: [placesOfficer], export: [placesOfficer] },
  scope: { site: 'site' },
  card: { facts: ['building', 'number'] },
  columns: ['building', 'number', 'name'],
  sort: 'building',
})
export interface Floor extends Row<typeof floor> {}
