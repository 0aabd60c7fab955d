// News of an account 账号通知: a role given or withdrawn, a deputy named; each told once, soon after it was written.
import { formatDate } from '@houqin/clock'
import type { Db, Tx } from '@houqin/db'
import { transaction } from '@houqin/db'
import { tableSqlOf } from '@houqin/fields'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Desk } from './desk.ts'
import { tell } from './tell.ts'

/** What is older was told of, or is no news any more. */
const lookBackMs = 24 * 3_600_000

interface Deed {
  readonly id: string
  readonly kind: 'grant.given' | 'grant.withdrawn' | 'deputy.named'
  readonly person: string
  readonly by: string | null
  readonly at: Date
  readonly role: string | null
  readonly place: string | null
  readonly from: string | null
  readonly to: string | null
  readonly comment: string
  readonly other: string | null
}

/** @returns how many persons were told. */
export async function tellOfAccounts(db: Db, desk: Desk): Promise<number> {
  const since = new Date(desk.clock.now().getTime() - lookBackMs)
  const { rows } = await deedsSince(db, desk, since)
  if (rows.length === 0) return 0
  return transaction(db, async (tx) => {
    let told = 0
    for (const deed of rows) told += await tellOne(tx, desk, deed)
    return told
  })
}

async function tellOne(tx: Tx, desk: Desk, { id, kind, person, by, at, role, place, from, to, comment, other }: Deed): Promise<number> {
  const told = await tell(tx, desk, {
    kind, key: `${kind}:${id}`, persons: [person], path: kind === 'deputy.named' ? '/approval/deputies' : '/me', by, at,
    values: (locale) => ({
      person: other ?? '',
      role: role === null ? '' : desk.word(role, desk.catalogue.roles.get(role)?.title ?? role, locale),
      place: place ?? '',
      days: from === null ? '' : `${formatDate(from)} – ${to === null ? (locale === 'zh' ? '长期' : 'until withdrawn') : formatDate(to)}`,
      comment,
    }),
  })
  return told.length
}

/** Those not told yet. Roles given by the system itself when it was installed are no news. */
function deedsSince(db: Db, { catalogue: { dimensions } }: Desk, since: Date) {
  const nameOf = (register: { readonly id: string } | undefined, id: RawBuilder<unknown>): RawBuilder<string | null> =>
    register ? sql<string | null>`(select label from ${tableSqlOf(register.id)} named where named.id = ${id})` : sql<string | null>`null::text`
  const place = sql`coalesce(${nameOf(dimensions.organ, sql.ref('g.organ'))}, ${nameOf(dimensions.site, sql.ref('g.site'))})`
  const by = (column: string) => sql`(select b.person from access.account b where b.id = ${sql.ref(column)})`
  return sql<Deed>`
    select * from (
      select g.id, 'grant.given' as kind, a.person, ${by('g.granted_by')} as by, g.granted_at as at, g.role, ${place} as place,
        lower(g.valid)::text as "from", (upper(g.valid) - 1)::text as "to", g.reason as comment, null::text as other
      from access.grant g join access.account a on a.id = g.account where g.granted_at >= ${since} and g.granted_by is not null and g.withdrawn_at is null
      union all
      select g.id, 'grant.withdrawn', a.person, ${by('g.withdrawn_by')}, g.withdrawn_at, g.role, null, null, null, g.withdrawal_reason, null
      from access.grant g join access.account a on a.id = g.account where g.withdrawn_at >= ${since}
      union all
      select d.id, 'deputy.named', d.deputy, null, d.written_at, null, null, lower(d.valid)::text, (upper(d.valid) - 1)::text, d.reason, ${nameOf(dimensions.person, sql.ref('d.person'))}
      from approval.deputy d where d.written_at >= ${since} and d.withdrawn_at is null
    ) as deed where deed.person is not null and not exists (select from notice.notice n where n.person = deed.person and n.key = deed.kind || ':' || deed.id)
    order by at`.execute(db)
}
