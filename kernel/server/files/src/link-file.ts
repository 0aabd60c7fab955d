// 附件归属: which rows a file belongs to; who may read one of them may read it.
import type { Db, Tx } from '@houqin/db'
import { sql } from 'kysely'
import { type FileRow, type StoredFile, storedFile } from './stored-file.ts'

/** A row of any subsystem: its register or matter, `subsystem.thing`, and its id. */
export interface FileOwner {
  kind: string
  id: string
}

/** Gives a file an owner; again is no error. */
export async function linkFile(tx: Tx, { file, owner, at }: { file: string; owner: FileOwner; at: Date }): Promise<void> {
  await sql`
    insert into files.link (file, owner_kind, owner_id, linked_at) values (${file}, ${owner.kind}, ${owner.id}, ${at})
    on conflict do nothing`.execute(tx)
}

/** Takes a file from an owner; without any it is swept one day. */
export async function unlinkFile(tx: Tx, { file, owner }: { file: string; owner: FileOwner }): Promise<void> {
  await sql`delete from files.link where file = ${file} and owner_kind = ${owner.kind} and owner_id = ${owner.id}`.execute(tx)
}

/** Keeps a file until an instant whatever becomes of its owners; never shortens a longer hold. */
export async function holdFile(tx: Tx, { file, until }: { file: string; until: Date }): Promise<void> {
  await sql`update files.file set held_until = greatest(held_until, ${until}) where id = ${file}`.execute(tx)
}

/** The files of one owner, oldest first. */
export async function filesOf(db: Db | Tx, owner: FileOwner): Promise<StoredFile[]> {
  const { rows } = await sql<FileRow>`
    select file.* from files.link join files.file on file.id = link.file
    where owner_kind = ${owner.kind} and owner_id = ${owner.id} order by linked_at, file.id`.execute(db)
  return rows.map(storedFile)
}

/** The owners of one file. */
export async function ownersOf(db: Db | Tx, file: string): Promise<FileOwner[]> {
  const { rows } = await sql<FileOwner>`
    select owner_kind as kind, owner_id as id from files.link where file = ${file} order by linked_at, kind, id`.execute(db)
  return rows
}
