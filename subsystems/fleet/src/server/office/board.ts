// The dispatch board of a day 派车台: every car and driver with what they are held by, and the requests that wait.
import type { Actor } from '@houqin/access'
import { instantOf } from '@houqin/clock'
import type { System } from '@houqin/http'
import { sql } from 'kysely'
import { use } from '../../contract/index.ts'
import { againstCar, againstDriver, carsFor, driversFor } from './cars-and-drivers.ts'
import { slipsBetween } from './slips.ts'
import type { DispatchBoard, WaitingUse } from '../../contract/dispatch-answers.ts'

const dayMs = 86_400_000
/** More than this a day is somebody else's fleet. */
const most = 500

/** One snapshot. @param day in Shanghai. */
export async function boardOf({ db, clock }: System, actor: Actor, day: string): Promise<DispatchBoard<Date>> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(async (tx) => {
    const days = { from: day, to: day }
    const cars = await carsFor(tx, actor, days)
    const drivers = await driversFor(tx, actor)
    const known = new Set(cars.map(({ id }) => id))
    const begins = instantOf({ date: day })
    // Shanghai keeps one time all the year; the calendar's last day has none after it
    const slips = (await slipsBetween(tx, { from: begins, to: new Date(begins.getTime() + dayMs), now: clock.now() })).filter(({ vehicle, kind }) => kind === use.id && known.has(vehicle))
    const { rows: more } = await sql<{ matter: string; version: number; passengers: number }>`
      select m.id as matter, m.version, u.passengers + coalesce((select sum(r.passengers) from fleet.use r join matter.matter n on n.id = r.matter where r.pooled_with = m.number and n.state = 'pooled'), 0)::int as passengers
        from matter.matter m join fleet.use u on u.matter = m.id where m.id = any(${slips.map(({ matter }) => matter)}::uuid[])`.execute(tx)
    const detail = new Map(more.map(({ matter, ...rest }) => [matter, rest]))
    const { rows: waiting } = await sql<WaitingUse<Date>>`
      select m.number, m.version, u.whence, u.whither, u.why, u.purpose, u.passengers, u.leaves_at as "leavesAt", u.returns_at as "returnsAt", m.requester_name as asker, o.short_name as organ, m.due_at as "dueAt"
        from matter.matter m join fleet.use u on u.matter = m.id left join people.organ o on o.id = m.organ
       where m.kind = ${use.id} and m.state = 'approved' order by u.leaves_at, m.number limit ${most}`.execute(tx)
    const told = (against: readonly { readonly zh: string; readonly en: string }[]): readonly string[] => against.map((sentence) => sentence[actor.locale])
    return {
      day, waiting,
      cars: cars.map((car) => {
        const { id, plate, brand, seats, use: of, kind, energy, organName, shared } = car
        return { id, plate, brand, seats, use: of, kind, energy, organName, shared, against: told(againstCar(car, days)) }
      }),
      drivers: drivers.map((one) => ({ id: one.id, person: one.person, name: one.name, licenceClass: one.licenceClass, against: told(againstDriver(one, days)) })),
      slips: slips.map((slip) => ({ ...slip, version: 0, passengers: 0, ...detail.get(slip.matter) })),
    }
  })
}
