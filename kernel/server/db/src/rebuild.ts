// Rebuilding 重建: the schema as it stood when some migrations had run and others had not, for data of that day.
import { refuseChanged, refuseUnknown } from './migrate.ts'
import { recordTable } from './record-table.ts'
import { readMigrations } from './migration-files.ts'
import type { MigrationSet } from './migration-files.ts'

/**
 * Runs exactly the migrations of `applied`, in this program's order, by the caller's connection and in his transaction; the record of them stays
 * empty. @throws Fault `db.newer-schema` or `db.changed-migration` before anything is run.
 */
export async function rebuild({ run, sets, applied }: {
  run: (sql: string) => Promise<void>
  sets: readonly MigrationSet[]
  applied: readonly { readonly schema: string; readonly name: string; readonly checksum: string }[]
}): Promise<void> {
  const files = (await Promise.all(sets.map(readMigrations))).flat()
  refuseUnknown(applied, files)
  refuseChanged(applied, files)
  await run(recordTable)
  for (const { schema, name, text } of files) if (applied.some((done) => done.schema === schema && done.name === name)) await run(text)
}
