// 导入文件夹: every law in a folder is read and stored, each by itself; what came of each is told in words.
import { readdir, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { transaction } from '@houqin/db'
import type { System } from '@houqin/http'
import { readLawFile, lawEndings } from './read-law-file.ts'
import { settleRegulations } from './settle-regulations.ts'
import { storeLaw } from './store-law.ts'
import type { StoredLaw } from './store-law.ts'

export interface ImportedFile {
  readonly file: string
  readonly stored: StoredLaw | null
  /** Why nothing was stored. */
  readonly refused: string | null
  readonly doubts: readonly string[]
}
export interface ImportReport {
  readonly files: readonly ImportedFile[]
  /** Of all files that were stored, unchanged ones included. */
  readonly articles: number
}

/**
 * @param folder or one file. @param each hears of a file as soon as it is done. A file that cannot be read stops none of the others.
 * @throws Error of the file system when the folder cannot be listed.
 */
export async function importFolder(system: System, folder: string, each: (file: ImportedFile) => void = () => undefined): Promise<ImportReport> {
  const files: ImportedFile[] = []
  for (const path of await pathsIn(folder)) {
    const file = await importFile(system, path)
    files.push(file)
    each(file)
  }
  await transaction(system.db, (tx) => settleRegulations(tx, system))
  return { files, articles: files.reduce((sum, { stored }) => sum + (stored?.articles ?? 0), 0) }
}

async function pathsIn(folder: string): Promise<readonly string[]> {
  if (!(await stat(folder)).isDirectory()) return [folder]
  const names = await readdir(folder, { recursive: true })
  return names.filter((name) => lawEndings.includes(extname(name).toLowerCase())).toSorted().map((name) => join(folder, name))
}

async function importFile(system: System, path: string): Promise<ImportedFile> {
  const parsed = await readLawFile(path)
  if ('refused' in parsed) return { file: path, stored: null, refused: parsed.refused, doubts: [] }
  const stored = await transaction(system.db, (tx) => storeLaw(tx, system, parsed.law))
  return { file: path, stored, refused: null, doubts: parsed.law.doubts }
}
