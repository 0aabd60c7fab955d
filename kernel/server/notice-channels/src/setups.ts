// The ways as they are set up 渠道设置: kept by the system administrator; secrets go in and never come out.
import { requireRole, signature } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { record } from '@houqin/audit'
import { localDate } from '@houqin/clock'
import type { Clock } from '@houqin/clock'
import { constraintOf } from '@houqin/db'
import type { Db, Tx } from '@houqin/db'
import { systemAdmin } from '@houqin/define'
import { badInput, isId, newId } from '@houqin/fields'
import type { Robot } from '@houqin/notice-groups'
import { topicOf } from '@houqin/notices'
import type { ChannelKind } from '@houqin/notices'
import { Problem, say } from '@houqin/problem'
import type { Vault } from '@houqin/secrets'
import type { ChannelRow, SentToday } from '@houqin/wire'
import { sql } from 'kysely'
import { todayOf } from './attempts.ts'
import { checkSecrets, checkSettings } from './check-settings.ts'
import type { Values } from './kind.ts'
import { kinds } from './kinds.ts'
import { channelSecrets } from './tables.ts'

export interface NewSetup {
  readonly kind: ChannelKind
  readonly title: string
  readonly settings: Values
  readonly secrets?: Values
  readonly enabled?: boolean
  readonly perMinute?: number
}
export interface SetupChanges {
  readonly title?: string
  readonly settings?: Values
  /** Only those that change; null takes one away. */
  readonly secrets?: Readonly<Record<string, string | null>>
  readonly enabled?: boolean
  readonly perMinute?: number
}
/** As it is stored; `secrets` is sealed. */
export interface Stored {
  readonly id: string
  readonly version: number
  readonly kind: ChannelKind
  readonly title: string
  readonly settings: Values
  readonly secrets: string | null
  readonly secretsSet: Readonly<Record<string, string>>
  readonly enabled: boolean
  readonly perMinute: number
  readonly changedAt: Date
}
export interface Keeper {
  readonly clock: Clock
  readonly vault: Vault
}

const manage = { roles: [systemAdmin], deed: say('管理通知渠道', 'manage notice channels') }
const subject = (id: string) => ({ kind: 'channel.setup', id })
const columns = sql`id, version, kind, title, settings, secrets, secrets_set as "secretsSet", enabled, per_minute as "perMinute", changed_at as "changedAt"`

export function requireKeeper({ principal }: Actor): void {
  requireRole(principal, manage)
}

/** @throws Problem not-allowed. */
export async function listSetups(db: Db | Tx, { clock }: Keeper, actor: Actor): Promise<readonly ChannelRow<Date, ChannelKind>[]> {
  requireKeeper(actor)
  const { rows } = await sql<Stored>`select ${columns} from channel.setup order by kind, title`.execute(db)
  const today = await todayOf(db, clock)
  return rows.map((row) => shown(row, today.get(row.id)))
}

/** @throws Problem not-allowed, bad-input, conflict. */
export async function addSetup(tx: Tx, keeper: Keeper, { actor, given }: { actor: Actor; given: NewSetup }): Promise<ChannelRow<Date, ChannelKind>> {
  requireKeeper(actor)
  const { kind, title, secrets = {}, enabled = false, perMinute = kinds[given.kind].perMinute } = given
  const settings = checked(kind, { settings: given.settings, secrets, has: (name) => secrets[name] !== undefined })
  const at = keeper.clock.now()
  const id = newId(keeper.clock)
  const set = Object.fromEntries(Object.keys(secrets).map((name) => [name, at.toISOString()]))
  await guarded(title, () => sql`
    insert into channel.setup (id, kind, title, settings, secrets, secrets_set, enabled, per_minute, created_at, changed_at)
    values (${id}, ${kind}, ${title}, ${JSON.stringify(settings)}::jsonb, ${sealed(keeper.vault, id, secrets)}, ${JSON.stringify(set)}::jsonb, ${enabled}, ${perMinute}, ${at}, ${at})`.execute(tx))
  const row = await rowOf(tx, id)
  await record(tx, { at, ...signature(actor), action: 'channel.add', subject: subject(id), summary: `新增通知渠道“${title}”（${kinds[kind].title.zh}）`, after: audited(row) })
  return shown(row)
}

/** @throws Problem not-allowed, not-found, stale-version, bad-input, conflict. */
export async function changeSetup(tx: Tx, keeper: Keeper, { actor, id, changes, version }: { actor: Actor; id: string; changes: SetupChanges; version: number }): Promise<ChannelRow<Date, ChannelKind>> {
  requireKeeper(actor)
  const before = await lockSetup(tx, id, version)
  const { title = before.title, enabled = before.enabled, perMinute = before.perMinute, secrets: given = {} } = changes
  const at = keeper.clock.now()
  const set = { ...before.secretsSet, ...Object.fromEntries(Object.keys(given).map((name) => [name, at.toISOString()])) }
  for (const [name, secret] of Object.entries(given)) if (secret === null) delete set[name]
  const settings = checked(before.kind, { settings: changes.settings ?? before.settings, secrets: given, has: (name) => set[name] !== undefined })
  // opened only to be changed: a lost key must not stand in the way of entering all of them anew
  const kept = Object.keys(given).length === 0 || Object.keys(set).every((name) => typeof given[name] === 'string') ? {} : openedSecrets(keeper.vault, before)
  const secrets = Object.fromEntries(Object.entries({ ...kept, ...given }).flatMap(([name, secret]) => (secret === null ? [] : [[name, secret]])))
  const sealedNow = Object.keys(given).length === 0 ? before.secrets : sealed(keeper.vault, id, secrets)
  await guarded(title, () => sql`
    update channel.setup set title = ${title}, settings = ${JSON.stringify(settings)}::jsonb, secrets = ${sealedNow}, secrets_set = ${JSON.stringify(set)}::jsonb,
      enabled = ${enabled}, per_minute = ${perMinute}, version = version + 1, changed_at = ${at} where id = ${id}::uuid`.execute(tx))
  const row = await rowOf(tx, id)
  await record(tx, { at, ...signature(actor), action: 'channel.change', subject: subject(id), summary: summaryOf(before, row, Object.keys(given).length > 0), before: audited(before), after: audited(row) })
  return shown(row, (await todayOf(tx, keeper.clock, id)).get(id))
}

/** @throws Problem not-allowed, not-found, stale-version. */
export async function removeSetup(tx: Tx, keeper: Keeper, { actor, id, version }: { actor: Actor; id: string; version: number }): Promise<void> {
  requireKeeper(actor)
  const before = await lockSetup(tx, id, version)
  await sql`delete from channel.setup where id = ${id}::uuid`.execute(tx)
  await record(tx, { at: keeper.clock.now(), ...signature(actor), action: 'channel.remove', subject: subject(id), summary: `删除通知渠道“${before.title}”`, before: audited(before) })
}

/** The one in use; of robots the one whose group is named. */
export async function setupInUse(db: Db, kind: ChannelKind, group: string): Promise<Stored | undefined> {
  const named = kinds[kind].group ? sql`and title = ${group}` : sql``
  const { rows } = await sql<Stored>`select ${columns} from channel.setup where kind = ${kind} and enabled ${named} limit 1`.execute(db)
  return rows[0]
}
export async function isInUse(db: Db | Tx, kind: ChannelKind): Promise<boolean> {
  const { rows } = await sql`select 1 from channel.setup where kind = ${kind} and enabled limit 1`.execute(db)
  return rows.length > 0
}
/** Those of a group, with why the last message did not arrive: for whoever says what they are told, without a setting of theirs. */
export async function robotsOf(db: Db | Tx, clock: Clock): Promise<readonly Robot[]> {
  const { rows } = await sql<Stored>`select ${columns} from channel.setup order by title, kind`.execute(db)
  const groups = rows.filter(({ kind }) => kinds[kind].group)
  const today = groups.length > 0 ? await todayOf(db, clock) : new Map<string, SentToday<Date>>()
  return groups.map(({ id, kind, title, enabled }) => ({ id, label: kinds[kind].title, topic: topicOf(kind), title, open: enabled, problem: today.get(id)?.problem ?? null }))
}
/** @throws Problem not-found. */
export async function rowOf(db: Db | Tx, id: string, lock = sql``): Promise<Stored> {
  const { rows } = await sql<Stored>`select ${columns} from channel.setup where id = ${isId(id) ? id : null}::uuid ${lock}`.execute(db)
  if (rows[0] === undefined) throw new Problem('not-found', say('没有这个通知渠道，可能已被删除。', 'There is no such notice channel; it may have been removed.'))
  return rows[0]
}
/** @throws Problem conflict when the key is another. */
export function openedSecrets(vault: Vault, { id, secrets }: Stored): Values {
  return secrets === null ? {} : (JSON.parse(vault.open({ of: channelSecrets.of(id), sealed: secrets })) as Values) // sealed here, as values
}

function sealed(vault: Vault, id: string, secrets: Values): string | null {
  return Object.keys(secrets).length === 0 ? null : vault.seal({ of: channelSecrets.of(id), text: JSON.stringify(secrets) })
}
async function lockSetup(tx: Tx, id: string, version: number): Promise<Stored> {
  const row = await rowOf(tx, id, sql`for update`)
  if (row.version !== version) throw new Problem('stale-version', say('这个渠道已被他人修改，请刷新后再改。', 'Somebody changed this channel meanwhile: reload and change it again.'))
  return row
}
function checked(kind: ChannelKind, { settings: given, secrets, has }: { settings: Values; secrets: Readonly<Record<string, string | null>>; has: (secret: string) => boolean }): Values {
  const { settings, issues } = checkSettings(kinds[kind], given, has)
  const all = [...issues, ...checkSecrets(kinds[kind], secrets, has)]
  if (all.length > 0) throw badInput(all)
  return settings
}
async function guarded(title: string, write: () => Promise<unknown>): Promise<void> {
  try {
    await write()
  } catch (error) {
    const name = constraintOf(error)?.name
    if (name === 'setup_title') throw badInput([{ at: 'title', says: say(`已经有名为“${title}”的同类渠道，请换个名称`, `There is a channel of this kind called "${title}": choose another title`) }])
    if (name === 'setup_in_use') throw new Problem('conflict', say('同类渠道已有一个在用，请先停用它再启用这一个。', 'Another channel of this kind is in use: switch it off first.'), { cause: error })
    throw error
  }
}
function summaryOf(before: Stored, after: Stored, secrets: boolean): string {
  const turned = before.enabled === after.enabled ? '' : after.enabled ? '，启用' : '，停用'
  return `修改通知渠道“${after.title}”${turned}${secrets ? '，更换密码或密钥' : ''}`
}
function audited({ kind, title, settings, secretsSet, enabled, perMinute }: Stored): object {
  return { kind, title, settings, secretsSet, enabled, perMinute }
}
function shown({ secrets: _sealed, secretsSet, ...row }: Stored, today: SentToday<Date> = { sent: 0, failed: 0, last: null, problem: null }): ChannelRow<Date, ChannelKind> {
  return { ...row, secrets: Object.fromEntries(kinds[row.kind].secrets.map(({ name }) => [name, secretsSet[name] === undefined ? null : localDate(new Date(secretsSet[name]))])), today }
}
