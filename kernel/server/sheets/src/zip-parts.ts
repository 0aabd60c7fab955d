// 压缩包: the parts of a workbook, unpacked as a stream and never beyond the bounds, whatever its table of contents claims.
import type { Readable } from 'node:stream'
import { Problem } from '@houqin/problem'
import { openPromise } from 'yauzl'
import type { Entry, ZipFile } from 'yauzl'
import { sheetLimits } from './limits.ts'
import { refusals } from './refusals.ts'

export interface ZipParts {
  readonly names: ReadonlySet<string>
  /** The text of a part in pieces; undefined where there is no such part. @throws Problem */
  read(name: string): AsyncGenerator<string, void, undefined> | undefined
  close(): void
}

/** @throws Problem for an archive that is damaged or beyond the bounds. Close it in the end. */
export async function openZip(path: string): Promise<ZipParts> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true, strictFileNames: false }).catch((error: unknown) => {
    throw refusals.damaged(error)
  })
  try {
    const entries = await contentsOf(zip)
    return {
      names: new Set(entries.keys()),
      read(name) {
        const entry = entries.get(name)
        return entry && pieces(zip, entry)
      },
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error instanceof Problem ? error : refusals.damaged(error)
  }
}

async function contentsOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  let unpacked = 0
  if (zip.entryCount > sheetLimits.parts) throw refusals.tooManyParts()
  for await (const entry of zip.eachEntry()) {
    unpacked += entry.uncompressedSize
    if (unpacked > sheetLimits.unpackedBytes) throw refusals.unpacksTooLarge()
    if (entry.uncompressedSize > sheetLimits.ratioFrom && entry.uncompressedSize > entry.compressedSize * sheetLimits.ratio) throw refusals.bomb()
    entries.set(entry.fileName.replaceAll('\\', '/').replace(/^\//, ''), entry)
  }
  return entries
}

async function* pieces(zip: ZipFile, entry: Entry): AsyncGenerator<string, void, undefined> {
  let stream: Readable | undefined
  try {
    stream = await zip.openReadStreamPromise(entry)
    const decoder = new TextDecoder('utf-8')
    for await (const chunk of stream) {
      // a read stream without an encoding gives bytes
      yield decoder.decode(chunk as Buffer, { stream: true })
    }
    yield decoder.decode()
  } catch (error) {
    throw error instanceof Problem ? error : refusals.damaged(error)
  } finally {
    stream?.destroy()
  }
}
