// An ownership or building certificate 权属证书: the paper whose 建筑面积 is the district's building area.
import { choice, date, defineRegister, files, quantity, ref, text } from '@houqin/define'
import type { Row } from '@houqin/define'
import { bureauLeader, organ } from '@houqin/people'
import { placesOfficer, steward } from './roles.ts'
import { site } from './site.ts'

export const certificate = defineRegister('places.certificate', {
  title: '权属证书',
  fields: {
    number: text('证号', { max: 60, unique: true }),
    site: ref('场所', site),
    kind: choice('证书类型', { title: '不动产权证', building: '房屋所有权证', handover: '移交清单（未办证）' }),
    holder: ref('权利人', organ, { optional: true }),
    buildingArea: quantity('建筑面积', '㎡', { min: '0.01', hint: '证载建筑面积；房间登记的是使用面积，两者不能相加' }),
    landArea: quantity('土地面积', '㎡', { optional: true, min: '0' }),
    issuedOn: date('发证日期', { optional: true }),
    scans: files('证书扫描件'),
  },
  name: (c) => c.number,
  access: { read: [placesOfficer, steward, bureauLeader], write: [placesOfficer], import: [placesOfficer], export: [placesOfficer, bureauLeader] },
  scope: { site: 'site' },
  card: { facts: ['site', 'buildingArea'], state: 'kind' },
  columns: ['number', 'site', 'kind', 'buildingArea', 'landArea', 'holder', 'issuedOn'],
  sort: 'site',
})
export interface Certificate extends Row<typeof certificate> {}
