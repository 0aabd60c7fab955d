// Loads the official vehicles of the demonstration district 装入演示车辆: the ledgers, and whoever keeps them.
import { systemActor } from '@houqin/access'
import { addDays } from '@houqin/clock'
import type { HistorySeeding, Seeding } from '@houqin/compose'
import { districtPeople, districtSeed } from '@houqin/people/seed'
import { districtPlaces } from '@houqin/places/seed'
import { qingxiGround } from '@houqin/simulators/qingxi'
import type { Tx } from '@houqin/db'
import type { System } from '@houqin/http'
import { sql } from 'kysely'
import { demoPassword, seedAccount } from '../../seed/account.ts'
import { comingHoliday, districtFleet } from '../../seed/district-fleet.ts'
import { seedFences } from '../../seed/fences.ts'
import { fixed, fixedAndOn, layTracks } from '../../seed/lay-tracks.ts'
import { loadLife } from '../../seed/office/load-life.ts'
import { loadUses } from '../../seed/office/load-uses.ts'
import type { UseDistrict } from '../../seed/office/load-uses.ts'
import { openOffice } from '../../seed/office/open-office.ts'
import { plants } from '../../seed/plants.ts'
import { lastSeen, silentOne } from '../../seed/seen.ts'
import { slipTracks } from '../../seed/slip-tracks.ts'
import { seedTracks } from '../../seed/tracks.ts'
import { loadHoliday } from '../../seed/year/holiday.ts'
import { loadPublication } from '../../seed/year/published.ts'
import { loadYear } from '../../seed/year/load-year.ts'
import { driver, fence, fleetOfficer, immobilisation, movement, terminal, vehicle } from '../contract/index.ts'
import { terminalMakers } from '../contract/demo-makers.ts'
import { layGround } from './ground.ts'
import { evidenceOf } from './judge.ts'
import { judgeSilence } from './meaning/silence.ts'
import { judgeSlips } from './meaning/slips-driven.ts'

/** After the last day of a holiday. */
const daysToVerify = 14

/** @throws Error when the bureau has nobody of the officer's name. */
export async function loadFleet(seeding: Seeding): Promise<void> {
  const { tx, system: { access, registers, clock }, worldDate: day } = seeding
  const { people, places, fleet: { vehicles, terminals, drivers, immobilisation: { exempt, ...holiday } } } = fleetOn(day)
  await registers.bulkInsert(tx, vehicle, vehicles.map((row) => ({ ...row, papers: [] })))
  const silent = silentOne({ vehicles, terminals })
  await registers.bulkInsert(tx, terminal, terminals.map((row) => ({ ...row, maker: row.vehicle === silent ? terminalMakers.gone : terminalMakers.usual, coordinates: 'wgs84' as const, zone: 480, imei: null })))
  await registers.bulkInsert(tx, driver, drivers)
  await layGround(tx, qingxiGround(places.sites), clock.now())
  const notice = '除应急、抢险和机要用车外，一律在指定地点停放，钥匙集中保管。'
  await registers.bulkInsert(tx, immobilisation, [{ ...holiday, lines: { exempt } }, { ...comingHoliday(day), lines: { exempt: [] } }].map((one) => ({ ...one, notice, verifyBy: addDays(one.ends, daysToVerify) })))

  await registers.bulkInsert(tx, fence, seedFences(vehicles, places.sites))

  const bureau = people.organ('机关事务局').id
  const { username, name } = seedAccount
  const keeper = people.persons.find((person) => person.organ === bureau && person.name === name)
  if (!keeper) throw new Error(`机关事务局 has no ${name}`)
  const account = await access.accounts.create(tx, systemActor, { username, name, person: keeper.id, password: demoPassword, mustChangePassword: false })
  await access.grants.give(tx, systemActor, { account: account.id, role: fleetOfficer.role, site: null, organ: null, from: day, reason: '演示' })
  await openOffice(seeding, fleetOn(day))
}

/** Two months of use, a year of driving and costs, the tracks of the last days; and where the cars were last seen, as the city's platform handed it in: the sealed car under way is judged as any news about a car is. */
export async function loadHistory(seeding: HistorySeeding): Promise<void> {
  const { tx, system, worldDate: day, progress } = seeding
  const { clock, signals } = system
  const district = fleetOn(day)
  const { places, fleet: { vehicles, terminals } } = district
  await layTracks(tx, system, seedTracks(district.world, vehicles, places.sites))
  const now = clock.now()
  const seen = lastSeen({ seed: districtSeed, day }, vehicles, places.sites).map(({ minutesAgo, ...one }) => ({ ...one, at: new Date(now.getTime() - minutesAgo * 60_000) }))
  const rows = seen.map(({ vehicle, at, latitude, longitude, speed, direction }) =>
    sql`(${vehicle}::uuid, ${at}::timestamptz, ${now}::timestamptz, ${latitude}::int, ${longitude}::int, 0, ${speed * 10}::int, ${direction}::int, 0, ${speed > 0 ? fixedAndOn : fixed}::int, 0)`)
  const columns = sql`vehicle, at, received_at, latitude, longitude, altitude, speed, direction, alarms, status, quality`
  // a terminal on the road may have spoken before its history came
  await sql`insert into fleet.position (digest, ${columns}) select 0, given.* from (values ${sql.join(rows)}) given (${columns}) on conflict do nothing`.execute(tx)
  await sql`insert into fleet.latest_position (seen_at, ${columns}) select given.at, given.* from (values ${sql.join(rows)}) given (${columns}) on conflict do nothing`.execute(tx)
  await fallSilent(tx, system, silentOne({ vehicles, terminals }))
  const sealed = new Set(vehicles.filter(({ standing }) => standing === 'immobilised').map(({ id }) => id))
  await signals.ingest(tx, systemActor, seen.filter(({ vehicle }) => sealed.has(vehicle)).map((one) => ({
    signal: movement.id, subject: one.vehicle, device: `fleet.movement ${one.vehicle}`, sequence: 0, at: one.at.toISOString(), value: one.speed,
    attributes: { immobilised: true, evidence: evidenceOf(one) },
  })))
  await loadUses(seeding, district)
  await layTracks(tx, system, slipTracks(district))
  await judgeSlips(tx, system, 0)
  await loadYear(seeding, district)
  await loadLife(seeding, district)
  await loadHoliday(seeding, district)
  await loadPublication(seeding, district)
  await progress(seen.length, seen.length)
}

/** The last of those that were heard has said nothing for days. */
async function fallSilent(tx: Tx, system: System, silent: string | undefined): Promise<void> {
  const since = new Date(system.clock.now().getTime() - plants.silentHours * 3_600_000)
  await sql`update fleet.latest_position set seen_at = ${since}, at = ${since}, received_at = ${since}, speed = 0 where vehicle = ${silent ?? null}`.execute(tx)
  await judgeSilence(tx, system)
}

function fleetOn(day: string): UseDistrict {
  const world = { seed: districtSeed, day }
  const people = districtPeople(world)
  const places = districtPlaces(world, people)
  return { world, people, places, fleet: districtFleet(world, people, places) }
}
