// Never lost 备份与恢复 of this house: its tables, its rules, its version.
import { makeBackup, restore } from '@houqin/backup'
import type { Backup, BackupOptions, RestoreOptions } from '@houqin/backup'
import { systemClock } from '@houqin/clock'
import { inBackup, migrationSetsOf } from '@houqin/compose'
import { parts } from './subsystems.ts'
import { version } from './version.ts'
import { worldTables } from './world.ts'

export { isEncrypted, keyFolders, verifyArchive } from '@houqin/backup'
export type { Archive, Backup, Manifest } from '@houqin/backup'

/** @throws Fault like `makeBackup`. */
export function backupHouse(options: Omit<BackupOptions, 'rules' | 'version' | 'clock'>): Promise<Backup> {
  return makeBackup({ ...options, rules: inBackup, version, clock: systemClock })
}

/** @throws Fault like `restore`. */
export function restoreHouse(options: Omit<RestoreOptions, 'rules' | 'sets' | 'clock'>): ReturnType<typeof restore> {
  return restore({ ...options, rules: inBackup, sets: [worldTables, ...migrationSetsOf(parts)], clock: systemClock })
}
