// Files in an archive 附件与密钥: contents under their SHA-256, and the keys of the house; how they go in and come out.
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { KeptContent } from './dump.ts'
import type { Part } from './manifest.ts'
import type { ArchiveWriter } from './write-archive.ts'

/** Folders of the data folder that go in only under a passphrase. */
export const keyFolders = ['keys', 'tls'] as const

export interface KeptFiles {
  readonly parts: readonly Part[]
  readonly bytes: number
  /** Contents a row speaks of and the disk does not have, or has otherwise. */
  readonly missing: readonly KeptContent[]
}

const pathOf = (folder: string, sha256: string): string => join(folder, 'files', 'content', sha256.slice(0, 2), sha256)

/** Each is read twice: one that is damaged on disk must not be kept as if it were whole. */
export async function keepContents({ archive, dataFolder, contents, progress }: {
  archive: ArchiveWriter
  dataFolder: string
  contents: readonly KeptContent[]
  progress: (done: number, of: number) => void
}): Promise<KeptFiles> {
  const parts: Part[] = []
  const missing: KeptContent[] = []
  let bytes = 0
  for (const [place, content] of contents.entries()) {
    if (place % 100 === 0) progress(place, contents.length)
    const path = pathOf(dataFolder, content.sha256)
    if ((await fingerprintOf(path)) !== content.sha256) {
      missing.push(content)
      continue
    }
    const { size } = await stat(path)
    parts.push(await archive.add(`files/${content.sha256}`, size, createReadStream(path)))
    bytes += size
  }
  return { parts, bytes, missing }
}

async function fingerprintOf(path: string): Promise<string | undefined> {
  const hash = createHash('sha256')
  try {
    for await (const piece of createReadStream(path)) hash.update(piece as Buffer) // bytes, without an encoding
  } catch {
    return undefined // told as missing, by name
  }
  return hash.digest('hex')
}

export async function keepKeys({ archive, dataFolder }: { archive: ArchiveWriter; dataFolder: string }): Promise<readonly Part[]> {
  const parts: Part[] = []
  for (const folder of keyFolders) {
    const names = await readdir(join(dataFolder, folder)).catch(() => [])
    for (const name of names.toSorted((one, other) => (one < other ? -1 : 1))) {
      const bytes = await readFile(join(dataFolder, folder, name)).catch((error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === 'EISDIR') return undefined
        throw error
      })
      if (bytes !== undefined) parts.push(await archive.add(`${folder}/${name}`, bytes.length, [bytes]))
    }
  }
  return parts
}

const keyShape = /^(keys|tls)\/([\w-][\w.-]*)$/
export const isKey = (name: string): boolean => keyShape.test(name)

/** Puts one part where it belongs, surely and whole. @returns false for a part that is no file. @throws Error where its bytes are not those of its name. */
export async function putBack({ dataFolder, name, content }: { dataFolder: string; name: string; content: AsyncIterable<Buffer> | Iterable<Buffer> }): Promise<boolean> {
  const sha256 = /^files\/([0-9a-f]{64})$/.exec(name)?.[1]
  if (sha256 === undefined && !isKey(name)) return false
  const path = sha256 === undefined ? join(dataFolder, name) : pathOf(dataFolder, sha256)
  await mkdir(join(path, '..'), { recursive: true, mode: sha256 === undefined ? 0o700 : 0o755 })
  const unfinished = `${path}.restoring`
  const hash = createHash('sha256')
  try {
    await pipeline(Readable.from(content), async function* (source: AsyncIterable<Buffer>) {
      for await (const piece of source) {
        hash.update(piece)
        yield piece
      }
    }, createWriteStream(unfinished, { mode: 0o600, flush: true }))
    if (sha256 !== undefined && hash.digest('hex') !== sha256) throw new Error(`${name} holds other bytes than it is named for`)
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
  return true
}
