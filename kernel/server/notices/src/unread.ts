// Unread 无人看: no way is left to reach somebody, so his deputy and whoever sent it are told.
import type { Tx } from '@houqin/db'
import { tableSqlOf } from '@houqin/fields'
import { sql } from 'kysely'
import type { Desk } from './desk.ts'
import { tell } from './tell.ts'

/** A notice, to whom it went, and what it is about. */
interface Unread {
  readonly id: string
  readonly person: string
  readonly matter: string | null
  readonly path: string | null
  readonly by_person: string | null
}

/** They learn the number and whose it is; what it is about the matter's own page shows to whoever may read it. */
export async function tellUnread(tx: Tx, desk: Desk, { due, hours }: { due: Unread; hours: number }): Promise<void> {
  const { clock, catalogue: { dimensions } } = desk
  if (due.matter === null) return
  const { rows: [told] } = await sql<{ name: string | null; number: string; deputy: string | null; done: boolean }>`
    select ${dimensions.person ? sql`(select label from ${tableSqlOf(dimensions.person.id)} p where p.id = ${due.person}::uuid)` : sql`null`} as name, m.number, m.closed_at is not null as done,
      (select d.deputy from approval.deputy d where d.person = ${due.person}::uuid and d.valid @> ${clock.today()}::date and d.withdrawn_at is null) as deputy
    from matter.matter m where m.id = ${due.matter}::uuid`.execute(tx)
  if (told === undefined || told.done) return
  await tell(tx, desk, {
    kind: 'notice.unread', key: `${due.id}:unread`, persons: [told.deputy, due.by_person].filter((person) => person !== null && person !== due.person) as string[],
    matter: due.matter, path: due.path, by: null, at: clock.now(),
    values: () => ({ person: told.name ?? '', number: told.number, hours: String(hours) }),
  })
}
