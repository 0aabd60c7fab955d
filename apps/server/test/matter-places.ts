// Where a matter of the walk belongs 事项落在哪里: to the site that roles are granted for, and to something of its own where one stands in another's way.
import { addDays } from '@houqin/clock'
import type { Matter } from '@houqin/define'
import type { Somebody, TestSystem } from '@houqin/testing/subsystem'
import { sql } from 'kysely'

/** What was and what is to be must be so on the day of the walk. */
const times: Readonly<Record<string, Readonly<Record<string, string | number>>>> = {
  'fleet.use': { leavesAt: '2032-01-01T01:00:00Z', returnsAt: '2032-01-01T03:00:00Z' },
  'fleet.standing-use': { begins: '2032-01-01T01:00:00Z', ends: '2032-02-01T01:00:00Z' },
  'fleet.publication': { year: 2025 },
  'office-space.room-patrol': { day: '2032-01-01' },
  'fleet.incident': { at: '2026-11-01T01:00:00Z' },
}

/** Of these one at a time is under way. */
const alone: ReadonlySet<string> = new Set(['office-space.city-submission', 'office-space.publication', 'fleet.publication', 'office-space.room-filing'])

/** @returns what the form of a matter is filled with besides samples. */
export function placesOf(house: TestSystem, asker: Somebody): (matter: Matter) => Promise<Record<string, unknown>> {
  const { catalogue } = house.system
  const fresh = async (register: string, values: Readonly<Record<string, unknown>> = {}): Promise<string> => {
    const declared = catalogue.registers.get(register)
    if (!declared) throw new Error(`the walk knows no ${register}`)
    return (await house.make(declared, values)).id
  }
  let days = 0
  return async ({ id, form, scope }) => {
    const { organ, site, person } = catalogue.dimensions
    if (id === 'places.duty-swap') {
      const day = addDays('2035-01-01', (days += 1))
      return { mine: await fresh('places.duty', { person: asker.person, from: day, to: day, shift: 'day' }), theirs: await fresh('places.duty', { from: day, to: day, shift: 'night' }) }
    }
    if (id === 'office-space.room-patrol' && site) {
      // one patrol at a time walks a building, and there must be a door in it
      const at = (await house.usual(site)).id
      const building = await fresh('places.building', { site: at })
      await fresh('places.room', { site: at, building, use: 'office', grade: null })
      return { ...times[id], site: at, building }
    }
    if (alone.has(id)) await sql`update matter.matter set state = 'dropped', closed_at = opened_at where kind = ${id} and state <> 'dropped'`.execute(house.system.db)
    // nobody leaves twice, and what is done to a car is done once at a time
    if (id === 'staffing.departure' && person) return { person: await fresh(person.id) }
    return {
      ...times[id],
      ...(id.startsWith('fleet.') && form['vehicle'] !== undefined && { vehicle: await fresh('fleet.vehicle') }),
      ...(id === 'fleet.exemption' && { immobilisation: await fresh('fleet.immobilisation', { begins: '2032-01-01', ends: '2032-01-07' }) }),
      ...(id === 'fleet.transfer' && organ && { toOrgan: await fresh(organ.id) }),
      ...(scope.site !== undefined && site && { [scope.site]: (await house.usual(site)).id }),
    }
  }
}
