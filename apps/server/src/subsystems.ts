// THE list 子系统清单: every subsystem this server runs, in the order their schemas are made.
import type { MigrationSet } from '@houqin/db'

/** Their migrations; a set may refer to the schemas of those above it. */
export const migrationSets: readonly MigrationSet[] = []
