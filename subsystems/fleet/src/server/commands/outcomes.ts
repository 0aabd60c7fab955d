// How commands end 指令结果: nobody waits for ever, and every end stands in the audit.
import { systemActor, signature } from '@houqin/access'
import { record } from '@houqin/audit'
import type { Db, Tx } from '@houqin/db'
import type { System } from '@houqin/http'
import type { Tick } from '@houqin/jobs'
import { sql } from 'kysely'
import { terminal } from '../../contract/index.ts'
import { commandKinds, commandStates } from '../../contract/command.ts'
import type { CommandKind, CommandState } from '../../contract/command.ts'

/** No gateway has taken it: the terminal is connected to none. */
const untakenMs = 20_000
/** Longer than a gateway waits for the last answer: whoever took it is gone. */
const unansweredMs = 180_000
const most = 200

export function settlingCommands(system: System): Tick {
  return { name: 'fleet.commands', every: 2000, run: (db: Db) => db.transaction().execute((tx) => settleCommands(tx, system)) }
}

interface Settled {
  readonly terminal: string
  readonly identity: string
  readonly kind: CommandKind
  readonly state: CommandState
  readonly code: number | null
  readonly why: string | null
  readonly plate: string
}
/** @returns how many ends were written into the audit. */
export async function settleCommands(tx: Tx, { clock }: System): Promise<number> {
  const now = clock.now()
  const before = (milliseconds: number): Date => new Date(now.getTime() - milliseconds)
  await sql`
    with due as (select id from fleet.command where (state = 'queued' and queued_at < ${before(untakenMs)}) or (state = 'sent' and sent_at < ${before(unansweredMs)}) for update skip locked)
    update fleet.command c set state = case when c.state = 'queued' then 'offline' else 'timeout' end, why = case when c.state = 'queued' then 'away' else 'gateway' end, settled_at = ${now}
      from due where c.id = due.id`.execute(tx)
  const { rows } = await sql<Settled>`
    with due as (select id from fleet.command where settled_at is not null and recorded_at is null order by settled_at limit ${most} for update skip locked)
    update fleet.command c set recorded_at = ${now} from due, fleet.vehicle v where c.id = due.id and v.id = c.vehicle
    returning c.terminal, c.identity, c.kind, c.state, c.code, c.why, v.plate`.execute(tx)
  for (const { terminal: id, identity, kind, state, code, why, plate } of rows)
    await record(tx, {
      at: now, ...signature(systemActor), action: 'fleet.command-outcome', subject: { kind: terminal.id, id },
      summary: `${plate} 的终端 ${identity} ${commandKinds[kind]}：${commandStates[state]}`, after: { state, code, why },
    })
  return rows.length
}
