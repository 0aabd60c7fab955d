// Free desks 空座位: the offices at an organ's sites that have one, those first where colleagues sit already.
import type { Db, Tx } from '@houqin/db'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import type { FreeDesks } from '../../contract/answers.ts'

const mostRooms = 60

/** @param day from which the desk is wanted, `YYYY-MM-DD`. */
export async function freeRooms(db: Db | Tx, { organ, day }: { organ: string; day: string }): Promise<readonly FreeDesks[]> {
  const { rows } = await sql<FreeDesks>`
    select r.id, r.label as name, s.label as site, r.seats, (r.seats - count(w.id))::int as free, (count(p.id) filter (where p.organ = ${organ}::uuid))::int as colleagues
      from places.room r join places.site s on s.id = r.site
      left join staffing.workplace w on w.room = r.id and ${taken(day)}
      left join people.person p on p.id = w.person
     where r.use = 'office' and r.purpose <> 'leaderOffice' and r.grade is distinct from 'restricted' and r.seats > 0 and r.retired_at is null and r.merged_into is null
       and r.site in (select o.site from places.organ_seat o where o.organ = ${organ}::uuid and o.valid @> ${day}::date)
     group by r.id, s.label having r.seats > count(w.id)
     order by colleagues desc, free, r.label collate "zh-natural" limit ${mostRooms}`.execute(db)
  return rows
}

/** Holds the room until the transaction ends, so that two officers never give the last desk twice. @throws Problem conflict. */
export async function requireFreeDesk(tx: Tx, { room, day }: { room: string; day: string }): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`staffing.workplace ${room}`}))`.execute(tx)
  const { rows: [found] } = await sql<{ name: string; seats: number | null; taken: number }>`
    select r.label as name, r.seats, (select count(*)::int from staffing.workplace w where w.room = r.id and ${taken(day)}) as taken
      from places.room r where r.id = ${room}::uuid`.execute(tx)
  if (found === undefined || found.seats === null || found.taken < found.seats) return
  const says = say(`${found.name} 的 ${found.seats} 个工位已坐满，请另选一间。`, `All ${found.seats} desks of ${found.name} are taken; choose another room.`)
  throw new Problem('conflict', says, { issues: [{ at: 'room', says }] })
}

/** Over `staffing.workplace as w`: taken on that day or promised for later. */
const taken = (day: string) => sql`w.retired_at is null and w.merged_into is null and w.valid && daterange(${day}::date, null)`
