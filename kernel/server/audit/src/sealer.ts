// 封存: chains what has been committed, in one order for ever.
import type { Clock } from '@houqin/clock'
import type { Db, Tx } from '@houqin/db'
import { sql } from 'kysely'
import { chosenDigest, type Digest } from './digest.ts'
import { chainOf, chainStart, type Seal } from './seal.ts'

const sealerLock = 4_711_001
const batch = 5_000

/**
 * Seals up to 5,000 committed entries; gives how many. Entries are taken by transaction, oldest first, and only of
 * transactions older than every one still running, so one that commits late is never passed over. While another
 * process seals it does nothing and gives 0.
 */
export async function sealOnce(db: Db, clock: Clock, digest: Digest = chosenDigest()): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const { rows: [lock] } = await sql<{ held: boolean }>`select pg_try_advisory_xact_lock(${sealerLock}) as held`.execute(tx)
    if (!lock?.held) return 0
    const head = await headOf(tx)
    const { rows: entries } = await sql<{ id: string; digest: Buffer }>`
      select id, digest from audit.entry
      where xid >= ${head.xid}::xid8 and xid < pg_snapshot_xmin(pg_current_snapshot())
        and not exists (select from audit.seal where seal.entry_id = entry.id)
      order by xid, id limit ${batch}`.execute(tx)
    if (entries.length > 0) await write({ tx, seals: linked({ entries, head, at: clock.now(), digest }), suite: digest.suite })
    return entries.length
  })
}

/** Seals every half second until stopped; `stop` waits for the one under way. An error is told and tried again. */
export function runSealer({ db, clock, onError, everyMs = 500 }: {
  db: Db
  clock: Clock
  onError: (error: unknown) => void
  everyMs?: number
}): { stop(): Promise<void> } {
  let stopped = false
  let wake = (): void => {}
  const loop = async (): Promise<void> => {
    while (!stopped) {
      const sealed = await sealOnce(db, clock).catch((error: unknown) => {
        onError(error)
        return 0
      })
      if (sealed === batch || stopped) continue
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, everyMs)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }
  const ended = loop()
  return Object.freeze({
    stop: () => {
      stopped = true
      wake()
      return ended
    },
  })
}

async function headOf(tx: Tx): Promise<{ seq: bigint; chain: Buffer; xid: string }> {
  const { rows: [head] } = await sql<{ seq: string; chain: Buffer; xid: string | null }>`
    select seal.seq, seal.chain, entry.xid::text as xid
    from audit.seal left join audit.entry on entry.id = seal.entry_id
    order by seal.seq desc limit 1`.execute(tx)
  return { seq: BigInt(head?.seq ?? 0), chain: head?.chain ?? chainStart, xid: head?.xid ?? '0' }
}

function linked({ entries, head, at, digest }: {
  entries: readonly { id: string; digest: Buffer }[]
  head: { seq: bigint; chain: Buffer }
  at: Date
  digest: Digest
}): Seal[] {
  let { seq, chain } = head
  return entries.map((entry) => {
    seq += 1n
    const link = { seq, entryId: entry.id, at, previous: chain }
    chain = chainOf({ ...link, entryDigest: entry.digest, digest })
    return { ...link, chain }
  })
}

async function write({ tx, seals, suite }: { tx: Tx; seals: readonly Seal[]; suite: string }): Promise<void> {
  const at = seals[0]?.at
  await sql`
    insert into audit.seal (seq, entry_id, at, suite, previous, chain)
    select seq, entry_id, ${at}, ${suite}, decode(previous, 'hex'), decode(chain, 'hex')
    from unnest(
      ${seals.map(({ seq }) => seq.toString())}::bigint[], ${seals.map(({ entryId }) => entryId)}::bigint[],
      ${seals.map(({ previous }) => previous.toString('hex'))}::text[], ${seals.map(({ chain }) => chain.toString('hex'))}::text[]
    ) as link (seq, entry_id, previous, chain)`.execute(tx)
}
