// Last year as it was published 去年的公示: what each car drove and cost then, frozen organ by organ, drafted by one officer and checked by the other.
import { createHash } from 'node:crypto'
import { addWorkingDays, workingCalendar } from '@houqin/calendar'
import { instantOf } from '@houqin/clock'
import type { HistorySeeding } from '@houqin/compose'
import type { Tx } from '@houqin/db'
import { decimal } from '@houqin/define'
import { daysAfter, dice } from '@houqin/people/seed'
import type { Dice } from '@houqin/people/seed'
import { sql } from 'kysely'
import { carAccounts, fleetPublication, sizeOf } from '../../src/contract/index.ts'
import type { PublishedCar, PublishedFleet, VehicleUse } from '../../src/contract/index.ts'
import { seedAccount } from '../account.ts'
import { officeAccounts } from '../office/accounts.ts'
import { inOrgan } from '../office/load-uses.ts'
import type { UseDistrict } from '../office/load-uses.ts'

interface Driven {
  readonly id: string
  readonly organ: string
  readonly name: string
  readonly plate: string
  readonly use: VehicleUse
  readonly bought: string
  readonly km: string | null
  readonly litres: string | null
  readonly fuel: string | null
  readonly repair: string | null
  readonly total: string | null
}

/** The year before the world's own; in January it is not published yet, and the one before it is the last. */
export async function loadPublication({ tx, system, worldDate: day }: HistorySeeding, { world, people }: Pick<UseDistrict, 'world' | 'people'>): Promise<void> {
  const year = Number(day.slice(0, 4)) - (day.slice(5) < '02-01' ? 2 : 1)
  const roll = dice({ ...world, name: 'fleet publication' })
  const cars = (await drivenCars(tx, day, `${year}-12-31`)).map((car) => ({ name: car.name, car: carOf(roll, car, year) }))
  const organs = [...Map.groupBy(cars, ({ car }) => car.organ).values()].flatMap((own) => organOf(own)).toSorted((a, b) => Number(b.total ?? 0) - Number(a.total ?? 0))
  const [sheet, behind] = [JSON.stringify(organs), JSON.stringify(cars.map(({ car }) => car))]
  const officer = inOrgan(people, { organ: '机关事务局', name: seedAccount.name })
  const second = inOrgan(people, { organ: '机关事务局', name: officeAccounts.find(({ username }) => username === 'xie.xiaolin')?.name ?? '' })
  const calendar = workingCalendar()
  const drafted = addWorkingDays(`${year + 1}-01-11`, 0, calendar)
  const [checked, published] = [addWorkingDays(drafted, 1, calendar), addWorkingDays(drafted, 2, calendar)]
  const [by, byOther] = [officer, second].map(({ id, name }) => ({ person: id, name }))
  if (!by || !byOther) return
  const id = roll.id()
  await system.matters.recordPast(tx, fleetPublication, [{
    id, number: `${fleetPublication.prefix}-${drafted.replaceAll('-', '')}-0001`, requester: by, organ: null, site: null, dueAt: null, form: { year, corrects: null },
    facts: {
      until: `${year}-12-31`, edition: 1, organs: organs.length, cars: cars.length, total: decimal.sum(['0.00', ...organs.flatMap(({ total }) => total ?? [])]), publishedOn: published,
      digest: createHash('sha256').update(sheet).update(behind).digest('hex'),
    },
    happened: [
      { at: instantOf({ date: drafted, time: '10:05' }), step: null, to: 'draft', by }, { at: instantOf({ date: checked, time: '15:20' }), step: 'check', to: 'checked', by: byOther, comment: `${year} 年数据由启用本系统前的台账汇总,已与油卡账单和里程登记核对` }, { at: instantOf({ date: published, time: '09:30' }), step: 'publish', to: 'published', by },
    ],
  }])
  await sql`insert into fleet.published (matter, organs, cars) values (${id}::uuid, ${sheet}::jsonb, ${behind}::jsonb)`.execute(tx)
}

/** What they drove and cost in the twelve months behind the world's day: nothing older stands in the ledgers. */
async function drivenCars(tx: Tx, day: string, until: string): Promise<readonly Driven[]> {
  const listed = sql`select v.id, v.plate, v.organ, null as organ_name, v.use, ${sizeOf('v.kind', sql)} as size, 0 as age from fleet.vehicle v where v.retired_at is null and v.merged_into is null and v.bought_on <= ${until}::date and coalesce(v.grade, 'ordinary') = 'ordinary'`
  const { rows } = await sql<Driven>`
    select v.id, v.organ, o.label as name, v.plate, v.use, c.bought_on::text as bought, a.km, a.litres, a."fuelCost" as fuel, a.repair, a.total
      from (${listed}) v join fleet.vehicle c on c.id = v.id join people.organ o on o.id = v.organ left join (${carAccounts({ from: daysAfter(day, -365), to: daysAfter(day, -1) }, { sql, cars: listed })}) a on a.id::uuid = v.id
     order by a.total::numeric desc nulls last, v.plate`.execute(tx)
  return rows
}
/** A little more or less than since, and of the year only what was left when it was bought. */
function carOf(roll: Dice, { id, organ, plate, use, bought, ...since }: Driven, year: number): PublishedCar {
  const share = (0.88 + roll.next() * 0.2) * Math.min(1, (Date.parse(`${year}-12-31`) - Date.parse(bought)) / 31_536_000_000)
  const then = (text: string | null, digits: number, part = share): string | null => (text === null || Number(text) * part === 0 ? null : (Number(text) * part).toFixed(digits))
  const [km, fuelCost, repair] = [then(since.km, 1), then(since.fuel, 2), then(since.repair, 2, share * (0.6 + roll.next() * 0.8))]
  const rest = then(String(Number(since.total ?? 0) - Number(since.fuel ?? 0) - Number(since.repair ?? 0)), 2)
  const spent = [fuelCost, repair, rest].flatMap((one) => one ?? [])
  const total = spent.length === 0 ? null : decimal.sum(['0.00', ...spent])
  return { id, organ, plate, use, km, litres: then(since.litres, 2), fuelCost, repair, total, perKm: perKm(total, km) }
}
const perKm = (total: string | null, km: string | null): string | null => (total === null || km === null ? null : (Number(total) / Number(km)).toFixed(2))

function organOf(own: readonly { readonly name: string; readonly car: PublishedCar }[]): readonly PublishedFleet[] {
  const [first] = own
  if (!first) return []
  const sum = (key: 'km' | 'litres' | 'fuelCost' | 'repair' | 'total'): string | null => {
    const given = own.flatMap(({ car }) => car[key] ?? [])
    return given.length === 0 ? null : decimal.sum(given, key === 'km' ? 1 : 2)
  }
  const [km, total] = [sum('km'), sum('total')]
  const uses = Object.fromEntries([...Map.groupBy(own, ({ car }) => car.use)].map(([use, cars]) => [use, cars.length]))
  return [{ organ: first.car.organ, name: first.name, cars: own.length, uses, km, litres: sum('litres'), fuelCost: sum('fuelCost'), repair: sum('repair'), total, perKm: perKm(total, km), unapproved: 0 }]
}
