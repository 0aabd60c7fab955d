// What follows on a patrol of rooms 用房巡查联动: counted when it begins and ends; finished only when every door was seen.
import type { System } from '@houqin/http'
import { effects } from '@houqin/matters'
import type { Effects, Happened } from '@houqin/matters'
import { placesOfficer } from '@houqin/places'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { roomPatrol } from '../../contract/index.ts'
import { walkedRooms } from './walked-rooms.ts'

export function patrolEffects({ clock }: System): Effects {
  return effects(roomPatrol, {
    async start({ tx, matter: { id, form }, engine }) {
      if (form.day < clock.today()) throw refused('day', say('日期不能早于今天。', 'The day cannot be before today.'))
      const { rows: [house] } = await sql<{ site: string; open: string | null; rooms: number }>`
        select b.site, (select count(*)::int from ${walkedRooms} where r.building = b.id) as rooms,
               (select m.number from office_space.room_patrol p join matter.matter m on m.id = p.matter where p.building = b.id and m.closed_at is null and m.id <> ${id}::uuid limit 1) as open
          from places.building b where b.id = ${form.building}::uuid`.execute(tx)
      if (house?.site !== form.site) throw refused('building', say('这栋楼不在所选的场所。', 'The building is not of that site.'))
      if (house.open !== null) throw new Problem('conflict', say(`${house.open} 还在巡查这栋楼，走完再开始下一次。`, `${house.open} still walks this building; finish it first.`))
      if (house.rooms === 0) throw refused('building', say('这栋楼还没有登记房间。请先登记房间。', 'No rooms are entered for the building; enter them first.'))
      await engine.setFacts({ rooms: house.rooms, seen: 0, differing: 0 })
    },
    async finish(taken) {
      const { rooms, seen } = await keepCount(taken)
      if (seen < rooms) throw new Problem('step-not-possible', say(`还有 ${rooms - seen} 间没有看。看完再点“巡查完毕”，或点“有几间没看到”并说明原因。`, `${rooms - seen} rooms were not seen. See them, or say why they were left out.`))
    },
    async leave(taken) {
      await keepCount(taken)
      await taken.engine.involve(placesOfficer)
    },
    async overdue({ engine }) {
      await engine.involve(placesOfficer)
    },
  })
}
async function keepCount({ tx, matter: { id, form }, engine }: Happened<typeof roomPatrol>): Promise<{ rooms: number; seen: number }> {
  const { rows: [counted] } = await sql<{ rooms: number; seen: number; differing: number }>`
    select count(*)::int as rooms, count(v.room)::int as seen, (count(*) filter (where v.differs))::int as differing
      from ${walkedRooms} left join (select distinct on (room) room, differs from office_space.visit where patrol = ${id}::uuid order by room, at desc, id desc) v on v.room = r.id
     where r.building = ${form.building}::uuid`.execute(tx)
  const counts = counted ?? { rooms: 0, seen: 0, differing: 0 }
  await engine.setFacts(counts)
  return counts
}
const refused = (field: string, says: ReturnType<typeof say>): Problem => new Problem('bad-input', says, { issues: [{ at: `input.${field}`, says }] })
