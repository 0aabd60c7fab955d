// A look at a sealed car 封存现场核对: of one whose terminal said nothing, who saw it where, and what its odometer showed.
import { choice, defineRegister, files, instant, int, longText, ref, text } from '@houqin/define'
import type { Row } from '@houqin/define'
import { bureauLeader, person } from '@houqin/people'
import { immobilisation } from './immobilisation.ts'
import { fleetOfficer } from './roles.ts'
import { vehicle } from './vehicle.ts'

export const sealFindings = Object.freeze({ asLeft: '在指定地点，没有动过', elsewhere: '不在指定地点', driven: '动过', missing: '没有看到车' } as const)
export type SealFinding = keyof typeof sealFindings

export const sealCheck = defineRegister('fleet.seal-check', {
  title: '封存现场核对',
  fields: {
    immobilisation: ref('哪次封存', immobilisation), vehicle: ref('车辆', vehicle), seenAt: instant('什么时候看的'), seenBy: ref('谁看的', person), place: text('在哪里看的', { max: 80, min: 2 }),
    found: choice('看到什么', sealFindings), odometer: int('里程表', { unit: 'km', min: 0, max: 2_000_000, optional: true, hint: '看到车的必填，与放假前的读数对照' }),
    photos: files('照片', { max: 6, hint: '车和里程表' }), note: longText('说明', { max: 300, optional: true }),
  },
  name: (check, label) => `${label('vehicle')} ${sealFindings[check.found]}`,
  access: { read: [fleetOfficer, bureauLeader], write: [fleetOfficer], export: [fleetOfficer] },
  card: { facts: ['seenAt', 'place'], state: 'found' },
  columns: ['vehicle', 'immobilisation', 'seenAt', 'seenBy', 'place', 'found', 'odometer'],
  sort: '-seenAt',
})
export interface SealCheck extends Row<typeof sealCheck> {}
