// An inspection 年检记录: that a car was inspected on a day, whether it passed, and until when that holds.
import { choice, date, defineRegister, files, money, ref, text } from '@houqin/define'
import type { Row } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { fleetDispatcher, fleetOfficer } from '../roles.ts'
import { vehicle } from '../vehicle.ts'

export const inspectionResults = Object.freeze({ passed: '合格', failed: '不合格' } as const)
export const inspection = defineRegister('fleet.inspection', {
  title: '年检记录',
  fields: {
    vehicle: ref('车辆', vehicle), day: date('检验日期'), result: choice('结果', inspectionResults), until: date('有效期至', { optional: true, hint: '不合格的不填' }),
    station: text('检验机构', { max: 60, optional: true }), fee: money('检验费', { min: '0', optional: true }), note: text('不合格项目', { max: 200, optional: true }), paper: files('检验报告', { max: 4 }),
  },
  name: (i, label) => `${label('vehicle')} ${i.day} ${inspectionResults[i.result]}`,
  access: { read: [fleetOfficer, fleetDispatcher, bureauLeader], write: [fleetOfficer], import: [fleetOfficer], export: [fleetOfficer, bureauLeader] },
  card: { facts: ['day', 'until'], state: 'result' },
  columns: ['vehicle', 'day', 'result', 'until', 'station', 'fee'],
  sort: '-day',
})
export interface Inspection extends Row<typeof inspection> {}
