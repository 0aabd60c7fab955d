// Noted heads 链末记录: where the chain stood, written down outside the database, which then cannot be rewritten unseen; each line signed by the house.
import { appendFile, readFile } from 'node:fs/promises'
import type { Clock } from '@houqin/clock'
import type { Db } from '@houqin/db'
import { sql } from 'kysely'

/** A signature and the short name of the key that made it. */
export interface HeadSignature {
  /** Hex. */
  readonly kid: string
  readonly signature: Buffer
}

/** Where the chain stood once, as it was written down outside this database. */
export interface NotedHead {
  readonly at: Date
  readonly seq: string
  readonly chain: string
  /** By the house's signing key; left out in lines of earlier days. */
  readonly signed?: HeadSignature
}

/** What is signed of a head, and what a third party puts together again: one line without its end. */
export const headText = ({ at, seq, chain }: Pick<NotedHead, 'at' | 'seq' | 'chain'>): string => `${at.toISOString()} ${seq} ${chain}`

/**
 * Appends the present head to `file`, unless it stands there already. Each line: instant, number of the link, its fingerprint; then the short
 * name of the key that signed these three as they stand, and the signature in base64.
 */
export async function noteHead({ db, file, clock, sign }: {
  db: Db
  file: string
  clock: Pick<Clock, 'now'>
  sign: (message: Buffer) => HeadSignature
}): Promise<void> {
  const { rows: [head] } = await sql<{ seq: string; chain: string }>`
    select seq::text as seq, encode(chain, 'hex') as chain from audit.seal order by audit.seal.seq desc limit 1`.execute(db)
  const last = (await notedHeads(file)).at(-1)
  if (head === undefined || last?.chain === head.chain) return
  const text = headText({ at: clock.now(), ...head })
  const { kid, signature } = sign(Buffer.from(text))
  await appendFile(file, `${text} ${kid} ${signature.toString('base64')}\n`, { mode: 0o600, flush: true })
}

/** A line that was cut short by a power failure is none. */
export async function notedHeads(file: string): Promise<readonly NotedHead[]> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  })
  // the last piece is what comes after the last line's end
  return text.split('\n').slice(0, -1).flatMap((line) => {
    const [, at, seq, chain, kid, signature] = /^(\S+Z) (\d{1,19}) ([0-9a-f]{64})(?: ([0-9a-f]{16}) ([A-Za-z0-9+/]+={0,2}))?$/.exec(line) ?? []
    if (at === undefined || seq === undefined || chain === undefined) return []
    return [{ at: new Date(at), seq, chain, ...(kid !== undefined && signature !== undefined && { signed: { kid, signature: Buffer.from(signature, 'base64') } }) }]
  })
}
