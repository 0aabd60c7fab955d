// 复制附件: another row with the same content, for an owner of its own, by which the first is not found.
import type { Tx } from '@houqin/db'
import { sql } from 'kysely'
import { lockToKeep } from './content-lock.ts'

/** Link it to its owner in the same transaction. @returns the new file's id. @throws Error where there is no such file. */
export async function copyFile(tx: Tx, { file, at }: { file: string; at: Date }): Promise<string> {
  const { rows: [first] } = await sql<{ sha256: Buffer }>`select sha256 from files.file where id = ${file}::uuid for share`.execute(tx)
  if (first === undefined) throw new Error(`files.file has no ${file}.`)
  await lockToKeep(tx, first.sha256.toString('hex'))
  const { rows: [copy] } = await sql<{ id: string }>`
    insert into files.file (sha256, size, type, name, width, height, created_at, created_by)
    select sha256, size, type, name, width, height, ${at}, created_by from files.file where id = ${file}::uuid returning id`.execute(tx)
  if (copy === undefined) throw new Error(`files.file has no ${file}.`)
  return copy.id
}
