// Ink 笔迹: whether a drawing that was brought in shows more than an empty box or a dot.
import { readFile } from 'node:fs/promises'
import type { Db, Tx } from '@houqin/db'
import { badInput, isId } from '@houqin/fields'
import type { FileStore } from '@houqin/files'
import { say } from '@houqin/problem'
import { sql } from 'kysely'
import { PNG } from 'pngjs'

/** Points that differ from the paper; a stroke of a pen as long as a thumb's width has several hundred. */
const leastInk = 60
/** Of 255, in any colour. */
const clearly = 64
/** As large as a good scan; more is no signature, and is not unpacked. */
const mostPoints = 4_000_000

/**
 * To be asked at the edge, before the deed: an empty box is no signature. A file that is not there is left to whoever signs.
 * @throws Problem bad-input for what shows nothing, or is no picture a signature can be read from (PNG).
 */
export async function requireInk(db: Db | Tx, store: FileStore, { file, at }: { file: string; at: string }): Promise<void> {
  const { rows: [found] } = await sql<{ sha256: string; type: string; points: string | null }>`
    select encode(sha256, 'hex') as sha256, type, width::bigint * height as points from files.file where id = ${isId(file) ? file : null}::uuid`.execute(db)
  if (found === undefined) return
  if (found.type !== 'image/png' || Number(found.points ?? mostPoints + 1) > mostPoints)
    throw badInput([{ at, says: say('签名应是签名框里写成的小图片（PNG），请重新签名', 'A signature is the small picture (PNG) of the box it is written in; sign again') }])
  const ink = inkIn(await readFile(store.contentPath(found.sha256)))
  if (ink === null) throw badInput([{ at, says: say('签名图片读不出来，请重新签名', 'The picture of the signature cannot be read; sign again') }])
  if (ink < leastInk)
    throw badInput([{ at, says: say('签名框是空白的，请手写签名后再提交', 'The box is empty: write your name in it first') }])
}

/** How many points of a PNG differ clearly from its upper left corner, seen on white paper; null for what cannot be unpacked. */
export function inkIn(picture: Buffer): number | null {
  const data = pointsOf(picture)
  if (data === null) return null
  const shade = (place: number): number => {
    const alpha = (data[place + 3] ?? 0) / 255
    return Math.min(...[0, 1, 2].map((colour) => 255 - (255 - (data[place + colour] ?? 0)) * alpha))
  }
  const paper = shade(0)
  let ink = 0
  for (let place = 0; place < data.length; place += 4) if (Math.abs(shade(place) - paper) > clearly) ink += 1
  return ink
}
function pointsOf(picture: Buffer): Buffer | null {
  try {
    return PNG.sync.read(picture).data
  } catch {
    // Whoever wrote the bytes by hand learns no more than that.
    return null
  }
}
