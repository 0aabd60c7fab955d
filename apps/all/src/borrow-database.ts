// A database for a moment 借用数据库: that of a server that runs, the bureau's own, or the embedded one started meanwhile.
import { fault, isFault } from '@houqin/fault'
import { hasPostgres, runningPostgres, startPostgres } from '@houqin/postgres'

export interface BorrowedDatabase {
  readonly url: string
  /** Leaves a database running that ran before. */
  stop(): Promise<void>
}

/** @param url of a PostgreSQL of theirs, instead. @param began hears that the embedded one was started. @throws Fault like `startPostgres`. */
export async function borrowDatabase({ dataFolder, url, began = () => undefined }: {
  dataFolder: string
  url: string | undefined
  began?: () => void
}): Promise<BorrowedDatabase> {
  if (url !== undefined) return { url, stop: async () => undefined }
  try {
    const postgres = await startPostgres({ dataFolder })
    began()
    return postgres
  } catch (error) {
    const running = isFault(error) && error.code === 'postgres.folder-in-use' ? runningPostgres({ dataFolder }) : undefined
    if (running === undefined) throw error
    return { url: running, stop: async () => undefined }
  }
}

/** The database of a house that is there already: DATABASE_URL, or that of its data folder. @throws Fault `all.no-database`, and those of `borrowDatabase`. */
export async function borrowHouse(dataFolder: string, began?: () => void): Promise<BorrowedDatabase> {
  const url = process.env['DATABASE_URL'] || undefined
  if (url === undefined && !hasPostgres({ dataFolder }))
    throw fault({
      code: 'all.no-database',
      zh: `目录 ${dataFolder} 里没有数据库：请用 --data 指明 npm start 所用的数据目录。`,
      en: `There is no database in ${dataFolder}: name the data folder npm start uses with --data.`,
    })
  return borrowDatabase({ dataFolder, url, ...(began && { began }) })
}
