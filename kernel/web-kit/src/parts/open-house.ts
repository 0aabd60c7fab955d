// The house as it stands open 全部子系统: an index of every subsystem from the start, and what each declares once something of it is opened.
import type { Group, Screen, SlotFill } from '@houqin/define'
import type { WebPart } from './web-part.ts'

type Dimension = 'organ' | 'site' | 'person'
interface OfRole {
  readonly role: string
}
/** What the first page needs of a subsystem: plain data, written by the builder from its web part. */
export interface PartIndex {
  readonly id: string
  readonly title: string
  /** `title` only where it stands in the rail. */
  readonly screens: readonly { readonly path: `/${string}`; readonly title?: string; readonly group: Group; readonly who?: readonly string[] }[]
  /** Slots it fills, in the order of its fills. */
  readonly fills: readonly string[]
  readonly homes: readonly { readonly who: readonly string[]; readonly path: string }[]
  readonly coded: readonly { readonly register: string; readonly path: string }[]
  /** Of kinds of matter by the prefix of their numbers. */
  readonly prefixes: Readonly<Record<string, string>>
  /** Of registers that hold the house's organs, sites and persons. */
  readonly dimensions: Readonly<Partial<Record<Dimension, string>>>
  /** Matters and registers whose forms its standards are held against while somebody types, of whatever subsystem they are. */
  readonly judges: readonly string[]
}
export type IndexedScreen = Omit<Screen, 'who'> & { readonly who?: readonly OfRole[] }
export interface IndexedPart {
  readonly subsystem: Pick<PartIndex, 'id' | 'title'>
  readonly screens: readonly IndexedScreen[]
  readonly fills: readonly SlotFill[]
  readonly homes: readonly { readonly who: readonly OfRole[]; readonly path: string }[]
  readonly coded: PartIndex['coded']
}
export interface OpenHouse {
  readonly parts: readonly IndexedPart[]
  /** The kind of matter whose numbers begin so: BX-20261124-0007. */
  readonly matterOf: (number: string) => { readonly id: string } | undefined
  /** The register that holds every organ, site or person. */
  readonly keeperOf: (dimension: Dimension) => { readonly id: string } | undefined
  /** Subsystems of registers, matters and standards by their ids, and those whose standards are held against them. */
  readonly subsystemsOf: (ids: readonly string[]) => readonly string[]
  /** What a subsystem declares; fetched once. @throws when it cannot be fetched; it is asked for anew the next time. */
  readonly load: (subsystem: string) => Promise<WebPart>
  readonly whole: () => Promise<readonly WebPart[]>
  /** Those that are there, in the order of the index; the same list until one more is. */
  readonly loaded: () => readonly WebPart[]
  readonly watch: (watcher: () => void) => () => void
}

/** @param loaders by subsystem. */
export function openHouse(index: readonly PartIndex[], loaders: Readonly<Record<string, () => Promise<WebPart>>>): OpenHouse {
  const asked = new Map<string, Promise<WebPart>>()
  const here = new Map<string, WebPart>()
  const watchers = new Set<() => void>()
  let loaded: readonly WebPart[] = []
  const load = async (id: string): Promise<WebPart> => {
    const known = asked.get(id)
    if (known) return known
    const loader = loaders[id]
    if (!loader) throw new Error(`No subsystem is called ${id}.`)
    const asking = loader().then(
      (part) => {
        here.set(id, part)
        loaded = index.flatMap((one) => here.get(one.id) ?? [])
        for (const watcher of [...watchers]) watcher()
        return part
      },
      (thrown: unknown) => {
        asked.delete(id)
        throw thrown
      },
    )
    asked.set(id, asking)
    return asking
  }
  const owners = new Set(index.map(({ id }) => id))
  return {
    parts: index.map((part) => partOf(part, load)),
    matterOf: (number) => {
      const [prefix = ''] = number.split('-')
      const id = index.flatMap(({ prefixes }) => prefixes[prefix] ?? [])[0]
      return id === undefined ? undefined : { id }
    },
    keeperOf: (dimension) => {
      const id = index.flatMap(({ dimensions }) => dimensions[dimension] ?? [])[0]
      return id === undefined ? undefined : { id }
    },
    subsystemsOf: (ids) => [...new Set(ids.flatMap((id) => [id.split('.')[0] ?? '', ...index.filter(({ judges }) => judges.includes(id)).map((part) => part.id)]))].filter((id) => owners.has(id)),
    load,
    whole: () => Promise.all(index.map(({ id }) => load(id))),
    loaded: () => loaded,
    watch: (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
  }
}

/** The index as a part: its pages and fills are found in the subsystem's own part once that is there. */
function partOf({ id, title, screens, fills, homes, coded }: PartIndex, load: OpenHouse['load']): IndexedPart {
  const held = (who: readonly string[]): readonly OfRole[] => who.map((role) => ({ role }))
  return {
    subsystem: { id, title },
    coded,
    homes: homes.map(({ who, path }) => ({ who: held(who), path })),
    screens: screens.map(({ path, title: called, group, who }) => ({
      path, title: called ?? '', group, hidden: called === undefined, ...(who && { who: held(who) }),
      load: async () => found((await load(id)).screens.find((screen) => screen.path === path), path).load(),
    })),
    fills: fills.map((slot, place) => ({ slot, load: async () => found((await load(id)).fills[place], slot).load() })),
  }
}
/** The index is older than the part, as after an upgrade. */
function found<T>(one: T | undefined, what: string): T {
  if (one === undefined) throw new Error(`${what} is not declared any more.`)
  return one
}
