// A toilet inside an office 办公室内卫生间: for chiefs of a county alone, not large, and within the office's own limit.
import { decimal, defineStandard, parameter } from '@houqin/define'
import { bureauLeader, liaison, person, ranks } from '@houqin/people'
import type { Rank } from '@houqin/people'
import { placesOfficer, steward } from '@houqin/places'
import { redress, redressWords } from '../redress.ts'
import { buildingStandard, standardSince } from './office-limits.ts'

export interface InnerToilet {
  readonly name: string
  readonly rank: Rank
  readonly room: string
  readonly roomName: string
  /** ㎡ of the toilet, which is part of the office's own area. */
  readonly area: string
  readonly since: string
}

export const innerToilet = defineStandard<InnerToilet>()('office-space.inner-toilet', {
  title: '办公室内卫生间',
  explain:
    '只有党政正职的办公室里可以有卫生间（在区、县为区（县）级正职），使用面积不超过 6 ㎡，并且算在办公室面积之内，不另加；其他各级领导和干部的办公室里不设。休息室各级领导都可以有，同样算在办公室面积之内。以“办公室内附设”登记的为准。',
  parameters: { atMost: parameter('办公室内卫生间不超过', '㎡', { scale: 2 }) },
  values: [{ parameter: 'atMost', value: '6.00', from: standardSince, cite: buildingStandard('第十二条注'), provision: 'OFF-WC' }],
  ledger: (asOf, sql) => sql`
    select distinct on (p.label collate "zh-natural", p.id) p.id, p.label as name, p.organ, r.site,
           json_build_object('name', p.label, 'rank', coalesce(m.rank, p.rank, 'below'), 'room', r.id, 'roomName', r.label, 'area', i.area::text, 'since', greatest(lower(i.valid), lower(w.valid))::text) as subject
      from office_space.inner_room i join places.room r on r.id = i.room join staffing.workplace w on w.room = r.id and w.valid @> ${asOf}::date and w.retired_at is null and w.merged_into is null
      join people.person p on p.id = w.person
      left join lateral (select t.rank from people.person_main_post t where t.person = p.id and t.valid @> ${asOf}::date order by lower(t.valid), t.organ limit 1) m on true
     where i.kind = 'toilet' and i.valid @> ${asOf}::date and i.retired_at is null and i.merged_into is null and r.grade is distinct from 'restricted' and r.retired_at is null and p.merged_into is null
     order by p.label collate "zh-natural", p.id, i.area desc`,
  read: [placesOfficer, steward, liaison, bureauLeader],
  keep: [placesOfficer, bureauLeader],
  check({ name, rank, roomName, area, since }, { atMost }) {
    if (rank !== 'countyChief')
      return [{
        level: 'breach', by: 'atMost', measured: area, limit: '0.00', unit: '㎡',
        says: `${name}（${ranks[rank]}）的办公室${roomName}里有 ${area} ㎡卫生间，只有区（县）级正职可以有，自 ${since} 起`,
        advice: '封闭卫生间改回办公面积，或调换房间；改好后更正“办公室内附设”',
        en: { says: `The office ${roomName} of ${name} has a toilet of ${area} ㎡, which only a chief of a county may have, since ${since}`, advice: 'Close the toilet or move him, and correct what is inside the office' },
      }]
    if (decimal.compare(area, atMost) <= 0) return []
    return [{
      level: 'breach', by: 'atMost', measured: area, limit: atMost, unit: '㎡',
      says: `${name}（${ranks[rank]}）的办公室${roomName}里的卫生间 ${area} ㎡，上限 ${atMost} ㎡，超出 ${decimal.minus(area, atMost)} ㎡，自 ${since} 起`,
      advice: '改小卫生间；改好后更正“办公室内附设”',
      en: { says: `The toilet in the office ${roomName} of ${name} has ${area} ㎡; the limit is ${atMost} ㎡, ${decimal.minus(area, atMost)} ㎡ too much since ${since}`, advice: 'Make it smaller and correct what is inside the office' },
    }]
  },
  mend: () => redress,
  fill: ({ id, organ, subject: { room } }, found, cite) => ({ person: id, ...(organ && { organ }), room, what: redressWords(found, cite) }),
  opens: ({ id }) => `/registers/${person.id}/${id}`,
  examples: [
    { says: '区级正职的办公室里 5.80 ㎡', given: { name: '甲', rank: 'countyChief', room: 'r', roomName: '501', area: '5.80', since: '2026-01-01' }, breach: false },
    { says: '区级正职的 6.01 ㎡', given: { name: '乙', rank: 'countyChief', room: 'r', roomName: '502', area: '6.01', since: '2026-01-01' }, breach: true },
    { says: '区级副职的办公室里有卫生间，多小都不行', given: { name: '丙', rank: 'countyDeputy', room: 'r', roomName: '503', area: '3.00', since: '2026-01-01' }, breach: true },
  ],
})
