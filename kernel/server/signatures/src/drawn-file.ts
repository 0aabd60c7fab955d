// The drawing of a signature 签名图: a small picture that the signer himself has just brought in, and that belongs to nothing yet.
import type { Actor } from '@houqin/access'
import type { Tx } from '@houqin/db'
import { badInput, isId } from '@houqin/fields'
import { say } from '@houqin/problem'
import { sql } from 'kysely'

const mostBytes = 512 * 1024
const kind = 'image/png'

/** Locked until it belongs to something. @throws Problem bad-input: which of the reasons is not told to who guesses. */
export async function requireDrawn(tx: Tx, { principal }: Actor, { file, at }: { file: string; at: string }): Promise<void> {
  const { rows: [found] } = await sql<{ size: string; type: string }>`
    select size, type from files.file where id = ${isId(file) ? file : null}::uuid and created_by::text = ${principal.account}
      and not exists (select from files.link where link.file = file.id) for update`.execute(tx)
  if (found === undefined) throw badInput([{ at, says: say('没有收到签名，请重新签名', 'The signature did not arrive; sign again') }])
  if (found.type !== kind || Number(found.size) > mostBytes) throw badInput([{ at, says: say('签名应是一张小图片，请在签名框中手写', 'A signature is a small picture; write it in the box') }])
}
