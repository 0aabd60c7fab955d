// 验审计: walks the chain from its first link and names the first that does not hold.
import type { Db, Tx } from '@houqin/db'
import { sql } from 'kysely'
import { digests as knownDigests } from '@houqin/crypto-suites'
import type { AuditVerification, BrokenLink } from '@houqin/wire'
import type { Digest } from './digest.ts'
import { digestOf, type EntryRow } from './entry.ts'
import { headText } from './noted-heads.ts'
import type { HeadSignature, NotedHead } from './noted-heads.ts'
import { chainOf, chainStart } from './seal.ts'

export type Verification = AuditVerification<Date>
export type Broken = BrokenLink<Date>

interface LinkRow extends EntryRow {
  entry_found: string | null
  seq: string
  entry_id: string
  sealed_at: Date
  seal_suite: string
  previous: Buffer
  chain: Buffer
}

const batch = 2_000

/**
 * Verifies every entry and link in one snapshot, about 30,000 a second. @param digests the suites it knows. @param heads what was written down
 * elsewhere: the chain alone cannot tell that its end was taken away, or all of it made anew.
 */
export async function verify(db: Db, digests: readonly Digest[] = knownDigests, heads: readonly NotedHead[] = []): Promise<Verification> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(async (tx) => {
    const suites = new Map(digests.map((digest) => [digest.suite, digest]))
    const walked = await walkChain({ tx, suites })
    const unsealed = await walkUnsealed({ tx, suites })
    const firstBroken = walked.firstBroken ?? unsealed.firstBroken ?? (await lostHead({ tx, heads }))
    return Object.freeze({
      sealed: Number(walked.seq),
      unsealed: unsealed.count,
      ...(walked.seq > 0n && { head: { seq: walked.seq.toString(), chain: walked.chain.toString('hex') } }),
      ...(firstBroken && { firstBroken }),
    })
  })
}

async function walkChain({ tx, suites }: { tx: Tx; suites: ReadonlyMap<string, Digest> }): Promise<{ seq: bigint; chain: Buffer; firstBroken?: Broken }> {
  let seq = 0n
  let chain: Buffer = chainStart
  for (;;) {
    const { rows } = await sql<LinkRow>`
      select seal.seq, seal.entry_id, seal.at as sealed_at, seal.suite as seal_suite, seal.previous, seal.chain, entry.id as entry_found, entry.*
      from audit.seal left join audit.entry on entry.id = seal.entry_id
      where seal.seq > ${seq.toString()}::bigint order by seal.seq limit ${batch}`.execute(tx)
    for (const row of rows) {
      const wrong = faultOf({ row, expected: seq + 1n, previous: chain, suites })
      if (wrong) return { seq, chain, firstBroken: { seq: row.seq, entryId: row.entry_id, at: row.sealed_at, ...wrong } }
      seq += 1n
      chain = row.chain
    }
    if (rows.length < batch) return { seq, chain }
  }
}

type Fault = Pick<Broken, 'kind' | 'expected' | 'found'>

function faultOf({ row, expected, previous, suites }: {
  row: LinkRow
  expected: bigint
  previous: Buffer
  suites: ReadonlyMap<string, Digest>
}): Fault | undefined {
  const digest = suites.get(row.seal_suite)
  if (row.entry_found === null) return { kind: 'removed', expected: `entry ${row.entry_id}`, found: 'nothing' }
  const own = suites.get(row.suite)
  if (!digest || !own) return { kind: 'unknown-suite', expected: [...suites.keys()].join(', '), found: `${row.seal_suite}, ${row.suite}` }
  const content = digestOf({ content: row, digest: own })
  if (!content.equals(row.digest)) return { kind: 'changed', expected: row.digest.toString('hex'), found: content.toString('hex') }
  if (BigInt(row.seq) !== expected || !row.previous.equals(previous))
    return { kind: 'relinked', expected: `${expected} after ${previous.toString('hex')}`, found: `${row.seq} after ${row.previous.toString('hex')}` }
  const chain = chainOf({ seq: expected, entryId: row.entry_id, at: row.sealed_at, entryDigest: row.digest, previous, digest })
  return chain.equals(row.chain) ? undefined : { kind: 'changed', expected: chain.toString('hex'), found: row.chain.toString('hex') }
}

async function lostHead({ tx, heads }: { tx: Tx; heads: readonly NotedHead[] }): Promise<Broken | undefined> {
  const { rows } = await sql<{ seq: string; chain: string }>`
    select seq::text as seq, encode(chain, 'hex') as chain from audit.seal where seq = any(${heads.map(({ seq }) => seq)}::bigint[])`.execute(tx)
  const there = new Map(rows.map(({ seq, chain }) => [seq, chain]))
  const [lost] = heads.filter(({ seq, chain }) => there.get(seq) !== chain).toSorted((one, other) => (BigInt(one.seq) < BigInt(other.seq) ? -1 : 1))
  return lost && { seq: lost.seq, kind: 'cut', at: lost.at, expected: lost.chain, found: there.get(lost.seq) ?? 'nothing' }
}

function faultOfUnsealed({ row, suites }: { row: EntryRow & { late: boolean }; suites: ReadonlyMap<string, Digest> }): Broken | undefined {
  const about = { entryId: row.id, at: row.at }
  if (row.late) return { ...about, kind: 'inserted', expected: 'nothing', found: `entry ${row.id}` }
  const digest = suites.get(row.suite)
  if (!digest) return { ...about, kind: 'unknown-suite', expected: [...suites.keys()].join(', '), found: row.suite }
  const content = digestOf({ content: row, digest })
  return content.equals(row.digest) ? undefined : { ...about, kind: 'changed', expected: row.digest.toString('hex'), found: content.toString('hex') }
}

/** An entry older than the newest sealed transaction yet without a seal was put there afterwards. */
async function walkUnsealed({ tx, suites }: { tx: Tx; suites: ReadonlyMap<string, Digest> }): Promise<{ count: number; firstBroken?: Broken }> {
  let count = 0
  let last = (-(2n ** 63n)).toString()
  let firstBroken: Broken | undefined
  for (;;) {
    const { rows } = await sql<EntryRow & { late: boolean }>`
      select entry.*, coalesce(entry.xid < (
        select sealed.xid from audit.seal join audit.entry as sealed on sealed.id = seal.entry_id
        order by seal.seq desc limit 1), false) as late
      from audit.entry
      where entry.id > ${last}::bigint and not exists (select from audit.seal where seal.entry_id = entry.id)
      order by entry.id limit ${batch}`.execute(tx)
    for (const row of rows) {
      firstBroken ??= faultOfUnsealed({ row, suites })
      last = row.id
    }
    count += rows.length
    if (rows.length < batch) return { count, ...(firstBroken && { firstBroken }) }
  }
}

/** The first head whose signature is not that of the key it names. @param verify undefined for a key it does not know. */
export function forgedHead(heads: readonly NotedHead[], verify: (message: Buffer, signed: HeadSignature) => boolean | undefined): Broken | undefined {
  const forged = heads.find((head) => head.signed && verify(Buffer.from(headText(head)), head.signed) === false)
  return forged && { seq: forged.seq, kind: 'forged', at: forged.at, expected: `a signature of ${forged.signed?.kid}`, found: forged.signed?.signature.toString('base64') ?? '' }
}
