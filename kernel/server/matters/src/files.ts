// Papers of a matter 附件: stored files that belong to it from now on, so that who reads it opens them.
import { constraintOf } from '@houqin/db'
import type { Tx } from '@houqin/db'
import type { Matter } from '@houqin/define'
import { badInput } from '@houqin/fields'
import { linkFile } from '@houqin/files'
import { say } from '@houqin/problem'

/** @throws Problem bad-input for a file that was never uploaded or has been swept. */
export async function keepFiles(tx: Tx, { matter, id, files, at }: { matter: Matter; id: string; files: readonly string[]; at: Date }): Promise<void> {
  try {
    for (const file of files) await linkFile(tx, { file, owner: { kind: matter.id, id }, at })
  } catch (error) {
    const violated = constraintOf(error)
    if (violated?.kind !== 'foreign-key' || violated.schema !== 'files') throw error
    throw badInput([{ at: 'files', says: say('有附件没有上传成功或已被清理,请重新上传', 'A file was not uploaded or has been swept away, upload it again') }])
  }
}
