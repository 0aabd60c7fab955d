// A database for a moment 借用数据库: that of a server that runs, the bureau's own, or the embedded one started meanwhile.
import { isFault } from '@houqin/fault'
import { runningPostgres, startPostgres } from '@houqin/postgres'

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
