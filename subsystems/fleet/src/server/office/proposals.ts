// What is proposed for a request 派车建议: cars with a driver, the best first with the reasons; riding along; renting when nothing is free.
import type { Actor } from '@houqin/access'
import { formatInstant, localDate, localTime } from '@houqin/clock'
import type { Tx } from '@houqin/db'
import type { System } from '@houqin/http'
import { say } from '@houqin/problem'
import type { Sentence } from '@houqin/problem'
import { sql } from 'kysely'
import { drives, use } from '../../contract/index.ts'
import type { UsePurpose } from '../../contract/index.ts'
import { againstCar, againstDriver, carsFor, driversFor } from './cars-and-drivers.ts'
import type { CarRow, DriverRow } from './cars-and-drivers.ts'
import { alike, kilometresBetween, rank } from './rank.ts'
import { slipsBetween } from './slips.ts'
import type { Proposals, Slip } from '../../contract/dispatch-answers.ts'

interface Asked {
  readonly id: string
  readonly organ: string | null
  readonly site: string | null
  readonly whence: string
  readonly whither: string
  readonly purpose: UsePurpose
  readonly passengers: number
  readonly from: Date
  readonly to: Date
}
const mostCars = 20
/** Leaving within this, two go together. */
const togetherMinutes = 45
const sameWay = 0.5

/** @throws Problem not-found for a request the reader may not read. */
export async function proposalsFor(system: System, actor: Actor, number: string): Promise<Proposals> {
  await system.matters.read(system.db, actor, use, number)
  return system.db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(async (tx) => {
    const { rows: [asked] } = await sql<Asked>`
      select m.id, m.organ, u.site, u.whence, u.whither, u.purpose, u.passengers, coalesce(u.out_at, u.leaves_at) as "from", coalesce(u.back_at, u.returns_at) as "to"
        from matter.matter m join fleet.use u on u.matter = m.id where m.number = ${number}`.execute(tx)
    if (!asked) throw new Error(`${number} went away inside a snapshot`)
    const days = { from: localDate(asked.from), to: localDate(asked.to) }
    const cars = (await carsFor(tx, actor, days)).filter(({ shared, organ }) => shared || organ === asked.organ)
    const drivers = await driversFor(tx, actor)
    const slips = (await slipsBetween(tx, { ...asked, now: system.clock.now() })).filter(({ matter }) => matter !== asked.id)
    const start = await placeOf(tx, asked.site)
    const busyDrivers = new Set(slips.map(({ driver }) => driver))
    const free = drivers.filter((one) => againstDriver(one, days).length === 0 && !busyDrivers.has(one.id))
    const told = (sentences: readonly Sentence[]): readonly string[] => sentences.map((sentence) => sentence[actor.locale])
    const judged = cars.map((car) => ({ car, driver: driverFor(car, free), against: against(car, { asked, days, slips, free }) }))
    const fit = judged.flatMap(({ car, driver, against: why }) => {
      if (why.length > 0 || driver === undefined) return []
      const kilometres = start !== null && car.latitude !== null && car.longitude !== null ? kilometresBetween({ latitude: car.latitude, longitude: car.longitude }, start) : null
      const { score, reasons } = rank({ ...car, ownOrgan: car.organ === asked.organ, kilometres, parkedThere: car.parking !== null && car.parking === asked.site }, asked)
      return [{ car, driver, score, reasons }]
    }).toSorted((a, b) => a.score - b.score)
    return {
      cars: fit.slice(0, mostCars).map(({ car, driver, reasons }) => ({ vehicle: { id: car.id, name: car.plate }, driver: { id: driver.id, name: driver.name }, reasons: told(reasons) })),
      drivers: free.map(({ id, name, licenceClass }) => ({ id, name, licenceClass })),
      pools: (await poolsFor(tx, asked, cars)).map(({ reasons, ...pool }) => ({ ...pool, reasons: told(reasons) })),
      hire: fit.length > 0 ? null : say(
        cars.length === 0 ? '没有平台统一调度的车辆，也没有本单位的车辆，可以租车' : `可用的 ${cars.length} 辆车这段时间都不能派，可以租车`,
        cars.length === 0 ? 'There is no shared car and none of the organ’s own; one may be hired' : `None of the ${cars.length} cars can go at that time; one may be hired`,
      )[actor.locale],
      not: judged.filter(({ against: why }) => why.length > 0).map(({ car, against: why }) => ({ vehicle: { id: car.id, name: car.plate }, against: told(why) })),
    }
  })
}

function against(car: CarRow, { asked, days, slips, free }: { asked: Asked; days: { from: string; to: string }; slips: readonly Slip<Date>[]; free: readonly DriverRow[] }): readonly Sentence[] {
  const busy = slips.find(({ vehicle }) => vehicle === car.id)
  return [
    ...againstCar(car, days),
    ...(car.seats - 1 < asked.passengers ? [say(`只坐 ${car.seats - 1} 人`, `seats ${car.seats - 1}`)] : []),
    ...(busy?.lateUntil ? [say(`${busy.number} 计划 ${localTime(busy.to)} 收车，现在还没有回来`, `was to be back from ${busy.number} at ${formatInstant(busy.to)} and is not`)] : []),
    ...(busy && busy.lateUntil === null ? [say(`${localTime(busy.from)}—${localTime(busy.to)} 已派给 ${busy.number}`, `out for ${busy.number} from ${formatInstant(busy.from)} to ${formatInstant(busy.to)}`)] : []),
    ...(driverFor(car, free) === undefined ? [say('没有能开这种车又有空的驾驶员', 'no free driver may drive it')] : []),
  ]
}

/** Of the free ones those of the car's organ first, and no large licence where a small one does. */
function driverFor({ kind, organ }: CarRow, free: readonly DriverRow[]): DriverRow | undefined {
  const weight = ({ licenceClass, organ: own }: DriverRow): number => (own === organ ? 0 : 10) + (licenceClass.startsWith('c') ? 0 : licenceClass.startsWith('b') ? 1 : 2)
  return free.filter(({ licenceClass }) => drives(licenceClass, kind)).toSorted((a, b) => weight(a) - weight(b))[0]
}

/** The middle of the fence drawn around the site it starts from; null where none is drawn. Degrees. */
async function placeOf(tx: Tx, site: string | null): Promise<{ latitude: number; longitude: number } | null> {
  const { rows: [middle] } = await sql<{ latitude: number | null; longitude: number | null }>`
    select avg(c.latitude)::float8 as latitude, avg(c.longitude)::float8 as longitude
      from fleet.fence f join fleet.fence__corners c on c.parent = f.id where f.site = ${site}::uuid and f.kind = 'site' and f.retired_at is null`.execute(tx)
  return middle?.latitude == null || middle.longitude == null ? null : { latitude: middle.latitude, longitude: middle.longitude }
}

interface Pool { readonly number: string; readonly plate: string; readonly driver: string; readonly reasons: readonly Sentence[] }
/** Cars that are sent out the same way at about the same time and have seats left. */
async function poolsFor(tx: Tx, asked: Asked, cars: readonly CarRow[]): Promise<readonly Pool[]> {
  const { rows } = await sql<{ number: string; vehicle: string; driver: string; whence: string; whither: string; at: Date; left: number }>`
    select m.number, s.vehicle, p.label as driver, u.whence, u.whither, lower(s.span) as at,
           (v.seats - 1 - u.passengers - coalesce((select sum(r.passengers) from fleet.use r join matter.matter n on n.id = r.matter where r.pooled_with = m.number and n.state = 'pooled'), 0))::int as left
      from fleet.slip s join matter.matter m on m.id = s.matter join fleet.use u on u.matter = m.id join fleet.vehicle v on v.id = s.vehicle
      join fleet.driver d on d.id = s.driver join people.person p on p.id = d.person
     where m.state = 'dispatched' and m.id <> ${asked.id}::uuid and abs(extract(epoch from lower(s.span) - ${asked.from}::timestamptz)) <= ${togetherMinutes * 60}
     order by lower(s.span), m.number`.execute(tx)
  const plates = new Map(cars.map(({ id, plate }) => [id, plate]))
  return rows.flatMap(({ number, vehicle, driver, whence, whither, at, left }) => {
    const plate = plates.get(vehicle)
    if (plate === undefined || left < asked.passengers || alike(whither, asked.whither) < sameWay || alike(whence, asked.whence) < sameWay) return []
    return [{ number, plate, driver, reasons: [say(`同去${whither}`, `also to ${whither}`), say(`${localTime(at)} 出发`, `leaves at ${localTime(at)}`), say(`还有 ${left} 座`, `${left} seats left`)] }]
  })
}
