// The same request twice, one effect: the key, the effect and the answer are written in one transaction.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db, Tx } from '@houqin/db'
import { Problem, say } from '@houqin/problem'

export interface Answer {
  readonly status: number
  readonly body: unknown
}
interface Keyed {
  readonly caller: string
  readonly key: string
  readonly method: string
  readonly path: string
  readonly body: unknown
  readonly at: Date
}

const visible = /^[\x21-\x7e]{1,200}$/

/** @throws Problem `bad-request` when the header is not 1–200 visible ASCII characters. */
export function idempotencyKey(header: string | string[] | undefined): string | undefined {
  if (header === undefined) return undefined
  if (typeof header !== 'string' || !visible.test(header))
    throw new Problem('bad-request', say('Idempotency-Key 须为 1–200 个可见 ASCII 字符。', 'Idempotency-Key must be 1–200 visible ASCII characters.'))
  return header
}

/**
 * Runs `effect` once per (caller, key) inside `tx`. A second request waits for the first to commit and is given its answer.
 * @throws Problem `idempotency-mismatch` when the key was used for another request.
 */
export async function once(tx: Tx, keyed: Keyed, effect: () => Promise<Answer>): Promise<Answer> {
  const digest = createHash('sha256')
    .update(`${keyed.method} ${keyed.path}\n${JSON.stringify(keyed.body ?? null)}`)
    .digest()
  const claimed = await sql`
    insert into http.idempotency (caller, key, digest, at) values (${keyed.caller}, ${keyed.key}, ${digest}, ${keyed.at})
    on conflict (caller, key) do nothing returning key`.execute(tx)
  if (claimed.rows.length === 0) return replay(tx, keyed, digest)
  const answer = await effect()
  await sql`
    update http.idempotency set status = ${answer.status}, body = ${JSON.stringify(answer.body ?? null)}::jsonb
    where caller = ${keyed.caller} and key = ${keyed.key}`.execute(tx)
  return answer
}

async function replay(tx: Tx, keyed: Keyed, digest: Buffer): Promise<Answer> {
  const { rows } = await sql<{ digest: Buffer; status: number; body: unknown }>`
    select digest, status, body from http.idempotency where caller = ${keyed.caller} and key = ${keyed.key}`.execute(tx)
  const kept = rows[0]
  if (!kept?.digest.equals(digest))
    throw new Problem(
      'idempotency-mismatch',
      say('这个幂等键已用于另一个请求，请换一个新的键。', 'This idempotency key was used for another request; choose a new one.'),
    )
  return { status: kept.status, body: kept.body }
}

/** Forgets answers older than `before`; a retry that late is a new request. */
export async function forgetAnswers(db: Db, before: Date): Promise<void> {
  await sql`delete from http.idempotency where at < ${before}`.execute(db)
}
