// A holiday as the terminals told it 节假日里的车辆: most stood all the days, a few moved and were asked about, and one nobody has asked about yet; and who asks to be let off on the next.
import type { HistorySeeding } from '@houqin/compose'
import type { Tx } from '@houqin/db'
import type { PastMatter } from '@houqin/matters'
import { daysAfter, dice, districtSeed } from '@houqin/people/seed'
import type { SeedPerson } from '@houqin/people/seed'
import { sql } from 'kysely'
import { exemption, inquiry } from '../../src/contract/index.ts'
import { seedAccount } from '../account.ts'
import { inOrgan } from '../office/load-uses.ts'
import type { UseDistrict } from '../office/load-uses.ts'
import { plants } from '../plants.ts'

interface Notice {
  readonly id: string
  readonly begins: string
  readonly ends: string
}
interface Moved {
  readonly id: string
  readonly organ: string
  readonly day: string
  readonly km: string
  readonly leaves: Date
}

/** After the year, whose trips of cars that were let off stand already. */
export async function loadHoliday({ tx, system, worldDate }: HistorySeeding, { people, fleet }: Pick<UseDistrict, 'people' | 'fleet'>): Promise<void> {
  const officer = inOrgan(people, { organ: '机关事务局', name: seedAccount.name })
  const { rows: notices } = await sql<Notice>`select id, begins::text as begins, ends::text as ends from fleet.immobilisation where retired_at is null order by begins`.execute(tx)
  const past = notices.find(({ ends }) => ends < daysAfter(worldDate, -7))
  if (past) {
    const moved = await layMoved(tx, past, system.clock.now())
    await layStood(tx, past, system.clock.now())
    await system.matters.recordPast(tx, inquiry, inquiriesInto(moved, officer))
  }
  const coming = notices.find(({ begins }) => begins > worldDate)
  if (coming) await system.matters.recordPast(tx, exemption, asked({ coming, worldDate, people, fleet }))
}

/** Whose terminal works and who was not let off. */
const sealed = ({ id }: Notice) => sql`
  select v.id, v.organ, md5(v.id::text || 'holiday') as h from fleet.vehicle v
   where v.standing = 'inUse' and v.retired_at is null and coalesce(v.grade, 'ordinary') = 'ordinary'
     and exists (select from fleet.terminal t where t.vehicle = v.id and t.standing = 'inUse' and t.retired_at is null)
     and not exists (select from fleet.immobilisation__exempt e where e.parent = ${id}::uuid and e.vehicle = v.id)`

/** There and back on one of the days, each. */
async function layMoved(tx: Tx, notice: Notice, now: Date): Promise<readonly Moved[]> {
  const { rows: cars } = await sql<{ id: string; organ: string }>`select id, organ from (${sealed(notice)}) s where not (select coalesce(shared, false) from fleet.vehicle v where v.id = s.id) order by h limit ${plants.holiday.moved}`.execute(tx)
  const moved = cars.map(({ id, organ }, nth): Moved => {
    const day = daysAfter(notice.begins, 1 + nth)
    return { id, organ, day, km: (9.4 + nth * 6.3).toFixed(1), leaves: new Date(Date.parse(`${day}T09:12:00+08:00`) + nth * 47 * 60_000) }
  })
  for (const { id, day, km, leaves } of moved) {
    const metres = Math.round(Number(km) * 500)
    const leg = Math.round(metres / 8.2) // seconds at 30 km/h
    for (const from of [leaves.getTime(), leaves.getTime() + leg * 1000 + 5_400_000])
      await sql`
        insert into fleet.trip (vehicle, day, begins, ends, from_latitude, from_longitude, to_latitude, to_longitude, metres, by_odometer, driving_seconds, idling_seconds, fastest, positions, caught_up, under_way)
        select ${id}::uuid, ${day}::date, ${new Date(from)}, ${new Date(from + leg * 1000)}, t.from_latitude, t.from_longitude, t.to_latitude, t.to_longitude, ${metres}, true, ${leg}, 40, 560, ${Math.ceil(leg / 30)}, false, false
          from fleet.trip t where t.vehicle = ${id}::uuid order by t.begins desc limit 1 on conflict do nothing`.execute(tx)
  }
  await sql`
    insert into fleet.vehicle_day (vehicle, day, metres, unseen_metres, trips, driving_seconds, idling_seconds, fastest, first_at, last_at, positions, jumps, caught_up, course, watch, reckoned_at)
    select vehicle, day, sum(metres), 0, count(*), sum(driving_seconds), sum(idling_seconds), max(fastest), min(begins), max(ends), sum(positions), 0, 0, '{}', null, ${now}
      from fleet.trip where vehicle = any(${moved.map(({ id }) => id)}::uuid[]) and day between ${notice.begins}::date and ${notice.ends}::date group by vehicle, day on conflict do nothing`.execute(tx)
  return moved
}

/** Every half hour from the yard, and no metre. */
async function layStood(tx: Tx, notice: Notice, now: Date): Promise<void> {
  await sql`
    insert into fleet.vehicle_day (vehicle, day, metres, unseen_metres, trips, driving_seconds, idling_seconds, fastest, first_at, last_at, positions, jumps, caught_up, course, watch, reckoned_at)
    select s.id, d::date, 0, 0, 0, 0, 0, 0, (d::date + time '00:04') at time zone 'Asia/Shanghai', (d::date + time '23:34') at time zone 'Asia/Shanghai', 48, 0, 0, '{}', null, ${now}
      from (${sealed(notice)}) s cross join generate_series(${notice.begins}::date, ${notice.ends}::date, interval '1 day') d on conflict do nothing`.execute(tx)
}

/** What the officer found out; of the last nobody has asked yet. */
function inquiriesInto(moved: readonly Moved[], officer: SeedPerson): readonly PastMatter[] {
  const roll = dice({ seed: districtSeed, day: moved[0]?.day ?? '', name: 'fleet holiday inquiries' })
  const by = { person: officer.id, name: officer.name }
  const found = [
    ['approved', '值班电话记录和单位说明齐全:河道巡查临时出车,已补办手续'], ['unapproved', '驾驶员未经批准接送家人,单位已批评教育、收缴钥匙,油费由本人承担'], ['approved', '送发热病人到定点医院,社区和医院均有登记'],
  ] as const
  return moved.slice(0, plants.holiday.moved - 1).flatMap(({ id, organ, day, km, leaves }, nth) => {
    const [finding, account] = found[nth % found.length] ?? found[0]
    const [opened, closed] = [new Date(leaves.getTime() + 20 * 60_000), new Date(Date.parse(`${daysAfter(day, 6)}T10:20:00+08:00`))]
    return [{
      id: roll.id(), number: `${inquiry.prefix}-${day.replaceAll('-', '')}-0001`, requester: by, organ, site: null, dueAt: null,
      form: { vehicle: id, organ, what: `放假期间行驶 ${km} km,${day} ${leaves.toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' })} 起` }, facts: { finding, account, alarm: null },
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
    { duty: '节日急救值班', place: '急救分站和各街道', why: '元旦期间 24 小时急救值班,车辆随时出动' },
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
