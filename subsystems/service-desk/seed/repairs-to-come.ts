// Repairs to come 往后的报修: of the days after the demonstration was opened, each with a fate of its own by the moment it is asked.
import { addWorkingDays } from '@houqin/calendar'
import type { WorkingCalendar } from '@houqin/calendar'
import { instantOf, localDate } from '@houqin/clock'
import { dice } from '@houqin/people/seed'
import type { DistrictPeople, SeedPerson, World } from '@houqin/people/seed'
import type { DistrictPlaces } from '@houqin/places/seed'
import type { DistrictDesk } from './district-desk.ts'
import { cast, residentsOf } from './district-repairs.ts'
import type { SeedRepair } from './district-repairs.ts'
import { causes } from './mending.ts'
import { faultsToCome } from './repair-faults.ts'
import type { Fault } from './repair-faults.ts'
import { liveRepair } from './repair-life.ts'
import type { Circumstances } from './repair-life.ts'
import { spotsOf } from './repair-places.ts'
import { weatherAfter } from './weather.ts'
import type { Weather } from './weather.ts'

export interface District {
  readonly world: World
  readonly people: DistrictPeople
  readonly persons: ReadonlyMap<string, SeedPerson>
  readonly places: DistrictPlaces
  readonly desk: DistrictDesk
  readonly calendar: WorkingCalendar
  /** As far as the day to which the world goes on. */
  readonly faults: readonly Fault[]
  readonly weather: ReadonlyMap<string, Weather>
  readonly residents: ReadonlyMap<string, readonly SeedPerson[]>
  readonly spotAt: ReturnType<typeof spotsOf>
}
/** @param until YYYY-MM-DD, the last day that will be asked for. */
export function districtToCome({ world, people, places, desk, calendar }: Pick<District, 'world' | 'people' | 'places' | 'desk' | 'calendar'>, until: string): District {
  return {
    world, people, places, desk, calendar, persons: new Map(people.persons.map((person) => [person.id, person])),
    faults: faultsToCome({ world, until, calendar }), weather: weatherAfter(world, until), residents: residentsOf(people, places), spotAt: spotsOf(places),
  }
}
/** What waits in a drawer for so long is found in the end. */
const drawerDays = 9
/** As many stand still at a time as when the demonstration was opened. */
const slowShare = 0.07

/** Where a repair asked at this moment comes to a stop, and until when; most never do. */
export function stopOf(world: World, { openedAt, calendar }: { openedAt: Date; calendar: WorkingCalendar }): { readonly at: NonNullable<Circumstances['stuck']>; readonly until: Date } | undefined {
  const roll = dice({ ...world, name: `fate ${openedAt.toISOString()}` })
  if (!roll.chance(slowShare)) return undefined
  return { at: roll.weighted([['asked', 1], ['dispatched', 3], ['working', 2], ['paused', 1], ['returned', 2]] as const), until: drawerUntil(openedAt, calendar) }
}
export function drawerUntil(openedAt: Date, calendar: WorkingCalendar): Date {
  return instantOf({ date: addWorkingDays(localDate(openedAt), drawerDays, calendar), time: '09:00' })
}

/**
 * Those asked after `from` and not after `to`, with what has come of them by `now`; the same ones however the time
 * between is cut. Their numbers are given when they are entered.
 */
export function repairsToCome(district: District, { from, to, now }: { from: Date; to: Date; now: Date }): readonly (Omit<SeedRepair, 'number'> & { readonly asker: SeedPerson })[] {
  const { world, people, places, desk, calendar, faults, weather, residents, spotAt } = district
  const where = places.sites.map((site) => [site, (site.managed ? 3.2 : 1) * (residents.get(site.id)?.length ?? 0)] as const)
  return faults.filter(({ at }) => at > from && at <= to).map((fault) => {
    const roll = dice({ ...world, day: localDate(fault.at), name: `repair ${fault.at.toISOString()} ${fault.what}` })
    const site = roll.weighted(where)
    const spot = spotAt(site.id, fault, roll)
    const asker = roll.pick(residents.get(site.id) ?? people.persons)
    const category = desk.categories.find(({ key }) => key === fault.category)
    if (!category) throw new Error(`no category ${fault.category}`)
    const requester = { person: asker.id, name: asker.name }
    const stop = stopOf(world, { openedAt: fault.at, calendar })
    const [id, chosen, called] = [roll.id(), roll.chance(0.8), roll.chance(0.3)]
    return {
      id, asker, openedAt: fault.at, requester, organ: asker.organ, site: site.id, urgency: fault.urgency, what: fault.what, duplicateOf: null,
      form: {
        what: fault.what, category: chosen ? category.id : null, urgency: fault.urgency, room: spot.room?.id ?? null, area: spot.area?.id ?? null,
        site: site.id, whereabouts: null, photos: [], contact: null, phone: called ? asker.phone : null,
      },
      life: liveRepair({
        ...cast({ world, people, places, desk, calendar, now, site, category, roll }), askedAt: fault.at, urgency: fault.urgency, limits: category, category: category.id, asker: requester,
        causes: causes[fault.category], materials: desk.materials.filter((material) => material.uses.includes(fault.category)),
        wet: weather.get(localDate(fault.at))?.rain ?? false, now, calendar, roll, ...(stop && { stuck: stop.at }),
      }),
    }
  })
}
