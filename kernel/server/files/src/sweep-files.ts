// 清理附件: removes what nobody owns and nobody holds, rows first, then contents no row speaks of.
import type { Db } from '@houqin/db'
import { sql } from 'kysely'
import { lockToRemove } from './content-lock.ts'
import { type FileStore, removeFile } from './store.ts'

const batch = 1_000

/** Held shared by a backup, from before its snapshot to its end: until then no content is removed. */
export const sweepLock = 4_731_001

/** Removes ownerless files and stopped uploads from before an instant, judging holds at `at`; gives how many of each. */
export async function sweepFiles(db: Db, store: FileStore, { before, at }: { before: Date; at: Date }): Promise<{ files: number; contents: number; uploads: number }> {
  const files = await sweepRows({ db, before, at })
  let contents = 0
  for await (const names of store.contents()) contents += await sweepContents({ db, store, names })
  let uploads = 0
  for (const upload of await store.incoming()) {
    // A name without an instant is none of ours, and NaN is before nothing.
    if (!(upload.at < before)) continue
    await removeFile(upload.path)
    uploads += 1
  }
  return { files, contents, uploads }
}

async function sweepRows({ db, before, at }: { db: Db; before: Date; at: Date }): Promise<number> {
  let swept = 0
  for (;;) {
    const { found, removed } = await db.transaction().execute(async (tx) => {
      // A row that is being linked just now is locked, and skipped.
      const { rows } = await sql<{ id: string }>`
        select id from files.file
        where created_at < ${before} and (held_until is null or held_until <= ${at})
          and not exists (select from files.link where link.file = file.id)
        order by created_at limit ${batch} for update skip locked`.execute(tx)
      const { rows: gone } = await sql`
        delete from files.file where id = any(${rows.map(({ id }) => id)}::uuid[])
          and not exists (select from files.link where link.file = file.id) returning id`.execute(tx)
      return { found: rows.length, removed: gone.length }
    })
    swept += removed
    if (found < batch) return swept
  }
}

async function sweepContents({ db, store, names }: { db: Db; store: FileStore; names: readonly string[] }): Promise<number> {
  const { rows } = await sql<{ sha256: string }>`
    select content.sha256 from unnest(${names}::text[]) as content (sha256)
    where not exists (select from files.file where file.sha256 = decode(content.sha256, 'hex'))`.execute(db)
  let removed = 0
  for (const { sha256 } of rows) {
    await db.transaction().execute(async (tx) => {
      const { rows: [alone] } = await sql<{ held: boolean }>`select pg_try_advisory_xact_lock(${sweepLock}) as held`.execute(tx)
      if (alone?.held !== true) return
      await lockToRemove(tx, sha256)
      const { rows: keepers } = await sql`select from files.file where sha256 = decode(${sha256}, 'hex') limit 1`.execute(tx)
      if (keepers.length > 0) return
      await removeFile(store.contentPath(sha256))
      removed += 1
    })
  }
  return removed
}
