// News of a matter 消息: told to its parties, to those who read it, and to whoever it waits for, once the step is committed.
import { together } from '@houqin/db'
import type { Tx } from '@houqin/db'
import { eventsWrite, publish, told } from '@houqin/events'
import type { NewEvent } from '@houqin/events'
import { matterOf } from '@houqin/matter-records'
import type { Page, Party } from '@houqin/matter-records'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Desk } from './desk.ts'

interface News {
  readonly kind: string
  readonly number: string
  readonly state: string
  readonly version: number
  readonly organ: string | null
  readonly site: string | null
  readonly holder_person: string | null
  readonly holder_role: string | null
  readonly parties: readonly string[]
}

/** @param waits whether it now waits for somebody anew, whose inbox has changed. */
export async function announce(tx: Tx, desk: Desk, { id, step, waits = false }: { id: string; step: string; waits?: boolean }): Promise<void> {
  const { holder_person: person, holder_role: role, parties, ...news } = await newsOf(tx, id)
  await together(tx, newsWrites(desk, { ...news, person, role, parties, step, waits }), told)
}

/** The same as some of several writes made together. @param news as the matter stands after them; its parties, or how they are found. */
export function newsWrites(desk: Desk, { kind, number, state, version, organ, site, person, role, parties, step, waits }: Pick<News, 'kind' | 'number' | 'state' | 'version' | 'organ' | 'site'> & {
  readonly person: string | null
  readonly role: string | null
  readonly parties: readonly string[] | RawBuilder<unknown>
  readonly step: string
  readonly waits: boolean
}): readonly RawBuilder<unknown>[] {
  const matter = matterOf(desk.catalogue, kind)
  const place = { ...(organ !== null && { organ }), ...(site !== null && matter.scope.site !== undefined && { site }) }
  const at = desk.clock.now()
  const payload = { matter: kind, number, step, state, version }
  const readers = matter.access.read.map((reader) => reader.role)
  const all: NewEvent = { at, topic: 'matter', audience: { persons: parties, roles: role === null ? readers : [...readers, role], ...place }, payload }
  if (!waits || (person === null && role === null)) return [eventsWrite([all])]
  const inbox: NewEvent = { at, topic: 'inbox', audience: { persons: person === null ? [] : [person], roles: role === null ? [] : [role], ...place }, payload }
  return [eventsWrite([all, inbox])]
}

/** Everybody who is a party once `added` are. @param known those before, where they have been read. */
export function partiesWith(id: string, { added, known }: { added: readonly Party[]; known: Page['around']['parties'] | undefined }): readonly string[] | RawBuilder<unknown> {
  const persons = added.map(({ person }) => person)
  if (known) return [...new Set([...known.map(([person]) => person), ...persons])]
  return sql`array(select p.person from matter.party p where p.matter = ${id}::uuid union select unnest(${persons}::uuid[]))`
}

/** Tells these people alone. */
export async function tell(tx: Tx, desk: Desk, { id, persons }: { id: string; persons: readonly string[] }): Promise<void> {
  const { kind, number, state, version } = await newsOf(tx, id)
  await publish(tx, { at: desk.clock.now(), topic: 'inbox', audience: { persons }, payload: { matter: kind, number, step: 'notice', state, version } })
}

async function newsOf(tx: Tx, id: string): Promise<News> {
  const { rows } = await sql<News>`
    select kind, number, state, version, organ, site, holder_person, holder_role,
      array(select distinct p.person from matter.party p where p.matter = m.id) as parties
    from matter.matter m where m.id = ${id}::uuid`.execute(tx)
  if (rows[0] === undefined) throw new Error(`matter ${id} has vanished from its own transaction`)
  return rows[0]
}
