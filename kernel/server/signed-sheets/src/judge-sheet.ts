// 验签: whether a file is a sheet of this house, and still as it left.
import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { Signed } from '@houqin/secrets'
import type { SheetJudgement } from '@houqin/wire'
import { endIn, endBytes, signedText, trailerIn } from './trailer.ts'

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
