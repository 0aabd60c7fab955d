// What the standards need beside rooms and seats 附设、配建与租用批准: what is inside an office, what was approved for a site, and by what a house is rented.
import { choice, defineRegister, files, int, quantity, ref, text } from '@houqin/define'
import type { Row } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { placesOfficer, room, site, steward } from '@houqin/places'

export const innerRooms = Object.freeze({ toilet: '卫生间', rest: '休息室' } as const)

export const innerRoom = defineRegister('office-space.inner-room', {
  title: '办公室内附设',
  fields: {
    room: ref('办公室', room),
    kind: choice('附设', innerRooms, { hint: '面积算在办公室登记的使用面积之内' }),
    area: quantity('面积', '㎡', { min: '0.01' }),
  },
  name: (row, label) => `${label('room')} 内${innerRooms[row.kind]}`,
  access: { read: [placesOfficer, steward, bureauLeader], write: [placesOfficer], import: [placesOfficer], export: [placesOfficer] },
  dated: true,
  alike: ['room', 'kind'],
  card: { facts: ['room', 'area'], state: 'kind' },
  sort: 'room',
})
export interface InnerRoom extends Row<typeof innerRoom> {}

const count = { min: 0 } as const
export const siteNeed = defineRegister('office-space.site-need', {
  title: '附属用房配建数',
  fields: {
    site: ref('场所', site),
    cars: int('汽车车位', { ...count, unit: '个' }),
    bicycles: int('自行车', { ...count, unit: '辆' }),
    electric: int('电动车、摩托车', { ...count, unit: '辆' }),
    guards: int('警卫编制', { ...count, unit: '人' }),
    basis: text('批准文号', { max: 60, optional: true }),
  },
  name: (_, label) => `${label('site')} 附属用房配建数`,
  access: { read: [placesOfficer, steward, bureauLeader], write: [placesOfficer], import: [placesOfficer], export: [placesOfficer] },
  scope: { site: 'site' },
  dated: true,
  alike: ['site'],
  card: { facts: ['site', 'cars'] },
  sort: 'site',
})
export interface SiteNeed extends Row<typeof siteNeed> {}

export const leaseApproval = defineRegister('office-space.lease-approval', {
  title: '租用批准',
  fields: {
    site: ref('场所', site, { hint: '权属为“租用”的场所' }),
    approval: text('批准文号', { max: 60, hint: '本级政府批准租用的文号' }),
    papers: files('批准文件', { max: 4 }),
  },
  name: (row, label) => `${label('site')} ${row.approval}`,
  access: { read: [placesOfficer, steward, bureauLeader], write: [placesOfficer], import: [placesOfficer], export: [placesOfficer] },
  scope: { site: 'site' },
  dated: true,
  alike: ['site'],
  card: { facts: ['site', 'approval'] },
  search: ['approval'],
  sort: 'site',
})
export interface LeaseApproval extends Row<typeof leaseApproval> {}
