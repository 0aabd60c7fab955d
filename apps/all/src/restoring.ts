// A restore in its own place 恢复中: the new data folder grows beside the old one and takes its name only when it is whole.
import { existsSync, readdirSync, renameSync, statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fault } from '@houqin/fault'
import { holdPostgres, removePostgres } from '@houqin/postgres'

/** Where it grows. */
export const restoringFolder = (dataFolder: string): string => `${dataFolder}.restoring`

/** What an interrupted restore left is thrown away: the next one starts over. */
export async function clearRestoring(dataFolder: string): Promise<void> {
  const folder = restoringFolder(dataFolder)
  if (!existsSync(folder)) return
  await removePostgres({ dataFolder: folder })
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
}

/** @throws Fault `all.restore-interrupted` where a start would begin an empty house in place of the one that was being restored. */
export function refuseHalfRestored(dataFolder: string): void {
  if (!existsSync(restoringFolder(dataFolder)) || holds(dataFolder)) return
  throw fault({
    code: 'all.restore-interrupted',
    zh: `上次恢复没有完成（${restoringFolder(dataFolder)} 还在）：请重新运行 npm run restore；不再恢复时请删除这个目录。`,
    en: `The last restore was not finished (${restoringFolder(dataFolder)} is still there): run npm run restore again; if you no longer want it, remove that folder.`,
  })
}

/** Whether there is anything in the folder. */
export const holds = (folder: string): boolean => existsSync(folder) && readdirSync(folder).length > 0

/** @throws Fault `all.not-empty`, `all.mount-point`, `postgres.folder-in-use`. */
export async function refuseOccupied({ dataFolder, replace }: { dataFolder: string; replace: boolean }): Promise<void> {
  if (holds(dataFolder) && !replace)
    throw fault({
      code: 'all.not-empty',
      zh: `数据目录 ${dataFolder} 不是空的，没有改动：请另选 --data，或加 --replace（原来的目录会改名保留）。`,
      en: `The data folder ${dataFolder} is not empty and was left as it is: choose another --data, or add --replace (the old one is kept under another name).`,
    })
  if (existsSync(dataFolder) && statSync(dataFolder).dev !== statSync(dirname(dataFolder)).dev)
    throw fault({
      code: 'all.mount-point',
      zh: `数据目录 ${dataFolder} 是挂载点，不能改名：请用 --data 指定其中的子目录。`,
      en: `The data folder ${dataFolder} is a mount point and cannot be renamed: name a folder inside it with --data.`,
    })
  if (holds(dataFolder)) (await holdPostgres({ dataFolder }))()
}

/** The last step. @returns where the old folder went, if there was one. */
export async function takeItsPlace({ dataFolder, stamp }: { dataFolder: string; stamp: string }): Promise<string | undefined> {
  const letGo = await holdPostgres({ dataFolder })
  const kept = holds(dataFolder) ? `${dataFolder}.replaced-${stamp}` : undefined
  try {
    if (kept !== undefined) renameSync(dataFolder, kept)
    renameSync(restoringFolder(dataFolder), dataFolder)
  } finally {
    letGo()
  }
  return kept
}
