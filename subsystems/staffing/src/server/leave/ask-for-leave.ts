// Asking for leave 请假报批: asked with what is handed over, and put to approval in one transaction.
import type { Actor } from '@houqin/access'
import type { Tx } from '@houqin/db'
import type { System } from '@houqin/http'
import type { MatterWire } from '@houqin/matters'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { leave } from '../../contract/index.ts'

export interface LeaveAsked {
  readonly input: { readonly from: string; readonly to: string; readonly [field: string]: unknown }
  readonly handover: readonly object[]
}

/** @throws Problem conflict for days on which he is away already, and whatever the engine of matters says. */
export async function askForLeave(tx: Tx, { matters }: System, { actor, asked: { input, handover } }: { actor: Actor; asked: LeaveAsked }): Promise<MatterWire> {
  await refuseTwice(tx, { person: actor.principal.person, ...input })
  const { number, version } = await matters.start(tx, actor, leave, { input, lines: { handover } })
  return matters.step(tx, actor, leave, number, 'submit', { version })
}

async function refuseTwice(tx: Tx, { person, from, to }: { person: string | null; from: string; to: string }): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`staffing.leave ${person ?? ''}`}))`.execute(tx)
  const { rows: [other] } = await sql<{ number: string }>`
    select m.number from matter.matter m join staffing.leave l on l.matter = m.id
     where m.requester = ${person}::uuid and m.closed_at is null and l."from" <= ${to}::date and l."to" >= ${from}::date limit 1`.execute(tx)
  if (other === undefined) return
  const says = say(`这些日子与 ${other.number} 重叠，请先销假或撤销那一件。`, `These days overlap ${other.number}; end or drop that one first.`)
  throw new Problem('conflict', says, { issues: [{ at: 'input.from', says }] })
}
