// Loads what the cars went through 装入演示的车辆经历: repairs with their costs; one is reported and one waits for the eyes of who signs in.
import type { HistorySeeding } from '@houqin/compose'
import { worldActor } from '@houqin/compose'
import { sql } from 'kysely'
import { cost, disposal, dutyDriver, fleetOfficer, incident, inspection, insurance, repair, standingUse, transfer } from '../../src/contract/index.ts'
import { seedAccount } from '../account.ts'
import { theDriver } from './accounts.ts'
import { inOrgan } from './load-uses.ts'
import type { UseDistrict } from './load-uses.ts'
import { districtIncidents, districtPapers } from './papers.ts'
import type { Journey } from './papers.ts'
import { districtEnds } from './ends.ts'
import { districtRepairs } from './repairs.ts'
import type { Readings } from './repairs.ts'

export async function loadLife({ tx, system, worldDate }: HistorySeeding, { people, fleet }: UseDistrict): Promise<void> {
  const officer = inOrgan(people, { organ: '机关事务局', name: seedAccount.name })
  const { rows: shops } = await sql<{ id: string }>`select id from fleet.shop where kind = 'repair' order by name`.execute(tx)
  const spared = await withoutCosts(tx, worldDate)
  const { past, costs } = districtRepairs({ worldDate, now: system.clock.now(), people, fleet: { ...fleet, vehicles: fleet.vehicles.filter(({ id }) => !spared.has(id)) }, shops: shops.map(({ id }) => id), officer, readings: await readingsOf(tx) })
  await system.matters.recordPast(tx, repair, past)
  await system.registers.bulkInsert(tx, cost, costs)
  await loadPapers({ tx, system, worldDate }, { fleet, officer, spared })
  await loadEnds({ tx, system, worldDate }, { fleet, officer })
  await reportNow({ tx, system }, { people, fleet })
}

async function readingsOf(tx: HistorySeeding['tx']): Promise<Readings> {
  const { rows } = await sql<{ vehicle: string; at: number; odometer: number }>`
    select vehicle, (extract(epoch from at) * 1000)::float8 as at, odometer from (
      select vehicle, coalesce(at, (day + time '12:00') at time zone 'Asia/Shanghai') as at, odometer from fleet.cost where odometer is not null
      union all select vehicle, came_at, odometer_back from fleet.use where came_at is not null and odometer_back is not null) r order by vehicle, at, odometer`.execute(tx)
  const readings = new Map<string, { at: number; odometer: number }[]>()
  for (const { vehicle, ...reading } of rows) readings.set(vehicle, [...(readings.get(vehicle) ?? []), reading])
  return readings
}

/** Cars for which nothing was entered in a month in which they drove: on purpose, so that nothing is entered here either. */
async function withoutCosts(tx: HistorySeeding['tx'], day: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ vehicle: string }>`
    select distinct vehicle from (select vehicle, date_trunc('month', day) as month, sum(metres) as metres from fleet.vehicle_day where day > ${day}::date - interval '12 months' and day < date_trunc('month', ${day}::date) group by 1, 2) d
     where metres > 500000 and not exists (select from fleet.cost c where c.vehicle = d.vehicle and date_trunc('month', c.day) = d.month)`.execute(tx)
  return new Set(rows.map(({ vehicle }) => vehicle))
}

/** Every fourteenth journey that is over, at most so many. */
const incidents = 18
async function loadPapers({ tx, system, worldDate }: Pick<HistorySeeding, 'tx' | 'system' | 'worldDate'>, { fleet, officer, spared }: { fleet: UseDistrict['fleet']; officer: ReturnType<typeof inOrgan>; spared: ReadonlySet<string> }): Promise<void> {
  const { rows: [insurer] } = await sql<{ id: string }>`select id from fleet.shop where kind = 'insurance' order by name limit 1`.execute(tx)
  if (!insurer) throw new Error('the district has no appointed insurer')
  const { policies, inspections, costs } = districtPapers({ worldDate, fleet, insurer: insurer.id })
  await system.registers.bulkInsert(tx, insurance, policies)
  await system.registers.bulkInsert(tx, inspection, inspections)
  await system.registers.bulkInsert(tx, cost, costs.filter(({ vehicle }) => !spared.has(vehicle)))
  const { rows: journeys } = await sql<Journey>`
    select number, vehicle, organ, driver, person, name, "leftAt", whither from (
      select m.number, s.vehicle, v.organ, s.driver, d.person, p.name, s.left_at as "leftAt", u.whither, row_number() over (order by s.left_at, m.number) as nth
        from fleet.slip s join matter.matter m on m.id = s.matter join fleet.use u on u.matter = m.id join fleet.vehicle v on v.id = s.vehicle
        join fleet.driver d on d.id = s.driver join people.person p on p.id = d.person where s.came_at is not null) j
     where nth % 14 = 5 order by "leftAt" desc limit ${incidents}`.execute(tx)
  await system.matters.recordPast(tx, incident, districtIncidents({ worldDate, now: system.clock.now(), journeys, officer }))
}

/** What is given up, handed on and kept for a duty. */
async function loadEnds({ tx, system, worldDate }: Pick<HistorySeeding, 'tx' | 'system' | 'worldDate'>, { fleet, officer }: { fleet: UseDistrict['fleet']; officer: ReturnType<typeof inOrgan> }): Promise<void> {
  const { rows: [lacking] } = await sql<{ organ: string }>`
    select q.organ from fleet.establishment q where q.use = 'emergency' and q.count > (
      select count(*) from fleet.vehicle v where v.organ = q.organ and v.use = q.use and v.standing <> 'disposed' and coalesce(v.grade, 'ordinary') = 'ordinary') order by q.organ limit 1`.execute(tx)
  if (!lacking) throw new Error('no organ of the district has room for a car')
  const { disposals, transfers, standing } = districtEnds({ worldDate, fleet, officer, receiver: lacking.organ })
  await system.matters.recordPast(tx, disposal, disposals)
  await system.matters.recordPast(tx, transfer, transfers)
  await system.matters.recordPast(tx, standingUse, standing)
  await sql`insert into fleet.slip (matter, vehicle, driver, span) values ${sql.join(standing.map(({ id, form }) => sql`(${id}::uuid, ${form['vehicle']}::uuid, null, tstzrange(${form['begins']}::timestamptz, ${form['ends']}::timestamptz))`))}`.execute(tx)
}

/** What the driver who signs in has reported this morning, and a quote that is ready to be submitted. */
async function reportNow({ tx, system }: Pick<HistorySeeding, 'tx' | 'system'>, { people, fleet }: Pick<UseDistrict, 'people' | 'fleet'>): Promise<void> {
  const driver = worldActor(inOrgan(people, theDriver), dutyDriver)
  const officer = worldActor(inOrgan(people, { organ: '机关事务局', name: seedAccount.name }), fleetOfficer)
  const { rows: [shop] } = await sql<{ id: string }>`select id from fleet.shop where kind = 'repair' order by name limit 1`.execute(tx)
  const [first, second] = fleet.vehicles.filter(({ shared, standing, grade, kind }) => shared && standing === 'inUse' && grade === 'ordinary' && kind === 'car').slice(-2)
  if (!first || !second || !shop) throw new Error('the district has no shared cars to report')
  const ask = (car: typeof first, what: string) => system.matters.start(tx, driver, repair, { input: { vehicle: car.id, reason: 'fault', what, odometer: (car.odometer ?? 0) + 120, drivable: true } })
  await ask(first, '右前轮有异响，过减速带更明显')
  const { number, version } = await ask(second, '空调不制冷，吹出来是热风')
  await system.matters.step(tx, officer, repair, number, 'quote', { version, input: { shop: shop.id }, lines: { items: [
    { kind: 'part', part: 'cooling', what: '空调压缩机', quantity: '1', price: '1680.00', warranty: 12 }, { kind: 'labour', part: 'cooling', what: '拆装、加氟', quantity: '3.50', price: '110.00' },
  ] } })
}
