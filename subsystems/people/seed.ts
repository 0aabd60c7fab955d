// The people of the demonstration district 清溪区(虚构): 235 organs, about 6,800 staff, the contractors' 420.
import { dice } from './seed/dice.ts'
import type { World } from './seed/dice.ts'
import { districtContractors } from './seed/district-contractors.ts'
import type { SeedContractor } from './seed/district-contractors.ts'
import { districtMoves } from './seed/district-moves.ts'
import { districtOrgans } from './seed/district-organs.ts'
import type { SeedOrgan } from './seed/district-organs.ts'
import { districtPersons } from './seed/district-persons.ts'
import type { SeedPerson, SeedPost } from './seed/district-persons.ts'
import type { NamedKey } from './seed/named-persons.ts'

export { daysAfter, lastOfMonth, monthsBefore } from './seed/days.ts'
export { dice }
export type { Dice, World } from './seed/dice.ts'
export type { SeedContractor } from './seed/district-contractors.ts'
export type { SeedOrgan } from './seed/district-organs.ts'
export type { SeedPerson, SeedPost } from './seed/district-persons.ts'
export type { NamedKey } from './seed/named-persons.ts'
export { plants } from './seed/plants.ts'
export { bringRenewals, moveRenewals } from './seed/renewing.ts'
export type { Ending, Renewing } from './seed/renewing.ts'

export { subdistricts } from './seed/subdistricts.ts'

/** The seed of the district that `npm start` shows. */
export const districtSeed = 20210

export interface DistrictPeople {
  readonly organs: readonly SeedOrgan[]
  readonly contractors: readonly SeedContractor[]
  readonly persons: readonly SeedPerson[]
  readonly posts: readonly SeedPost[]
  /** An organ by its short name. @throws Error when the district has none of it. */
  organ(short: string): SeedOrgan
  /** Who signs in, by what he is in the demonstration. */
  named(key: NamedKey): SeedPerson
  /** The organ's main head today, by organ id. */
  readonly heads: ReadonlyMap<string, string>
}

/** The same world gives the same people, ids included; made in about 0.2 s. */
export function districtPeople(world: World): DistrictPeople {
  const organs = districtOrgans(world)
  const contractors = districtContractors(world, organs)
  const { persons, posts } = districtMoves(world, organs, districtPersons(world, organs, contractors))
  const byShort = new Map(organs.map((organ) => [organ.shortName, organ]))
  const byKey = new Map(persons.flatMap((person) => (person.key === null ? [] : [[person.key, person] as const])))
  return {
    organs,
    contractors,
    persons,
    posts,
    organ: (short) => known(byShort.get(short), short),
    named: (key) => known(byKey.get(key), key),
    heads: new Map(posts.filter((post) => post.duty === 'head' && post.to === null).map((post) => [post.organ, post.person])),
  }
}
function known<T>(found: T | undefined, name: string): T {
  if (found === undefined) throw new Error(`the demonstration district has no ${name}`)
  return found
}
