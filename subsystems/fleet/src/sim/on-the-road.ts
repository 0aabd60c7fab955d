// The cars of the demonstration on the road 演示车流: every terminal of the ledger drives in Qingxi, those that are dispatched by their slips, on the real wire, to whichever gateway it is told.
import type { Clock } from '@houqin/clock'
import { dice, distance, startTraffic } from '@houqin/simulators'
import type { SimulatedCar, Spot, Traffic } from '@houqin/simulators'
import { plane, qingxiRoads, spotOfAddress } from '@houqin/simulators/qingxi'
import pg from 'pg'
import type { Dialect } from '@houqin/jt808'
import { terminalMakers } from '../contract/demo-makers.ts'
import type { VehicleUse } from '../contract/index.ts'
import { isStubborn, temperOf, tripsOf } from './habits.ts'
import type { Seal } from './habits.ts'
import { watchErrands } from './errands.ts'
import type { Errands } from './errands.ts'

interface CarRow {
  readonly vehicle: string
  readonly number: string
  readonly model: string | null
  readonly dialect: Dialect
  readonly plate: string
  readonly use: VehicleUse
  readonly shared: boolean
  readonly energy: string
  readonly odometer: number | null
  readonly address: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly mileage: string | null
  readonly fuel: number | null
}
interface Driver {
  readonly name: string
  readonly licence: string
}
const seed = 20_260_727
/** Further out a last position is nobody's of this district. */
const farthest = 16_000

/** Reads the ledger once; cars go on from where they were last seen. */
export async function carsOnTheRoad({ databaseUrl, clock, host, port }: { databaseUrl: string; clock: Clock; host: string; port: number }): Promise<Traffic> {
  const { cars, seals, drivers, addresses } = await read(databaseUrl)
  const errands = watchErrands({ databaseUrl, clock })
  const stops = addresses.flatMap((address) => spotOfAddress(address) ?? [])
  const roads = qingxiRoads()
  const traffic = startTraffic({
    cars: cars.map((row, nth) => simulated(row, { errands, seals, driver: drivers[nth % Math.max(1, drivers.length)] ?? { name: '待登记', licence: '' }, stops })),
    roads, plane, stops: [...stops, ...roads.drawn.filter(({ street }) => street.kind === 'county').flatMap(({ points }) => points.at(-1) ?? [])], host, port, clock, seed,
  })
  return {
    ...traffic,
    close() {
      errands.close()
      traffic.close()
    },
  }
}

function simulated(row: CarRow, { errands, seals, driver, stops }: { errands: Errands; seals: readonly Seal[]; driver: Driver; stops: readonly Spot[] }): SimulatedCar {
  const roll = dice(seed, row.vehicle)
  const yard = (row.address === null ? undefined : spotOfAddress(row.address)) ?? roll.pick(stops)
  // cars of one yard do not stand on one another
  const home = { x: yard.x + roll.between(-22, 22), y: yard.y + roll.between(-22, 22) }
  const seen = row.latitude === null || row.longitude === null ? undefined : plane.toSpot({ latitude: row.latitude / 1e6, longitude: row.longitude / 1e6 })
  const stubborn = isStubborn(roll)
  const electric = row.energy === 'electric'
  return {
    phone: row.number, plate: row.plate, model: row.model ?? 'QT-808G', dialect: row.dialect,
    habits: {
      home, ...(row.shared && !stubborn && { errand: errands.of(row.vehicle, stops) }), ...(seen && distance(seen, { x: 0, y: 0 }) < farthest && { begins: seen }),
      tripsAnHour: tripsOf({ vehicle: row.vehicle, use: row.use, seals, stubborn }), temper: temperOf(roll), lossesAnHour: roll.chance(0.3) ? 1 : 0.15,
      mileage: row.mileage === null ? row.odometer ?? 0 : Number(row.mileage) / 10, tank: electric ? null : row.fuel === null ? roll.between(18, 50) : row.fuel / 10, thirst: roll.between(7, 12), driver,
    },
  }
}

async function read(databaseUrl: string): Promise<{ cars: readonly CarRow[]; seals: readonly Seal[]; drivers: readonly Driver[]; addresses: readonly string[] }> {
  const client = new pg.Client({ connectionString: databaseUrl, options: '-c timezone=UTC', application_name: 'houqin cars' })
  client.on('error', () => undefined) // what breaks it rejects the question too; unheard, it would end the process
  await client.connect()
  try {
    const { rows: cars } = await client.query<CarRow>(`
      select v.id as vehicle, t.number, t.model, t.dialect, v.plate, v.use, coalesce(v.shared, false) as shared, v.energy, v.odometer, s.address, l.latitude, l.longitude, l.mileage, l.fuel
      from fleet.terminal t join fleet.vehicle v on v.id = t.vehicle left join places.site s on s.id = v.parking left join fleet.latest_position l on l.vehicle = v.id
      where t.retired_at is null and v.retired_at is null and t.standing = 'inUse' and v.standing = 'inUse' and t.maker = $1 order by t.number`, [terminalMakers.usual])
    const { rows: seals } = await client.query<{ begins: string; ends: string; exempt: readonly string[] }>(`
      select i.begins::text as begins, i.ends::text as ends, array(select e.vehicle::text from fleet.immobilisation__exempt e where e.parent = i.id) as exempt
      from fleet.immobilisation i where i.retired_at is null`)
    const { rows: drivers } = await client.query<Driver>(`
      select p.name, d.licence from fleet.driver d join people.person p on p.id = d.person where d.retired_at is null and d.standing = 'onDuty' order by d.id`)
    const { rows: sites } = await client.query<{ address: string }>('select address from places.site where retired_at is null order by id')
    return { cars, seals: seals.map(({ exempt, ...days }) => ({ ...days, exempt: new Set(exempt) })), drivers, addresses: sites.map(({ address }) => address) }
  } finally {
    await client.end()
  }
}
