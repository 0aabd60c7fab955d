// Keeping keys 管理密钥: made and revoked by the system administrator, for a program's account, shown once.
import { createHash, randomBytes } from 'node:crypto'
import { BlockList, isIP } from 'node:net'
import { isAdministrator, requireRole, signature } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { record } from '@houqin/audit'
import { addDays, instantOf, isDate } from '@houqin/clock'
import type { Db, Tx } from '@houqin/db'
import { securityAdmin, systemAdmin } from '@houqin/define'
import { isId, newId, tableSqlOf } from '@houqin/fields'
import { Problem, say } from '@houqin/problem'
import type { Sentence } from '@houqin/problem'
import type { MadeKey, WireKey } from '@houqin/wire'
import { sql } from 'kysely'
import type { House } from './house.ts'
import { scopeOf } from './scope.ts'

export const keyMark = 'hk_'
export interface NewKey {
  /** Whose rights it uses; an administrator's account never. */
  readonly account: string
  readonly title: string
  readonly scopes: readonly string[]
  /** Nothing beyond this organ and those below it, whatever the account may. */
  readonly organ?: string | null
  /** Addresses or networks it may be used from; none = from anywhere. */
  readonly addresses?: readonly string[]
  /** Requests a minute, 1–6,000; 300 unless told. */
  readonly perMinute?: number
  /** The last day, at most a year from today. */
  readonly lastDay: string
}

const manage = { roles: [systemAdmin], deed: say('管理接口密钥', 'keep API keys') }
const look = { roles: [systemAdmin, securityAdmin], deed: say('查看接口密钥', 'see API keys') }
const longestDays = 366

export async function make(tx: Tx, { catalogue, clock }: House, { actor, given }: { actor: Actor; given: NewKey }): Promise<MadeKey> {
  requireRole(actor.principal, manage)
  const { account, title, scopes, organ = null, addresses = [], perMinute = 300, lastDay } = given
  if (scopes.length === 0) throw bad('scopes', say('至少选一个范围。', 'Choose one scope at least.'))
  const odd = scopes.find((scope) => !scopeOf(scope, catalogue))
  if (odd !== undefined) throw bad('scopes', say(`“${odd}”不是范围，应如 register:people.person:read。`, `“${odd}” is no scope; write register:people.person:read.`))
  const wrong = addresses.find((address) => !isNetwork(address))
  if (wrong !== undefined) throw bad('addresses', say(`“${wrong}”不是地址或网段，应如 10.1.2.3 或 10.1.0.0/16。`, `“${wrong}” is no address or network; write 10.1.2.3 or 10.1.0.0/16.`))
  const today = clock.today()
  if (!isDate(lastDay) || lastDay < today || lastDay > addDays(today, longestDays)) throw bad('lastDay', say('截止日期应在今天起一年之内。', 'The last day lies within a year from today.'))
  const { rows: [known] } = await sql<{ name: string }>`select name from access.account where id = ${isId(account) ? account : null} and disabled_at is null`.execute(tx)
  if (!known) throw bad('account', say('没有这个账号，或已停用。', 'There is no such account, or it is disabled.'))
  if (await isAdministrator(tx, account)) throw new Problem('not-allowed', say('三员的账号不能有接口密钥，请为程序另建账号。', 'No key is made for an administrator’s account: open one for the program.'))
  const register = catalogue.dimensions.organ
  if (organ !== null && (!register || (await sql`select from ${tableSqlOf(register.id)} where id = ${isId(organ) ? organ : null}`.execute(tx)).rows.length === 0)) throw bad('organ', say('没有这个单位。', 'There is no such organ.'))
  const id = newId(clock)
  const key = `${keyMark}${randomBytes(32).toString('base64url')}`
  const at = clock.now()
  await sql`
    insert into api_key.key (id, account, title, hash, ending, scopes, organ, addresses, per_minute, expires_at, created_by, created_at)
    values (${id}, ${account}, ${title}, ${hashOf(key)}, ${key.slice(-4)}, ${scopes}, ${organ}, ${addresses}, ${perMinute},
            ${instantOf({ date: addDays(lastDay, 1), time: '00:00' })}, ${actor.principal.account}, ${at})`.execute(tx)
  await record(tx, {
    at, ...signature(actor), action: 'api-key.make', subject: { kind: 'api-key', id }, summary: `为 ${known.name} 建立接口密钥“${title}”，到 ${lastDay}`,
    after: { account, scopes, organ, addresses, perMinute, lastDay },
  })
  return { id, key }
}

export async function revoke(tx: Tx, { clock }: House, { actor, id }: { actor: Actor; id: string }): Promise<void> {
  requireRole(actor.principal, look)
  const at = clock.now()
  const { rows: [gone] } = await sql<{ title: string }>`
    update api_key.key set revoked_at = ${at}, revoked_by = ${actor.principal.account} where id = ${isId(id) ? id : null} and revoked_at is null returning title`.execute(tx)
  if (!gone) throw new Problem('not-found', say('没有这个密钥，或已作废。', 'There is no such key, or it was revoked.'))
  await record(tx, { at, ...signature(actor), action: 'api-key.revoke', subject: { kind: 'api-key', id }, summary: `作废接口密钥“${gone.title}”` })
}

export async function list(db: Db | Tx, actor: Actor): Promise<readonly WireKey<Date>[]> {
  requireRole(actor.principal, look)
  const { rows } = await sql<WireKey<Date>>`
    select k.id, k.title, jsonb_build_object('id', a.id, 'name', a.name, 'username', a.username) as account, k.ending, k.scopes, k.organ, k.addresses,
           k.per_minute as "perMinute", k.expires_at as "expiresAt", k.created_at as "createdAt", k.last_used_at as "lastUsedAt", k.last_ip as "lastIp", k.revoked_at as "revokedAt"
    from api_key.key k join access.account a on a.id = k.account order by k.revoked_at is not null, k.created_at desc limit 500`.execute(db)
  return rows
}

export function hashOf(key: string): Buffer {
  return createHash('sha256').update(key).digest()
}
function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const family = isIP(address)
  return family > 0 && more.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128)))
}
/** Whether an address is one of these; an IPv4 one may come dressed as IPv6. */
export function isAmong(ip: string, addresses: readonly string[]): boolean {
  const bare = ip.replace(/^::ffff:(?=\d+\.)/, '')
  const family = isIP(bare)
  if (family === 0) return false
  const allowed = new BlockList()
  for (const text of addresses) {
    const [address = '', bits] = text.split('/')
    const kind = isIP(address) === 4 ? 'ipv4' : 'ipv6'
    if (bits === undefined) allowed.addAddress(address, kind)
    else allowed.addSubnet(address, Number(bits), kind)
  }
  return allowed.check(bare, family === 4 ? 'ipv4' : 'ipv6')
}
function bad(at: string, says: Sentence): Problem {
  return new Problem('bad-input', says, { issues: [{ at, says }] })
}
