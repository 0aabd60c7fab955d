// Loads the service desk of the demonstration district 装入演示服务台: registers and accounts first, history behind.
import { systemActor } from '@houqin/access'
import { workingCalendar } from '@houqin/calendar'
import type { HistorySeeding, Seeding } from '@houqin/compose'
import type { PastMatter } from '@houqin/matters'
import { roomTemperature } from '@houqin/places'
import { districtPlaces } from '@houqin/places/seed'
import type { DistrictPlaces } from '@houqin/places/seed'
import { districtPeople, districtSeed } from '@houqin/people/seed'
import type { DistrictPeople, World } from '@houqin/people/seed'
import { demoPassword, seedAccounts } from '../../seed/accounts.ts'
import { districtDesk } from '../../seed/district-desk.ts'
import { districtRepairs } from '../../seed/district-repairs.ts'
import type { SeedRepair } from '../../seed/district-repairs.ts'
import { districtVoices } from '../../seed/district-voices.ts'
import { pastFigures } from '../../seed/past-figures.ts'
import { plants } from '../../seed/plants.ts'
import { purchaseRoutes, seedPurchases } from '../../seed/purchases.ts'
import { category, material, pastFigure, repair, team } from '../contract/index.ts'

interface District {
  readonly world: World
  readonly people: DistrictPeople
  readonly places: DistrictPlaces
}
function districtOn(day: string): District {
  const world = { seed: districtSeed, day }
  const people = districtPeople(world)
  return { world, people, places: districtPlaces(world, people) }
}

export async function loadServiceDesk(seeding: Seeding): Promise<void> {
  const { tx, system: { approvals, registers }, worldDate } = seeding
  const { world, people, places } = districtOn(worldDate)
  const desk = districtDesk(world, { people, places })
  await registers.bulkInsert(tx, team, desk.teams.map(({ members, sites, ...row }) => ({
    ...row,
    lines: {
      members: members.map((person, index) => ({ person: person.id, onCall: index < 2 })),
      coverage: sites.map((site) => ({ site })),
    },
  })))
  await registers.bulkInsert(tx, category, desk.categories.map(({ key: _, ...row }) => row))
  await registers.bulkInsert(tx, material, desk.materials.map(({ uses: _, ...row }) => row))
  await registers.bulkInsert(tx, pastFigure, pastFigures(world, desk.categories))
  await openAccounts(seeding, { people, places })
  for (const route of purchaseRoutes(worldDate)) await approvals.routes.add(tx, systemActor, route)
}

async function openAccounts({ tx, system: { access }, worldDate }: Seeding, { people, places }: Omit<District, 'world'>): Promise<void> {
  for (const { username, name, person, grants } of seedAccounts) {
    const account = await access.accounts.create(tx, systemActor, { username, name, person: people.named(person).id, password: demoPassword, mustChangePassword: false })
    for (const { role, organ, sites } of grants) {
      const where = sites === 'all' ? places.sites.map(({ id }) => id) : (sites ?? []).map((site) => places.site(site).id)
      const give = (site: string | null): Promise<unknown> =>
        access.grants.give(tx, systemActor, {
          account: account.id, role: role.role, site, organ: organ === undefined ? null : people.organ(organ).id, from: worldDate, reason: '演示',
        })
      if (sites === undefined) await give(null)
      else for (const site of where) await give(site)
    }
  }
}

/** Sixty days of repairs and voices, and the sensor that has just found a hall too cold. */
export async function loadHistory({ tx, system, worldDate, progress }: HistorySeeding): Promise<void> {
  const { world, people, places } = districtOn(worldDate)
  const desk = districtDesk(world, { people, places })
  const given = { world, people, places, desk, calendar: workingCalendar(), now: system.clock.now() }
  const repairs = districtRepairs(given)
  const voices = districtVoices(given)
  const of = repairs.length + voices.reduce((sum, { past }) => sum + past.length, 0)
  let done = 0
  await system.matters.recordPast(tx, repair, repairs.map(pastRepair))
  await progress((done += repairs.length), of)
  for (const { matter, past } of voices) {
    await system.matters.recordPast(tx, matter, past)
    await progress((done += past.length), of)
  }
  await coolTooFar({ tx, system, places })
  await seedPurchases({ tx, system, places, materials: desk.materials, worker: people.named('worker'), officer: people.named('officer') })
}
export function pastRepair({ id, number, requester, organ, site, form, life, duplicateOf }: SeedRepair): PastMatter {
  const [first, ...rest] = life.happened
  if (!first) throw new Error(`${number} never happened`)
  const { finishedAt, promisedAt } = life.facts
  const inTime = typeof finishedAt === 'string' && typeof promisedAt === 'string' ? finishedAt <= promisedAt : null
  const worker = typeof life.facts.worker === 'string' ? life.facts.worker : null
  return {
    id, number, requester, organ, site, form: { ...form, site }, facts: { ...life.facts, inTime }, happened: [first, ...rest], dueAt: life.dueAt, rating: life.rating, duplicateOf,
    lines: {
      materials: life.materials.map(({ material: used, quantity, at }) => ({ at, by: worker, values: { material: used.id, quantity, unit: used.unit, price: used.price } })),
      hours: life.hours && worker !== null ? [{ at: life.hours.at, by: worker, values: { person: worker, hours: life.hours.hours } }] : [],
    },
  }
}

export const thermometer = 'demo-thermometer-1'
/** @throws Error when the district has no such hall. */
export function hallTooCold(places: DistrictPlaces): DistrictPlaces['rooms'][number] {
  const { site, purpose } = plants.tooCold
  const at = places.site(site).id
  const hall = places.rooms.find((room) => room.site === at && room.purpose === purpose)
  if (!hall) throw new Error(`${site} has no ${purpose} to cool`)
  return hall
}
/** A reading every two minutes for as long as it takes the alarm to be raised; the alarm reports itself. */
async function coolTooFar({ tx, system, places }: { tx: HistorySeeding['tx']; system: HistorySeeding['system']; places: DistrictPlaces }): Promise<void> {
  const { celsius, minutes } = plants.tooCold
  const hall = hallTooCold(places)
  const readings = Array.from({ length: minutes / 2 + 1 }, (_, index) => ({
    signal: roomTemperature.id,
    subject: hall.id,
    device: thermometer,
    sequence: index + 1,
    at: new Date(system.clock.now().getTime() - (minutes - index * 2) * 60_000).toISOString(),
    value: celsius,
    attributes: { mode: 'cooling' },
  }))
  await system.signals.ingest(tx, systemActor, readings)
}
