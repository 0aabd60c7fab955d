// The census that is under way in the demonstration 演示清查: the main yard, its lower floors seen, with what one finds on such walks.
import { systemActor } from '@houqin/access'
import { addDays } from '@houqin/clock'
import type { Seeding } from '@houqin/compose'
import { dice, districtSeed } from '@houqin/people/seed'
import { sql } from 'kysely'
import { census } from '../src/contract/index.ts'

const under = { site: '机关大院', by: '周建国', days: 12 }
/** Share of the rooms that were seen. */
const seenShare = 0.55

export async function openDemonstrationCensus({ tx, system, worldDate }: Seeding): Promise<void> {
  const { rows: [place] } = await sql<{ id: string }>`select id from places.site where name = ${under.site}`.execute(tx)
  if (!place) return
  const { number } = await system.matters.start(tx, systemActor, census, { input: { site: place.id, until: addDays(worldDate, under.days), note: '年度清查' } })
  const { rows } = await sql<{ matter: string; room: string; area: string; people: readonly string[] }>`
    select c.matter, c.room, c.area::text as area, coalesce((select array_agg(s.person::text order by s.person) from office_space.census_seat s where s.matter = c.matter and s.room = c.room), '{}') as people
      from office_space.census_room c join matter.matter m on m.id = c.matter where m.number = ${number} order by c.place`.execute(tx)
  const [first] = rows
  if (!first) return
  const roll = dice({ seed: districtSeed, day: worldDate, name: 'census' })
  const seen = rows.slice(0, Math.floor(rows.length * seenShare)).map(({ room, area, people }) => {
    const away = people.length > 1 && roll.chance(0.04) ? roll.pick(people) : null
    const measured = roll.chance(0.02) ? String(Number(area) + 0.6) : null
    const missing = people.length === 0 && roll.chance(0.01)
    return { room, away, area: missing ? null : measured, outcome: missing ? 'missing' : away !== null || measured !== null ? 'differs' : 'same', note: missing ? '隔断已拆，并入隔壁' : null, way: roll.chance(0.8) ? 'scan' : 'hand' }
  })
  await sql`
    update office_space.census_room c set outcome = s.outcome, found_area = s.area, note = s.note, way = s.way, counted_by_name = ${under.by}, counted_at = ${system.clock.now()}, version = 1
      from jsonb_to_recordset(${JSON.stringify(seen)}::jsonb) as s (room uuid, area numeric, outcome text, note text, way text) where c.matter = ${first.matter}::uuid and c.room = s.room`.execute(tx)
  await sql`
    update office_space.census_seat c set here = s.outcome <> 'missing' and c.person::text is distinct from s.away
      from jsonb_to_recordset(${JSON.stringify(seen)}::jsonb) as s (room uuid, away text, outcome text) where c.matter = ${first.matter}::uuid and c.room = s.room`.execute(tx)
}
