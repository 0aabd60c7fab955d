// The chosen site 所选场所 as it is kept: by account, on this device, gone at signing out; every open tab is told.
import type { Me, Ref } from '@houqin/wire'
import { auditor, everyone } from '@houqin/define'
import { onceNothingTyped } from '../fields/unsaved.ts'
import { keepHere, keptHere, watchHere } from '../parts/kept-here.ts'

export interface KeptSites {
  /** Null while he looks at all of them. */
  readonly chosen: Ref | null
  /** Those chosen before, the latest first. */
  readonly lately: readonly Ref[]
}
const place = 'site'
const none: KeptSites = Object.freeze({ chosen: null, lately: Object.freeze([]) })
const most = 5

/** The same object until something else is kept. */
let held: { readonly account: string; readonly kept: KeptSites } | undefined
const watchers = new Set<() => void>()
const followers = new Set<(site: Ref | null) => void>()

export function keptSites(account: string): KeptSites {
  if (held?.account !== account) held = { account, kept: readKept(keptHere(account, place)) }
  return held.kept
}
export function watchSites(account: string, watcher: () => void): () => void {
  watchers.add(watcher)
  // what is typed into a page is not taken off it by another tab
  const leave = watchHere(account, place, () => onceNothingTyped(reread))
  return () => {
    leave()
    watchers.delete(watcher)
  }
}
function reread(): void {
  held = undefined
  for (const watcher of [...watchers]) watcher()
}

/** The page that stands follows. @param site null for all. */
export function switchSite(account: string, site: Ref | null): void {
  const { lately } = keptSites(account)
  const kept = { chosen: site, lately: site ? [site, ...lately.filter(({ id }) => id !== site.id)].slice(0, most) : lately }
  held = { account, kept }
  keepHere(account, place, kept)
  for (const watcher of [...watchers]) watcher()
  for (const follower of [...followers]) follower(site)
}
/** Told of what this tab's reader chooses, not of other tabs: their pages stay as their addresses say. @returns the end of it. */
export function followSwitch(follower: (site: Ref | null) => void): () => void {
  followers.add(follower)
  return () => followers.delete(follower)
}

/** Whether his work reaches more than one site; who asks for himself alone, or answers for a single one, has nothing to choose. */
export function worksAtSeveral({ roles }: Pick<Me, 'roles'>): boolean {
  const held = roles.filter(({ role }) => role !== everyone.role && (role === auditor.role || !role.startsWith('kernel.')))
  return held.some(({ site }) => site === null) || sitesOf({ roles: held }).length > 1
}
/** Those his roles name. */
export function sitesOf({ roles }: Pick<Me, 'roles'>): readonly Ref[] {
  return [...new Map(roles.flatMap(({ site }) => (site ? [[site.id, site] as const] : []))).values()]
}

function readKept(value: unknown): KeptSites {
  if (typeof value !== 'object' || value === null) return none
  const { chosen, lately } = value as Partial<Record<keyof KeptSites, unknown>> // every member is looked at below
  return { chosen: isRef(chosen) ? chosen : null, lately: Array.isArray(lately) ? lately.filter(isRef) : [] }
}
function isRef(value: unknown): value is Ref {
  return typeof value === 'object' && value !== null && 'id' in value && 'name' in value && typeof value.id === 'string' && typeof value.name === 'string'
}
