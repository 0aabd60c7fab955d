// A patrol of rooms 用房巡查: a building walked door by door; what is seen is held against the ledger, and what differs is put right before it is struck off.
import { date, defineMatter, int, ref } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { building, placesOfficer, site, steward } from '@houqin/places'
import { roomStates } from '../request/room-state.ts'

const rooms = { unit: '间', optional: true, min: 0 } as const

/** How a room is found to be used: by whoever it was given to, or otherwise. */
export const seenStates = Object.freeze({ used: '正常使用', ...roomStates } as const)
export type SeenState = keyof typeof seenStates
/** What is wrong with the plate at the door. */
export const seenPlates = Object.freeze({ wrong: '门牌不对', missing: '没有门牌' } as const)
export type SeenPlate = keyof typeof seenPlates

export const roomPatrol = defineMatter('office-space.room-patrol', {
  title: '用房巡查',
  prefix: 'YX',
  subject: (form, label) => `${label('building')} 用房巡查 ${form.day}`,
  form: {
    site: ref('场所', site),
    building: ref('楼栋', building),
    day: date('日期'),
  },
  facts: { rooms: int('应看', rooms), seen: int('看过', rooms), differing: int('与台账不符', rooms) },
  states: {
    walking: { title: '巡查中', tone: 'running', held: steward, due: { workingDays: 5 } },
    done: { title: '已巡查', tone: 'done', final: true },
    gaps: { title: '有漏查', tone: 'stopped', final: true },
  },
  start: 'walking',
  steps: {
    finish: { label: '巡查完毕', from: 'walking', to: 'done', by: [steward, placesOfficer], primary: true },
    leave: { label: '有几间没看到', from: 'walking', to: 'gaps', by: [steward, placesOfficer], comment: 'required' },
  },
  access: { start: [placesOfficer, steward], read: [placesOfficer, steward, bureauLeader], export: [placesOfficer] },
  listed: {
    owner: steward, feedback: '每一间看到的都和台账对照，不符的转整改，台账或现场改好、复核一致才能销号', keywords: ['用房巡查', '办公用房检查', '巡检考核', '账实相符'],
    bases: [{ document: '党政机关办公用房管理办法', clause: '第六条', mark: 'V' }],
  },
  scope: { site: 'site' },
})
