// Going out 送达: a notice leaves the house on the ways its person chose, further when it is not read, in measure, and not at night.
import { addWorkingHours } from '@houqin/calendar'
import { localDate } from '@houqin/clock'
import { transaction } from '@houqin/db'
import type { Db, Tx } from '@houqin/db'
import { post } from '@houqin/outbox'
import type { Importance, NoticeMeasure, Wording } from '@houqin/wire'
import { sql } from 'kysely'
import { personalKinds, topicOf } from './channel.ts'
import type { Address, ChannelKind } from './channel.ts'
import { fold } from './digest.ts'
import type { Desk } from './desk.ts'
import type { Kind } from './kinds.ts'
import { measureOf } from './measure.ts'
import { preferencesOf } from './preferences.ts'
import type { Chosen } from './preferences.ts'
import { whenAwake } from './quiet.ts'
import { tellUnread } from './unread.ts'

interface Due {
  readonly id: string
  readonly person: string
  readonly kind: Kind
  readonly importance: Importance
  readonly matter: string | null
  readonly path: string | null
  readonly words: Wording
  readonly by_person: string | null
  readonly turn: number
}
/** Those that are set up now, and under what each person is known on them. */
type Open = ReadonlyMap<ChannelKind, ReadonlyMap<string, Address>>

const batch = 100

/** @returns how many notices were looked at. */
export async function sendOut(db: Db, desk: Desk): Promise<number> {
  let looked = 0
  for (;;) {
    const count = await transaction(db, (tx) => sendSome(tx, desk))
    looked += count
    if (count < batch) return looked
  }
}

async function sendSome(tx: Tx, desk: Desk): Promise<number> {
  const { rows } = await sql<Due>`
    select id, person, kind, importance, matter, path, words, by_person, turn from notice.notice
    where next_at <= ${desk.clock.now()} order by next_at, seq limit ${batch} for update skip locked`.execute(tx)
  if (rows.length === 0) return 0
  const persons = [...new Set(rows.map(({ person }) => person))]
  const [preferenceOf, open, measure] = [await preferencesOf(tx, persons), await openTo(tx, desk, persons), await measureOf(tx)]
  for (const due of rows) await sendOne(tx, desk, { due, preference: preferenceOf(due.person), open, measure })
  return rows.length
}

async function openTo(tx: Tx, { ways }: Desk, persons: readonly string[]): Promise<Open> {
  const open = new Map<ChannelKind, ReadonlyMap<string, Address>>()
  for (const kind of personalKinds)
    if (await ways.all.find((channel) => channel.kind === kind)?.isOpen(tx)) open.set(kind, await ways.addressesOf(tx, { kind, persons }))
  return open
}

async function sendOne(tx: Tx, desk: Desk, { due, preference, open, measure }: { due: Due; preference: Chosen; open: Open; measure: NoticeMeasure }): Promise<void> {
  const now = desk.clock.now()
  const next = (at: Date | null, turn = due.turn): Promise<unknown> =>
    sql`update notice.notice set next_at = ${at}::timestamptz, turn = ${turn} where id = ${due.id}::uuid`.execute(tx)
  const { rows: [still] } = await sql<{ unread: boolean }>`select read_at is null and settled_at is null as unread from notice.notice where id = ${due.id}::uuid`.execute(tx)
  if (!still?.unread) return void (await next(null))
  const awake = due.importance === 'urgent' ? now : whenAwake(now, preference.quiet, desk.calendar)
  if (awake > now) return void (await next(awake))
  const reachable = personalKinds.filter((kind) => open.get(kind)?.has(due.person))
  const { rows: passed } = await sql<{ channel: ChannelKind }>`select channel from notice.passage where notice = ${due.id}::uuid`.execute(tx)
  const left = reachable.filter((kind) => !passed.some(({ channel }) => channel === kind))
  const chosen = due.turn === 0 ? (preference.ways[due.kind]?.filter((kind) => left.includes(kind)) ?? (due.importance === 'normal' ? [] : left.slice(0, 1))) : left.slice(0, 1)
  for (const channel of chosen) {
    const to = open.get(channel)?.get(due.person)
    if (to) await pass(tx, desk, { due, preference, channel, to, quota: measure.quota })
  }
  const later = addWorkingHours(now, measure.hours, desk.calendar)
  if (due.importance === 'normal') return void (await next(null, due.turn + 1))
  if (due.turn === 0 || chosen.length > 0) return void (await next(later, due.turn + 1))
  await tellUnread(tx, desk, { due, hours: measure.hours })
  await next(null, due.turn + 1)
}

/** Past the day's measure it waits for the digest, unless it is urgent. */
async function pass(tx: Tx, desk: Desk, { due, preference: { locale }, channel, to, quota }: { due: Due; preference: Chosen; channel: ChannelKind; to: Address; quota: number }): Promise<void> {
  const day = localDate(desk.clock.now())
  const { rows: [sent] } = await sql<{ n: string }>`
    select count(*) as n from notice.passage where person = ${due.person}::uuid and channel = ${channel} and day = ${day}::date and not folded`.execute(tx)
  const folded = due.importance !== 'urgent' && Number(sent?.n ?? 0) >= quota
  await sql`insert into notice.passage (notice, person, channel, day, folded) values (${due.id}::uuid, ${due.person}::uuid, ${channel}, ${day}::date, ${folded})`.execute(tx)
  if (folded) return fold(tx, desk, { person: due.person, channel, day })
  const { title, text } = due.words[locale]
  await post(tx, desk.clock, [{ topic: topicOf(channel), key: `${due.id}:${channel}`, payload: { to, title, text, url: due.path === null ? null : `${desk.publicUrl}${due.path}` } }])
}
