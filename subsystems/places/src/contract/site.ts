// A site 场所: one address with its buildings and grounds, answered for by a steward.
import { bool, choice, date, defineRegister, everyone, ref, text } from '@houqin/define'
import type { Row } from '@houqin/define'
import { bureauLeader, person } from '@houqin/people'
import { placesOfficer } from './roles.ts'

export const siteKinds = Object.freeze({
  office: '办公楼',
  serviceHall: '政务服务场所',
  subdistrict: '街道办公场所',
  police: '公安用房',
  justice: '审判检察用房',
  station: '基层站所',
  archive: '档案库房',
  culture: '文体场馆',
  health: '卫生健康用房',
  school: '党校',
  store: '仓库车库',
} as const)
export type SiteKind = keyof typeof siteKinds

export const site = defineRegister('places.site', {
  title: '场所',
  fields: {
    name: text('名称', { max: 60, unique: true }),
    kind: choice('类型', siteKinds),
    address: text('地址', { max: 120 }),
    managed: bool('局统一管理', { hint: '由机关事务管理局派驻点负责人直接管理' }),
    tenure: choice('权属', { owned: '自有', leased: '租用', borrowed: '借用' }),
    leaseUntil: date('租期至', { optional: true, expires: { warnDays: [180, 60, 30], says: '租期将满，请办理续租审批或腾退' } }),
    steward: ref('驻点负责人', person, { optional: true }),
    phone: text('值班电话', { max: 20, optional: true }),
  },
  name: (s) => s.name,
  access: { read: [everyone], write: [placesOfficer], import: [placesOfficer], export: [placesOfficer, bureauLeader] },
  scope: { site: 'id' },
  dimension: 'site',
  card: { facts: ['address', 'steward'], state: 'kind' },
  search: ['address'],
  columns: ['name', 'kind', 'managed', 'steward', 'address', 'phone'],
})
export interface Site extends Row<typeof site> {}
