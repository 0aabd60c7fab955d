// The digest 汇总: what was over the day's measure, told in one message when the office closes.
import { addWorkingDays } from '@houqin/calendar'
import { addDays, instantOf } from '@houqin/clock'
import { transaction } from '@houqin/db'
import type { Db, Tx } from '@houqin/db'
import { post } from '@houqin/outbox'
import { sql } from 'kysely'
import { topicOf } from './channel.ts'
import type { ChannelKind } from './channel.ts'
import type { Desk } from './desk.ts'
import { preferencesOf } from './preferences.ts'

interface Digest {
  readonly person: string
  readonly channel: ChannelKind
  readonly day: string
}
const mostTitles = 5

/** One for a person, a way and a day. */
export async function fold(tx: Tx, { clock, calendar }: Desk, { person, channel, day }: Digest): Promise<void> {
  const now = clock.now()
  const closes = calendar.sessions(day).at(-1)?.closes
  const opens = calendar.sessions(addWorkingDays(addDays(day, 1), 0, calendar))[0]?.opens
  const at = closes !== undefined && closes > now.getTime() ? new Date(closes) : new Date(opens ?? instantOf({ date: addDays(day, 1), time: '08:30' }).getTime())
  await sql`
    insert into notice.digest (person, channel, day, due_at) values (${person}::uuid, ${channel}, ${day}::date, ${at})
    on conflict (person, channel, day) do update set due_at = excluded.due_at, sent_at = null where notice.digest.sent_at is not null`.execute(tx)
}

/** @returns how many digests went out. */
export async function sendDigests(db: Db, desk: Desk): Promise<number> {
  return transaction(db, async (tx) => {
    const now = desk.clock.now()
    const { rows } = await sql<Digest & { due_at: Date }>`
      select person, channel, day::text as day, due_at from notice.digest where sent_at is null and due_at <= ${now} order by due_at limit 200 for update skip locked`.execute(tx)
    const preferenceOf = await preferencesOf(tx, rows.map(({ person }) => person))
    let sent = 0
    for (const digest of rows) {
      await sql`update notice.digest set sent_at = ${now} where person = ${digest.person}::uuid and channel = ${digest.channel} and day = ${digest.day}::date`.execute(tx)
      const { locale } = preferenceOf(digest.person)
      const { rows: left } = await sql<{ title: string }>`
        select n.words->${locale}->>'title' as title from notice.passage p join notice.notice n on n.id = p.notice
        where p.person = ${digest.person}::uuid and p.channel = ${digest.channel} and p.day = ${digest.day}::date and p.folded and n.read_at is null and n.settled_at is null
        order by n.at, n.seq`.execute(tx)
      const to = left.length === 0 ? undefined : (await desk.ways.addressesOf(tx, { kind: digest.channel, persons: [digest.person] })).get(digest.person)
      if (to === undefined) continue
      const count = left.length
      const more = count > mostTitles ? ['…'] : []
      await post(tx, desk.clock, [{
        topic: topicOf(digest.channel), key: `digest:${digest.person}:${digest.channel}:${digest.due_at.toISOString()}`,
        payload: {
          to, title: locale === 'zh' ? `还有 ${count} 条通知没有看` : `${count} more notices unread`,
          text: [...left.slice(0, mostTitles).map(({ title }) => title), ...more].join('\n'), url: `${desk.publicUrl}/messages`,
        },
      }])
      sent += 1
    }
    return sent
  })
}
