// The service desk of the demonstration district: teams with members and sites, categories, materials.
import { dice } from '@houqin/people/seed'
import type { DistrictPeople, SeedPerson, World } from '@houqin/people/seed'
import type { DistrictPlaces } from '@houqin/places/seed'
import type { Category, Material, Team } from '../src/contract/index.ts'
import { categoryList } from './category-list.ts'
import type { CategoryKey } from './category-list.ts'
import { materialList } from './mending.ts'
import { teamList } from './team-list.ts'

export type SeedTeam = Pick<Team, 'id' | 'name' | 'trade' | 'leader' | 'phone' | 'contractor'> & {
  readonly members: readonly SeedPerson[]
  readonly sites: readonly string[]
}
export type SeedCategory = Pick<Category, 'id' | 'name' | 'trade' | 'urgentHours' | 'normalHours' | 'lowHours' | 'quickWords' | 'keywords' | 'position'> & {
  readonly key: CategoryKey
}
export type SeedMaterial = Pick<Material, 'id' | 'name' | 'model' | 'unit' | 'price' | 'stocked'> & { readonly uses: readonly CategoryKey[] }
export interface DistrictDesk {
  readonly teams: readonly SeedTeam[]
  readonly categories: readonly SeedCategory[]
  readonly materials: readonly SeedMaterial[]
}

export function districtDesk(world: World, { people, places }: { people: DistrictPeople; places: DistrictPlaces }): DistrictDesk {
  const roll = dice({ ...world, name: 'desk' })
  const centre = people.organ('后勤中心').id
  const worker = people.named('worker')
  const free = new Map<string, SeedPerson[]>()
  for (const person of people.persons) {
    if (person.standing !== 'active' || person.key !== null) continue
    const from = person.contractor ?? (person.organ === centre ? centre : null)
    if (from !== null && (person.born ?? '') > '1963') free.set(from, [...(free.get(from) ?? []), person])
  }
  const teams = teamList.map((line): SeedTeam => {
    const contractor = line.contractor === undefined ? null : (people.contractors.find(({ name }) => name === line.contractor)?.id ?? null)
    const hands = free.get(contractor ?? centre) ?? []
    const members = hands.splice(0, line.members)
    if (line.name === '电工一班') members.unshift(worker)
    const leader = members[0]
    if (!leader) throw new Error(`${line.name} has no members`)
    const managed = places.sites.filter((site) => site.managed)
    const others = places.sites.filter((site) => !site.managed)
    const covered = line.covers === 'all' ? places.sites : line.covers === 'managed' ? managed : line.covers === 'others' ? others : line.covers.map((name) => places.site(name))
    return {
      id: roll.id(), name: line.name, trade: line.trade, leader: leader.id, contractor, members,
      phone: `8${String(roll.int(2_100_000, 8_999_999))}`, sites: covered.map((site) => site.id),
    }
  })
  return {
    teams,
    categories: categoryList.map(({ quickWords, ...line }, place) => ({ ...line, id: roll.id(), quickWords: quickWords.join('\n'), position: place + 1 })),
    materials: materialList.map(([name, model, unit, price, stocked, uses]) => ({ id: roll.id(), name, model, unit, price, stocked, uses })),
  }
}

/** The team of a trade that goes to a site. @throws Error when a trade has none. */
export function teamAt(desk: DistrictDesk, { trade, site }: { trade: Team['trade']; site: string }): SeedTeam {
  const found = desk.teams.find((team) => team.trade === trade && team.sites.includes(site)) ?? desk.teams.find((team) => team.trade === trade)
  if (!found) throw new Error(`no team does ${trade}`)
  return found
}
