// Noted heads 链末记录: where the chain stood, written down outside the database, which then cannot be rewritten unseen.
import { appendFile, readFile } from 'node:fs/promises'
import type { Clock } from '@houqin/clock'
import type { Db } from '@houqin/db'
import { sql } from 'kysely'
import type { NotedHead } from './verify.ts'

/** Appends the present head to `file`, unless it stands there already. Each line: instant, number of the link, its fingerprint. */
export async function noteHead({ db, file, clock }: { db: Db; file: string; clock: Pick<Clock, 'now'> }): Promise<void> {
  const { rows: [head] } = await sql<{ seq: string; chain: string }>`
    select seq::text as seq, encode(chain, 'hex') as chain from audit.seal order by audit.seal.seq desc limit 1`.execute(db)
  const last = (await notedHeads(file)).at(-1)
  if (head === undefined || last?.chain === head.chain) return
  await appendFile(file, `${clock.now().toISOString()} ${head.seq} ${head.chain}\n`, { mode: 0o600, flush: true })
}

/** A line that was cut short by a power failure is none. */
export async function notedHeads(file: string): Promise<readonly NotedHead[]> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  })
  return text.split('\n').flatMap((line) => {
    const [, at, seq, chain] = /^(\S+Z) (\d{1,19}) ([0-9a-f]{64})$/.exec(line) ?? []
    return at !== undefined && seq !== undefined && chain !== undefined ? [{ at: new Date(at), seq, chain }] : []
  })
}
