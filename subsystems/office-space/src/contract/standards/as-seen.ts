// As seen 巡查所见与台账一致: what was last seen at a door is what the ledger says by now; a finding is struck off by data that comply or by a second look, by nothing else.
import { defineStandard, parameter } from '@houqin/define'
import type { Citation, Finding } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { placesOfficer, room, roomUses, steward } from '@houqin/places'
import type { RoomUse } from '@houqin/places'
import { seenPlates, seenStates } from '../patrol/room-patrol.ts'
import type { SeenPlate, SeenState } from '../patrol/room-patrol.ts'
import { redress, redressWords } from '../redress.ts'
import { rulesSince } from './office-limits.ts'

export interface LastSeen {
  readonly name: string
  readonly day: string
  readonly by: string
  /** Entered there since before that day, and not there. */
  readonly gone: readonly string[]
  /** There, and not entered since. */
  readonly extra: readonly string[]
  readonly use: { readonly ledger: RoomUse; readonly seen: RoomUse } | null
  readonly state: { readonly ledger: SeenState; readonly seen: SeenState } | null
  readonly plate: SeenPlate | null
}
const reading = (document: string, more: Partial<Citation>): Citation => ({ document: `本局对《${document}》的口径`, mark: 'V', level: '区', ...more })
const rules = '党政机关办公用房管理办法'
const useEn: Readonly<Record<RoomUse, string>> = { office: 'office', service: 'service room', equipment: 'equipment room', ancillary: 'ancillary room', technical: 'technical room', circulation: 'passage' }
const stateEn: Readonly<Record<SeenState, string>> = { used: 'in use', let: 'let out', lent: 'lent', sealed: 'sealed', idle: 'idle', disposal: 'to be disposed of' }

export const asSeen = defineStandard<LastSeen>()('office-space.as-seen', {
  title: '巡查所见与台账一致',
  explain:
    '巡查时在门口看到的人、用途、出租出借闲置和门牌，与台账逐项对照：谁坐在这里、作什么用、是不是另有状态。以每间最近一次巡查为准；台账在巡查之后改成所见的样子，或现场改好后复核一致，这一条才消失。台账后来的正常变动不算不符。门牌只能由复核销号。',
  parameters: {
    seats: parameter('人员与台账不符不超过', '人'), uses: parameter('用途与台账不符不超过', '处'), states: parameter('出租出借、闲置与台账不符不超过', '处'), plates: parameter('门牌不对不超过', '处'),
  },
  values: [
    { parameter: 'seats', value: '0', from: rulesSince, cite: reading(rules, { clause: '第六条' }) },
    { parameter: 'uses', value: '0', from: rulesSince, cite: reading(rules, { clause: '第十九条' }) },
    { parameter: 'states', value: '0', from: rulesSince, cite: reading('机关事务管理条例', { number: '国令第621号', clause: '第二十三条' }) },
    // a patrol that checks rooms is asked for by chapter seven, which was not read
    { parameter: 'plates', value: '0', from: rulesSince, cite: reading(rules, { mark: 'K' }) },
  ],
  ledger: (asOf, sql) => sql`
    with last as (
      select distinct on (v.room) v.* from office_space.visit v where v.day <= ${asOf}::date order by v.room, v.at desc, v.id desc
    ), held as (
      select v.room, array_agg(p.label order by p.label collate "zh-natural") filter (where not s.here) as gone, array_agg(p.label order by p.label collate "zh-natural") filter (where s.here) as extra
        from last v join office_space.visit_person s on s.visit = v.id join people.person p on p.id = s.person
       where p.merged_into is null and case
         when s.here then not exists (select from staffing.workplace w where w.person = s.person and w.room = v.room and w.valid && daterange(v.day, ${asOf}::date, '[]') and w.retired_at is null and w.merged_into is null)
         else exists (select from staffing.workplace w where w.person = s.person and w.room = v.room and w.valid @> ${asOf}::date and lower(w.valid) <= v.day and w.retired_at is null and w.merged_into is null) end
       group by v.room
    ), stated as (
      select v.room, v.state as seen, coalesce(t.state, 'used') as ledger
        from last v left join lateral (
          select n.state from office_space.room_state n where n.room = v.room and n.valid @> ${asOf}::date and n.retired_at is null and n.merged_into is null order by lower(n.valid) desc limit 1) t on true
       where v.state is not null and case v.state
         when 'used' then exists (select from office_space.room_state n where n.room = v.room and n.valid @> ${asOf}::date and lower(n.valid) <= v.day and n.retired_at is null and n.merged_into is null)
         else not exists (select from office_space.room_state n where n.room = v.room and n.state = v.state and n.valid && daterange(v.day, ${asOf}::date, '[]') and n.retired_at is null and n.merged_into is null) end
    )
    select r.id, r.label as name, (select a.organ from office_space.allotment a where a.room = r.id and a.valid @> ${asOf}::date and a.retired_at is null and a.merged_into is null order by a.organ limit 1) as organ, r.site,
           json_build_object('name', r.label, 'day', v.day::text, 'by', v.by_name, 'gone', coalesce(h.gone, '{}'), 'extra', coalesce(h.extra, '{}'),
             'use', case when v.use <> r.use then json_build_object('ledger', r.use, 'seen', v.use) end,
             'state', case when t.room is not null then json_build_object('ledger', t.ledger, 'seen', t.seen) end, 'plate', v.plate) as subject
      from last v join places.room r on r.id = v.room left join held h on h.room = v.room left join stated t on t.room = v.room
     where r.grade is distinct from 'restricted' and r.retired_at is null and r.merged_into is null
     order by r.label collate "zh-natural", r.id`,
  read: [placesOfficer, steward, bureauLeader],
  keep: [placesOfficer, bureauLeader],
  check({ name, day, by, gone, extra, use, state, plate }, figures) {
    const found: Finding[] = []
    const tell = (parameterName: 'seats' | 'uses' | 'states' | 'plates', count: number, unit: string, told: Pick<Finding, 'says' | 'advice' | 'en'>): void => {
      const limit = figures[parameterName]
      if (count > Number(limit)) found.push({ level: 'breach', by: parameterName, measured: String(count), limit, unit, ...told })
    }
    const [seen, seenEn] = [`${day} ${by}在${name}看到`, `${by} saw at ${name} on ${day}`]
    const parts = [...(gone.length > 0 ? [`${gone.join('、')}不在这里坐`] : []), ...(extra.length > 0 ? [`${extra.join('、')}坐在这里，台账没有`] : [])]
    const partsEn = [...(gone.length > 0 ? [`${gone.join(', ')} not sitting there`] : []), ...(extra.length > 0 ? [`${extra.join(', ')} sitting there and not entered`] : [])]
    tell('seats', gone.length + extra.length, '人', { says: `${seen}${parts.join('；')}`, advice: '核实后更正座位登记，或请本人搬回登记的房间后复核', en: { says: `${seenEn} ${partsEn.join('; ')}`, advice: 'Correct the seats, or have them move back and look again' } })
    if (use !== null) tell('uses', 1, '处', {
      says: `${seen}作${roomUses[use.seen]}使用，台账是${roomUses[use.ledger]}`, advice: '恢复原用途后复核；确需改变的，办“改变用途”申请',
      en: { says: `${seenEn} a ${useEn[use.seen]}; the ledger says ${useEn[use.ledger]}`, advice: 'Put it back to its use and look again, or ask for a change of use' },
    })
    if (state !== null) tell('states', 1, '处', {
      says: `${seen}${seenStates[state.seen]}，台账是${seenStates[state.ledger]}`, advice: state.seen === 'let' || state.seen === 'lent' ? '收回后复核；经批准的，把批准文号登记在“用房状态”上' : '如实登记“用房状态”，或改好后复核',
      en: { says: `${seenEn} that it is ${stateEn[state.seen]}; the ledger says ${stateEn[state.ledger]}`, advice: 'Enter its state with the approval, or put it right and look again' },
    })
    if (plate !== null) tell('plates', 1, '处', {
      says: `${seen}${seenPlates[plate]}`, advice: '换好门牌后复核', en: { says: `${seenEn} ${plate === 'missing' ? 'no plate' : 'a wrong plate'}`, advice: 'Put up the right plate and look again' },
    })
    return found
  },
  mend: () => redress,
  fill: ({ id, organ }, found, cite) => ({ ...(organ && { organ }), room: id, what: redressWords(found, cite) }),
  opens: ({ id }) => `/registers/${room.id}/${id}`,
  examples: [
    { says: '看到的和台账一样', given: { name: '1号楼 301', day: '2026-11-20', by: '周建国', gone: [], extra: [], use: null, state: null, plate: null }, breach: false },
    { says: '登记的人不在，另有人坐', given: { name: '1号楼 302', day: '2026-11-20', by: '周建国', gone: ['甲'], extra: ['乙'], use: null, state: null, plate: null }, breach: true },
    { says: '出借给别的单位，台账没有', given: { name: '1号楼 303', day: '2026-11-20', by: '周建国', gone: [], extra: [], use: null, state: { ledger: 'used', seen: 'lent' }, plate: null }, breach: true },
    { says: '门牌掉了', given: { name: '1号楼 304', day: '2026-11-20', by: '周建国', gone: [], extra: [], use: null, state: null, plate: 'missing' }, breach: true },
  ],
})
