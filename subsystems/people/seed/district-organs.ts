// The 235 organs of the demonstration district, with parents, credit codes and leadership posts.
import { creditCodeCheck } from '../src/contract/index.ts'
import type { OrganCategory, OrganLevel, Rank } from '../src/contract/index.ts'
import { dice } from './dice.ts'
import type { World } from './dice.ts'
import { institutions } from './institution-list.ts'
import { departments, families } from './organ-list.ts'
import { subdistricts } from './subdistricts.ts'
import { leadershipOf } from './titles.ts'

export interface SeedOrgan {
  readonly id: string
  readonly name: string
  readonly shortName: string
  readonly category: OrganCategory
  readonly level: OrganLevel
  readonly parent: string | null
  readonly creditCode: string | null
  readonly establishment: number
  readonly phone: string
  readonly leadership: readonly { readonly rank: Rank; readonly count: number }[]
  /** Whose subdistrict it belongs to, for those that every subdistrict has. */
  readonly subdistrict: string | null
}

export function districtOrgans(world: World): readonly SeedOrgan[] {
  const roll = dice({ ...world, name: 'organs' })
  const made = new Map<string, SeedOrgan>()
  const add = (given: Omit<SeedOrgan, 'id' | 'parent' | 'creditCode' | 'phone' | 'leadership'> & { under?: string | undefined; branch?: boolean }): void => {
    const { under, branch, ...rest } = given
    const superior = under === undefined ? null : made.get(under)
    if (superior === undefined) throw new Error(`${given.shortName} stands under ${under ?? ''}, which comes later or never`)
    made.set(given.shortName, {
      ...rest,
      id: roll.id(),
      parent: superior?.id ?? null,
      creditCode: branch ? null : creditCode(given.category, made.size),
      phone: `8${String(roll.int(2_100_000, 8_999_999))}`,
      leadership: leadershipOf({ ...rest, short: rest.shortName }),
    })
  }
  for (const group of departments)
    for (const [name, shortName, establishment] of group.organs)
      add({ name, shortName, establishment, category: group.category, level: group.level, subdistrict: null })
  for (const family of families)
    for (const subdistrict of subdistricts) {
      const named = (pattern: string): string => pattern.replace('*', subdistrict)
      add({
        name: named(family.name),
        shortName: named(family.short),
        category: family.category,
        level: family.level,
        establishment: roll.int(...family.establishment),
        under: family.under && named(family.under),
        branch: family.branch,
        subdistrict,
      })
    }
  for (const group of institutions)
    for (const [name, shortName, establishment, under] of group.organs)
      add({ name, shortName, establishment, category: 'institution', level: group.level, under, subdistrict: null })
  return [...made.values()]
}

/** 11 = organ, 12 = institution, 13 = mass organisation; 320299 is no area that exists. */
function creditCode(category: OrganCategory, place: number): string {
  const kind = category === 'institution' ? '12' : category === 'mass' ? '13' : '11'
  const first17 = `${kind}320299MB${String(1_000_000 + place * 7_919).slice(-7)}`
  return first17 + creditCodeCheck(first17)
}
