// Sixty days of repairs 报修历史 in the demonstration district: nine hundred, in every state, with their timelines.
import type { WorkingCalendar } from '@houqin/calendar'
import { localDate } from '@houqin/clock'
import { dice } from '@houqin/people/seed'
import type { Dice, DistrictPeople, SeedPerson, World } from '@houqin/people/seed'
import type { DistrictPlaces, SeedSite } from '@houqin/places/seed'
import type { Urgency } from '../src/contract/index.ts'
import { promisedBy } from '../src/server/promise.ts'
import { teamAt } from './district-desk.ts'
import type { DistrictDesk } from './district-desk.ts'
import { districtScenes } from './district-scenes.ts'
import { causes } from './mending.ts'
import { plants } from './plants.ts'
import { faults, historyDays } from './repair-faults.ts'
import type { Fault } from './repair-faults.ts'
import { liveRepair } from './repair-life.ts'
import type { Circumstances, Happened, Life } from './repair-life.ts'
import { spotsOf } from './repair-places.ts'
import { weatherBefore } from './weather.ts'

export interface SeedRepair {
  readonly id: string
  readonly number: string
  readonly openedAt: Date
  readonly requester: { readonly person: string | null; readonly name: string }
  readonly organ: string | null
  readonly site: string
  readonly form: Readonly<Record<string, unknown>>
  readonly urgency: Urgency
  readonly what: string
  readonly life: Life
  /** The id of the repair it repeats. */
  readonly duplicateOf: string | null
}
export interface Given {
  readonly world: World
  readonly people: DistrictPeople
  readonly places: DistrictPlaces
  readonly desk: DistrictDesk
  readonly calendar: WorkingCalendar
  /** The present: nothing happens after it. */
  readonly now: Date
}

export function districtRepairs(given: Given): readonly SeedRepair[] {
  const { world, people, places, desk, calendar, now } = given
  const roll = dice({ ...world, name: 'repairs' })
  const weather = weatherBefore(world, historyDays)
  const all = faults({ world, weather, calendar, roll }).filter((fault) => fault.at < now)
  const spotAt = spotsOf(places)
  const residents = residentsOf(people, places)
  const where = places.sites.map((site) => [site, (site.managed ? 3.2 : 1) * (residents.get(site.id)?.length ?? 0)] as const)
  const stuckAt = plantedStops(all, given, roll)
  const counts = new Map<string, number>()
  const repairs = all.map((fault, place): SeedRepair => {
    const site = roll.weighted(where)
    const spot = spotAt(site.id, fault, roll)
    const asker = roll.pick(residents.get(site.id) ?? people.persons)
    const byCode = roll.chance(0.08)
    const category = desk.categories.find(({ key }) => key === fault.category)
    if (!category) throw new Error(`no category ${fault.category}`)
    const requester = byCode ? { person: null, name: `${asker.name.slice(0, 1)}${asker.gender === 'male' ? '先生' : '女士'}` } : { person: asker.id, name: asker.name }
    const stuck = stuckAt.get(place)
    const life = liveRepair({
      ...cast({ ...given, site, category, roll }), askedAt: fault.at, urgency: fault.urgency, limits: category, category: category.id, asker: requester,
      causes: causes[fault.category], materials: desk.materials.filter((material) => material.uses.includes(fault.category)),
      wet: weather.get(localDate(fault.at))?.rain ?? false, now, calendar, roll, ...(stuck && { stuck }),
    })
    return {
      id: roll.id(), number: numberOf(fault.at, counts), openedAt: fault.at, requester, organ: byCode ? null : asker.organ, site: site.id,
      form: {
        what: fault.what, category: roll.chance(0.8) ? category.id : null, urgency: fault.urgency, room: spot.room?.id ?? null, area: spot.area?.id ?? null,
        site: null, whereabouts: null, photos: [], contact: byCode ? requester.name : null, phone: byCode || roll.chance(0.3) ? asker.phone : null,
      },
      urgency: fault.urgency, what: fault.what, life, duplicateOf: null,
    }
  })
  const merged = repeats({ repairs, residents, given, counts, roll })
  const opening = districtScenes(given, { roll, numberOf: (at) => numberOf(at, counts) })
  return [...repairs, ...merged, ...opening].sort((a, b) => a.openedAt.getTime() - b.openedAt.getTime())
}

export function residentsOf(people: DistrictPeople, places: DistrictPlaces): ReadonlyMap<string, readonly SeedPerson[]> {
  const byOrgan = Map.groupBy(people.persons.filter((person) => person.standing === 'active' && person.employment !== 'outsourced'), (person) => person.organ)
  return new Map(places.sites.map((site) => [site.id, site.organs.flatMap((organ) => byOrgan.get(organ) ?? [])]))
}
/** Who plays: the named dispatcher at the great compound, its colleagues elsewhere; two hands of the team that goes there. */
export function cast({ people, places, desk, site, category, roll }: Given & { site: SeedSite; category: DistrictDesk['categories'][number]; roll: Dice }): Pick<Circumstances, 'dispatcher' | 'worker' | 'relief' | 'officer' | 'team'> {
  const team = teamAt(desk, { trade: category.trade, site: site.id })
  const who = (person: SeedPerson): { person: string; name: string } => ({ person: person.id, name: person.name })
  const steward = people.persons.find((person) => person.id === places.stewards.get(site.id))
  const [first, second] = roll.shuffled(team.members)
  const dispatcher = site.managed || !steward || roll.chance(0.5) ? people.named('dispatcher') : steward
  const worker = first ?? people.named('worker')
  return { dispatcher: who(dispatcher), worker: who(worker), relief: who(second ?? worker), officer: who(people.named('officer')), team: team.id }
}

/** Which of them stop on the way: some promised for earlier days, some for today, all recent enough to be believed. */
function plantedStops(all: readonly Fault[], { desk, calendar, now, world }: Given, roll: Dice): ReadonlyMap<number, NonNullable<Circumstances['stuck']>> {
  const promised = all.map((fault) => {
    const limits = desk.categories.find(({ key }) => key === fault.category)
    return limits ? promisedBy({ limits, urgency: fault.urgency, from: fault.at, calendar }) : fault.at
  })
  const recent = (days: number) => (fault: Fault): boolean => now.getTime() - fault.at.getTime() < days * 86_400_000
  const places = roll.shuffled(all.map((_, place) => place))
  const late = places.filter((place) => {
    const fault = all[place]
    return fault !== undefined && recent(9)(fault) && !recent(1)(fault) && (promised[place] ?? now) < new Date(now.getTime() - 3_600_000) && localDate(promised[place] ?? now) < world.day
  })
  const today = places.filter((place) => localDate(promised[place] ?? now) === world.day && (promised[place] ?? now) > now).slice(0, plants.dueToday)
  const young = places.filter((place) => {
    const fault = all[place]
    return fault !== undefined && fault.urgency !== 'urgent' && recent(5)(fault) && !recent(1)(fault) && !late.includes(place) && !today.includes(place)
  })
  const stops = Object.entries(plants.overdue).flatMap(([state, count]) => Array.from({ length: count }, () => state as NonNullable<Circumstances['stuck']>))
  return new Map([
    ...stops.flatMap((state, index) => (late[index] === undefined ? [] : [[late[index], state] as const])),
    ...young.slice(0, plants.returned).map((place) => [place, 'returned'] as const),
    ...today.map((place) => [place, roll.pick(['asked', 'dispatched', 'working'] as const)] as const),
  ])
}

/** Two people saw the same thing: the second report is merged into the first. */
function repeats({ repairs, residents, given, counts, roll }: {
  repairs: readonly SeedRepair[]
  residents: ReadonlyMap<string, readonly SeedPerson[]>
  given: Given
  counts: Map<string, number>
  roll: Dice
}): SeedRepair[] {
  const dispatcher = given.people.named('dispatcher')
  return roll.shuffled(repairs).slice(0, plants.merged * 2).flatMap((first): SeedRepair[] => {
    const openedAt = new Date(first.openedAt.getTime() + roll.int(6, 55) * 60_000)
    const mergedAt = new Date(openedAt.getTime() + roll.int(3, 30) * 60_000)
    const asker = roll.pick(residents.get(first.site) ?? [])
    if (mergedAt >= given.now || first.life.happened.length < 3 || asker.id === first.requester.person) return []
    const requester = { person: asker.id, name: asker.name }
    const happened: Happened[] = [
      { at: openedAt, step: null, from: null, to: 'asked', by: requester, comment: null, input: {} },
      { at: mergedAt, step: 'merge', from: 'asked', to: 'merged', by: { person: dispatcher.id, name: dispatcher.name }, comment: `并入 ${first.number}`, input: {} },
    ]
    const { handledAs, team } = first.life.facts
    return [{
      ...first, id: roll.id(), number: numberOf(openedAt, counts), openedAt, requester, organ: asker.organ,
      form: { ...first.form, contact: null, phone: null },
      life: { happened, state: 'merged', facts: { handledAs, team, promisedAt: null }, dueAt: null, rating: null, materials: [], hours: null },
      duplicateOf: first.id,
    }]
  }).slice(0, plants.merged)
}
/** BX-20261124-0007: the seventh of its day. */
function numberOf(at: Date, counts: Map<string, number>): string {
  const day = localDate(at)
  const count = (counts.get(day) ?? 0) + 1
  counts.set(day, count)
  return `BX-${day.replaceAll('-', '')}-${String(count).padStart(4, '0')}`
}
