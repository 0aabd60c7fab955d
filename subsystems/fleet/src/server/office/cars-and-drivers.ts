// The cars and drivers as the dispatcher sees them 车与人: who they are, and what is against sending them out on some days, in words.
import type { Actor } from '@houqin/access'
import type { Db, Tx } from '@houqin/db'
import { say } from '@houqin/problem'
import type { Sentence } from '@houqin/problem'
import { scopeSql } from '@houqin/register-rights'
import { sql } from 'kysely'
import { driver, standingUse, vehicle, vehicleStandings } from '../../contract/index.ts'
import type { BoardCar, BoardDriver } from '../../contract/dispatch-answers.ts'
import type { Driver, Vehicle } from '../../contract/index.ts'

export interface CarRow extends Omit<BoardCar, 'against'> {
  readonly organ: string
  readonly standing: Vehicle['standing']
  readonly grade: string
  readonly insuredUntil: string | null
  readonly inspectedUntil: string | null
  readonly odometer: number | null
  readonly parking: string | null
  readonly sealedBy: string | null
  /** The repair it is at a shop for, and where; null while it is not. */
  readonly repair: string | null
  readonly mender: string | null
  /** The standing use it is kept for on those days. */
  readonly keptFor: string | null
  /** Degrees, as it was seen last. */
  readonly latitude: number | null
  readonly longitude: number | null
}
export interface DriverRow extends Omit<BoardDriver, 'against'> {
  readonly licenceUntil: string
  readonly standing: Driver['standing']
  readonly organ: string
}
export interface Days {
  readonly from: string
  readonly to: string
}

/** Those the reader sees, in the order of their plates. */
export async function carsFor(tx: Db | Tx, actor: Actor, { from, to }: Days): Promise<readonly CarRow[]> {
  const { rows } = await sql<CarRow>`
    select t.id, t.plate, t.brand, t.seats, t.use, t.kind, t.energy, t.organ, o.short_name as "organName", coalesce(t.shared, false) as shared, t.standing, coalesce(t.grade, 'ordinary') as grade,
           t.insured_until::text as "insuredUntil", t.inspected_until::text as "inspectedUntil", t.odometer, t.parking,
           l.latitude / 1e6::float8 as latitude, l.longitude / 1e6::float8 as longitude,
           (select i.name from fleet.immobilisation i where i.retired_at is null and i.begins <= ${to}::date and i.ends >= ${from}::date
              and not exists (select from fleet.immobilisation__exempt e where e.parent = i.id and e.vehicle = t.id) order by i.begins limit 1) as "sealedBy", r.number as repair, r.mender,
           (select m.number from fleet.slip s join matter.matter m on m.id = s.matter where m.kind = ${standingUse.id} and s.vehicle = t.id and s.came_at is null
              and s.span && tstzrange(${from}::date::timestamp at time zone 'Asia/Shanghai', (${to}::date + 1)::timestamp at time zone 'Asia/Shanghai') limit 1) as "keptFor"
      from fleet.vehicle t join people.organ o on o.id = t.organ left join fleet.latest_position l on l.vehicle = t.id and coalesce(t.grade, 'ordinary') = 'ordinary'
      left join lateral (select m.number, s.name as mender from fleet.repair r join matter.matter m on m.id = r.matter left join fleet.shop s on s.id = r.shop where r.vehicle = t.id and r.delivered_at is not null and m.closed_at is null limit 1) r on true
     where t.retired_at is null and t.merged_into is null and t.standing <> 'disposed' and ${scopeSql(actor, vehicle, 'read')} order by t.plate collate "zh-natural"`.execute(tx)
  return rows
}
export async function driversFor(tx: Db | Tx, actor: Actor): Promise<readonly DriverRow[]> {
  const { rows } = await sql<DriverRow>`
    select t.id, t.person, p.label as name, t.licence_class as "licenceClass", t.licence_until::text as "licenceUntil", t.standing, p.organ
      from fleet.driver t join people.person p on p.id = t.person
     where t.retired_at is null and t.merged_into is null and t.standing <> 'left' and ${scopeSql(actor, driver, 'read')} order by p.label collate "zh-natural", t.id`.execute(tx)
  return rows
}

/** What is against this car on those days; nothing when it may go. */
export function againstCar({ standing, grade, sealedBy, repair, mender, keptFor, insuredUntil, inspectedUntil }: CarRow, { to }: Days): readonly Sentence[] {
  return [
    ...(grade === 'ordinary' ? [] : [say('受控车辆，不在公共调度台派车', 'a graded car, not dispatched here')]),
    ...(standing === 'inUse' ? [] : [repair !== null && standing === 'mending' ? say(`在${mender ?? ''}维修，${repair}`, `at ${mender ?? 'a shop'}, ${repair}`) : say(vehicleStandings[standing], { mending: 'being mended', immobilised: 'immobilised', disposing: 'to be disposed of', disposed: 'disposed of' }[standing])]),
    ...(keptFor === null ? [] : [say(`长期用车 ${keptFor}`, `in standing use by ${keptFor}`)]),
    ...(sealedBy === null ? [] : [say(`“${sealedBy}”期间封存`, `stands still during “${sealedBy}”`)]),
    ...(insuredUntil !== null && insuredUntil < to ? [say(`保险 ${insuredUntil} 到期`, `insured until ${insuredUntil}`)] : []),
    ...(inspectedUntil !== null && inspectedUntil < to ? [say(`年检 ${inspectedUntil} 到期`, `inspected until ${inspectedUntil}`)] : []),
  ]
}
export function againstDriver({ standing, licenceUntil }: DriverRow, { to }: Days): readonly Sentence[] {
  return [
    ...(standing === 'onLeave' ? [say('休假', 'on leave')] : []),
    ...(licenceUntil < to ? [say(`驾驶证 ${licenceUntil} 到期`, `licensed until ${licenceUntil}`)] : []),
  ]
}
