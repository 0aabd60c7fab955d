// Papers of a matter 附件: the files a body names, which belong to the matter from now on, so that who reads it opens them.
import { isSystem } from '@houqin/access'
import type { Tx } from '@houqin/db'
import type { Fields, Matter } from '@houqin/define'
import { claimFiles } from '@houqin/files'
import type { Claimer, NamedFile } from '@houqin/files'
import type { Caller } from '@houqin/matter-records'
import type { LineChanges } from '@houqin/matter-lines'

/** @param free named by an effect, whose code answers for it. @throws Problem bad-input for a file that is not the caller's. */
export async function keepFiles(tx: Tx, { caller, matter, id, files, at, free = false }: {
  caller: Caller; matter: Matter; id: string; files: readonly NamedFile[]; at: Date; free?: boolean
}): Promise<void> {
  await claimFiles(tx, { files, owner: { kind: matter.id, id }, by: free ? 'house' : claimerOf(caller), at })
}
function claimerOf({ actor: { principal }, byReporter }: Caller): Claimer {
  if (byReporter) return 'visitor'
  return isSystem(principal) ? 'house' : { account: principal.account }
}

/** All stored files among `values`. @param at where the values stand in the body. */
export function filesIn(fields: Fields, { values, at }: { values: Readonly<Record<string, unknown>>; at: string }): readonly NamedFile[] {
  return Object.entries(fields).flatMap(([key, field]) => {
    const ids = values[key]
    if (field.kind !== 'files' || !Array.isArray(ids)) return []
    return ids.flatMap((id: unknown, index) => (typeof id === 'string' ? [{ id, at: `${at}.${key}[${index}]` }] : []))
  })
}
export function filesInLines(matter: Matter, { added, settled }: LineChanges): readonly NamedFile[] {
  const fieldsOf = (set: string): Fields => matter.lines[set]?.fields ?? {}
  return [
    ...Object.entries(added).flatMap(([set, rows]) => rows.flatMap((values, index) => filesIn(fieldsOf(set), { values, at: `lines.${set}[${index}]` }))),
    ...Object.entries(settled).flatMap(([set, rows]) => rows.flatMap(({ values }, index) => filesIn(fieldsOf(set), { values, at: `lines.${set}[${index}]` }))),
  ]
}
