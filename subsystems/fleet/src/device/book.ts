// The fleet's book 终端台账 for the gateway, on connections of its own: the server may be elsewhere, or not up.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Book, KnownTerminal, Presence, ReceivedMessage, Stranger } from '@houqin/gateway'
import type { Dialect, Registration } from '@houqin/jt808'
import pg from 'pg'
import { storePositions } from './store.ts'

export interface OpenBook extends Book {
  /** What the gateway says of itself, for the console. */
  tellState(name: string, at: Date, state: object): Promise<void>
  /** Who the gateway of this name said was not in the book, as it last said it; whoever was entered since is left out. */
  strangersOf(name: string): Promise<readonly Stranger[]>
  close(): Promise<void>
}

const digestOf = (code: string): Buffer => createHash('sha256').update(code).digest()

/** @param url of the database. Connections are made when they are needed, and again when they are lost. */
export function openBook({ url, log }: { url: string; log: (line: string) => void }): OpenBook {
  const pool = new pg.Pool({ connectionString: url, max: 4, options: '-c timezone=UTC', application_name: 'houqin gateway' })
  pool.on('error', (error) => log(`idle connection: ${error.message}`))
  // A connection that breaks while lent out rejects its query; unheard, its error would end the process as well.
  pool.on('connect', (client) => { client.on('error', () => undefined) })

  const find = together(async (identities) => {
    const { rows } = await pool.query<{ number: string; id: string; vehicle: string | null; dialect: Dialect; zone: number; coordinates: string }>(
      `select number, id, vehicle, dialect, zone, coordinates from fleet.terminal where number = any($1::text[]) and retired_at is null and standing <> 'removed'`, [identities])
    return new Map(rows.map(({ number, id, vehicle, dialect, zone, coordinates }): [string, KnownTerminal] => [number, { id, vehicle, dialect, zoneMinutes: zone, shifted: coordinates === 'gcj02' }]))
  })

  return Object.freeze<OpenBook>({
    find,
    async register(identity: string, { plate, plateColour }: Registration, at: Date) {
      const terminal = await find(identity)
      if (terminal === undefined) return { result: 4 }
      if (terminal.vehicle === null) return { result: 2 }
      if (plateColour !== 0 && (await platedElsewhere(pool, { plate, terminal }))) return { result: 1 }
      const code = randomBytes(12).toString('base64url')
      await pool.query(
        `insert into fleet.terminal_key (terminal, digest, issued_at) values ($1, $2, $3)
         on conflict (terminal) do update set digest = excluded.digest, issued_at = excluded.issued_at`, [terminal.id, digestOf(code).toString('hex'), at])
      return { result: 0, code }
    },
    async authenticates(terminal, code) {
      const { rows } = await pool.query<{ digest: string }>('select digest from fleet.terminal_key where terminal = $1', [terminal.id])
      const [row] = rows
      return row && timingSafeEqual(Buffer.from(row.digest, 'hex'), digestOf(code))
    },
    async store(positions, messages) {
      const client = await pool.connect()
      let broken: Error | undefined
      try {
        await client.query('begin')
        await storePositions(client, positions)
        for (const message of messages) await storeMessage(client, message)
        await client.query('commit')
      } catch (error) {
        broken = await undone(client)
        throw error
      } finally {
        client.release(broken)
      }
    },
    async present(changes: readonly Presence[]) {
      await pool.query(
        `insert into fleet.presence (terminal, online, at, cause, transport, remote)
         select * from unnest($1::uuid[], $2::boolean[], $3::timestamptz[], $4::text[], $5::text[], $6::text[])`,
        (['terminal', 'online', 'at', 'cause', 'transport', 'remote'] as const).map((name) => changes.map((change) => change[name])))
    },
    async tellState(name, at, state) {
      await pool.query(
        'insert into fleet.gateway_state (name, at, state) values ($1, $2, $3) on conflict (name) do update set at = excluded.at, state = excluded.state',
        [name, at, JSON.stringify(state)])
    },
    async strangersOf(name) {
      const { rows } = await pool.query<{ one: Omit<Stranger, 'firstAt' | 'lastAt'> & { firstAt: string; lastAt: string } }>(
        `select s.one from fleet.gateway_state g cross join lateral jsonb_array_elements(coalesce(g.state->'strangers', '[]')) with ordinality as s(one, nth)
          where g.name = $1 and not exists (select from fleet.terminal t where t.number = s.one->>'identity' and t.retired_at is null and t.standing <> 'removed') order by s.nth`, [name])
      return rows.map(({ one }) => ({ ...one, firstAt: new Date(one.firstAt), lastAt: new Date(one.lastAt) }))
    },
    close: () => pool.end(),
  })
}

/** One question for all that is asked in the same moment: after a cut thousands sign in at once. */
function together<Answer>(ask: (names: readonly string[]) => Promise<ReadonlyMap<string, Answer>>): (name: string) => Promise<Answer | undefined> {
  let asking: { readonly names: Set<string>; readonly answers: Promise<ReadonlyMap<string, Answer>> } | undefined
  return async (name) => {
    if (asking === undefined) {
      const names = new Set<string>()
      const answers = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
        asking = undefined
        return ask([...names])
      })
      asking = { names, answers }
    }
    asking.names.add(name)
    return (await asking.answers).get(name)
  }
}

/** The plate it reports is that of another car with another terminal in use. */
async function platedElsewhere(pool: pg.Pool, { plate, terminal }: { plate: string; terminal: KnownTerminal }): Promise<boolean> {
  const { rows } = await pool.query(
    `select 1 from fleet.vehicle v join fleet.terminal t on t.vehicle = v.id and t.retired_at is null and t.standing = 'inUse'
     where v.plate = $1 and v.retired_at is null and v.id <> $2 limit 1`, [plate, terminal.vehicle])
  return rows.length > 0
}

async function storeMessage(client: pg.PoolClient, message: ReceivedMessage): Promise<void> {
  await client.query(
    `insert into fleet.terminal_message (terminal, message, serial, day, digest, vehicle, edition, received_at, body)
     values ($1, $2, $3, ($4::timestamptz at time zone 'Asia/Shanghai')::date, $5, $6, $7, $4, $8) on conflict do nothing`,
    [message.terminal, message.message, message.serial, message.receivedAt, createHash('sha256').update(message.body).digest('hex'), message.vehicle, message.edition, Buffer.from(message.body)])
}

/** A connection that cannot even take its transaction back is thrown away. */
async function undone(client: pg.PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback')
    return undefined
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}
