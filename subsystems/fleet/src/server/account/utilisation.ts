// Utilisation 使用率: on which days and for how long each car was out, how many of a class or an organ at once, month by month, and which cars stood; from the same outings as right-sizing.
import type { Actor } from '@houqin/access'
import { addDays, instantOf } from '@houqin/clock'
import { workingCalendar } from '@houqin/calendar'
import type { System } from '@houqin/http'
import { scopeSql } from '@houqin/register-rights'
import { sql } from 'kysely'
import { sizeOf, vehicle } from '../../contract/index.ts'
import type { Days, VehicleUse } from '../../contract/index.ts'
import type { OutOnADay, UsedCar, UsedGroup, Utilisation } from '../../contract/answers.ts'
import { outingsOf } from './outings.ts'
import { dayPeaks } from './overlap.ts'
import type { Span } from './overlap.ts'

const carsOf = (actor: Actor) => sql`fleet.vehicle t where t.standing not in ('disposing', 'disposed') and t.retired_at is null and t.merged_into is null and coalesce(t.grade, 'ordinary') = 'ordinary' and ${scopeSql(actor, vehicle, 'read')}`
const hoursIn = (spans: readonly Span[]): number => Math.round(spans.reduce((sum, { from, to }) => sum + to - from, 0) / 360_000) / 10
/** The first day of the most. */
const highest = (peaks: readonly { readonly most: number; readonly day: string }[]) => peaks.reduce<{ readonly most: number; readonly day: string } | null>((best, one) => (best === null || one.most > best.most ? one : best), null)

/** Cars to be disposed of are left out. @param days both belong to it; today and what is to come have not been yet. */
export async function utilisation({ db, clock }: System, actor: Actor, asked: Days): Promise<Utilisation> {
  const yesterday = addDays(clock.today(), -1)
  const days = { from: asked.from, to: asked.to < yesterday ? asked.to : yesterday }
  const calendar = workingCalendar()
  const working: string[] = []
  for (let day = days.from; day <= days.to; day = addDays(day, 1)) if (calendar.isWorkingDay(day)) working.push(day)
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(async (tx) => {
    const { rows } = await sql<Omit<UsedCar, 'days' | 'restDays' | 'hours' | 'last'>>`
      select t.id, t.plate, t.brand, jsonb_build_object('id', o.id, 'name', o.short_name) as organ, t.use, ${sizeOf('t.kind', sql)} as size,
             exists (select from fleet.vehicle_day d where d.vehicle = t.id and d.day between ${days.from}::date and ${days.to}::date)
               or exists (select from fleet.slip s where s.vehicle = t.id and lower(s.span) >= ${days.from}::date::timestamp at time zone 'Asia/Shanghai' and lower(s.span) < (${days.to}::date + 1)::timestamp at time zone 'Asia/Shanghai') as known
        from (select t.* from ${carsOf(actor)}) t join people.organ o on o.id = t.organ where t.bought_on <= ${days.to}::date order by t.plate`.execute(tx)
    const { rows: outings } = await outingsOf(sql`select t.id from ${carsOf(actor)}`, days).execute(tx)
    const spans = Map.groupBy(outings.map(({ vehicle: car, begins, ends }) => ({ car, from: begins.getTime(), to: ends.getTime() })), ({ car }) => car)
    const works = new Set(working)
    const cars = rows.map((car): UsedCar => {
      const own = spans.get(car.id) ?? []
      const out = dayPeaks(own).map(({ day }) => day)
      const onWorkingDays = out.filter((day) => works.has(day)).length
      return { ...car, days: onWorkingDays, restDays: out.length - onWorkingDays, hours: hoursIn(own), last: out.at(-1) ?? null }
    })
    const together = (key: string, name: string, members: readonly UsedCar[]): UsedGroup => {
      const proven = members.filter(({ known }) => known)
      const peak = highest(dayPeaks(members.flatMap(({ id }) => spans.get(id) ?? [])))
      return {
        key, name, cars: members.length, known: proven.length, days: sum(proven, 'days'), restDays: sum(proven, 'restDays'), hours: Math.round(sum(proven, 'hours') * 10) / 10,
        peak: peak?.most ?? 0, peakDay: peak?.day ?? null, idle: proven.filter(({ last }) => last === null).length,
      }
    }
    const months = [...Map.groupBy(working, (day) => day.slice(0, 7))].map(([month, own]) => {
      const begins = instantOf({ date: `${month}-01` }).getTime()
      const ends = instantOf({ date: `${addDays(`${month}-28`, 4).slice(0, 7)}-01` }).getTime()
      const within = new Map([...spans].map(([car, all]) => [car, all.filter(({ from }) => from >= begins && from < ends)]))
      const out = [...within].map(([car, all]) => ({ car, days: dayPeaks(all).map(({ day }) => day) })).filter(({ days: on }) => on.length > 0)
      const peak = highest(dayPeaks([...within.values()].flat()))
      const known = cars.filter((car) => car.known)
      return {
        month, workingDays: own.length, out: out.length, idle: known.filter(({ id }) => !out.some(({ car }) => car === id)).length, days: out.reduce((all, { days: on }) => all + on.filter((day) => works.has(day)).length, 0),
        hours: hoursIn([...within.values()].flat()), peak: peak?.most ?? 0, peakDay: peak?.day ?? null,
      }
    })
    return {
      days, workingDays: working.length, cars, months,
      uses: [...Map.groupBy(cars, ({ use }) => use)].map(([use, own]) => together(use, use, own)).sort((a, b) => b.cars - a.cars),
      organs: [...Map.groupBy(cars, ({ organ }) => organ.id).values()].flatMap((own) => (own[0] ? [together(own[0].organ.id, own[0].organ.name, own)] : [])).sort((a, b) => b.cars - a.cars),
    }
  })
}
const sum = (cars: readonly UsedCar[], key: 'days' | 'restDays' | 'hours'): number => cars.reduce((all, car) => all + car[key], 0)

/** Who was out on a day, from when to when, by which slip; of a class or an organ, of all without either. */
export async function outOn({ db }: System, actor: Actor, { day, use, organ }: { day: string; use?: VehicleUse | undefined; organ?: string | undefined }): Promise<readonly OutOnADay<Date>[]> {
  const chosen = sql`select t.id from ${carsOf(actor)} and ${use === undefined ? sql`true` : sql`t.use = ${use}`} and ${organ === undefined ? sql`true` : sql`t.organ = ${organ}::uuid`}`
  const { rows } = await sql<OutOnADay<Date>>`
    select jsonb_build_object('id', t.id, 'name', t.plate) as car, g.short_name as organ, o.begins as "from", o.ends as "to",
           (select m.number from fleet.slip s join matter.matter m on m.id = s.matter where s.vehicle = t.id and tstzrange(coalesce(s.left_at, lower(s.span)), coalesce(s.came_at, upper(s.span))) && tstzrange(o.begins, o.ends) order by lower(s.span) limit 1) as number
      from (${outingsOf(chosen, { from: addDays(day, -15), to: day })}) o join fleet.vehicle t on t.id = o.vehicle join people.organ g on g.id = t.organ
     where o.begins < (${day}::date + 1)::timestamp at time zone 'Asia/Shanghai' and o.ends > ${day}::date::timestamp at time zone 'Asia/Shanghai' order by o.begins, t.plate`.execute(db)
  return rows
}
