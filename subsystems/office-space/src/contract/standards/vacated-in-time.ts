// Vacated in time 按期腾退: who has gone, or left a second post, gives the room back within the months allowed.
import { defineStandard, parameter } from '@houqin/define'
import { bureauLeader, liaison, person } from '@houqin/people'
import { placesOfficer, steward } from '@houqin/places'
import { monthsAfter } from '../months.ts'
import { redress, redressWords } from '../redress.ts'
import { officeRules, rulesSince } from './office-limits.ts'

export interface HeldOn {
  readonly name: string
  readonly day: string
  /** What ended: work in the district, work at that place, or a second post there. */
  readonly why: 'gone' | 'moved' | 'second'
  /** The last day of it. */
  readonly endedOn: string
  readonly room: string
  readonly roomName: string
}
const says = { gone: '已办理退休或调离', moved: '已调到别处任职', second: '已免去兼任职务' } as const
const saysEn = { gone: 'has retired or left', moved: 'has moved to a post elsewhere', second: 'has given up the second post' } as const

export const vacatedInTime = defineStandard<HeldOn>()('office-space.vacated-in-time', {
  title: '按期腾退办公用房',
  explain:
    '办理调离或退休手续后 1 个月内，由原单位收回办公用房；免去兼任职务后 2 个月内，腾退在兼职单位的办公用房。以任职登记的最后一天起算；当天在该处没有任何单位的任职而仍登记着座位的，才在检查之列。',
  parameters: {
    afterLeaving: parameter('调离或退休后收回不超过', '个月'),
    afterSecondPost: parameter('免去兼职后腾退不超过', '个月'),
  },
  values: [
    { parameter: 'afterLeaving', value: '1', from: rulesSince, cite: officeRules('第十九条'), provision: 'OFF-R11' },
    { parameter: 'afterSecondPost', value: '2', from: rulesSince, cite: officeRules('第十九条'), provision: 'OFF-R10' },
  ],
  ledger: (asOf, sql) => sql`
    with posted as (
      select t.person, t.kind, t.valid, s.site from people.post t join places.organ_seat s on s.organ = t.organ and s.valid @> ${asOf}::date
       where t.retired_at is null and t.merged_into is null
    ), held as (
      select w.person, w.room, r.label as room_name, r.site, p.label as name, p.organ, p.left_on
        from staffing.workplace w join places.room r on r.id = w.room join people.person p on p.id = w.person
       where w.valid @> ${asOf}::date and w.retired_at is null and w.merged_into is null and r.use = 'office' and r.grade is distinct from 'restricted'
         and not exists (select from posted t where t.person = w.person and t.site = r.site and t.valid @> ${asOf}::date)
    ), ended as (
      select distinct on (h.person, h.room) h.*, t.kind, least(h.left_on, upper(t.valid) - 1) as ended_on
        from held h join posted t on t.person = h.person and t.site = h.site and upper(t.valid) <= ${asOf}::date
       order by h.person, h.room, upper(t.valid) desc, t.kind
    )
    select distinct on (name collate "zh-natural", person) person as id, name, organ, site,
           jsonb_build_object('name', name, 'day', ${asOf}::text, 'endedOn', ended_on::text, 'room', room, 'roomName', room_name,
             'why', case when left_on <= ${asOf}::date then 'gone' when kind = 'second' then 'second' else 'moved' end) as subject
      from ended order by name collate "zh-natural", person, ended_on`,
  read: [placesOfficer, steward, liaison, bureauLeader],
  keep: [placesOfficer, bureauLeader],
  check({ name, day, why, endedOn, roomName }, { afterLeaving, afterSecondPost }) {
    const months = why === 'second' ? afterSecondPost : afterLeaving
    const last = monthsAfter(endedOn, Number(months))
    const over = day > last
    return [{
      level: over ? 'breach' : 'note', by: why === 'second' ? 'afterSecondPost' : 'afterLeaving', measured: endedOn, limit: last,
      says: `${name}${endedOn} ${says[why]}，${roomName}应在 ${last} 前腾退${over ? '，已逾期' : ''}`,
      advice: '办理腾退，房间交回统一调剂',
      en: { says: `${name} ${saysEn[why]} on ${endedOn}; ${roomName} is to be vacated by ${last}${over ? ', which is past' : ''}`, advice: 'Have the room vacated and given back for others' },
    }]
  },
  mend: () => redress,
  fill: ({ id, organ, subject: { room } }, found, cite) => ({ person: id, ...(organ && { organ }), room, what: redressWords(found, cite) }),
  opens: ({ id }) => `/registers/${person.id}/${id}`,
  examples: [
    { says: '退休三周，房间还在整理', given: { name: '甲', day: '2026-11-24', why: 'gone', endedOn: '2026-11-03', room: 'r', roomName: '201' }, breach: false },
    { says: '退休四十多天还占着', given: { name: '乙', day: '2026-11-24', why: 'gone', endedOn: '2026-10-10', room: 'r', roomName: '201' }, breach: true },
    { says: '免去兼职五十天，两个月没有到', given: { name: '丙', day: '2026-11-24', why: 'second', endedOn: '2026-10-05', room: 'r', roomName: '201' }, breach: false },
    { says: '一月三十一日退休，二月最后一天到期', given: { name: '丁', day: '2026-03-01', why: 'gone', endedOn: '2026-01-31', room: 'r', roomName: '201' }, breach: true },
  ],
})
