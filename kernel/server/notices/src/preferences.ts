// My preferences 通知设置: in which language, on which ways for each kind, and when not to be disturbed. The console always tells.
import { signature } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { record } from '@houqin/audit'
import type { Db, Tx } from '@houqin/db'
import { badInput } from '@houqin/fields'
import { Problem, say } from '@houqin/problem'
import type { Locale } from '@houqin/problem'
import type { Preference, PreferenceAnswer } from '@houqin/wire'
import { sql } from 'kysely'
import { channelLabels, personalKinds } from './channel.ts'
import type { ChannelKind } from './channel.ts'
import type { Desk } from './desk.ts'
import { noticeKinds } from './kinds.ts'
import type { Kind } from './kinds.ts'

export type Chosen = Preference<Kind, ChannelKind>
/** With its version: 0 until he has chosen anything. */
export type KeptPreference = Pick<PreferenceAnswer<Kind, ChannelKind>, keyof Chosen | 'version'>

export const usualPreference: Chosen = Object.freeze({ locale: 'zh', quiet: { hours: { from: '22:00', to: '07:30' }, restDays: true }, ways: {} })

interface Stored {
  readonly person: string
  readonly locale: Locale
  readonly quiet_from: string | null
  readonly quiet_to: string | null
  readonly rest_days: boolean
  readonly ways: Chosen['ways']
  readonly version: number
}

/** By person; who has chosen nothing has the usual one. */
export async function preferencesOf(db: Db | Tx, persons: readonly string[]): Promise<(person: string) => KeptPreference> {
  const { rows } = await sql<Stored>`select person, locale, quiet_from, quiet_to, rest_days, ways, version from notice.preference where person = any(${[...persons]}::uuid[])`.execute(db)
  const found = new Map(rows.map(({ person, locale, quiet_from: from, quiet_to: to, rest_days: restDays, ways, version }) =>
    [person, { locale, quiet: { hours: from === null || to === null ? null : { from, to }, restDays }, ways, version }]))
  return (person) => found.get(person) ?? { ...usualPreference, version: 0 }
}

export async function preferenceFor(db: Db | Tx, { ways }: Desk, { principal: { person }, locale }: Actor): Promise<PreferenceAnswer<Kind, ChannelKind>> {
  const chosen = person === null ? { ...usualPreference, version: 0 } : (await preferencesOf(db, [person]))(person)
  const channels = []
  for (const channel of personalKinds) {
    if (!(await ways.all.find(({ kind }) => kind === channel)?.isOpen(db))) continue
    const known = person !== null && (await ways.addressesOf(db, { kind: channel, persons: [person] })).has(person)
    channels.push({ channel, label: channelLabels[channel][locale], known })
  }
  // The keys of the table of kinds.
  const kinds = (Object.keys(noticeKinds) as Kind[]).map((kind) => ({ kind, label: noticeKinds[kind].label[locale], importance: noticeKinds[kind].importance }))
  return { ...chosen, kinds, channels }
}

/** @throws Problem not-allowed for an account without a person, bad-input, stale-version. */
export async function keepPreference(tx: Tx, desk: Desk, { actor, given, version }: { actor: Actor; given: Chosen; version: number }): Promise<KeptPreference> {
  const { person } = actor.principal
  if (person === null) throw new Problem('not-allowed', say('您的账号没有关联人员，没有可设置的通知。请系统管理员在“账号”中关联。', 'Your account belongs to no person and is told nothing. The system administrator links it.'))
  const issues = Object.entries(given.ways).flatMap(([kind, channels]) => [
    ...(Object.hasOwn(noticeKinds, kind) ? [] : [{ at: `ways.${kind}`, says: say(`没有“${kind.slice(0, 40)}”这种通知`, `There is no kind of notice ${kind.slice(0, 40)}`) }]),
    ...channels.filter((channel) => !personalKinds.includes(channel)).map((channel) => ({ at: `ways.${kind}`, says: say(`“${channel}”不能发给个人`, `${channel} reaches no single person`) })),
  ])
  if (given.quiet.hours?.from === given.quiet.hours?.to && given.quiet.hours !== null)
    issues.push({ at: 'quiet', says: say('免打扰的起止时间不能相同；全天不打扰请关掉各渠道', 'Quiet hours begin and end at different times') })
  if (issues.length > 0) throw badInput(issues)
  const before = (await preferencesOf(tx, [person]))(person)
  const at = desk.clock.now()
  const { rows } = await sql<{ version: number }>`
    insert into notice.preference as p (person, locale, quiet_from, quiet_to, rest_days, ways, changed_at)
    select ${person}::uuid, ${given.locale}, ${given.quiet.hours?.from ?? null}, ${given.quiet.hours?.to ?? null}, ${given.quiet.restDays}, ${JSON.stringify(given.ways)}::jsonb, ${at}
    where ${version} = ${before.version}
    on conflict (person) do update set locale = excluded.locale, quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to, rest_days = excluded.rest_days,
      ways = excluded.ways, changed_at = excluded.changed_at, version = p.version + 1 where p.version = ${version}
    returning version`.execute(tx)
  const kept = rows[0]
  if (kept === undefined) throw new Problem('stale-version', say('通知设置已在别处改过，请刷新后再改。', 'Your preferences were changed elsewhere: reload first.'))
  await record(tx, { at, ...signature(actor), action: 'notice.preference', subject: { kind: 'notice.preference', id: person }, summary: '修改通知设置', before, after: { ...given } })
  return { ...given, version: kept.version }
}
