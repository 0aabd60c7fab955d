// The desk of the keys 接口密钥: who shows one is asked anew at every request: is it alive, from here, not too fast, and for this?
import { grantsInForce, isAdministrator } from '@houqin/access'
import type { Actor, Grant, Principal } from '@houqin/access'
import type { Db, Tx } from '@houqin/db'
import { columnSql, tableSqlOf } from '@houqin/fields'
import { Problem, say } from '@houqin/problem'
import type { MadeKey, WireKey } from '@houqin/wire'
import { sql } from 'kysely'
import type { House } from './house.ts'
import { hashOf, isAmong, keyMark, list, make, revoke } from './keep.ts'
import type { NewKey } from './keep.ts'
import { covers, needOf } from './scope.ts'

export { keyMark } from './keep.ts'
export interface KeyHolder {
  readonly principal: Principal
  readonly username: string
  readonly expiresAt: Date
}
/** All throw Problems: `not-allowed`, `bad-input`, `not-found`, `not-signed-in`, `too-many-requests`. */
export interface ApiKeys {
  /** @returns the key, this once. */
  make(tx: Tx, actor: Actor, given: NewKey): Promise<MadeKey>
  revoke(tx: Tx, actor: Actor, id: string): Promise<void>
  list(db: Db | Tx, actor: Actor): Promise<readonly WireKey<Date>[]>
  /** @param url as the route was declared. */
  authenticate(db: Db, shown: { readonly key: string; readonly ip: string; readonly method: string; readonly url: string }): Promise<KeyHolder>
}

interface Found {
  readonly id: string
  readonly account: string
  readonly person: string | null
  readonly name: string
  readonly username: string
  readonly title: string
  readonly scopes: readonly string[]
  readonly organ: string | null
  readonly addresses: readonly string[]
  readonly per_minute: number
  readonly expires_at: Date
  readonly revoked_at: Date | null
  readonly disabled_at: Date | null
  readonly last_used_at: Date | null
  readonly grants: readonly Grant[]
}
const minuteMs = 60_000

export function createApiKeys(house: House): ApiKeys {
  /** Of the present minute; one process counts for itself. */
  const used = new Map<string, { minute: number; count: number }>()
  return Object.freeze<ApiKeys>({
    make: (tx, actor, given) => make(tx, house, { actor, given }),
    revoke: (tx, actor, id) => revoke(tx, house, { actor, id }),
    list: (db, actor) => list(db, actor),
    async authenticate(db, { key, ip, method, url }) {
      const { catalogue, clock } = house
      const now = clock.now()
      const { rows: [found] } = await sql<Found>`
        select k.id, account.id as account, account.person, account.name, account.username, k.title, k.scopes, k.organ, k.addresses, k.per_minute, k.expires_at,
               k.revoked_at, account.disabled_at, k.last_used_at, ${grantsInForce({ catalogue, account: sql.ref('account.id'), day: clock.today() })} as grants
        from api_key.key k join access.account on account.id = k.account where k.hash = ${hashOf(key)}`.execute(db)
      if (!key.startsWith(keyMark) || !found || found.revoked_at || found.disabled_at || found.expires_at <= now) throw new Problem('not-signed-in', say(
        '接口密钥无效、已作废或已到期，请向系统管理员要新的。', 'The key is unknown, revoked or past its day: ask the system administrator for another.',
      ))
      if (found.addresses.length > 0 && !isAmong(ip, found.addresses)) throw new Problem('not-allowed', say(`这个接口密钥不能从 ${ip} 使用。`, `This key may not be used from ${ip}.`))
      const need = needOf({ method, url })
      if (!need || !covers(found.scopes, need)) throw new Problem('not-allowed', say(
        need ? `接口密钥“${found.title}”没有范围 ${need.kind}:${need.id}:${need.verb}。` : '接口密钥不能用于这个地址。',
        need ? `The key lacks the scope ${need.kind}:${need.id}:${need.verb}.` : 'No key is good for this address.',
      ))
      // whoever became an administrator afterwards does nothing through a program
      if (await isAdministrator(db, found.account)) throw new Problem('not-allowed', say('这个账号已是管理员，接口密钥不再可用。', 'That account is an administrator’s now: its keys are closed.'))
      countUse(used, { found, now })
      if (!found.last_used_at || found.last_used_at <= new Date(now.getTime() - minuteMs))
        await sql`update api_key.key set last_used_at = ${now}, last_ip = ${ip} where id = ${found.id}`.execute(db)
      const { account, person, name, username, organ, expires_at: expiresAt } = found
      const grants = organ === null ? found.grants : narrowed(found.grants, await below(db, house, organ))
      return { principal: Object.freeze({ account, person, name, session: found.id, grants: Object.freeze(grants) }), username, expiresAt }
    },
  })
}

function countUse(used: Map<string, { minute: number; count: number }>, { found, now }: { found: Found; now: Date }): void {
  const minute = Math.floor(now.getTime() / minuteMs)
  const held = used.get(found.id)
  const count = held?.minute === minute ? held.count + 1 : 1
  used.set(found.id, { minute, count })
  if (count <= found.per_minute) return
  const retryAfter = Math.max(1, Math.ceil(((minute + 1) * minuteMs - now.getTime()) / 1000))
  throw new Problem('too-many-requests', say(`超过每分钟 ${found.per_minute} 次，请在 ${retryAfter} 秒后再试。`, `More than ${found.per_minute} a minute: try again in ${retryAfter} s.`), { more: { retryAfter } })
}

/** An organ and all below it, with the aliases merged into them. */
async function below(db: Db, { catalogue: { dimensions: { organ: register } } }: House, organ: string): Promise<ReadonlySet<string>> {
  if (!register) return new Set([organ])
  const table = tableSqlOf(register.id)
  const up = register.tree === undefined ? sql`null::uuid` : columnSql(register.tree, 'child')
  const { rows } = await sql<{ id: string }>`
    with recursive reached (id) as (
      select ${organ}::uuid union select child.id from reached join ${table} child on ${up} = reached.id or child.merged_into = reached.id
    ) select id from reached`.execute(db)
  return new Set(rows.map(({ id }) => id))
}
function narrowed(grants: readonly Grant[], organs: ReadonlySet<string>): Grant[] {
  return grants.map((grant) => ({ ...grant, organs: grant.organs === null ? [...organs] : grant.organs.filter((id) => organs.has(id)) }))
}
