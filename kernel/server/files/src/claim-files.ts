// 认领附件: a file named in a form goes to the form's owner only if whoever names it brought it in.
import type { Tx } from '@houqin/db'
import type { FieldIssue } from '@houqin/problem'
import { sql } from 'kysely'
import { type FileOwner, linkFile } from './link-file.ts'
import { refusals } from './refusal.ts'

/** A file as a body names it. */
export interface NamedFile {
  readonly id: string
  /** Where it stands in the body, such as `input.photos[2]`. */
  readonly at: string
}
/** Who names it: an account, whoever came by a printed code, or the house itself, whose code answers for it. */
export type Claimer = { readonly account: string } | 'visitor' | 'house'

/**
 * Links the files to their owner. Whoever uploaded a file may; anybody may who names one that came by a printed code
 * and belongs to nothing yet; and what the owner has already stays his.
 * @throws Problem bad-input at each file that is not there or not the claimer's: which of the two is not told.
 */
export async function claimFiles(tx: Tx, { files, owner, by, at }: { files: readonly NamedFile[]; owner: FileOwner; by: Claimer; at: Date }): Promise<void> {
  if (files.length === 0) return
  const account = typeof by === 'object' ? by.account : null
  const ids = files.map(({ id }) => id)
  // Locked before they are looked at, so that of two who name the same ownerless file the second sees the first; in one
  // order, so that neither waits for ever.
  await sql`select from files.file where id = any(${ids}::uuid[]) order by id for update`.execute(tx)
  const { rows } = await sql<{ id: string }>`
    select id from files.file where id = any(${ids}::uuid[])
      and (${by === 'house'} or created_by::text = ${account}
        or exists (select from files.link where link.file = file.id and owner_kind = ${owner.kind} and owner_id = ${owner.id})
        or (created_by is null and not exists (select from files.link where link.file = file.id)))`.execute(tx)
  const claimed = new Set(rows.map(({ id }) => id))
  const issues = files.filter(({ id }) => !claimed.has(id.toLowerCase())).map(({ at: where }): FieldIssue => ({ at: where, says: refusals.notYours }))
  if (issues.length > 0) throw refusals.unclaimable(issues)
  for (const { id } of files) await linkFile(tx, { file: id, owner, at })
}
