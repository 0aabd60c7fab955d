// The state of a room 用房状态: let out, lent, sealed, idle or to be disposed of, from when to when, and by whose approval.
import { choice, defineRegister, ref, text } from '@houqin/define'
import type { Row } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { placesOfficer, room, site, steward } from '@houqin/places'

export const roomStates = Object.freeze({ let: '出租', lent: '出借', sealed: '封存', idle: '闲置', disposal: '处置中' } as const)

export const roomState = defineRegister('office-space.room-state', {
  title: '用房状态',
  fields: {
    site: ref('场所', site),
    room: ref('房间', room),
    state: choice('状态', roomStates),
    party: text('租用、借用人', { max: 80, optional: true, hint: '出租、出借时写' }),
    approval: text('批准文号', { max: 60, optional: true, hint: '出租、出借未经批准属于违规' }),
    note: text('说明', { max: 200, optional: true }),
  },
  name: (r, label) => `${label('room')} ${roomStates[r.state]}`,
  access: { read: [placesOfficer, steward, bureauLeader], write: [placesOfficer], import: [placesOfficer], export: [placesOfficer, bureauLeader] },
  scope: { site: 'site' },
  dated: true,
  alike: ['room'],
  card: { facts: ['room', 'party'], state: 'state' },
  search: ['party', 'approval'],
  columns: ['site', 'room', 'state', 'party', 'approval'],
  sort: 'room',
})
export interface RoomState extends Row<typeof roomState> {}
