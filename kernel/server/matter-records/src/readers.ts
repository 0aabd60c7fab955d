// Who reads a matter 谁能看: its parties always; within organ and site the roles its declaration names; auditors.
import { isHolder, isSystem, mayReach, rolesBehind, scopeOf } from '@houqin/access'
import type { Actor, Place, PlaceColumns } from '@houqin/access'
import type { Matter, Role } from '@houqin/define'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { StoredMatter } from './stored-matter.ts'

/** Where a matter stands for roles; a matter that knows no site is reached whole by a grant on a site. */
export function placeOf(matter: Matter, { organ, site }: { readonly organ: string | null; readonly site: string | null }): Place {
  return { organ, ...(matter.scope.site !== undefined && { site }) }
}
/** The same as columns of `matter.matter as m`. */
export function placeColumns(matter: Matter): PlaceColumns {
  return { organ: sql.ref('m.organ'), ...(matter.scope.site !== undefined && { site: sql.ref('m.site') }) }
}

export function mayRead(actor: Actor, matter: Matter, stored: StoredMatter): boolean {
  return knowsWhole(actor, matter, stored) || mayReach(actor.principal, rolesBehind(matter, 'read'), placeOf(matter, stored))
}

/** Every one of the kind, wherever it stands. */
export function readsAll({ principal }: Actor, matter: Matter): boolean {
  return mayReach(principal, rolesBehind(matter, 'read'), placeOf(matter, { organ: null, site: null }))
}

/** Those whose work it is see sensitive fields whole; whoever only reads along sees them masked. */
export function knowsWhole(actor: Actor, matter: Matter, stored: StoredMatter): boolean {
  return isSystem(actor.principal) || stored.isParty || isHolder(actor.principal, { matter, row: stored })
}

/** Whoever may add a word or a link: all who read it for their work, which auditors do not. */
export function mayWrite(actor: Actor, matter: Matter, stored: StoredMatter): boolean {
  return knowsWhole(actor, matter, stored) || mayReach(actor.principal, matter.access.read, placeOf(matter, stored))
}

/** `mayRead` compiled for a list over `matter.matter as m`. */
export function readableSql(actor: Actor, matter: Matter): RawBuilder<boolean> {
  const { principal } = actor
  const scoped = scopeOf({ principal, roles: rolesBehind(matter, 'read'), columns: placeColumns(matter) })
  // As an array, each of these conditions may be answered from an index, whichever others stand beside it.
  const party = sql`m.id = any(array(select p.matter from matter.party p where p.person = ${principal.person}::uuid))`
  return sql<boolean>`(${sql.join([scoped, party, ...heldByRoles(actor, [matter])], sql` or `)})`
}

/**
 * Waits for a role of his, on `matter.matter as m`: one condition for each of his roles as far as it reaches, so that all
 * that waits for a role is passed once. Matters that know no site are reached whole by a grant on a site.
 */
export function heldByRoles({ principal }: Actor, matters: readonly Matter[]): readonly RawBuilder<boolean>[] {
  return [...new Set(principal.grants.map(({ role }) => role))].map((role) => {
    const reached = [true, false].flatMap((sited) => {
      const alike = matters.filter(({ scope }) => (scope.site !== undefined) === sited)
      if (alike[0] === undefined) return []
      const scope = scopeOf({ principal, roles: [roleNamed(role)], columns: placeColumns(alike[0]) })
      return [sql`(m.kind = any(${alike.map(({ id }) => id)}::text[]) and ${scope})`]
    })
    // What is closed waits for nobody: said, so that the index of what waits for a role may answer.
    return sql<boolean>`(m.closed_at is null and m.holder_role = ${role} and (${reached.length === 0 ? sql`false` : sql.join(reached, sql` or `)}))`
  })
}

/** A grant names its role by id alone, and a scope asks for no more. */
function roleNamed(role: string): Role {
  return { role, title: role, reach: 'district', excludes: [] }
}
