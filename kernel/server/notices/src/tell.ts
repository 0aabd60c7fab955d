// Telling 告知: a notice for each person, once for each happening, worded in both languages, and said to open consoles.
import type { Tx } from '@houqin/db'
import { publish } from '@houqin/events'
import { newId } from '@houqin/fields'
import type { Locale } from '@houqin/problem'
import { sql } from 'kysely'
import type { Desk } from './desk.ts'
import { noticeKinds, waitingKinds } from './kinds.ts'
import type { Kind } from './kinds.ts'
import { fill } from './template.ts'
import type { Values } from './template.ts'
import { templateOf } from './templates.ts'

export interface News {
  readonly kind: Kind
  /** Of the happening: whoever was told of it is not told again. */
  readonly key: string
  readonly persons: readonly string[]
  readonly matter?: string
  readonly role?: string
  readonly path: string | null
  readonly by: string | null
  readonly at: Date
  /** In the list of notices alone: it is no news by now. */
  readonly silent?: boolean
  readonly values: (locale: Locale) => Values
}

/** A role may have hundreds of members: the rest find the matter in their inbox. */
export const mostPersons = 200

/** @returns whom it is new to. Who is asked anew about a matter need not answer what he was asked before. */
export async function tell(tx: Tx, desk: Desk, news: News): Promise<readonly string[]> {
  const { kind, key, matter, role, path, by, at } = news
  const persons = [...new Set(news.persons)].filter((person) => person !== by).slice(0, mostPersons)
  if (persons.length === 0) return []
  const declared = noticeKinds[kind]
  const template = await templateOf(tx, kind)
  const words = { zh: fill(template.zh, news.values('zh')), en: fill(template.en, news.values('en')) }
  const rows = persons.map((person) => ({ id: newId(desk.clock), person }))
  const { rows: told } = await sql<{ person: string }>`
    insert into notice.notice (id, person, kind, key, importance, matter, role, path, words, by_person, at, next_at)
    select r.id, r.person, ${kind}, ${key}, ${declared.importance}, ${matter ?? null}::uuid, ${role ?? null}, ${path}, ${JSON.stringify(words)}::jsonb, ${by}::uuid, ${at}::timestamptz, ${news.silent ? null : desk.clock.now()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, person uuid)
    on conflict (person, key) do nothing returning person`.execute(tx)
  const reached = told.map(({ person }) => person)
  if (reached.length === 0) return []
  if (matter !== undefined && declared.waits)
    await sql`
      update notice.notice set settled_at = ${at} where matter = ${matter}::uuid and person = any(${reached}::uuid[]) and key <> ${key}
        and kind = any(${[...waitingKinds]}::text[]) and read_at is null and settled_at is null`.execute(tx)
  await publish(tx, { at: desk.clock.now(), topic: 'notice', audience: { persons: reached }, payload: { kind, ...(news.silent && { silent: true }), importance: declared.importance, path, zh: words.zh.title, en: words.en.title } })
  return reached
}
