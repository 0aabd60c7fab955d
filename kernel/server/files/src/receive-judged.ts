// 代为收下: a content that its receiver judges himself, once it lies whole on disk.
import { open } from 'node:fs/promises'
import { safeName } from './file-name.ts'
import type { FileType } from './file-type.ts'
import { fingerprint, pour } from './receive-file.ts'
import type { ReceivedFile } from './receive-file.ts'
import { type FileStore, removeFile } from './store.ts'

/**
 * Streams a content to disk and hands its path to `judge`, which says what it is or throws. Nothing is changed in it.
 * Throws a Problem `too-large`, `unsupported-media`, or what `judge` throws, and leaves nothing behind then.
 */
export async function receiveJudged(store: FileStore, stream: AsyncIterable<Uint8Array>, { name, at, maxBytes, judge }: {
  name: string
  at: Date
  maxBytes: number
  judge: (path: string) => Promise<FileType>
}): Promise<ReceivedFile> {
  const path = store.incomingPath(at)
  try {
    const handle = await open(path, 'wx+', 0o600)
    try {
      await pour({ stream, handle, maxBytes })
      await handle.sync()
      const content = await fingerprint(handle)
      const type = await judge(path)
      return { path, ...content, type, name: safeName({ name, type }) }
    } finally {
      await handle.close()
    }
  } catch (error) {
    await removeFile(path)
    throw error
  }
}
