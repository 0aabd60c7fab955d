// A holiday as the terminals told it 节假日里的车辆: most stood all the days, a few moved and were asked about, and one nobody has asked about yet; and who asks to be let off on the next.
import { daysBetween, instantOf, localDate } from '@houqin/clock'
import type { HistorySeeding } from '@houqin/compose'
import type { Tx } from '@houqin/db'
import type { System } from '@houqin/http'
import type { PastMatter } from '@houqin/matters'
import { daysAfter, dice, districtSeed } from '@houqin/people/seed'
import type { Dice, SeedPerson } from '@houqin/people/seed'
import { plane, qingxiRoads } from '@houqin/simulators/qingxi'
import { sql } from 'kysely'
import { exemption, inquiry, sealCheck } from '../../src/contract/index.ts'
import { seedAccount } from '../account.ts'
import { inOrgan } from '../office/load-uses.ts'
import type { UseDistrict } from '../office/load-uses.ts'
import { layPositions, layTracks } from '../lay-tracks.ts'
import { plants } from '../plants.ts'
import { crossingNear, drive, micro, stand, yardOf } from '../tracks.ts'
import type { SeedSighting, TrackedCar } from '../tracks.ts'

/** When a terminal at rest says where it is. */
const spoken = ['00:04', '08:04', '16:04', '23:34'] as const

interface Notice {
  readonly id: string
  readonly begins: string
  readonly ends: string
}
interface Sealed {
  readonly id: string
  readonly organ: string
  readonly parking: string | null
  readonly odometer: number
  readonly shared: boolean
}
interface Moved {
  readonly id: string
  readonly day: string
  readonly km: string
  readonly leaves: Date
}

/** After the year, whose trips of cars that were let off stand already. */
export async function loadHoliday({ tx, system, worldDate }: HistorySeeding, { world, people, places, fleet }: UseDistrict): Promise<void> {
  const officer = inOrgan(people, { organ: '机关事务局', name: seedAccount.name })
  const { rows: notices } = await sql<Notice>`select id, begins::text as begins, ends::text as ends from fleet.immobilisation where retired_at is null order by begins`.execute(tx)
  const past = notices.find(({ ends }) => ends < daysAfter(worldDate, -7))
  if (past) {
    const roll = dice({ ...world, name: 'fleet holiday tracks' })
    const addresses = new Map(places.sites.map(({ id, address }) => [id, address]))
    const { rows: cars } = await sql<Sealed>`${sealed(past)}`.execute(tx)
    const kept = cars.flatMap((car): TrackedCar[] => {
      const address = addresses.get(car.parking ?? '')
      const home = address === undefined ? undefined : yardOf({ address })
      return home ? [{ vehicle: car.id, home, place: home, mileage: car.odometer * 10, fuel: roll.int(300, 550), out: [] }] : []
    })
    const moved = cars.filter(({ shared, parking }) => !shared && addresses.has(parking ?? '')).slice(0, plants.holiday.moved)
    const outings = await layMoved(tx, system, { notice: past, moved: moved.flatMap((car) => kept.find(({ vehicle }) => vehicle === car.id) ?? []), roll })
    await layStood(tx, { notice: past, cars: kept, roll, now: system.clock.now() })
    await system.registers.bulkInsert(tx, sealCheck, await lookedAt(tx, { notice: past, officer, roll }))
    await system.matters.recordPast(tx, inquiry, inquiriesInto(outings, officer, new Map(cars.map(({ id, organ }) => [id, organ]))))
  }
  const coming = notices.find(({ begins }) => begins > worldDate)
  if (coming) await system.matters.recordPast(tx, exemption, asked({ coming, worldDate, people, fleet }))
}

/** Whose terminal works and who was not let off; in an order of chance that is always the same. */
const sealed = ({ id }: Notice) => sql<Sealed>`
  select v.id, v.organ, v.parking, coalesce(v.odometer, 0) as odometer, coalesce(v.shared, false) as shared from fleet.vehicle v
   where v.standing = 'inUse' and v.retired_at is null and coalesce(v.grade, 'ordinary') = 'ordinary'
     and exists (select from fleet.terminal t where t.vehicle = v.id and t.standing = 'inUse' and t.retired_at is null)
     and not exists (select from fleet.immobilisation__exempt e where e.parent = ${id}::uuid and e.vehicle = v.id)
   order by md5(v.id::text || 'holiday')`

/** There and back on one of the days, each, through the streets; on the other days they stood as the others. */
async function layMoved(tx: Tx, system: System, { notice, moved, roll }: { notice: Notice; moved: readonly TrackedCar[]; roll: Dice }): Promise<readonly Moved[]> {
  const found: Moved[] = []
  for (const [nth, car] of moved.entries()) {
    const day = daysAfter(notice.begins, 1 + nth)
    const leaves = Date.parse(`${day}T09:12:00+08:00`) + nth * 47 * 60_000
    const there = drive(roll, car, stand(car, Date.parse(`${day}T00:04:00+08:00`), leaves), furthestOf(roll, car))
    const back = drive(roll, car, stand(car, there, there + 5_400_000), crossingNear(car.home))
    car.place = car.home
    stand(car, back, Date.parse(`${day}T23:40:00+08:00`))
    await layTracks(tx, system, car.out)
    const { rows: [driven] } = await sql<{ km: string; leaves: Date }>`select round(sum(metres) / 1000.0, 1)::text as km, min(begins) as leaves from fleet.trip where vehicle = ${car.vehicle}::uuid and day = ${day}::date`.execute(tx)
    if (driven) found.push({ id: car.vehicle, day, km: driven.km, leaves: driven.leaves })
  }
  return found
}
/** Of a dozen crossings the one furthest from where it stands. */
function furthestOf(roll: Dice, { place }: TrackedCar): number {
  const { crossings } = qingxiRoads()
  const far = (index: number): number => {
    const at = crossings[index]
    const { x, y } = plane.toSpot({ latitude: place.latitude / 1e6, longitude: place.longitude / 1e6 })
    return at ? Math.hypot(at.x - x, at.y - y) : 0
  }
  return Array.from({ length: 12 }, () => roll.int(0, crossings.length - 1)).toSorted((a, b) => far(b) - far(a))[0] ?? 0
}

/** A few words a day from where it was left, and no metre; of some that is not where they belong. */
async function layStood(tx: Tx, { notice, cars, roll, now }: { notice: Notice; cars: readonly TrackedCar[]; roll: Dice; now: Date }): Promise<void> {
  const days = Array.from({ length: daysBetween(notice.begins, notice.ends) + 1 }, (_, nth) => daysAfter(notice.begins, nth))
  const astray = new Set(cars.filter(({ out }) => out.length === 0).slice(-plants.holiday.elsewhere))
  const rest = cars.flatMap((car): SeedSighting[] => {
    const drove = new Set(car.out.map(({ at }) => localDate(at)))
    const crossing = qingxiRoads().crossings[furthestOf(roll, car)]
    const spot = astray.has(car) && crossing ? micro(crossing) : car.home
    return days.filter((day) => !drove.has(day)).flatMap((day) => spoken.map((time) => ({
      vehicle: car.vehicle, at: new Date(`${day}T${time}:00+08:00`), latitude: spot.latitude + roll.int(-60, 60), longitude: spot.longitude + roll.int(-60, 60), speed: 0, ignition: false, mileage: Math.round(car.mileage), fuel: Math.round(car.fuel),
    })))
  })
  await layPositions(tx, rest)
  await sql`
    insert into fleet.vehicle_day (vehicle, day, metres, unseen_metres, trips, driving_seconds, idling_seconds, fastest, first_at, last_at, positions, jumps, caught_up, course, watch, reckoned_at)
    select p.vehicle, (p.at at time zone 'Asia/Shanghai')::date, 0, 0, 0, 0, 0, 0, min(p.at), max(p.at), count(*), 0, 0, '{}', null, ${now}
      from fleet.position p where p.vehicle = any(${cars.map(({ vehicle }) => vehicle)}::uuid[]) and p.at >= ${instantOf({ date: notice.begins })} and p.at < ${instantOf({ date: daysAfter(notice.ends, 1) })} group by 1, 2 on conflict do nothing`.execute(tx)
}

/** Of whom nothing was heard: looked at on the first days at work, but for a few. */
async function lookedAt(tx: Tx, { notice, officer, roll }: { notice: Notice; officer: SeedPerson; roll: Dice }) {
  const { rows } = await sql<{ id: string; site: string | null; organ: string; odometer: number }>`
    select v.id, s.name as site, o.label as organ, coalesce((select max(c.odometer) from fleet.cost c where c.vehicle = v.id and c.day < ${notice.begins}::date and c.retired_at is null), v.odometer, 0)::int as odometer
      from fleet.vehicle v join people.organ o on o.id = v.organ left join places.site s on s.id = v.parking
     where v.standing in ('inUse', 'immobilised', 'mending') and v.retired_at is null and coalesce(v.grade, 'ordinary') = 'ordinary' and v.bought_on <= ${notice.ends}::date
       and not exists (select from fleet.immobilisation__exempt e where e.parent = ${notice.id}::uuid and e.vehicle = v.id)
       and not exists (select from fleet.vehicle_day d where d.vehicle = v.id and d.day between ${notice.begins}::date and ${notice.ends}::date)
     order by md5(v.id::text || 'looked at')`.execute(tx)
  return rows.slice(plants.holiday.unseen).map(({ id: vehicle, site, organ, odometer }, nth) => ({
    immobilisation: notice.id, vehicle, seenAt: new Date(Date.parse(`${daysAfter(notice.ends, 1 + (nth % 2))}T08:40:00+08:00`) + nth * 9 * 60_000).toISOString(), seenBy: officer.id,
    place: site ?? organ, found: 'asLeft' as const, odometer: odometer + roll.int(4, 90), photos: [], note: null,
  }))
}

/** What the officer found out; of the last nobody has asked yet. */
function inquiriesInto(moved: readonly Moved[], officer: SeedPerson, organs: ReadonlyMap<string, string>): readonly PastMatter[] {
  const roll = dice({ seed: districtSeed, day: moved[0]?.day ?? '', name: 'fleet holiday inquiries' })
  const by = { person: officer.id, name: officer.name }
  const found = [
    ['approved', '值班电话记录和单位说明齐全：河道巡查临时出车，已补办手续'], ['unapproved', '驾驶员未经批准接送家人，单位已批评教育、收缴钥匙，油费由本人承担'], ['approved', '送发热病人到定点医院，社区和医院均有登记'],
  ] as const
  return moved.slice(0, plants.holiday.moved - 1).flatMap(({ id, day, km, leaves }, nth) => {
    const organ = organs.get(id) ?? null
    const [finding, account] = found[nth % found.length] ?? found[0]
    const [opened, closed] = [new Date(leaves.getTime() + 20 * 60_000), new Date(Date.parse(`${daysAfter(day, 6)}T10:20:00+08:00`))]
    return [{
      id: roll.id(), number: `${inquiry.prefix}-${day.replaceAll('-', '')}-0001`, requester: by, organ, site: null, dueAt: null,
      form: { vehicle: id, organ, what: `放假期间行驶 ${km} km，${day} ${leaves.toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' })} 起` }, facts: { finding, account, alarm: null, redress: null },
      happened: [{ at: opened, step: null, to: 'open', by }, { at: closed, step: 'conclude', to: 'closed', by, input: { finding, account } }],
    }]
  })
}

/** Two organs ask in time. */
function asked({ coming, worldDate, people, fleet }: { coming: Notice; worldDate: string; people: UseDistrict['people']; fleet: UseDistrict['fleet'] }): readonly PastMatter[] {
  const roll = dice({ seed: districtSeed, day: worldDate, name: 'fleet exemptions' })
  const cars = fleet.vehicles.filter(({ standing, grade, shared, use }) => standing === 'inUse' && grade === 'ordinary' && !shared && (use === 'special' || use === 'emergency'))
  const speaks = (car: (typeof cars)[number]) => people.persons.find(({ organ, standing }) => organ === car.organ && standing === 'active')
  const [first, second] = [cars.find((car) => car.use === 'special' && speaks(car)), cars.findLast((car) => car.use === 'emergency' && speaks(car))]
  const words = [
    { duty: '节日急救值班', place: '急救分站和各街道', why: '元旦期间 24 小时急救值班，车辆随时出动' },
    { duty: '应急值守备勤', place: '区行政中心北院', why: '节日期间领导带班和突发事件处置需要留一辆车' },
  ]
  return [first, second].flatMap((car, nth) => {
    const person = car && speaks(car)
    const said = words[nth]
    if (!car || !person || !said) return []
    const by = { person: person.id, name: person.name }
    const on = daysAfter(worldDate, -1)
    return [{
      id: roll.id(), number: `${exemption.prefix}-${on.replaceAll('-', '')}-000${nth + 1}`, requester: by, organ: car.organ, site: null, dueAt: new Date(`${daysAfter(worldDate, 1)}T17:30:00+08:00`),
      form: { immobilisation: coming.id, vehicle: car.id, organ: car.organ, ...said }, facts: {}, happened: [{ at: new Date(`${on}T${14 + nth}:20:00+08:00`), step: null, to: 'asked', by }],
    }]
  })
}
