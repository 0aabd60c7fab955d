// 范围: how far somebody's roles reach, asked of one row in memory or compiled into the SQL of a list.
import { everyone } from '@houqin/define'
import type { Role } from '@houqin/define'
import { nameIn } from '@houqin/fields'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { isSystem } from '@houqin/callers'
import type { Grant, Principal } from '@houqin/callers'

/**
 * Where a row stands. Left out: its table is not divided that way, and a grant limited that way reaches it whole.
 * Null: the table is divided and this row stands nowhere, so that no limited grant reaches it.
 */
export interface Place {
  readonly organ?: string | null
  readonly site?: string | null
  /** Whose row it is; hand it over only where one's own rows are open to oneself. */
  readonly person?: string | null
}
/** The columns, or any other uuid expressions, that say where a row stands; left out as in `Place`. */
export interface PlaceColumns {
  readonly organ?: RawBuilder<unknown>
  readonly site?: RawBuilder<unknown>
  readonly person?: RawBuilder<unknown>
}

/** Whether one of `roles` is his today, wherever it reaches. */
export function holds(principal: Principal, roles: readonly Role[]): boolean {
  return isSystem(principal) || roles.some(isEveryone) || granted(principal, roles).length > 0
}

/** @throws Problem `not-allowed`, naming `deed` in the reader's language. */
export function requireRole(principal: Principal, { roles, deed }: { roles: readonly Role[]; deed: { readonly zh: string; readonly en: string } }): void {
  if (holds(principal, roles)) return
  const titles = roles.map(({ title }) => title).join('、')
  throw new Problem('not-allowed', say(
    `您没有${deed.zh}的权限${titles && `，需要角色：${titles}`}。如工作需要，请向安全管理员申请。`,
    `You may not ${deed.en}${titles && ` (needs ${roles.map((role) => nameIn(role).en).join(', ')})`}. Ask the security administrator if your work needs it.`,
  ))
}

/** Whether one of `roles`, as he holds it, reaches the row that stands in `place`. */
export function mayReach(principal: Principal, roles: readonly Role[], place: Place): boolean {
  if (isSystem(principal) || roles.some(isEveryone)) return true
  if (place.person != null && place.person === principal.person) return true
  return granted(principal, roles).some(({ organs, sites }) => covers(organs, place.organ) && covers(sites, place.site))
}

/**
 * The same question as SQL over `columns`. Each list travels as one parameter, so that an index on the column serves
 * and the statement stays the same whatever the grants; `false` when nothing is granted.
 */
export function scopeOf({ principal, roles, columns }: {
  principal: Principal
  roles: readonly Role[]
  columns: PlaceColumns
}): RawBuilder<boolean> {
  if (isSystem(principal) || roles.some(isEveryone)) return sql<boolean>`true`
  const reaches = granted(principal, roles).map(({ organs, sites }) => ({
    organs: columns.organ ? organs : null,
    sites: columns.site ? sites : null,
  }))
  if (reaches.some(({ organs, sites }) => organs === null && sites === null)) return sql<boolean>`true`
  const either: RawBuilder<boolean>[] = []
  const organs = reaches.flatMap((reach) => (reach.sites === null ? reach.organs ?? [] : []))
  const sites = reaches.flatMap((reach) => (reach.organs === null ? reach.sites ?? [] : []))
  if (columns.organ && organs.length > 0) either.push(within(columns.organ, organs))
  if (columns.site && sites.length > 0) either.push(within(columns.site, sites))
  for (const both of reaches)
    if (columns.organ && columns.site && both.organs && both.sites)
      either.push(sql<boolean>`(${within(columns.organ, both.organs)} and ${within(columns.site, both.sites)})`)
  if (columns.person && principal.person !== null) either.push(sql<boolean>`${columns.person} = ${principal.person}::uuid`)
  return either.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(either, sql` or `)})`
}

function within(column: RawBuilder<unknown>, ids: readonly string[]): RawBuilder<boolean> {
  return sql<boolean>`${column} = any(${[...new Set(ids)]}::uuid[])`
}
function granted(principal: Principal, roles: readonly Role[]): readonly Grant[] {
  return principal.grants.filter((grant) => roles.some(({ role }) => role === grant.role))
}
function covers(reach: readonly string[] | null, where: string | null | undefined): boolean {
  return reach === null || where === undefined || (where !== null && reach.includes(where))
}
function isEveryone({ role }: Role): boolean {
  return role === everyone.role
}
