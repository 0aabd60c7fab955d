// Who answers for the sites of the demonstration district, who sits there, who is on duty, what was handed over.
import { daysAfter, dice } from '@houqin/people/seed'
import type { Dice, DistrictPeople, SeedPerson, World } from '@houqin/people/seed'
import type { Duty, Handover, Seat, Stewardship } from '../src/contract/index.ts'
import type { SeedSite } from './district-sites.ts'
import { handoverNotes } from './handover-notes.ts'
import { plants } from './plants.ts'

export type SeedStewardship = Pick<Stewardship, 'id' | 'site' | 'person' | 'part' | 'from' | 'to'>
export type SeedSeat = Pick<Seat, 'id' | 'organ' | 'site' | 'main' | 'from' | 'to'>
export type SeedDuty = Pick<Duty, 'id' | 'site' | 'person' | 'shift' | 'part' | 'note' | 'from' | 'to'>
export type SeedHandover = Pick<Handover, 'id' | 'site' | 'by' | 'to' | 'at' | 'note' | 'pending'>
export interface DistrictStewards {
  readonly stewards: ReadonlyMap<string, string>
  readonly stewardships: readonly SeedStewardship[]
  readonly seats: readonly SeedSeat[]
  readonly duties: readonly SeedDuty[]
  readonly handovers: readonly SeedHandover[]
}
const rosterDays = Object.freeze({ before: 30, after: 14 })

export function districtStewards(world: World, people: DistrictPeople, sites: readonly SeedSite[]): DistrictStewards {
  const roll = dice({ ...world, name: 'stewards' })
  const active = people.persons.filter((person) => person.standing === 'active' && person.employment !== 'outsourced')
  const byOrgan = Map.groupBy(active, (person) => person.organ)
  const centre = byAge([...(byOrgan.get(people.organ('后勤中心').id) ?? []), ...(byOrgan.get(people.organ('机关事务局').id) ?? [])].filter((person) => person.key === null))
  const lead = people.named('steward')
  const { stewardshipEnds } = plants
  const stewards = new Map<string, string>()
  const stewardships: SeedStewardship[] = []
  const duties: SeedDuty[] = []
  const handovers: SeedHandover[] = []
  for (const [place, site] of sites.entries()) {
    const residents = byAge(site.organs.flatMap((organ) => byOrgan.get(organ) ?? []).filter((person) => person.key === null && person.rank === 'below'))
    // Stewards are among the older staff: the bureau is short of hands and its people are no longer young.
    const steward = place === 0 ? lead : site.managed || residents.length === 0 ? centre[place % centre.length] : residents[roll.int(0, Math.floor(residents.length / 4))]
    if (!steward) throw new Error(`${site.name} found no steward`)
    stewards.set(site.id, steward.id)
    stewardships.push({ id: roll.id(), site: site.id, person: steward.id, part: 'lead', from: daysAfter(world.day, -roll.int(200, 2200)), to: site.name === stewardshipEnds.site ? daysAfter(world.day, stewardshipEnds.days) : null })
    const watchers = site.managed ? centre.slice(7 + place * 5, 12 + place * 5) : residents.slice(-6)
    if (site.managed) {
      const deputy = watchers[0]
      if (deputy) stewardships.push({ id: roll.id(), site: site.id, person: deputy.id, part: 'deputy', from: daysAfter(world.day, -roll.int(60, 900)), to: null })
      handovers.push(...notes(world, site, { steward, watchers }, roll))
    }
    if (site.managed || site.kind === 'subdistrict') duties.push(...roster(world, site, watchers, roll))
  }
  const seats = sites.flatMap((site) => site.organs.map((organ): SeedSeat => ({ id: roll.id(), organ, site: site.id, main: true, from: '2021-01-01', to: null })))
  return { stewards, stewardships, seats, duties, handovers }
}
/** The older first. */
function byAge(persons: readonly SeedPerson[]): SeedPerson[] {
  return persons.toSorted((a, b) => ((a.born ?? '') < (b.born ?? '') ? -1 : 1))
}

function roster(world: World, site: SeedSite, watchers: readonly SeedPerson[], roll: Dice): SeedDuty[] {
  if (watchers.length < 3) return []
  return Array.from({ length: rosterDays.before + rosterDays.after + 1 }, (_, place) => daysAfter(world.day, place - rosterDays.before)).flatMap((day, place) => {
    const on = (shift: SeedDuty['shift'], part: SeedDuty['part'], turn: number): SeedDuty => ({
      id: roll.id(), site: site.id, person: watchers[(place + turn) % watchers.length]?.id ?? '', shift, part, note: null, from: day, to: day,
    })
    return site.managed ? [on('whole', 'leader', 0), on('day', 'officer', 1), on('night', 'officer', 2)] : [on('whole', 'officer', 0)]
  })
}
function notes(world: World, site: SeedSite, { steward, watchers }: { steward: SeedPerson; watchers: readonly SeedPerson[] }, roll: Dice): SeedHandover[] {
  const said = roll.shuffled(handoverNotes)
  return Array.from({ length: 10 }, (_, back) => {
    const [note, pending] = said[back % said.length] ?? ['一切正常。', null]
    const minute = String(roll.int(0, 25)).padStart(2, '0')
    return {
      id: roll.id(), site: site.id, by: watchers[back % watchers.length]?.id ?? steward.id, to: steward.id,
      at: new Date(`${daysAfter(world.day, -back)}T08:${minute}:00+08:00`).toISOString(), note, pending,
    }
  })
}
