// When a list is narrowed to the chosen site 按所选场所收窄: opened with nothing in its address, it is, as a condition written there; any other address says itself what it shows.
import type { Field, Fields } from '@houqin/define'
import { plainView, readView, withCondition, withoutField, writeView } from '../list/list-view.ts'
import type { ListView } from '../list/list-view.ts'

/** In the address of a list that shows all sites though one is chosen. */
const everywhere = 'sites=all'

/**
 * The reference by which a list is narrowed. @param sites the register that holds the sites. @param named what its declaration says of where a row stands:
 * a register whose rows are themselves the sites says `id`, and is not narrowed to a single one.
 */
export function siteFieldOf({ fields, sites, named }: { fields: Fields; sites: string | undefined; named: string | undefined }): string | undefined {
  if (named !== undefined) return named in fields ? named : undefined
  const leads = ([, field]: [string, Field]): boolean => field.kind === 'ref' && field.to !== 'self' && field.to.id === sites
  return sites === undefined ? undefined : Object.entries(fields).find(leads)?.[0]
}

interface Narrowing {
  /** The field by which the list is narrowed; undefined for a list that knows no site. */
  readonly field: string | undefined
  /** The chosen site; undefined for all. */
  readonly site: string | undefined
}
/** What a list shows at this address. @param search the part of it after `?`, with or without that. @returns the part as it should read. */
export function openedAt(search: string, { field, site }: Narrowing): string {
  const given = search.replace(/^\?/, '')
  return given === '' && field !== undefined && site !== undefined ? writeView(narrowed(plainView, field, site)) : given
}
/** The address of a view somebody made on the page. Where it would be narrowed anew, it says that it is not. */
export function addressOf(view: ListView, { field, site }: Narrowing): string {
  return writeView(view) || (field !== undefined && site !== undefined ? everywhere : '')
}
/** The address of the list on the screen once another site is chosen: whatever else it is narrowed by stays. */
export function switchedTo(search: string, { field, site }: { field: string; site: string | undefined }): string {
  const view = readView(search)
  return writeView(site === undefined ? withoutField(view, field) : narrowed(view, field, site))
}
/** The address of all rows of a list, for a figure that counts all. */
export function unnarrowed(path: string): string {
  return /^\/(registers|matters)\/[^/?#]+$/.test(path) ? `${path}?${everywhere}` : path
}
function narrowed(view: ListView, field: string, site: string): ListView {
  return withCondition(withoutField(view, field), { field, operator: 'is', value: site })
}
