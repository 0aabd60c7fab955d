// The pool 调剂池: rooms nobody was given and nobody sits in, as far as they fit what an organ may still have; its own sites first.
import type { Db, Tx } from '@houqin/db'
import { sql } from 'kysely'
import type { FreeRoom, Pool } from '../../contract/answers.ts'

const most = 40

/** Given to somebody, sat in, let out, lent, sealed or to be disposed of on the day or later. Each list is read as a whole and once, whatever the planner knows of the rows, and the next only for rooms that are not in the one before. */
const untaken = (day: string) => {
  const stands = sql`valid && daterange(${day}::date, null) and retired_at is null and merged_into is null`
  return sql`r.id not in (select room from office_space.allotment where ${stands})
    and r.id not in (select room from staffing.workplace where ${stands})
    and r.id not in (select room from office_space.room_state where state <> 'idle' and ${stands})`
}
/** Nobody has it on the day or later. `r` is the room. */
export const isUntaken = (day: string) => sql<boolean>`(
  r.retired_at is null and r.merged_into is null and r.grade is distinct from 'restricted' and r.use <> 'circulation' and ${untaken(day)})`
/** Offices and service rooms that one organ can be given; what serves a whole floor or building, or a trade of its own, waits for nobody. */
export const isPooled = sql<boolean>`(r.use in ('office', 'service') and r.purpose not in ('toilet', 'pantry', 'cleaners'))`
/** In the pool: nobody has it, and it is of a kind that is given out. */
export const isFree = (day: string) => sql<boolean>`(${isPooled} and ${isUntaken(day)})`

/** All of one use that nobody was given, by site; at most `listed` are listed, all are counted. */
export async function freeRooms(db: Db | Tx, { use, site, day, listed = most }: { use: string; site: string | null; day: string; listed?: number | undefined }): Promise<Pool> {
  const { rows } = await sql<FreeRoom & { count: number; total: string }>`
    select r.id, r.label as name, jsonb_build_object('id', s.id, 'name', s.label) as site, r.floor, r.use, r.purpose, r.area::text as area, false as near,
           (count(*) over ())::int as count, (sum(r.area) over ())::text as total
      from places.room r join places.site s on s.id = r.site
     where r.use = ${use} and (${site}::uuid is null or r.site = ${site}::uuid) and ${isFree(day)}
     order by s.managed desc, s.label collate "zh-natural", r.area desc, r.label collate "zh-natural" limit ${listed}`.execute(db)
  return poolOf(rows)
}
function poolOf(rows: readonly (FreeRoom & { count: number; total: string })[]): Pool {
  const [first] = rows
  return { count: first?.count ?? 0, area: first?.total ?? '0.00', rooms: rows.map(({ count: _, total: __, ...room }) => room) }
}

/** @param wanted area in ㎡ that is asked for; @param within at most so much, what the organ may still have. */
export async function fittingRooms(db: Db | Tx, { organ, use, wanted, within, day }: { organ: string; use: string; wanted: string | null; within: string; day: string }): Promise<Pool> {
  const { rows } = await sql<FreeRoom & { count: number; total: string }>`
    select r.id, r.label as name, jsonb_build_object('id', s.id, 'name', s.label) as site, r.floor, r.use, r.purpose, r.area::text as area, n.near,
           (count(*) over ())::int as count, (sum(r.area) over ())::text as total
      from places.room r join places.site s on s.id = r.site
      cross join lateral (select exists (select from places.organ_seat o where o.organ = ${organ}::uuid and o.site = r.site and o.valid @> ${day}::date) as near) n
     where r.use = ${use} and r.area <= ${within}::numeric and ${isFree(day)}
     order by n.near desc, abs(r.area - coalesce(${wanted}::numeric, r.area)), r.area desc, r.label collate "zh-natural" limit ${most}`.execute(db)
  return poolOf(rows)
}
