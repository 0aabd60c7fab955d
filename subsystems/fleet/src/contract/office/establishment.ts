// An establishment 用车编制: how many cars of a class an organ was approved, from when and by which document.
import { choice, defineRegister, int, ref, text } from '@houqin/define'
import type { Row } from '@houqin/define'
import { bureauLeader, organ } from '@houqin/people'
import { fleetOfficer } from '../roles.ts'
import { vehicleUses } from '../vehicle.ts'

export const establishment = defineRegister('fleet.establishment', {
  title: '用车编制',
  fields: {
    organ: ref('单位', organ), use: choice('车辆用途', vehicleUses), count: int('编制', { min: 0, max: 2000, unit: '辆' }),
    document: text('核定文件', { max: 80, optional: true }),
  },
  name: (q, label) => `${label('organ')} ${vehicleUses[q.use]}`,
  access: { read: [fleetOfficer, bureauLeader], write: [fleetOfficer], import: [fleetOfficer], export: [fleetOfficer, bureauLeader] },
  scope: { organ: 'organ' },
  dated: true,
  alike: ['organ', 'use'],
  card: { facts: ['use', 'count'] },
  columns: ['organ', 'use', 'count', 'document'],
  sort: 'organ',
})
export interface Establishment extends Row<typeof establishment> {}
