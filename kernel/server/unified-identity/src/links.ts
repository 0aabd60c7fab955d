// 绑定: which identity at the provider opens which account; made, shown, and ended by its owner or the system administrator.
import { record } from '@houqin/audit'
import { isAdministrator, signature } from '@houqin/access'
import type { Access, Actor } from '@houqin/access'
import type { Clock } from '@houqin/clock'
import { constraintOf } from '@houqin/db'
import type { Db, Tx } from '@houqin/db'
import type { Catalogue } from '@houqin/define'
import { columnSql, isId, newId, tableSqlOf } from '@houqin/fields'
import { Problem, say } from '@houqin/problem'
import type { LinkedAccount, Page, WireIdentity, WireProvider } from '@houqin/wire'
import { sql } from 'kysely'
import { textOf } from './relying-party.ts'
import { TurnedAway } from './turned-away.ts'

const howWords = Object.freeze({ password: '输入一次密码', 'signed-in': '已登录时绑定', claim: '按统一身份提供的信息自动绑定' })

/** The account an identity opens today. */
export async function accountLinked(db: Db | Tx, { provider, subject }: { provider: string; subject: string }): Promise<{ link: string; account: string } | undefined> {
  const { rows: [found] } = await sql<{ link: string; account: string }>`
    select id as link, account from identity.link where provider = ${provider} and subject = ${subject} and ended_at is null`.execute(db)
  return found
}

/**
 * The one open account whose person answers to a claim the administrator lets link by itself; undefined for none, for
 * several, and where the provider itself says that the claim was not verified.
 */
export async function accountClaimed(db: Db | Tx, { dimensions: { person } }: Catalogue, { provider, claims }: { provider: WireProvider; claims: Readonly<Record<string, unknown>> }): Promise<string | undefined> {
  if (!person) return undefined
  for (const { claim, field, automatic } of provider.matching) {
    const text = textOf(claims[claim])
    if (!automatic || text === '' || !(field in person.fields) || claims[`${claim}_verified`] === false) continue
    // `phone_number_verified`, `email_verified`: what is not verified is said by whoever wants to come in
    const { rows } = await sql<{ account: string | null }>`
      select account.id as account from ${tableSqlOf(person.id)} as p
      left join access.account on account.person = p.id and disabled_at is null
      where p.${columnSql(field)} = ${text} and p.retired_at is null and p.merged_into is null limit 2`.execute(db)
    const [only, another] = rows
    if (only?.account && !another) return only.account
  }
  return undefined
}

/** @param actor who does it; null while nobody is signed in yet. @throws TurnedAway `administrator`, `taken`. */
export async function makeLink(tx: Tx, clock: Clock, { provider, subject, shown, account, how, ip, actor = null }: {
  provider: Pick<WireProvider, 'id' | 'title'>
  subject: string
  shown: string
  account: string
  how: WireIdentity['how']
  ip: string
  actor?: Actor | null
}): Promise<string> {
  if (await isAdministrator(tx, account)) throw new TurnedAway('administrator')
  const at = clock.now()
  const id = newId(clock)
  const { rows: [owner] } = await sql<{ name: string }>`select name from access.account where id = ${account}`.execute(tx)
  await sql`
    insert into identity.link (id, provider, subject, account, shown, how, linked_at)
    values (${id}, ${provider.id}, ${subject}, ${account}, ${shown}, ${how}, ${at})`.execute(tx).catch((error: unknown) => {
    throw constraintOf(error)?.kind === 'unique' ? new TurnedAway('taken', error) : error
  })
  await record(tx, {
    at, ...(actor ? signature(actor) : { actor: account, actorName: owner?.name ?? '', ip }), action: 'identity.link', subject: { kind: 'access.account', id: account },
    summary: `绑定“${provider.title}”的身份 ${shown}（${howWords[how]}）`, after: { link: id, provider: provider.id, subject, how },
  })
  return id
}

const columns = sql`
  l.id, json_build_object('id', p.id, 'name', p.title) as provider, l.shown, l.how, l.linked_at as "linkedAt", l.last_used_at as "lastUsedAt"`

/** One's own, the newest first. */
export async function linksOf(db: Db | Tx, account: string): Promise<readonly WireIdentity<Date>[]> {
  const { rows } = await sql<WireIdentity<Date>>`
    select ${columns} from identity.link l join identity.provider p on p.id = l.provider where l.account = ${account} and l.ended_at is null order by l.id desc`.execute(db)
  return rows
}
/** Everybody's, the newest first; `next` is the cursor of the following page. @param q part of a username, a name or what the provider calls him. */
export async function allLinks(db: Db | Tx, { q = '', limit = 50, after }: { q?: string; limit?: number; after?: string }): Promise<Page<LinkedAccount<Date>>> {
  const like = `%${q.trim().toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<LinkedAccount<Date>>`
    select ${columns}, json_build_object('id', a.id, 'name', a.name, 'username', a.username) as account
    from identity.link l join identity.provider p on p.id = l.provider join access.account a on a.id = l.account
    where l.ended_at is null and (a.username like ${like} or lower(a.name) like ${like} or lower(l.shown) like ${like})
      ${after === undefined ? sql`` : sql`and l.id < ${isId(after) ? after : null}`}
    order by l.id desc limit ${limit + 1}`.execute(db)
  const page = rows.slice(0, limit)
  return { rows: page, next: rows.length > limit ? page.at(-1)?.id ?? null : null }
}

/**
 * Ends a link, and the sessions that came in by it but for the one that asks. An account always has a password (one
 * that was only handed over must be changed before anything else), so this is never the last way in.
 * @param reason why, from an administrator; null of one's own will, and then only one's own.
 * @throws Problem `not-found`, `bad-input`.
 */
export async function endLink(tx: Tx, { access, clock }: { access: Access; clock: Clock }, { actor, id, reason }: { actor: Actor; id: string; reason: string | null }): Promise<void> {
  const { principal } = actor
  const why = reason?.trim() ?? null
  if (why === '') throw new Problem('bad-input', say('请写明理由。', 'Say why.'), { issues: [{ at: 'reason', says: say('请写明理由。', 'Say why.') }] })
  const own = why === null ? sql`and account = ${principal.account}` : sql``
  const at = clock.now()
  const { rows: [link] } = await sql<{ account: string; shown: string; title: string }>`
    update identity.link l set ended_at = ${at}, ended_by = ${principal.account}, end_reason = ${why}
    from identity.provider p where p.id = l.provider and l.id = ${isId(id) ? id : null} and l.ended_at is null ${own}
    returning l.account, l.shown, p.title`.execute(tx)
  if (!link) throw new Problem('not-found', say('没有这项绑定，或已经解除。', 'There is no such link, or it was ended already.'))
  const { rows: sessions } = await sql<{ session: string }>`select session from identity.session where link = ${id} and session <> ${isId(principal.session) ? principal.session : null}`.execute(tx)
  await access.sessions.endAll(tx, { account: link.account, sessions: sessions.map(({ session }) => session) })
  await record(tx, {
    at, ...signature(actor), action: 'identity.unlink', subject: { kind: 'access.account', id: link.account },
    summary: `解除“${link.title}”的身份 ${link.shown} 的绑定${why === null ? '' : `：${why}`}`, before: { link: id }, after: { reason: why },
  })
}
