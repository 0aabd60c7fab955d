// 附件行: a file that is kept, and the way to its content.
import { createReadStream, type ReadStream } from 'node:fs'
import type { Db, Tx } from '@houqin/db'
import { sql } from 'kysely'
import type { FileType } from './file-type.ts'
import type { FileStore } from './store.ts'

export interface StoredFile {
  id: string
  sha256: string
  /** Bytes. */
  size: number
  type: FileType
  name: string
  picture?: { width: number; height: number }
  createdAt: Date
  /** Left out when nobody was signed in. */
  createdBy?: string
  /** Not swept before, whatever becomes of its owners. */
  heldUntil?: Date
}

export interface FileRow {
  id: string
  sha256: Buffer
  size: string
  type: FileType
  name: string
  width: number | null
  height: number | null
  created_at: Date
  created_by: string | null
  held_until: Date | null
}

export function storedFile({ id, sha256, size, type, name, width, height, created_at, created_by, held_until }: FileRow): StoredFile {
  return Object.freeze({
    id, sha256: sha256.toString('hex'), size: Number(size), type, name, createdAt: created_at,
    ...(width !== null && height !== null && { picture: { width, height } }),
    ...(created_by !== null && { createdBy: created_by }),
    ...(held_until !== null && { heldUntil: held_until }),
  })
}

/** Those of them that exist. It asks for no right: the caller has asked already. */
export async function storedFiles(db: Db | Tx, ids: readonly string[]): Promise<readonly StoredFile[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<FileRow>`select * from files.file where id = any(${[...ids]}::uuid[])`.execute(db)
  return rows.map(storedFile)
}

/**
 * A file and a function that opens its content, from byte `start` to `end` (both included) or whole; undefined when
 * there is none by this id. It asks for no right: the caller asks at one of its owners (`ownersOf`) first.
 */
export async function openFile(db: Db | Tx, store: FileStore, id: string): Promise<{ file: StoredFile; read(range?: { start: number; end: number }): ReadStream } | undefined> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return undefined
  const { rows: [row] } = await sql<FileRow>`select * from files.file where id = ${id}`.execute(db)
  if (!row) return undefined
  const file = storedFile(row)
  return Object.freeze({ file, read: (range: { start?: number; end?: number } = {}) => createReadStream(store.contentPath(file.sha256), range) })
}
