// 撤销附件导入: takes out of each row the files this import put there and nothing else; what somebody changed since stays.
import { signature } from '@houqin/access'
import { record } from '@houqin/audit'
import { transaction } from '@houqin/db'
import type { Tx } from '@houqin/db'
import { tableSqlOf } from '@houqin/fields'
import { unlinkFile } from '@houqin/files'
import type { System } from '@houqin/http'
import { Problem, say } from '@houqin/problem'
import type { Sentence } from '@houqin/problem'
import { actionOf } from '@houqin/register-rights'
import { rowSelection, storedRow } from '@houqin/rows'
import type { KeptRow } from '@houqin/rows'
import type { FileOutcome, ImportCounts } from '@houqin/wire'
import { sql } from 'kysely'
import { countLines } from './lines.ts'
import { changeImport } from './stored-import.ts'
import { heldIn, subjectOf } from './walk.ts'
import type { Subject, Telling } from './walk.ts'

export async function undo(system: System, id: string, { progress }: Telling): Promise<ImportCounts<FileOutcome>> {
  const subject = await subjectOf(system, id)
  const { actor, register, stored } = subject
  const { rows } = await sql<{ row: string; files: string[] }>`
    select row, array_agg(file::text order by number) as files from file_imports.line
    where import = ${id} and file is not null and undone is null group by row order by max(number) desc`.execute(system.db)
  for (const [done, { row, files }] of rows.entries()) {
    await progress(done, rows.length)
    await transaction(system.db, (tx) => takeOut(tx, subject, row, files))
  }
  return transaction(system.db, async (tx) => {
    const counts = await countLines(tx, id)
    await changeImport(tx, id, { state: 'undone', counts, undone_at: system.clock.now(), problem: null })
    await record(tx, {
      at: system.clock.now(), ...signature(actor), action: actionOf(register, 'import-files-undo'), subject: { kind: register.id, id: '' },
      summary: `撤销批量导入${register.title}附件《${stored.file_name}》：取出 ${counts.undone ?? 0} 个，保留 ${counts.kept ?? 0} 个`, after: { import: id, counts },
    })
    return counts
  })
}

async function takeOut(tx: Tx, { system, actor, register, stored }: Subject, row: string, files: readonly string[]): Promise<void> {
  const { rows: [found] } = await sql<KeptRow>`select ${rowSelection(register)} from ${tableSqlOf(register.id)} t where t.id = ${row} for update of t`.execute(tx)
  const before = found && storedRow(register, found)
  const settle = (undone: 'undone' | 'kept', says: readonly Sentence[]) => sql`
    update file_imports.line set undone = ${undone}, reasons = coalesce(nullif(${JSON.stringify(says)}::jsonb, '[]'::jsonb), reasons)
    where import = ${stored.id} and file = any(${[...files]}::uuid[])`.execute(tx)
  if (!before || before.retiredAt !== null || before.mergedInto !== null) {
    await settle('kept', [say('这条已停用或并入另一条，没有取出', 'The row was retired or merged since; left as it is')])
    return
  }
  const held = heldIn(before, stored.field)
  const left = held.filter((one) => !files.includes(one))
  try {
    if (left.length < held.length) await system.registers.update(tx, actor, register, row, { [stored.field]: left }, before.version)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    await settle('kept', [error.detail])
    return
  }
  for (const file of files) await unlinkFile(tx, { file, owner: { kind: register.id, id: row } })
  await settle('undone', [])
}
