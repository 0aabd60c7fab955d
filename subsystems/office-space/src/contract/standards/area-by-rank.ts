// Area by rank 办公室面积: nobody has more office than his rank allows; who shares a room has a share of it.
import { decimal, defineStandard } from '@houqin/define'
import { bureauLeader, liaison, person, ranks } from '@houqin/people'
import type { Rank } from '@houqin/people'
import { placesOfficer, steward } from '@houqin/places'
import { hundredths, ratio } from '../exact-area.ts'
import { peopleInOffices } from '../occupancy.ts'
import type { OfficeSeat } from '../occupancy.ts'
import { redress, redressWords } from '../redress.ts'
import { officeArea, officeAreaValues } from './office-limits.ts'

export interface PersonOffice {
  readonly name: string
  readonly rank: Rank
  readonly rooms: readonly Pick<OfficeSeat, 'room' | 'name' | 'area' | 'ranks' | 'since'>[]
}

export const areaByRank = defineStandard<PersonOffice>()('office-space.area-by-rank', {
  title: '办公室面积不超标',
  explain:
    '一个人使用的办公室，使用面积不超过他职级的上限：区（县）级党政正职 30、副职 24、正科 18、副科 12、科级以下 9 ㎡（2014 年标准；1999 年的数字已经废止）。几个人合用一间的，以各人上限之和为这一间的上限，超出的按各人上限分摊。休息室和室内卫生间算在办公室面积里。面积以房间登记的使用面积为准。',
  parameters: { officeArea },
  values: officeAreaValues,
  ledger: peopleInOffices,
  read: [placesOfficer, steward, liaison, bureauLeader],
  keep: [placesOfficer, bureauLeader],
  check({ name, rank, rooms }, { officeArea: limits }) {
    const limit = limits[rank]
    const allowed = rooms.map(({ ranks: all }) => all.reduce((sum, one) => sum + hundredths(limits[one]), 0n))
    // In lots of the product of all, so that nothing is rounded before it is judged.
    const lots = allowed.reduce((product, one) => product * one, 1n)
    const used = rooms.reduce((sum, { area }, at) => sum + (hundredths(area) * lots) / (allowed[at] ?? 1n), 0n)
    if (rooms.length === 0 || used <= lots) return []
    const shares = rooms.map(({ area }, at) => ratio(hundredths(area) * hundredths(limit), (allowed[at] ?? 1n) * 100n))
    const rounded = decimal.sum(shares)
    const measured = decimal.compare(rounded, limit) > 0 ? rounded : decimal.sum([limit, '0.01'])
    const excess = decimal.minus(measured, limit)
    const since = rooms.reduce((latest, { since: day }) => (day > latest ? day : latest), '')
    const where = rooms.map(({ name: room, area, ranks: all }, at) => (all.length > 1 ? `${room}（${area} ㎡，${all.length} 人合用，分摊 ${shares[at]} ㎡）` : `${room}（${area} ㎡）`)).join('、')
    const whereEn = rooms.map(({ name: room, area, ranks: all }, at) => (all.length > 1 ? `${room} (${area} ㎡, shared by ${all.length}, his share ${shares[at]} ㎡)` : `${room} (${area} ㎡)`)).join(', ')
    return [{
      level: 'breach', by: `officeArea.${rank}`, measured, limit, unit: '㎡',
      says: `${name}（${ranks[rank]}）使用${where}，上限 ${limit} ㎡，超出 ${excess} ㎡，自 ${since} 起`,
      advice: '调换到不超过上限的房间，或安排合用、隔断；改好后复核',
      en: {
        says: `${name} (${rankNames[rank]}) uses ${whereEn}; the limit is ${limit} ㎡, ${excess} ㎡ too much since ${since}`,
        advice: 'Move him to a room within the limit, share the room or partition it, and check again',
      },
    }]
  },
  mend: () => redress,
  fill: ({ id, organ, subject: { rooms } }, found, cite) => ({
    person: id, ...(organ && { organ }), ...(rooms[0] && { room: rooms[0].room }), what: redressWords(found, cite),
  }),
  opens: ({ id }) => `/registers/${person.id}/${id}`,
  examples: [
    { says: '副科 12 ㎡ 的办公室，正好', given: { name: '甲', rank: 'sectionDeputy', rooms: [{ room: 'r1', name: '201', area: '12.00', ranks: ['sectionDeputy'], since: '2026-01-01' }] }, breach: false },
    { says: '正科一人 18.01 ㎡', given: { name: '乙', rank: 'sectionChief', rooms: [{ room: 'r2', name: '202', area: '18.01', ranks: ['sectionChief'], since: '2026-01-01' }] }, breach: true },
    { says: '科级以下三人合用 27.01 ㎡，只多一百分之一', given: { name: '丙', rank: 'below', rooms: [{ room: 'r3', name: '203', area: '27.01', ranks: ['below', 'below', 'below'], since: '2026-01-01' }] }, breach: true },
    { says: '科级以下三人合用 27 ㎡', given: { name: '丁', rank: 'below', rooms: [{ room: 'r3', name: '203', area: '27.00', ranks: ['below', 'below', 'below'], since: '2026-01-01' }] }, breach: false },
    { says: '正科两间，各 10 ㎡', given: { name: '戊', rank: 'sectionChief', rooms: [{ room: 'r4', name: '204', area: '10.00', ranks: ['sectionChief'], since: '2026-01-01' }, { room: 'r5', name: '305', area: '10.00', ranks: ['sectionChief'], since: '2026-03-01' }] }, breach: true },
  ],
})
const rankNames: Readonly<Record<Rank, string>> = {
  countyChief: 'county chief', countyDeputy: 'county deputy', sectionChief: 'section chief', sectionDeputy: 'section deputy', below: 'below section rank',
}
