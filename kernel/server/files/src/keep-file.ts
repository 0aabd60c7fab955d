// 存文件: gives a received content its row and its place, in the caller's transaction.
import type { Tx } from '@houqin/db'
import { sql } from 'kysely'
import { lockToKeep } from './content-lock.ts'
import { type FileLimits, receiveFile, type ReceivedFile } from './receive-file.ts'
import type { FileStore } from './store.ts'
import { type FileRow, type StoredFile, storedFile } from './stored-file.ts'

/**
 * Keeps a received content: it lies surely at its place before the row can commit. After a rollback it is swept. Link
 * the file to its owner in the same transaction.
 */
export async function keepFile(tx: Tx, store: FileStore, received: ReceivedFile, { by, at }: { by?: string; at: Date }): Promise<StoredFile> {
  const { path, sha256, size, type, name, picture } = received
  await lockToKeep(tx, sha256)
  const { rows: [row] } = await sql<FileRow>`
    insert into files.file (sha256, size, type, name, width, height, created_at, created_by)
    values (decode(${sha256}, 'hex'), ${size}, ${type}, ${name}, ${picture?.width ?? null}, ${picture?.height ?? null}, ${at}, ${by ?? null})
    returning *`.execute(tx)
  if (!row) throw new Error(`files.file gave no row for ${name}.`)
  await store.keep(path, sha256)
  return storedFile(row)
}

/** Receives and keeps in one go, for callers inside the server; what comes over the network is received before a transaction begins. */
export async function putFile(tx: Tx, store: FileStore, stream: AsyncIterable<Uint8Array>, { by, ...rest }: {
  name: string
  declaredType: string
  by?: string
  at: Date
  limits?: FileLimits
}): Promise<StoredFile> {
  const received = await receiveFile(store, stream, rest)
  return keepFile(tx, store, received, { at: rest.at, ...(by !== undefined && { by }) })
}
