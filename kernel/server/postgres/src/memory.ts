// What a data folder remembers of its cluster: place.json, the pointer to wherever it lies.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fault } from '@houqin/fault'
import type { Runner } from './runner.ts'

export interface Remembered {
  readonly id: string
  readonly as: Runner['as']
  /** The data folder's own part, or a folder outside where the database's user gets to. */
  readonly home: string
}

/** Undefined for a new data folder. Throws `postgres.place-unreadable`, `postgres.cluster-lost`. */
export function recall(folder: string): Remembered | undefined {
  const file = fileIn(folder)
  if (!existsSync(file)) return undefined
  const remembered = parse({ text: readFileSync(file, 'utf8'), folder })
  if (remembered === undefined) {
    throw fault({
      code: 'postgres.place-unreadable',
      zh: `文件 ${file} 已损坏，不知数据库存放何处：请从备份恢复该文件。`,
      en: `${file} is damaged and it alone says where the database lies: restore that file from a backup.`,
    })
  }
  if (!existsSync(remembered.home)) {
    throw fault({
      code: 'postgres.cluster-lost',
      zh: `${folder} 的数据库存放在 ${remembered.home}，该目录不见了：请恢复它；若确要从头开始，请换一个数据目录。`,
      en: `The database of ${folder} lies in ${remembered.home}, which is gone: restore it, or choose another data folder to begin afresh.`,
    })
  }
  return remembered
}

/** Writes it whole or not at all. The home is named only where it lies elsewhere, so that a data folder may be moved. */
export function remember({ id, as, home }: Remembered, folder: string): void {
  const file = fileIn(folder)
  const said = { id, as, ...(home === folder ? {} : { home }) }
  writeFileSync(`${file}.new`, `${JSON.stringify(said, null, 2)}\n`, { mode: 0o600, flush: true })
  renameSync(`${file}.new`, file)
}

function fileIn(folder: string): string {
  return join(folder, 'place.json')
}

function parse({ text, folder }: { text: string; folder: string }): Remembered | undefined {
  try {
    const said: unknown = JSON.parse(text)
    if (typeof said === 'object' && said !== null && 'id' in said && 'as' in said && typeof said.id === 'string'
      && (said.as === 'self' || said.as === 'unshare' || said.as === 'setuid')) {
      return { id: said.id, as: said.as, home: 'home' in said && typeof said.home === 'string' ? said.home : folder }
    }
  } catch {
    // Not JSON: unreadable like any other text that is not ours.
  }
  return undefined
}
