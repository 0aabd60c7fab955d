// Slips against the road 派车单核对: of a slip that is over, whether the car drove at all, and whether it came where it was sent.
import type { Db, Tx } from '@houqin/db'
import type { System } from '@houqin/http'
import type { Tick } from '@houqin/jobs'
import { figuresAsOf } from '@houqin/standards'
import { localDate } from '@houqin/clock'
import { sql } from 'kysely'
import { destinationLimit, trackReckoning, unmovedSlipLimit } from '../../contract/index.ts'
import { keepSlipEvent, withdrawSlipEvents } from './events.ts'
import { fencesOf, metresOutside } from './fences.ts'
import { metresBetween } from './place.ts'
import type { Place } from './place.ts'

interface Over {
  readonly matter: string
  readonly number: string
  readonly vehicle: string
  readonly whither: string
  readonly from: Date
  readonly to: Date
}
interface SeenAt extends Place {
  readonly at: number
}
/** Metres a car that stands is not thrown about by. */
const unseenFrom = 500
/** What was driven in a blind area comes later: so long it is waited for. */
const waitsMs = 2 * 3_600_000
/** Older than this it is history that was brought in. */
const backMs = 3 * 86_400_000
const most = 100

export function checkingSlips(system: System): Tick {
  return { name: 'fleet.slips', every: 600_000, run: (db: Db) => db.transaction().execute((tx) => judgeSlips(tx, system)) }
}

/** @param waits for late positions; less where they are known to have come. @returns how many slips were judged. */
export async function judgeSlips(tx: Tx, system: System, waits = waitsMs): Promise<number> {
  const now = system.clock.now()
  const { rows } = await sql<Over>`
    with due as (
      select s.matter from fleet.slip s join fleet.use u on u.matter = s.matter join fleet.vehicle v on v.id = s.vehicle
       where s.judged_at is null and s.left_at is not null and s.came_at < ${new Date(now.getTime() - waits)} and s.came_at > ${new Date(now.getTime() - backMs)} and coalesce(v.grade, 'ordinary') = 'ordinary'
         and not exists (select from fleet.day_open o where o.vehicle = s.vehicle and o.day between (s.left_at at time zone 'Asia/Shanghai')::date and (s.came_at at time zone 'Asia/Shanghai')::date)
       order by s.came_at limit ${most} for update of s skip locked)
    update fleet.slip s set judged_at = ${now} from due, matter.matter m, fleet.use u where s.matter = due.matter and m.id = s.matter and u.matter = s.matter
    returning s.matter, m.number, s.vehicle, u.whither, s.left_at as "from", s.came_at as "to"`.execute(tx)
  for (const one of rows) await judgeSlip(tx, system, one)
  return rows.length
}

async function judgeSlip(tx: Tx, system: System, { number, vehicle, whither, from, to }: Over): Promise<void> {
  await withdrawSlipEvents(tx, { vehicle, begins: from, at: system.clock.now() })
  const seen = await placesOf(tx, { vehicle, from, to })
  const figure = async (standard: Parameters<typeof figuresAsOf>[1], name: string): Promise<number> => Number((await figuresAsOf(tx, standard, localDate(from))).figures[name])
  const common = { begins: from.getTime(), ends: to.getTime(), goingOn: false, caughtUp: false }
  const gap = (await figure(trackReckoning, 'gapAfter')) * 60_000
  const { rows: [trip] } = await sql`select 1 from fleet.trip where vehicle = ${vehicle}::uuid and begins < ${to} and ends > ${from} limit 1`.execute(tx)
  if (!trip) {
    // a terminal that stands still says so every half an hour at most; one that says nothing proves nothing
    const minutes = Math.floor((to.getTime() - from.getTime()) / 60_000)
    if (seen.length >= 2 && minutes > (await figure(unmovedSlipLimit, 'atMost'))) await keepSlipEvent(tx, system, vehicle, { ...common, kind: 'unmovedSlip', measured: minutes, place: seen[0] ?? null, about: `派车单 ${number}` })
    return
  }
  const goals = (await fencesOf(tx)).filter(({ kind, name }) => kind === 'destination' && name === whither)
  if (goals.length === 0 || seen.some((one, nth) => droveUnseen(seen[nth - 1], one, gap))) return
  let [nearest, place]: [number, Place | null] = [Infinity, null]
  for (const one of seen)
    for (const goal of goals) {
      const metres = metresOutside(goal, one)
      if (metres < nearest) [nearest, place] = [metres, one]
    }
  const km = Math.floor(Math.max(0, nearest) / 100) / 10
  if (place !== null && km > (await figure(destinationLimit, 'atMost')))
    await keepSlipEvent(tx, system, vehicle, { ...common, kind: 'missedDestination', measured: km, place: { latitude: place.latitude, longitude: place.longitude }, about: `派车单 ${number} 去${whither}` })
}

/** It may have been there while nobody heard it. */
function droveUnseen(before: SeenAt | undefined, one: SeenAt, gap: number): boolean {
  return before !== undefined && one.at - before.at > gap && metresBetween(before, one) > unseenFrom
}
async function placesOf(tx: Tx, { vehicle, from, to }: { vehicle: string; from: Date; to: Date }): Promise<readonly SeenAt[]> {
  const { rows } = await sql<{ at: Date; latitude: number; longitude: number }>`
    select at, latitude, longitude from fleet.position
     where vehicle = ${vehicle}::uuid and at >= ${from} and at <= ${to} and latitude is not null and quality & 11 = 0 order by at`.execute(tx)
  return rows.map(({ at, ...place }) => ({ ...place, at: at.getTime() }))
}
