// Never lost 备份与恢复 of this house: its tables, its rules, its version.
import { makeBackup, restore } from '@houqin/backup'
import type { Backup, BackupOptions, RestoreOptions } from '@houqin/backup'
import { systemClock } from '@houqin/clock'
import { inBackup, migrationSetsOf } from '@houqin/compose'
import { keysOfHouse } from './keys-of-house.ts'
import { parts } from './subsystems.ts'
import { version } from './version.ts'
import { worldTables } from './world.ts'

export { isEncrypted, keyFolders, verifyArchive } from '@houqin/backup'
export type { Archive, Backup, Manifest } from '@houqin/backup'

/** @throws Fault like `makeBackup`. */
export async function backupHouse(options: Omit<BackupOptions, 'rules' | 'version' | 'clock' | 'signer'>): Promise<Backup> {
  const { signer } = await keysOfHouse(options.dataFolder)
  return makeBackup({ ...options, rules: inBackup, version, clock: systemClock, signer })
}

/** @throws Fault like `restore`. */
export async function restoreHouse(options: Omit<RestoreOptions, 'rules' | 'sets' | 'clock'>): ReturnType<typeof restore> {
  await keysOfHouse(options.dataFolder)
  return restore({ ...options, rules: inBackup, sets: [worldTables, ...migrationSetsOf(parts)], clock: systemClock })
}
