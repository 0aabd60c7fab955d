// The life of the cars 用车的日子: what is asked on each further day, and what becomes of it; proposals and gates are those of the house.
import { localDate } from '@houqin/clock'
import type { Bringing, Lives, Living } from '@houqin/compose'
import { agreeInWorld, attemptInWorld, leftToTheWorld, numberInWorld, stepInWorld, worldActor } from '@houqin/compose'
import type { PastMatter } from '@houqin/matters'
import { daysAfter, dice, districtPeople, districtSeed } from '@houqin/people/seed'
import { districtPlaces } from '@houqin/places/seed'
import { sql } from 'kysely'
import { fleetDispatcher, use } from '../../src/contract/index.ts'
import { askForUse } from '../../src/server/office/ask-for-use.ts'
import { proposalsFor } from '../../src/server/office/proposals.ts'
import { districtFleet } from '../district-fleet.ts'
import { usesOn } from './district-uses.ts'
import { dispatcherOf, holdPast, pastUses } from './load-uses.ts'
import type { UseDistrict } from './load-uses.ts'
import { bringShop, moveShop } from './shop-lives.ts'

const minute = 60_000
/** A use takes half a dozen steps; one that goes round is left. */
const mostRounds = 8

export const useLives: Lives = Object.freeze({
  async moveOn(living: Living) {
    const district = districtOf(living)
    for (let round = 0; round < mostRounds; round += 1) if ((await moveOnce(living, district)) === 0) break
    await moveShop(living, district)
  },
  async bring(bringing: Bringing) {
    const { tx, system, turn, from, to, present, live } = bringing
    const district = districtOf(bringing)
    await bringShop(bringing, district)
    const asked = usesOn(district, { from: localDate(from), to: daysAfter(localDate(to), 2) }).filter(({ askedAt }) => askedAt > from && askedAt <= to)
    if (live) {
      for (const one of asked) {
        turn(one.askedAt)
        await attemptInWorld(bringing, () => askForUse(tx, system, { actor: worldActor(one.asker), input: {
          purpose: one.purpose, why: one.why, whence: one.site.name, site: one.site.id, whither: one.destination.name, leavesAt: one.leavesAt.toISOString(), returnsAt: one.returnsAt.toISOString(), passengers: one.passengers,
        } }))
      }
      return
    }
    const { rows } = await sql<{ id: string; odometer: number }>`select id, coalesce(odometer, 0) as odometer from fleet.vehicle`.execute(tx)
    const odometers = new Map(rows.map(({ id, odometer }) => [id, odometer]))
    const wanted = new Set(asked.map(({ id }) => id))
    const past = (await pastUses(district, { from: localDate(from), to: daysAfter(localDate(to), 2), now: present, odometerOf: (car) => odometers.get(car) ?? 0, numberOf: () => '' })).filter(({ id }) => wanted.has(id))
    const numbered: PastMatter[] = []
    for (const one of past) numbered.push({ ...one, number: await numberInWorld(bringing, use, one.happened[0].at) })
    turn(to)
    if (numbered.length === 0) return
    await system.matters.recordPast(tx, use, numbered)
    await attemptInWorld(bringing, () => holdPast(tx, numbered))
  },
})

function districtOf({ openedAt, kept }: Living): UseDistrict {
  return kept('fleet.uses', () => {
    const world = { seed: districtSeed, day: localDate(openedAt) }
    const people = kept('district.people', () => districtPeople(world))
    const places = kept('district.places', () => districtPlaces(world, people))
    return { world, people, places, fleet: districtFleet(world, people, places) }
  })
}

interface Facts {
  readonly matter: string
  readonly person: string | null
  readonly vehicle: string | null
  readonly odometerOut: number | null
  readonly leavesAt: Date
  readonly outAt: Date | null
  readonly backAt: Date | null
  readonly returnsAt: Date
}
/** @returns how many steps were taken. */
async function moveOnce(living: Living, { world, people }: UseDistrict): Promise<number> {
  const { system, to } = living
  const { rows } = await sql<Facts>`
    select matter, person, vehicle, odometer_out as "odometerOut", leaves_at as "leavesAt", out_at as "outAt", back_at as "backAt", returns_at as "returnsAt" from fleet.use
     where matter in (select id from matter.matter where kind = ${use.id} and closed_at is null)`.execute(system.db)
  const facts = new Map(rows.map((row) => [row.matter, row]))
  const byId = new Map(people.persons.map((person) => [person.id, person]))
  const sender = worldActor(dispatcherOf(people), fleetDispatcher)
  let moved = 0
  for (const one of await leftToTheWorld(system.db, use)) {
    const its = facts.get(one.id)
    if (its === undefined) continue
    const roll = dice({ ...world, name: `${one.number} ${one.version}` })
    const [outAt, backAt] = [its.outAt ?? its.leavesAt, its.backAt ?? its.returnsAt]
    const asker = one.requester === null ? undefined : byId.get(one.requester)
    const driver = its.person === null ? undefined : byId.get(its.person)
    const step = async (at: Date, actor: typeof sender, name: string, given: object = {}): Promise<void> => {
      if (at <= to && (await stepInWorld(living, { matter: use, number: one.number, version: one.version }, { at, actor, step: name, ...given })) !== undefined) moved += 1
    }
    const after = (from: Date, minutes: number): Date => new Date(Math.max(from.getTime(), living.openedAt.getTime()) + minutes * minute)
    if (one.state === 'drafted') {
      const head = byId.get(people.heads.get(one.organ ?? '') ?? '')
      const at = after(one.since, roll.int(20, 90))
      if (head && at <= to && (await agreeInWorld(living, use, { number: one.number, at, actor: worldActor(head) }))) moved += 1
    } else if (one.state === 'approved') {
      const at = new Date(Math.max(after(one.since, 30).getTime(), outAt.getTime() - 45 * minute))
      if (at > to) continue
      const [best] = (await proposalsFor(system, sender, one.number)).cars
      if (best) await step(at, sender, 'dispatch', { input: { vehicle: best.vehicle.id, driver: best.driver.id } })
      else await step(at, sender, 'refuse', { comment: '这个时段车辆和驾驶员都已派出，请改时间或乘公共交通' })
    } else if (one.state === 'dispatched' && driver) {
      const { rows: [car] } = await sql<{ odometer: number | null }>`select odometer from fleet.vehicle where id = ${its.vehicle}::uuid`.execute(system.db)
      await step(after(outAt, roll.int(1, 9)), worldActor(driver), 'depart', { input: { odometerOut: car?.odometer ?? 0, photosOut: [] } })
    } else if (one.state === 'underway' && driver)
      await step(new Date(Math.max(one.since.getTime() + 20 * minute, backAt.getTime() - roll.int(5, 25) * minute)), worldActor(driver), 'finish', { input: { odometerBack: (its.odometerOut ?? 0) + roll.int(8, 60), photosBack: [] }, lines: { expenses: [] } })
    else if (one.state === 'returned' && asker) await step(after(one.since, roll.int(30, 300)), worldActor(asker), 'confirm', { comment: '', rating: roll.weighted([[5, 74], [4, 20], [3, 6]]) })
  }
  return moved
}
