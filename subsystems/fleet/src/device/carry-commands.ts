// Commands carried to terminals 指令下发: taken from their rows once, before a byte leaves; how each ended is written back.
import { setTimeout as pause } from 'node:timers/promises'
import type { Gateway, Outcome } from '@houqin/gateway'
import type { Clock } from '@houqin/clock'
import pg from 'pg'
import type { Command } from '../contract/command.ts'
import { answerOf, wireOf } from './wire-command.ts'

export interface CommandCarrier {
  /** Takes what waits for a terminal of ours. */
  look(): Promise<void>
  close(): Promise<void>
}
interface Taken {
  readonly id: string
  readonly identity: string
  readonly given: Command
}
/** The server says so when there is a new one; what it said while nobody listened is found by looking. */
export const commandChannel = 'fleet_command'
const [lookMs, againMs, atOnce, writeTries] = [5000, 2000, 50, 30] as const

/**
 * A row that is taken is sent by whoever took it and by nobody else, whatever dies in between: of a gateway that is gone
 * nobody knows whether the terminal heard it, and the server says so.
 * @param name of this gateway.
 */
export function carryCommands({ url, name, gateway, clock, log }: { url: string; name: string; gateway: Gateway; clock: Clock; log: (line: string) => void }): CommandCarrier {
  const pool = new pg.Pool({ connectionString: url, max: 2, options: '-c timezone=UTC', application_name: 'houqin gateway commands' })
  const said = (error: unknown): void => log(`commands: ${error instanceof Error ? error.message : String(error)}`)
  pool.on('error', said)
  let [closed, looking, again] = [false, false, false]
  let listener: pg.Client | undefined
  let retry: NodeJS.Timeout | undefined
  const under = new Set<Promise<void>>()

  async function look(): Promise<void> {
    if (closed) return
    if (looking) {
      again = true
      return
    }
    looking = true
    try {
      do {
        again = false
        for (const one of await taken()) carry(one)
      } while (again && !closed)
    } catch (error) {
      said(error)
    } finally {
      looking = false
    }
  }
  async function taken(): Promise<readonly Taken[]> {
    const here = gateway.sessions().map(({ identity }) => identity)
    if (here.length === 0) return []
    const { rows } = await pool.query<Taken>(
      `with mine as (select id from fleet.command where state = 'queued' and identity = any($1::text[]) order by queued_at, id limit ${atOnce} for update skip locked)
       update fleet.command c set state = 'sent', gateway = $2, sent_at = $3 from mine where c.id = mine.id returning c.id, c.identity, c.given`, [here, name, clock.now()])
    if (rows.length === atOnce) again = true
    return rows
  }
  function carry({ id, identity, given }: Taken): void {
    const { id: message, body } = wireOf(given)
    const done = gateway.command(identity, message, body).then(
      (outcome) => settle(id, outcome),
      (error: unknown) => {
        said(error)
        return settle(id, { outcome: 'rejected', code: 2 })
      },
    )
    under.add(done)
    void done.finally(() => under.delete(done))
  }
  /** Tried again while the database is away, for as long as somebody may still be waiting for it. */
  async function settle(id: string, outcome: Outcome): Promise<void> {
    for (let tries = 0; tries < writeTries; tries += 1) {
      try {
        await pool.query(
          `update fleet.command set state = $2, code = $3, answer = $4, settled_at = $5, why = $6 where id = $1 and state = 'sent'`,
          [id, outcome.outcome, outcome.outcome === 'rejected' ? outcome.code : null, outcome.outcome === 'ok' ? JSON.stringify(answerOf(outcome.answer)) : null, clock.now(), outcome.outcome === 'offline' ? 'link' : null])
        return
      } catch (error) {
        said(error)
        if (closed) return
        await pause(againMs)
      }
    }
  }

  function listen(): void {
    if (closed) return
    const client = new pg.Client({ connectionString: url, application_name: 'houqin gateway listens' })
    listener = client
    let lost = false
    const lose = (): void => {
      if (lost) return
      lost = true
      void client.end().catch(() => undefined)
      if (!closed) retry = setTimeout(listen, againMs)
    }
    client.on('error', lose)
    client.on('end', lose)
    client.on('notification', () => void look())
    client.connect().then(() => client.query(`listen ${commandChannel}`)).then(() => look()).catch((error: unknown) => {
      said(error)
      lose()
    })
  }
  listen()
  const timer = setInterval(() => void look(), lookMs)

  return {
    look,
    async close() {
      closed = true
      clearInterval(timer)
      clearTimeout(retry)
      await listener?.end().catch(() => undefined)
      await Promise.all(under)
      await pool.end()
    },
  }
}
