// A second look 复核: what one did and another must confirm is told to those who may, and is no news any more once one of them has answered.
import type { Tx } from '@houqin/db'
import { publish } from '@houqin/events'
import type { Sentence } from '@houqin/problem'
import { sql } from 'kysely'
import type { Desk } from './desk.ts'
import { tell } from './tell.ts'

export interface SecondLook {
  /** Of the deed: the same is told once. */
  readonly key: string
  /** Whoever did it is not asked, though he stand among them. */
  readonly persons: readonly string[]
  /** Of the grant by which they may confirm; who has lost it reads it no more. */
  readonly role: string
  readonly by: { readonly person: string | null; readonly name: string }
  readonly subject: Sentence
  readonly comment: Sentence
  /** Of the console, where it is confirmed. */
  readonly path: string
}

/** @returns whom it is new to. */
export function askSecond(tx: Tx, desk: Desk, { key, persons, role, by, subject, comment, path }: SecondLook): Promise<readonly string[]> {
  return tell(tx, desk, {
    kind: 'deed.confirm', key, persons, role, by: by.person, path, at: desk.clock.now(), values: (locale) => ({ subject: subject[locale], by: by.name, comment: comment[locale] }),
  })
}

/** Confirmed or taken back: whoever has not looked need not. */
export async function settleSecond(tx: Tx, desk: Desk, key: string): Promise<void> {
  const at = desk.clock.now()
  const { rows } = await sql<{ person: string }>`update notice.notice set settled_at = ${at} where key = ${key} and read_at is null and settled_at is null returning person`.execute(tx)
  if (rows.length > 0) await publish(tx, { at, topic: 'notice', audience: { persons: rows.map(({ person }) => person) }, payload: { kind: 'read' } })
}
