// 封条: one link of the chain: it binds an entry's id and fingerprint to the link before.
import { canonicalJson, type Digest } from './digest.ts'

export interface Seal {
  seq: bigint
  entryId: string
  at: Date
  previous: Buffer
  chain: Buffer
}

/** What the first link has before it. */
export const chainStart = Buffer.alloc(0)

export function chainOf({ seq, entryId, at, entryDigest, previous, digest }: Omit<Seal, 'chain'> & { entryDigest: Buffer; digest: Digest }): Buffer {
  return digest.of(Buffer.from(canonicalJson({
    seq: seq.toString(), entry: entryId, at: at.toISOString(), digest: entryDigest.toString('hex'), previous: previous.toString('hex'),
  })))
}
