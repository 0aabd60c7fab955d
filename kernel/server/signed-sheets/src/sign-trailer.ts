// 边发边签: a workbook passes through; what passed is counted, and its last bytes leave with the signature behind them.
import { createHash } from 'node:crypto'
import { Transform } from 'node:stream'
import type { Signer } from '@houqin/secrets'
import { commentOf, digestFor, endBytes, isBareEnd, withComment } from './trailer.ts'

/** Holds back no more than the last bytes. @param at when it is made. */
export function signTrailer(signer: Pick<Signer, 'current' | 'sign'>, at: Date): Transform {
  const digest = digestFor(signer.current().scheme)
  const hash = createHash(digest)
  let held = Buffer.alloc(0)
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const all = Buffer.concat([held, chunk])
      const passing = all.subarray(0, Math.max(0, all.length - endBytes))
      held = all.subarray(passing.length)
      hash.update(passing)
      done(null, passing)
    },
    flush(done) {
      if (!isBareEnd(held)) {
        done(new Error('A workbook ended otherwise than an archive does.'))
        return
      }
      const value = hash.update(held).digest('hex')
      done(null, withComment(held, commentOf(signer, { at: at.toISOString(), digest, value })))
    },
  })
}
