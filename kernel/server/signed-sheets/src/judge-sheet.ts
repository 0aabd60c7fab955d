// 验签: whether a file is a sheet of this house, and still as it left.
import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { Signed } from '@houqin/secrets'
import { endIn, endBytes, signedText, trailerIn } from './trailer.ts'

/**
 * `whole`: as it left this house, at `at`. `changed`: something in it was changed, or the signature is not of the key it names.
 * `unsigned`: it bears none, as after it was saved anew. `foreign`: signed by a key that is not among those given.
 */
export interface SheetJudgement {
  readonly state: 'whole' | 'changed' | 'unsigned' | 'foreign'
  /** ISO 8601. */
  readonly at: string | null
  /** The key it names. */
  readonly kid: string | null
}
/** The longest comment there can be. */
const longest = 65_535 + endBytes

/** @param verify undefined for a key that is not known. Reads the file once, whatever its size. */
export async function judgeSheet(path: string, verify: (message: Uint8Array, signed: Signed) => boolean | undefined): Promise<SheetJudgement> {
  const handle = await open(path, 'r')
  try {
    const { size } = await handle.stat()
    const tail = Buffer.alloc(Math.min(size, longest))
    await handle.read(tail, 0, tail.length, size - tail.length)
    const end = endIn(tail)
    const trailer = end && trailerIn(end.comment)
    if (!end || !trailer) return { state: 'unsigned', at: null, kid: null }
    const { at, kid, digest } = trailer
    const hash = createHash(digest)
    const before = size - tail.length + end.at
    // a read stream without an encoding gives bytes
    if (before > 0) for await (const chunk of handle.createReadStream({ start: 0, end: before - 1, autoClose: false })) hash.update(chunk as Buffer)
    const found = hash.update(end.bare).digest('hex')
    const signed = verify(signedText(trailer), trailer)
    const state = signed === undefined ? 'foreign' : signed && found === trailer.value ? 'whole' : 'changed'
    return { state, at, kid }
  } finally {
    await handle.close()
  }
}
