// An organ's page 单位用房台账: establishment and posts, what it has and may have line by line, its rooms, and its people with what is over or free.
import { mayReach } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { auditor, decimal } from '@houqin/define'
import type { System } from '@houqin/http'
import { bureauLeader, liaison } from '@houqin/people'
import type { Rank } from '@houqin/people'
import { placesOfficer } from '@houqin/places'
import { Problem, say } from '@houqin/problem'
import { judge } from '@houqin/standards'
import { sql } from 'kysely'
import { areaByRank, personSeats } from '../../contract/index.ts'
import type { PersonSeats } from '../../contract/index.ts'
import { organStanding } from '../request/organ-standing.ts'
import type { OrganLedger, OrganRoom } from '../../contract/answers.ts'

export const ledgerReaders = [placesOfficer, bureauLeader, auditor, liaison]

/** @throws Problem not-allowed for whoever does not answer for the organ; as `organStanding`. */
export async function organLedger(system: System, actor: Actor, { organ, day }: { organ: string; day: string }): Promise<OrganLedger> {
  if (!mayReach(actor.principal, ledgerReaders, { organ })) throw new Problem('not-allowed', say('这个单位的用房由它的联络员和场所管理员查看。', 'The rooms of this organ are shown to its liaison and the places officer.'))
  return system.db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(async (tx) => {
    const standing = await organStanding(tx, system, { organ, day })
    const { rows: rooms } = await sql<OrganRoom>`
      select r.id, r.label as name, jsonb_build_object('id', s.id, 'name', s.label) as site, r.floor, r.use, r.purpose, a.kind, a.certificate,
             round(r.area / (select count(*) from office_space.allotment n where n.room = r.id and n.valid @> ${day}::date and n.retired_at is null and n.merged_into is null), 2)::text as area,
             (select count(*)::int from staffing.workplace w where w.room = r.id and w.valid @> ${day}::date and w.retired_at is null and w.merged_into is null) as people,
             exists (select from office_space.floor_plan f where f.floor = r.floor and f.valid @> ${day}::date and f.retired_at is null and f.merged_into is null) as drawn
        from office_space.allotment a join places.room r on r.id = a.room join places.site s on s.id = r.site
       where a.organ = ${organ}::uuid and a.valid @> ${day}::date and a.retired_at is null and a.merged_into is null and r.retired_at is null and r.merged_into is null and r.grade is distinct from 'restricted'
       order by s.label collate "zh-natural", r.use <> 'office', r.label collate "zh-natural"`.execute(tx)
    const { rows: seats } = await sql<PersonSeats>`select s.* from (${personSeats(day, sql)}) s where s.organ = ${organ}::uuid and s.active order by s.name collate "zh-natural"`.execute(tx)
    const { rows: without } = await sql<{ id: string; name: string; rank: Rank | null }>`
      select p.id, p.label as name, p.rank from people.person p
       where p.organ = ${organ}::uuid and p.standing = 'active' and p.employment <> 'outsourced' and p.retired_at is null and p.merged_into is null and (p.left_on is null or p.left_on >= ${day}::date)
         and not exists (select from staffing.workplace w where w.person = p.id and w.valid @> ${day}::date and w.retired_at is null and w.merged_into is null)
       order by p.label collate "zh-natural", p.id`.execute(tx)
    const figures = await system.standards.figuresAsOf(tx, areaByRank, day)
    const sitting = seats.map(({ person, name, rank, seats: own }) => {
      const [finding] = judge({ standard: areaByRank, subject: { name, rank, rooms: own }, figures }).filter(({ level }) => level === 'breach')
      return { id: person, name, rank, over: finding === undefined ? null : actor.locale === 'en' ? finding.en.says : finding.says, rooms: own.map(({ room, name: called, area, ranks }) => ({ id: room, name: called, area, people: ranks.length })) }
    })
    const office = standing.lines.find(({ kind }) => kind === 'office')?.has ?? '0'
    return {
      ...standing, day, rooms, seated: sitting.length,
      people: [...without.map(({ id, name, rank }) => ({ id, name, rank: rank ?? ('below' as const), rooms: [], over: null })), ...sitting],
      perPerson: sitting.length === 0 ? null : divide(office, sitting.length),
    }
  })
}
const divide = (area: string, people: number): string => decimal.fromUnits((decimal.toUnits(area, 2) * 2n + BigInt(people)) / (2n * BigInt(people)), 2)
