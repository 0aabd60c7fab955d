// Eight weeks of patrols 巡查历史: every working morning in every managed site, walked by its steward; now and then with a gap or a fault.
import { workingCalendar } from '@houqin/calendar'
import { addDays } from '@houqin/clock'
import type { Db, Tx } from '@houqin/db'
import type { PastMatter } from '@houqin/matters'
import { sql } from 'kysely'
import { dice } from '@houqin/people/seed'
import type { Dice, DistrictPeople, World } from '@houqin/people/seed'
import type { HistorySeeding } from '@houqin/compose'
import type { DistrictPlaces } from '../seed.ts'
import { patrol } from '../src/contract/index.ts'

export const patrolWeeks = 8
const minute = 60_000
/** Why a round was not walked to its end. */
export const reasons = ['暴雨，配电间门口积水进不去', '上级临时检查，巡到一半去陪同', '泵房钥匙被借走，等到中午没有还', '电梯检修，高层没有上去']

export interface Route {
  readonly id: string
  readonly site: string
  readonly points: readonly { readonly place: string; readonly room: string | null; readonly area: string | null; readonly look: string | null }[]
}

/** Of the demonstration's sites, in the order in which they are numbered. */
export async function routesOf(db: Db | Tx): Promise<readonly Route[]> {
  const { rows } = await sql<Route>`
    select r.id, r.site, jsonb_agg(jsonb_build_object('place', p.place, 'room', p.room, 'area', p.area, 'look', p.look) order by p.position) as points
      from places.patrol_route r join places.patrol_route__points p on p.parent = r.id where r.retired_at is null group by r.id, r.site order by r.id`.execute(db)
  return rows
}

/** @returns how many were recorded. */
export async function seedPatrols({ tx, system, worldDate }: Pick<HistorySeeding, 'tx' | 'system' | 'worldDate'>, { world, people, places }: { world: World; people: DistrictPeople; places: DistrictPlaces }): Promise<number> {
  const roll = dice({ ...world, name: 'patrols' })
  const calendar = workingCalendar()
  const routes = await routesOf(tx)
  const names = new Map(people.persons.map(({ id, name }) => [id, name]))
  const days = Array.from({ length: patrolWeeks * 7 }, (_, back) => addDays(worldDate, -1 - back)).filter((day) => calendar.isWorkingDay(day)).toReversed()
  const past = days.flatMap((day) =>
    routes.map((route, place) => {
      const steward = places.stewards.get(route.site) ?? null
      const by = { person: steward, name: (steward === null ? undefined : names.get(steward)) ?? '驻点负责人' }
      return pastWalk(route, { day, by, number: `XC-${day.replaceAll('-', '')}-${String(place + 1).padStart(4, '0')}`, roll })
    }))
  await system.matters.recordPast(tx, patrol, past)
  return past.length
}

/** One morning's round by whoever is steward, as the books have it. */
export function pastWalk({ id: route, site, points }: Route, { day, by, number, roll }: { day: string; by: { person: string | null; name: string }; number: string; roll: Dice }): PastMatter {
  const made = new Date(`${day}T06:00:00+08:00`)
  let at = Date.parse(`${day}T07:40:00+08:00`) + roll.int(0, 55) * minute
  const reached = roll.chance(0.96) ? points.length : roll.int(Math.ceil(points.length / 2), points.length - 1)
  const seen = points.map((point, index) => {
    at += roll.int(3, 8) * minute
    const walked = index < reached
    const outcome = roll.chance(0.015) ? 'fault' : 'ok'
    return { ...point, outcome: walked ? outcome : null, way: walked ? (roll.chance(0.83) ? 'scan' : 'hand') : null, reachedAt: walked ? new Date(at).toISOString() : null, repair: null }
  })
  const whole = reached === points.length
  const finished = new Date(at + 2 * minute)
  return {
    id: roll.id(), number, requester: { person: null, name: '系统' }, organ: null, site, dueAt: null,
    form: { route, site, day },
    facts: { finishedAt: finished.toISOString(), missed: points.length - reached, faults: seen.filter(({ outcome }) => outcome === 'fault').length },
    lines: { points: seen.map((values) => ({ at: made, by: null, values })) },
    happened: [
      { at: made, step: null, to: 'walking', by: { person: null, name: '系统' } },
      { at: finished, step: whole ? 'finish' : 'leave', to: whole ? 'done' : 'gaps', by, ...(!whole && { comment: roll.pick(reasons) }) },
    ],
  }
}
