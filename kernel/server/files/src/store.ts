// 文件仓: the folder where contents lie, each under its SHA-256.
import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

export interface FileStore {
  /** A fresh path for a content on its way in; its name begins with the instant, in milliseconds since 1970. */
  incomingPath(at: Date): string
  /** Where a content lies, or would. */
  contentPath(sha256: string): string
  /** Moves a synced file to its place, surely: after this it survives a power cut. */
  keep(from: string, sha256: string): Promise<void>
  /** Paths in the way in, with the instant they began. */
  incoming(): Promise<{ path: string; at: Date }[]>
  /** SHA-256 of the contents kept, folder by folder. */
  contents(): AsyncGenerator<string[]>
}

/** Opens a store under a folder, which it makes if need be. */
export async function fileStore(folder: string): Promise<FileStore> {
  const incomingFolder = join(folder, 'incoming')
  const contentFolder = join(folder, 'content')
  for (const path of [incomingFolder, contentFolder]) await mkdir(path, { recursive: true })
  const folderOf = (sha256: string): string => join(contentFolder, sha256.slice(0, 2))
  const contentPath = (sha256: string): string => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('A content is named by 64 hex digits.')
    return join(folderOf(sha256), sha256)
  }
  return Object.freeze({
    contentPath,
    incomingPath: (at: Date) => join(incomingFolder, `${at.getTime()}-${randomUUID()}`),
    keep: async (from: string, sha256: string) => {
      await mkdir(folderOf(sha256), { recursive: true })
      await rename(from, contentPath(sha256))
      for (const path of [folderOf(sha256), contentFolder]) await syncFolder(path)
    },
    incoming: async () => (await readdir(incomingFolder)).map((name) => ({
      path: join(incomingFolder, name), at: new Date(Number.parseInt(name, 10)),
    })),
    contents: async function* contents() {
      for (const part of await readdir(contentFolder)) {
        yield (await readdir(join(contentFolder, part))).filter((name) => /^[0-9a-f]{64}$/.test(name))
      }
    },
  })
}

/** Removes a file; one that is gone already is no error. */
export async function removeFile(path: string): Promise<void> {
  await rm(path, { force: true })
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
