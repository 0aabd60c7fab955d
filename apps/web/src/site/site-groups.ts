// What the site switcher offers, in its order: all, mine, those chosen lately, then the others; while somebody types, what was found and nothing else.
import type { Ref } from '@houqin/web-kit'

export interface SiteGroup {
  readonly key: 'all' | 'mine' | 'lately' | 'others' | 'found'
  /** Null stands for all of them. */
  readonly sites: readonly (Ref | null)[]
  /** The place of its first in the whole list. */
  readonly from: number
}

export function siteGroups({ typed, mine, lately, found }: { typed: boolean; mine: readonly Ref[]; lately: readonly Ref[]; found: readonly Ref[] }): readonly SiteGroup[] {
  const told = new Set<string>()
  const fresh = (sites: readonly Ref[]): readonly Ref[] => {
    const others = sites.filter(({ id }) => !told.has(id))
    for (const { id } of others) told.add(id)
    return others
  }
  const groups: readonly Omit<SiteGroup, 'from'>[] = typed
    ? [{ key: 'found', sites: found }]
    : [{ key: 'all', sites: [null] }, { key: 'mine', sites: fresh(mine) }, { key: 'lately', sites: fresh(lately) }, { key: 'others', sites: fresh(found) }]
  let from = 0
  return groups.filter(({ sites }) => sites.length > 0).map((group) => {
    const placed = { ...group, from }
    from += group.sites.length
    return placed
  })
}
