// An allotment 用房分配: which organ was given which room, from when to when, by which agreement and certificate.
import { choice, defineRegister, everyone, files, ref, text } from '@houqin/define'
import type { Row } from '@houqin/define'
import { bureauLeader, liaison, organ } from '@houqin/people'
import { placesOfficer, room } from '@houqin/places'

/** A room that several organs use is shared evenly among them. */
export const allotmentKinds = Object.freeze({ own: '独用', joint: '合用' } as const)

export const allotment = defineRegister('office-space.allotment', {
  title: '用房分配',
  fields: {
    organ: ref('使用单位', organ),
    room: ref('房间', room),
    kind: choice('使用方式', allotmentKinds, { hint: '几个单位共用的选“合用”，面积平均分摊' }),
    certificate: text('使用凭证号', { max: 40, optional: true }),
    agreement: files('使用协议', { max: 6 }),
  },
  name: (_, label) => `${label('organ')} · ${label('room')}`,
  access: { read: [everyone], write: [placesOfficer], import: [placesOfficer], export: [placesOfficer, bureauLeader, liaison] },
  scope: { organ: 'organ' },
  dated: true,
  alike: ['organ', 'room'],
  card: { facts: ['organ', 'room'], state: 'kind' },
  search: ['certificate'],
  columns: ['organ', 'room', 'kind', 'certificate'],
  sort: 'organ',
})
export interface Allotment extends Row<typeof allotment> {}
