// Who I am: my account, my person, my roles and what I may use.
import { sql } from 'kysely'
import type { SignedIn } from '@houqin/access'
import { verbsOf } from '@houqin/access'
import type { Locale } from '@houqin/problem'
import { tableSqlOf } from '@houqin/fields'
import type { System } from '@houqin/http'
import type { Ref, WireMe } from '@houqin/wire'

export async function describeMe(system: System, { principal, username }: Pick<SignedIn, 'principal' | 'username'>, locale: Locale): Promise<WireMe> {
  const roles = await system.access.grants.held(system.db, principal)
  return {
    account: principal.account,
    username,
    name: principal.name,
    person: await personOf(system, principal.person),
    roles: roles.map(({ role, title, organ, site }) => ({ role, title: system.word(role, title, locale), organ, site })),
    can: verbsOf(principal, system.catalogue),
  }
}

async function personOf(system: System, id: string | null): Promise<Ref | null> {
  const register = system.catalogue.dimensions.person
  if (id === null || !register) return null
  const { rows } = await sql<Ref>`select id, label as name from ${tableSqlOf(register.id)} where id = ${id}`.execute(system.db)
  return rows[0] ?? null
}
