// 授权: a role given to an account for a time and a place. The security administrator gives and withdraws, never for himself.
import { record } from '@houqin/audit'
import { addDays, isDate } from '@houqin/clock'
import type { Db, Tx } from '@houqin/db'
import { everyone, securityAdmin } from '@houqin/define'
import type { Catalogue, Role } from '@houqin/define'
import { isId, newId } from '@houqin/fields'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { lockAccount } from './accounts.ts'
import { badInput } from './bad-input.ts'
import { nameIn, requireRow } from './dimension.ts'
import type { House } from './house.ts'
import { isSystem, signature } from '@houqin/callers'
import type { Actor, Principal } from '@houqin/callers'
import type { HeldRole, Page, Ref, WireGrant } from '@houqin/wire'
import { tellRights } from './rights-told.ts'
import { requireRole } from './scope.ts'

export interface NewGrant {
  readonly account: string
  readonly role: string
  /** With a role that reaches an organ, and only then. */
  readonly organ?: string | null
  /** With a role that reaches a site, and only then. */
  readonly site?: string | null
  /** The first day, `YYYY-MM-DD`; today when left out. */
  readonly from?: string
  /** The last day, included; null = until withdrawn. */
  readonly to?: string | null
  readonly reason: string
  /** The matter that decided it, as its address ends: `kind/number`. */
  readonly matter?: string
}
export interface GrantQuery {
  readonly account?: string
  readonly role?: string
  readonly limit?: number
  readonly after?: string
}
export type Grants = ReturnType<typeof createGrants>

const govern = { roles: [securityAdmin], deed: say('授予或收回角色', 'grant or withdraw roles') }

export function createGrants(house: House) {
  return Object.freeze({
    /** @throws Problem `not-allowed`, `bad-input`, `not-found`, `conflict` when it excludes a role he holds. */
    give: (tx: Tx, actor: Actor, grant: NewGrant) => give(tx, house, { actor, grant }),
    /** In effect from the next request on, and told to his open consoles. @throws Problem `not-allowed`, `not-found`, `bad-input`. */
    withdraw: (tx: Tx, actor: Actor, id: string, how: { readonly reason: string; readonly matter?: string }) => withdraw(tx, house, { actor, id, ...how }),
    /** The newest first; `next` is the cursor of the following page. @throws Problem `not-allowed`. */
    list: (db: Db | Tx, actor: Actor, query: GrantQuery = {}) => list(db, house, { actor, query }),
    /** The roles somebody holds today, for himself to see. */
    held: (db: Db | Tx, principal: Principal) => held(db, house, principal),
  })
}

/** Whether one person may never hold both; either declaration says so for both. */
export function excludes(a: Role, b: Role): boolean {
  return a.excludes.includes(b.role) || b.excludes.includes(a.role)
}

/** Tells the database which roles exclude each other, so that it refuses by itself. Once at every start. */
export async function declareRoles(tx: Tx, catalogue: Catalogue): Promise<void> {
  const roles = [...catalogue.roles.values()]
  const pairs = roles.flatMap((a) => roles.filter((b) => excludes(a, b)).map((b) => [a.role, b.role] as const))
  await sql`delete from access.incompatible`.execute(tx)
  await sql`
    insert into access.incompatible (role, other)
    select * from unnest(${pairs.map(([role]) => role)}::text[], ${pairs.map(([, other]) => other)}::text[])`.execute(tx)
}

async function give(tx: Tx, house: House, { actor, grant }: { actor: Actor; grant: NewGrant }): Promise<{ id: string }> {
  requireRole(actor.principal, govern)
  const { catalogue, clock } = house
  refuseOwn(actor, grant.account)
  const role = catalogue.roles.get(grant.role)
  if (!role || role.role === everyone.role) throw badInput('role', say('没有可授予的这个角色。', 'There is no such role to grant.'))
  const { organ = null, site = null, matter = null } = grant
  requireReach(role, { organ, site })
  await requireRow(tx, { register: catalogue.dimensions.organ, id: organ, at: 'organ' })
  await requireRow(tx, { register: catalogue.dimensions.site, id: site, at: 'site' })
  const from = grant.from ?? clock.today()
  const to = grant.to ?? null
  requireDays({ from, to, today: isSystem(actor.principal) ? null : clock.today() })
  const reason = requireReason(grant.reason)
  const account = await lockAccount(tx, grant.account)
  const valid = sql`daterange(${from}::date, ${to === null ? null : addDays(to, 1)}::date)`
  await refuseExcluded(tx, house, { account: grant.account, name: account.name, role, valid })
  const id = newId(clock)
  const at = clock.now()
  await sql`
    insert into access.grant (id, account, role, organ, site, valid, reason, granted_by, granted_at, matter)
    values (${id}, ${grant.account}, ${role.role}, ${organ}, ${site}, ${valid}, ${reason}, ${isSystem(actor.principal) ? null : actor.principal.account}, ${at}, ${matter})`.execute(tx)
  await tellRights(tx, { clock, account: grant.account })
  await record(tx, {
    at, ...signature(actor), action: 'access.grant', subject: { kind: 'access.account', id: grant.account },
    summary: `授予${account.name}角色“${role.title}”，${from} 至 ${to ?? '收回为止'}：${reason}`, after: { grant: id, role: role.role, organ, site, from, to, reason, ...(matter !== null && { matter }) },
  })
  return { id }
}

async function withdraw(tx: Tx, { catalogue, clock }: House, { actor, id, reason: given, matter }: { actor: Actor; id: string; reason: string; matter?: string }): Promise<void> {
  requireRole(actor.principal, govern)
  const reason = requireReason(given)
  const at = clock.now()
  const { rows: [grant] } = await sql<{ account: string; name: string; role: string; withdrawn: boolean }>`
    select access.grant.account, account.name, role, withdrawn_at is not null as withdrawn
    from access.grant join access.account on account.id = access.grant.account
    where access.grant.id = ${isId(id) ? id : null} for update`.execute(tx)
  if (!grant || grant.withdrawn) throw new Problem('not-found', say('没有这项授权，或已被收回。', 'There is no such grant, or it was withdrawn already.'))
  refuseOwn(actor, grant.account)
  await sql`
    update access.grant set withdrawn_at = ${at}, withdrawn_by = ${isSystem(actor.principal) ? null : actor.principal.account}, withdrawal_reason = ${reason}, withdrawal_matter = ${matter ?? null}
    where id = ${id}`.execute(tx)
  await tellRights(tx, { clock, account: grant.account })
  await record(tx, {
    at, ...signature(actor), action: 'access.withdraw', subject: { kind: 'access.account', id: grant.account },
    summary: `收回${grant.name}的角色“${catalogue.roles.get(grant.role)?.title ?? grant.role}”：${reason}`, before: { grant: id, role: grant.role }, after: { reason, ...(matter !== undefined && { matter }) },
  })
}

async function list(db: Db | Tx, house: House, { actor, query: { account, role, limit = 50, after } }: { actor: Actor; query: GrantQuery }): Promise<Page<WireGrant<Date>>> {
  requireRole(actor.principal, govern)
  const { catalogue, clock } = house
  const conditions = [
    sql`true`,
    ...(account === undefined ? [] : [sql`g.account = ${isId(account) ? account : null}`]),
    ...(role === undefined ? [] : [sql`g.role = ${role}`]),
    ...(after === undefined ? [] : [sql`g.id < ${isId(after) ? after : null}`]),
  ]
  const name = (column: string): RawBuilder<string | null> => sql<string | null>`(select name from access.account named where named.id = ${sql.ref(column)})`
  const named = (column: string, called: RawBuilder<string | null>): RawBuilder<Ref | null> =>
    sql<Ref | null>`case when ${sql.ref(column)} is not null then json_build_object('id', ${sql.ref(column)}, 'name', coalesce(${called}, '')) end`
  const { rows } = await sql<Omit<WireGrant<Date>, 'title'>>`
    select g.id, ${named('g.account', name('g.account'))} as account, g.role,
           ${named('g.organ', nameIn(catalogue.dimensions.organ, sql.ref('g.organ')))} as organ,
           ${named('g.site', nameIn(catalogue.dimensions.site, sql.ref('g.site')))} as site,
           lower(g.valid)::text as "from", (upper(g.valid) - 1)::text as "to", g.reason,
           case when g.withdrawn_at is not null then 'withdrawn' when g.valid >> daterange(${clock.today()}, ${clock.today()}, '[]') then 'to-come'
                when g.valid @> ${clock.today()}::date then 'in-force' else 'over' end as state,
           ${named('g.granted_by', name('g.granted_by'))} as "grantedBy", g.granted_at as "grantedAt",
           ${named('g.withdrawn_by', name('g.withdrawn_by'))} as "withdrawnBy", g.withdrawn_at as "withdrawnAt", g.withdrawal_reason as "withdrawalReason",
           g.matter, g.withdrawal_matter as "withdrawalMatter"
    from access.grant g where ${sql.join(conditions, sql` and `)} order by g.id desc limit ${limit + 1}`.execute(db)
  const page = rows.slice(0, limit).map((row) => Object.freeze({ ...row, title: titleOf(catalogue, row.role) }))
  return { rows: page, next: rows.length > limit ? page.at(-1)?.id ?? null : null }
}

async function held(db: Db | Tx, { catalogue, clock }: House, { account }: Principal): Promise<readonly HeldRole[]> {
  const { rows } = await sql<{ role: string; organ: string | null; organ_name: string | null; site: string | null; site_name: string | null }>`
    select role, organ, ${nameIn(catalogue.dimensions.organ, sql.ref('g.organ'))} as organ_name, site, ${nameIn(catalogue.dimensions.site, sql.ref('g.site'))} as site_name
    from access.grant g
    where account = ${isId(account) ? account : null} and withdrawn_at is null and valid @> ${clock.today()}::date order by g.id`.execute(db)
  return rows.map(({ role, organ, organ_name, site, site_name }) => Object.freeze({
    role,
    title: titleOf(catalogue, role),
    organ: organ === null ? null : { id: organ, name: organ_name ?? '' },
    site: site === null ? null : { id: site, name: site_name ?? '' },
  }))
}

async function refuseExcluded(tx: Tx, { catalogue }: House, { account, name, role, valid }: { account: string; name: string; role: Role; valid: RawBuilder<unknown> }): Promise<void> {
  const { rows } = await sql<{ role: string }>`
    select role from access.grant where account = ${account} and withdrawn_at is null and valid && ${valid}`.execute(tx)
  for (const held of rows) {
    const other = catalogue.roles.get(held.role)
    if (other && excludes(role, other)) throw new Problem('conflict', say(
      `${name}在这段时间担任“${other.title}”，与“${role.title}”不得由同一人担任。请先收回前者，或授予他人。`,
      `${name} holds ${other.role} in that time, and nobody may hold it together with ${role.role}. Withdraw the former first, or grant it to somebody else.`,
    ))
  }
}

function refuseOwn(actor: Actor, account: string): void {
  if (account === actor.principal.account) throw new Problem('not-allowed', say(
    '不能给自己授予或收回角色，请由另一位安全管理员办理。', 'Nobody grants roles to himself or withdraws his own; another security administrator does it.',
  ))
}

function requireReach(role: Role, given: { organ: string | null; site: string | null }): void {
  const dimensions = { organ: say('单位', 'an organ'), site: say('场所', 'a site') }
  for (const dimension of ['organ', 'site'] as const) {
    const wanted = role.reach === dimension
    const { zh, en } = dimensions[dimension]
    if (wanted && given[dimension] === null) throw badInput(dimension, say(`授予“${role.title}”须指明${zh}。`, `A grant of ${role.role} names ${en}.`))
    if (!wanted && given[dimension] !== null) throw badInput(dimension, say(`“${role.title}”不按${zh}授予，请不要填写。`, `${role.role} is not granted for ${en}: leave it out.`))
  }
}

function requireDays({ from, to, today }: { from: string; to: string | null; today: string | null }): void {
  if (!isDate(from)) throw badInput('from', say('开始日期应写作 2026-11-24 这样。', 'The first day is written like 2026-11-24.'))
  if (to !== null && !isDate(to)) throw badInput('to', say('截止日期应写作 2026-11-24 这样。', 'The last day is written like 2026-11-24.'))
  if (to !== null && to < from) throw badInput('to', say('截止日期不能早于开始日期。', 'The last day may not come before the first.'))
  if (today !== null && from < today) throw badInput('from', say('授权不能从过去的日期开始。', 'A grant may not begin in the past.'))
}

function requireReason(reason: string): string {
  const said = reason.trim()
  if (said === '' || Array.from(said).length > 500) throw badInput('reason', say('请写明理由，最多 500 个字。', 'Give a reason of at most 500 characters.'))
  return said
}
function titleOf(catalogue: Catalogue, role: string): string {
  return catalogue.roles.get(role)?.title ?? role
}
