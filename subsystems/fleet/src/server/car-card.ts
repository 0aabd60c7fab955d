// The card of a car 车辆卡片: whose it is, who drives it by his card, and how its terminal is connected.
import type { Actor } from '@houqin/access'
import type { System } from '@houqin/http'
import { readBody } from '@houqin/jt808'
import type { Edition } from '@houqin/jt808'
import { noRow, scopeSql } from '@houqin/register-rights'
import { sql } from 'kysely'
import { vehicle } from '../contract/index.ts'
import type { CarCard } from '../contract/road-answers.ts'
import { ordinary } from './positions.ts'

const driverCard = 0x0702

/** @throws Problem not-found for a car the reader may not see on a map. */
export async function carCard({ db }: System, actor: Actor, id: string): Promise<CarCard<Date>> {
  const { rows: [car] } = await sql<{ id: string; plate: string; brand: string; use: string; organ: string; organName: string; parking: string | null; mileage: string | null; fuel: number | null }>`
    select t.id, t.plate, t.brand, t.use, o.id as organ, o.name as "organName", s.name as parking, l.mileage, l.fuel
    from fleet.vehicle t join people.organ o on o.id = t.organ left join places.site s on s.id = t.parking left join fleet.latest_position l on l.vehicle = t.id
    where t.id = ${id} and t.retired_at is null and ${ordinary} and ${scopeSql(actor, vehicle, 'read')}`.execute(db)
  if (!car) throw noRow(vehicle)
  const { rows: [terminal] } = await sql<{ id: string; number: string; online: boolean | null; since: Date | null }>`
    select t.id, t.number, p.online, p.at as since from fleet.terminal t
    left join lateral (select online, at from fleet.presence where terminal = t.id order by id desc limit 1) p on true
    where t.vehicle = ${id} and t.retired_at is null and t.standing <> 'removed' order by p.at desc nulls last limit 1`.execute(db)
  return {
    vehicle: { id: car.id, plate: car.plate, brand: car.brand, use: car.use }, organ: { id: car.organ, name: car.organName }, parking: car.parking,
    driver: terminal ? await driverBy(db, terminal.id) : null,
    mileage: car.mileage === null ? null : Number(car.mileage) / 10, fuel: car.fuel === null ? null : car.fuel / 10,
    terminal: terminal ? { number: terminal.number, online: terminal.online, since: terminal.since } : null,
  }
}

async function driverBy(db: System['db'], terminal: string): Promise<CarCard<Date>['driver']> {
  const { rows: [last] } = await sql<{ body: Buffer; edition: Edition; at: Date }>`
    select body, edition, received_at as at from fleet.terminal_message where terminal = ${terminal} and message = ${driverCard} order by received_at desc limit 1`.execute(db)
  const read = last && readBody(driverCard, last.body, { edition: last.edition })
  if (!last || !read?.known || read.id !== driverCard || read.body.status === 2 || !read.body.name) return null
  return { name: read.body.name, since: last.at }
}
