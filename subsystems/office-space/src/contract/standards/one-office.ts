// One office 一处办公用房: an office where one's main post is, a second only with approval, a third never.
import { defineStandard, parameter } from '@houqin/define'
import { bureauLeader, liaison, person } from '@houqin/people'
import { placesOfficer, steward } from '@houqin/places'
import { peopleInOffices } from '../occupancy.ts'
import type { OfficeSeat } from '../occupancy.ts'
import { redress, redressWords } from '../redress.ts'
import { officeRules, rulesSince } from './office-limits.ts'

export interface Offices {
  readonly name: string
  readonly rooms: readonly Pick<OfficeSeat, 'room' | 'name' | 'site' | 'siteName' | 'since'>[]
}

export const oneOffice = defineStandard<Offices>()('office-space.one-office', {
  title: '一人一处办公用房',
  explain:
    '办公用房在主要任职单位安排一处。兼任其他单位职务、两处相距较远又确需经常在兼职单位工作的，经严格审批可以在兼职单位再安排一处，面积小于标准。同一场所里的两间也是两处用房：要么合并成一间，要么退一间。',
  parameters: { atMost: parameter('办公用房不超过', '处') },
  values: [{ parameter: 'atMost', value: '1', from: rulesSince, cite: officeRules('第十九条'), provision: 'OFF-R09' }],
  ledger: peopleInOffices,
  read: [placesOfficer, steward, liaison, bureauLeader],
  keep: [placesOfficer, bureauLeader],
  check({ name, rooms }, { atMost }) {
    if (rooms.length <= Number(atMost)) return []
    const elsewhere = new Set(rooms.map(({ site }) => site)).size === rooms.length && rooms.length === Number(atMost) + 1
    const since = rooms.reduce((latest, { since: day }) => (day > latest ? day : latest), '')
    const list = rooms.map(({ name: room }) => room)
    return [{
      level: elsewhere ? 'warning' : 'breach', by: 'atMost', measured: String(rooms.length), limit: atMost, unit: '处',
      says: `${name}有 ${rooms.length} 处办公用房：${list.join('、')}，自 ${since} 起`,
      advice: elsewhere ? '核对第二处有没有批准；没有批准的退出' : '留一处，其余退出',
      en: {
        says: `${name} has ${rooms.length} offices: ${list.join(', ')}, since ${since}`,
        advice: elsewhere ? 'See whether the second was approved; give it back when it was not' : 'Keep one and give back the others',
      },
    }]
  },
  mend: () => redress,
  fill: ({ id, organ, subject: { rooms } }, found, cite) => ({ person: id, ...(organ && { organ }), ...(rooms.at(-1) && { room: rooms.at(-1)?.room ?? '' }), what: redressWords(found, cite) }),
  opens: ({ id }) => `/registers/${person.id}/${id}`,
  examples: [
    { says: '一处', given: { name: '甲', rooms: [{ room: 'a', name: '201', site: 's', siteName: '大院', since: '2026-01-01' }] }, breach: false },
    { says: '同一场所两间', given: { name: '乙', rooms: [{ room: 'a', name: '201', site: 's', siteName: '大院', since: '2026-01-01' }, { room: 'b', name: '305', site: 's', siteName: '大院', since: '2026-05-01' }] }, breach: true },
  ],
})
