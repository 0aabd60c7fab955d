// Loads two months of use 装入演示用车: as history, with the slips that held the cars; two wait for approval before the eyes of who signs in.
import { systemActor } from '@houqin/access'
import { localDate } from '@houqin/clock'
import type { HistorySeeding } from '@houqin/compose'
import { worldActor } from '@houqin/compose'
import type { PastMatter } from '@houqin/matters'
import { daysAfter } from '@houqin/people/seed'
import type { DistrictPeople, SeedPerson, World } from '@houqin/people/seed'
import type { DistrictPlaces } from '@houqin/places/seed'
import { sql } from 'kysely'
import { cost, use } from '../../src/contract/index.ts'
import { askForUse } from '../../src/server/office/ask-for-use.ts'
import type { DistrictFleet } from '../district-fleet.ts'
import { usesOn } from './district-uses.ts'
import type { SeedUse } from './district-uses.ts'
import { pastUse } from './past-uses.ts'

export interface UseDistrict {
  readonly world: World
  readonly people: DistrictPeople
  readonly places: DistrictPlaces
  readonly fleet: DistrictFleet
}
const daysBehind = 60
const dispatcherName = { organ: '公车中心', name: '周奕辰' }

export function dispatcherOf(people: DistrictPeople): SeedPerson {
  return inOrgan(people, dispatcherName)
}
export function inOrgan(people: DistrictPeople, { organ, name }: { organ: string; name: string }): SeedPerson {
  const at = people.organ(organ).id
  const person = people.persons.find((one) => one.organ === at && one.name === name)
  if (!person) throw new Error(`${organ} has no ${name}`)
  return person
}

/** What was asked from `from` to `to` (days of the journey) as it stands at `now`. @param numberOf the number of what was asked at that moment. */
export async function pastUses(district: UseDistrict, { from, to, now, odometerOf, numberOf }: {
  from: string; to: string; now: Date; odometerOf: (car: string) => number; numberOf: (askedAt: Date) => string | Promise<string>
}): Promise<readonly PastMatter[]> {
  const drivers = new Map(district.people.persons.map((person) => [person.id, person]))
  const dispatcher = dispatcherOf(district.people)
  const uses = usesOn(district, { from, to }).filter(({ askedAt }) => askedAt <= now)
  const readings = new Map<string, number>()
  for (const { car, kilometres, returnsAt } of uses) if (car !== null && returnsAt <= now) readings.set(car.id, (readings.get(car.id) ?? odometerOf(car.id)) - kilometres)
  const past: PastMatter[] = []
  const out = new Map<SeedUse, number>()
  for (const one of uses.toSorted((a, b) => a.leavesAt.getTime() - b.leavesAt.getTime())) {
    if (one.car === null) continue
    const reading = readings.get(one.car.id) ?? odometerOf(one.car.id)
    out.set(one, reading)
    readings.set(one.car.id, reading + one.kilometres)
  }
  for (const one of uses.toSorted((a, b) => a.askedAt.getTime() - b.askedAt.getTime())) {
    const made = pastUse(one, { number: await numberOf(one.askedAt), now, odometer: out.get(one) ?? 0, dispatcher, drivers })
    if (made) past.push(made)
  }
  return past
}

/** The slips of what was sent out, as planned and as driven. */
export async function holdPast(tx: HistorySeeding['tx'], past: readonly PastMatter[]): Promise<void> {
  const held = past.filter(({ facts }) => facts['vehicle'] !== undefined)
  if (held.length === 0) return
  await sql`insert into fleet.slip (matter, vehicle, driver, span, left_at, came_at) values ${sql.join(held.map(({ id, facts }) => {
    const came = (facts['cameAt'] ?? null) as string | null
    return sql`(${id}::uuid, ${facts['vehicle']}::uuid, ${facts['driver']}::uuid, tstzrange(${facts['outAt']}::timestamptz, least(${facts['backAt']}::timestamptz, ${came}::timestamptz)), ${facts['leftAt'] ?? null}::timestamptz, ${came}::timestamptz)`
  }))}`.execute(tx)
}

/** So many hours from now, on the quarter hour; where it would leave before people are about or come back at night, in the next morning or that one instead. */
function hoursAhead(now: Date, { from, to }: { from: number; to: number }): (hours: number) => string {
  const [hour, quarter] = [3_600_000, 900_000]
  const begins = new Date(Math.ceil((now.getTime() + from * hour) / quarter) * quarter)
  const day = localDate(begins)
  const [opens, closes] = [Date.parse(`${day}T07:00:00+08:00`), Date.parse(`${day}T21:00:00+08:00`)]
  const back = begins.getTime() + (to - from) * hour
  const morning = (of: string): number => Date.parse(`${of}T08:30:00+08:00`) + Math.max(0, from - 3) * hour / 2
  const leaves = begins.getTime() < opens ? morning(day) : back > closes ? morning(daysAfter(day, 1)) : begins.getTime()
  return (hours) => new Date(leaves + (hours - from) * hour).toISOString()
}

/** What a journey that is over put into the car's account. */
function paidIn({ number, facts, happened, lines }: PastMatter) {
  if (happened.at(-1)?.to !== 'closed') return []
  return (lines?.['expenses'] ?? []).map(({ at, values }) => ({
    vehicle: String(facts['vehicle']), kind: String(values['kind']) as 'toll' | 'parking' | 'fuel' | 'charging', day: localDate(at), amount: String(values['amount']),
    quantity: null, odometer: Number(facts['odometerBack']), card: null, shop: null, source: number,
  }))
}

export async function loadUses({ tx, system, worldDate: day }: HistorySeeding, district: UseDistrict): Promise<void> {
  const now = system.clock.now()
  const odometers = new Map(district.fleet.vehicles.map(({ id, odometer }) => [id, odometer]))
  const counted = new Map<string, number>()
  const numberOf = (askedAt: Date): string => {
    const asked = localDate(askedAt)
    const count = (counted.get(asked) ?? 0) + 1
    counted.set(asked, count)
    return `${use.prefix}-${asked.replaceAll('-', '')}-${String(count).padStart(4, '0')}`
  }
  const past = await pastUses(district, { from: daysAfter(day, -daysBehind), to: daysAfter(day, 3), now, odometerOf: (car) => odometers.get(car) ?? 0, numberOf })
  await system.matters.recordPast(tx, use, past)
  await holdPast(tx, past)
  await system.registers.bulkInsert(tx, cost, past.flatMap(paidIn))
  const asker = district.people.named('staff')
  const colleague = inOrgan(district.people, { organ: '发改委', name: '胡晓敏' })
  for (const [who, whither, why, from, to, passengers] of [[asker, '市行政中心', '参加能耗双控对接会', 3, 6, 2], [colleague, '开发区管委会', '储能项目现场调研', 5, 8, 3]] as const) {
    const at = hoursAhead(now, { from, to })
    await askForUse(tx, system, { actor: { ...worldActor(who), locale: systemActor.locale }, input: { purpose: 'meeting', why, whence: '机关大院', whither, leavesAt: at(from), returnsAt: at(to), passengers } })
  }
}
