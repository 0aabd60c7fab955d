// Holding a data folder 占用数据目录 without starting anything: to move it, or to remove its database for good.
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { lockFolder } from './folder-lock.ts'
import { recall } from './memory.ts'
import { clearAway } from './start-postgres.ts'

/** Nobody starts the database of `dataFolder` until the returned function is called. @throws Fault `postgres.folder-in-use`. */
export async function holdPostgres({ dataFolder }: { dataFolder: string }): Promise<() => void> {
  const folder = join(dataFolder, 'postgres')
  if (!existsSync(folder)) return () => undefined
  const { release } = await lockFolder({ folder, name: dataFolder })
  return release
}

/** Removes what `startPostgres` made for `dataFolder`, inside it and elsewhere. @throws Fault `postgres.folder-in-use`. */
export async function removePostgres({ dataFolder }: { dataFolder: string }): Promise<void> {
  const folder = join(dataFolder, 'postgres')
  if (!existsSync(folder)) return
  const release = await holdPostgres({ dataFolder })
  try {
    const remembered = recall(folder)
    if (remembered === undefined) return
    await clearAway(remembered, undefined)
    if (remembered.home !== folder) rmSync(remembered.home, { recursive: true, force: true })
  } finally {
    release()
    rmSync(folder, { recursive: true, force: true })
  }
}
