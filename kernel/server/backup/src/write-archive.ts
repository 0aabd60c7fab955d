// Writing an archive 写备份: one tar, part by part, under another name until it is whole and surely on disk.
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { pack } from 'tar-stream'
import { sealed } from './cipher.ts'
import { manifestName, sealName, signatureName } from './manifest.ts'
import type { Part } from './manifest.ts'

export interface ArchiveWriter {
  /** Adds a part of exactly `size` bytes and tells its fingerprint. */
  add(name: string, size: number, content: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<Part>
  /** Adds the manifest and gives the archive its name; before this there is none. @param sign makes the signature under it. @returns bytes. */
  finish(manifest: object, sign?: (manifest: Buffer) => Buffer): Promise<number>
  /** Leaves nothing behind. */
  abandon(): Promise<void>
}

/** What an archive is called until it is whole; one that was cut short is written over by the next. */
export const unfinishedName = (file: string): string => `${file}.unfinished`

/** @param at of every entry. @param passphrase encrypts the whole. */
export function writeArchive({ file, at, passphrase }: { file: string; at: Date; passphrase: string | undefined }): ArchiveWriter {
  const unfinished = unfinishedName(file)
  const tar = pack()
  const plain = async function* (): AsyncGenerator<Buffer> {
    for await (const bytes of tar) yield bytes as Buffer // a tar is made of bytes
  }
  const target = createWriteStream(unfinished, { mode: 0o600, flush: true })
  const writing = pipeline(Readable.from(passphrase === undefined ? plain() : sealed(plain(), passphrase)), target)
  // a full disk is told to whoever adds the next part
  const failed = writing.then(() => new Promise<never>(() => undefined))
  failed.catch(() => undefined)

  const add = async (name: string, size: number, content: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<Part> => {
    const hash = createHash('sha256')
    await Promise.race([failed, (async () => {
      const added = Promise.withResolvers<undefined>()
      const entry = tar.entry({ name, size, mtime: at, mode: 0o600 }, (error) => (error ? added.reject(error) : added.resolve(undefined)))
      added.promise.catch(() => undefined)
      for await (const piece of content) {
        hash.update(piece)
        if (!entry.write(piece)) await once(entry, 'drain')
      }
      entry.end(undefined)
      await added.promise
    })()])
    return { name, size, sha256: hash.digest('hex') }
  }
  return Object.freeze<ArchiveWriter>({
    add,
    async finish(manifest, sign) {
      const text = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`)
      const { sha256 } = await add(manifestName, text.length, [text])
      const signature = sign?.(text)
      if (signature) await add(signatureName, signature.length, [signature])
      const line = Buffer.from(`${sha256}\n`)
      await add(sealName, line.length, [line])
      tar.finalize()
      await writing
      await rename(unfinished, file)
      await syncFolder(dirname(file))
      return target.bytesWritten
    },
    async abandon() {
      tar.destroy()
      await writing.catch(() => undefined)
      await rm(unfinished, { force: true })
    },
  })
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
