// Two months of cars in use 演示用车: busiest on Mondays, each car and driver out once at a time, and on the day itself in every state by the hour.
import { workingCalendar } from '@houqin/calendar'
import { dice, daysAfter } from '@houqin/people/seed'
import type { Dice, DistrictPeople, SeedPerson, World } from '@houqin/people/seed'
import type { DistrictPlaces } from '@houqin/places/seed'
import { drives } from '../../src/contract/index.ts'
import type { UsePurpose } from '../../src/contract/index.ts'
import { comingHoliday } from '../district-fleet.ts'
import type { DistrictFleet, SeedDriver, SeedVehicle } from '../district-fleet.ts'
import { destinations } from './destinations.ts'
import type { Destination } from './destinations.ts'

export interface SeedUse {
  readonly id: string
  readonly day: string
  readonly asker: SeedPerson
  readonly site: { readonly id: string; readonly name: string }
  readonly purpose: UsePurpose
  readonly why: string
  readonly destination: Destination
  readonly passengers: number
  readonly askedAt: Date
  readonly leavesAt: Date
  readonly returnsAt: Date
  /** Null where none was free: it was told so. */
  readonly car: SeedVehicle | null
  readonly driver: SeedDriver | null
  readonly kilometres: number
  readonly rating: number | null
  readonly expenses: readonly { readonly kind: 'toll' | 'parking' | 'fuel' | 'charging'; readonly amount: string }[]
}
interface Given {
  readonly world: World
  readonly people: DistrictPeople
  readonly places: DistrictPlaces
  readonly fleet: DistrictFleet
}
const minute = 60_000
/** By the day of the week from Sunday; days of rest in between have what Sunday has. */
const perDay = [2, 26, 16, 15, 16, 17, 3] as const

/** Journeys of the days from `from` to `to`, both included; the same day gives the same journeys whenever it is asked for. */
export function usesOn({ world, people, places, fleet }: Given, { from, to }: { from: string; to: string }): readonly SeedUse[] {
  const calendar = workingCalendar()
  const askers = people.persons.filter(({ standing, employment, organ }) => standing === 'active' && employment === 'civil' && organ !== null)
  const siteOf = new Map(places.sites.flatMap((site) => site.organs.map((organ) => [organ, site] as const)))
  const cars = fleet.vehicles.filter(({ standing, grade, shared, kind, insuredUntil, inspectedUntil }) => standing === 'inUse' && grade === 'ordinary' && shared && kind !== 'works' && kind !== 'truck' && insuredUntil > world.day && inspectedUntil > world.day)
  const drivers = fleet.drivers.filter(({ standing }) => standing === 'onDuty').slice(0, 40)
  const { begins, ends, exempt } = fleet.immobilisation
  const letOff = new Set(exempt.map(({ vehicle }) => vehicle))
  const coming = comingHoliday(world.day)
  const uses: SeedUse[] = []
  for (let day = from; day <= to; day = daysAfter(day, 1)) {
    if (day >= coming.begins && day <= coming.ends) continue
    const roll = dice({ ...world, name: `fleet uses ${day}` })
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
    const count = calendar.isWorkingDay(day) ? Math.max(perDay[weekday] ?? 0, 12) + roll.int(-2, 3) : perDay[0]
    const busy: { readonly key: string; readonly from: number; readonly to: number }[] = []
    for (let nth = 0; nth < count; nth += 1) uses.push(one(roll, { day, nth, askers, siteOf, cars: day < begins || day > ends ? cars : cars.filter(({ id }) => letOff.has(id)), drivers, busy }))
  }
  return uses
}

/** In office hours: the same morning where there is time, else the day before. */
function askedAt(roll: Dice, day: string, start: number): number {
  const opens = Date.parse(`${day}T08:15:00+08:00`)
  return start - opens > 150 * minute ? opens + roll.int(0, Math.floor((start - opens) / minute) - 100) * minute : opens - 24 * 60 * minute + roll.int(45, 540) * minute
}

function one(roll: Dice, { day, nth, askers, siteOf, cars, drivers, busy }: {
  day: string; nth: number; askers: readonly SeedPerson[]; siteOf: ReadonlyMap<string, { readonly id: string; readonly name: string }>; cars: readonly SeedVehicle[]; drivers: readonly SeedDriver[]
  busy: { key: string; from: number; to: number }[]
}): SeedUse {
  const destination = roll.weighted(destinations.map((each) => [each, each.weight] as const))
  const [purpose, why] = roll.pick(destination.why)
  const asker = roll.pick(askers)
  const site = siteOf.get(asker.organ ?? '') ?? [...siteOf.values()][0]
  if (!site) throw new Error('the district has no site')
  const passengers = destination.name.startsWith('干部') ? roll.int(6, 15) : roll.weighted([[1, 30], [2, 34], [3, 22], [4, 10], [6, 4]] as const)
  const start = Date.parse(`${day}T00:00:00+08:00`) + (destination.hours > 8 ? 7 * 60 : roll.weighted([[8 * 60 + 30, 30], [9 * 60, 26], [10 * 60, 10], [13 * 60 + 30, 20], [14 * 60 + 30, 14]] as const) + roll.int(0, 3) * 15) * minute
  const end = start + destination.hours * 60 * minute
  const free = (key: string): boolean => !busy.some((held) => held.key === key && held.from < end && held.to > start)
  const fit = cars.filter(({ id, seats }) => seats - 1 >= passengers && free(id)).toSorted((a, b) => a.seats - b.seats)
  const [smallest] = fit
  const car = smallest ? roll.pick(fit.filter(({ seats }) => seats === smallest.seats)) : null
  const able = car === null ? [] : drivers.filter(({ id, licenceClass }) => drives(licenceClass, car.kind) && free(id))
  // the one who signs in drives every day
  const driver = able.length === 0 ? null : nth % 6 === 0 ? able[0] ?? null : roll.pick(able)
  if (car !== null && driver !== null) for (const key of [car.id, driver.id]) busy.push({ key, from: start, to: end })
  const kilometres = Math.round(destination.kilometres * (0.9 + roll.next() * 0.3))
  const electric = car?.energy === 'electric'
  return {
    id: roll.id(), day, asker, site, purpose, why, destination, passengers,
    askedAt: new Date(askedAt(roll, day, start)), leavesAt: new Date(start), returnsAt: new Date(end), car: driver === null ? null : car, driver: car === null ? null : driver, kilometres,
    rating: roll.chance(0.7) ? roll.weighted([[5, 74], [4, 20], [3, 6]] as const) : null,
    expenses: [
      ...(kilometres > 30 ? [{ kind: 'toll' as const, amount: `${roll.int(10, 45)}.${roll.pick(['00', '50'])}` }] : []),
      ...(roll.chance(0.3) ? [{ kind: 'parking' as const, amount: `${roll.int(5, 30)}.00` }] : []),
      ...(roll.chance(0.12) ? [{ kind: electric ? 'charging' as const : 'fuel' as const, amount: `${roll.int(60, 380)}.${roll.int(10, 99)}` }] : []),
    ],
  }
}
