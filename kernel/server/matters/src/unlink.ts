// Taking a link back 取消关联: the two matters stand apart again, as when a merge was a mistake.
import { record } from '@houqin/audit'
import type { Tx } from '@houqin/db'
import type { Matter } from '@houqin/define'
import { linkWords, signed } from '@houqin/matter-records'
import type { Caller } from '@houqin/matter-records'
import type { LinkKind } from '@houqin/wire'
import { sql } from 'kysely'
import type { Desk } from './desk.ts'

/** In a step that says so in the timeline; nothing where there is no such link. */
export async function unlinkMatter(tx: Tx, desk: Desk, { caller, matter, id, number, kind }: { caller: Caller; matter: Matter; id: string; number: string; kind: LinkKind }): Promise<void> {
  const { rows } = await sql<{ number: string }>`
    delete from matter.link l using matter.matter o where l.matter = ${id}::uuid and l.kind = ${kind} and o.id = l.other returning o.number`.execute(tx)
  const other = rows[0]?.number
  if (other === undefined) return
  if (kind === 'part-of') await sql`update matter.matter set parent = null where id = ${id}::uuid`.execute(tx)
  await record(tx, {
    at: desk.clock.now(), ...signed(caller), action: `${matter.id}.unlink`, subject: { kind: matter.id, id },
    summary: `${number} 不再${linkWords[kind].zh} ${other}`, before: { kind, to: other },
  })
}
