// 收文件: takes a content in, makes sure what it is, and removes what it should not tell. No transaction is open
// meanwhile: a slow phone must hold up neither connections nor seals.
import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { nameSuits, safeName } from './file-name.ts'
import { attachable, declaredFileType, type FileType } from './file-type.ts'
import { inspect, type Inspection } from './inspect.ts'
import { refusals } from './refusal.ts'
import { sourceOfFile } from './source.ts'
import { type FileStore, removeFile } from './store.ts'

export interface FileLimits {
  maxBytes: number
  types: readonly FileType[]
  /** Width times height, and either side: more would fill the memory of whoever opens it. */
  maxPixels: number
  maxSide: number
  maxSeconds: number
  maxUnpackedBytes: number
}

/** 20 MB, every type that may be attached, 50 megapixels, a film of a minute. */
export const usualLimits: FileLimits = Object.freeze({
  maxBytes: 20 * 2 ** 20,
  types: attachable,
  maxPixels: 50_000_000,
  maxSide: 20_000,
  maxSeconds: 60,
  maxUnpackedBytes: 200 * 2 ** 20,
})

/** A content that is in, but not yet kept. */
export interface ReceivedFile {
  path: string
  sha256: string
  size: number
  type: FileType
  name: string
  picture?: { width: number; height: number }
}

/**
 * Streams a content to disk and judges it. `declaredType` is the sender's MIME type, empty when it gave none. Throws a
 * Problem (`too-large`, `unsupported-media`, `bad-request`) that says what is wrong, and leaves nothing behind then.
 */
export async function receiveFile(store: FileStore, stream: AsyncIterable<Uint8Array>, { name, declaredType, at, limits = usualLimits }: {
  name: string
  declaredType: string
  at: Date
  limits?: FileLimits
}): Promise<ReceivedFile> {
  const path = store.incomingPath(at)
  const handle = await open(path, 'wx+', 0o600)
  try {
    const size = await pour({ stream, handle, maxBytes: limits.maxBytes })
    const inspection = await inspect(sourceOfFile({ handle, size }))
    const { type } = judged({ inspection, name, declaredType, limits })
    await clean({ handle, inspection })
    await handle.sync()
    const content = await fingerprint(handle)
    const { picture } = inspection ?? {}
    return { path, ...content, type, name: safeName({ name, type }), ...(picture && { picture: { width: picture.width, height: picture.height } }) }
  } catch (error) {
    await removeFile(path)
    throw error
  } finally {
    await handle.close()
  }
}

/** @throws Problem `too-large`, `unsupported-media` for nothing at all. @returns the size in bytes. */
export async function pour({ stream, handle, maxBytes }: { stream: AsyncIterable<Uint8Array>; handle: FileHandle; maxBytes: number }): Promise<number> {
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > maxBytes) throw refusals.tooLarge(maxBytes)
    await handle.writeFile(chunk)
  }
  if (size === 0) throw refusals.empty()
  return size
}

function judged({ inspection, name, declaredType, limits }: {
  inspection: Inspection | undefined
  name: string
  declaredType: string
  limits: FileLimits
}): Inspection {
  if (!inspection) throw refusals.unknown()
  const { type, whole, picture, seconds, unpackedBytes } = inspection
  const declared = declaredFileType(declaredType)
  if (declared === undefined || (declared !== null && declared !== type)) throw refusals.otherThanSaid(type, declaredType)
  if (!nameSuits({ name, type })) throw refusals.otherThanSaid(type, safeName({ name, type }))
  if (!limits.types.includes(type)) throw refusals.notTaken(type)
  if (!whole) throw refusals.damaged(type)
  if (picture && (picture.width * picture.height > limits.maxPixels || Math.max(picture.width, picture.height) > limits.maxSide)) {
    throw refusals.tooManyPixels(picture.width, picture.height)
  }
  if (seconds !== undefined && seconds > limits.maxSeconds) throw refusals.tooLong(limits.maxSeconds)
  if (unpackedBytes !== undefined && unpackedBytes > limits.maxUnpackedBytes) throw refusals.unpacksTooLarge()
  return inspection
}

async function clean({ handle, inspection }: { handle: FileHandle; inspection: Inspection | undefined }): Promise<void> {
  if (inspection?.picture) {
    const bytes = Buffer.concat(inspection.picture.parts)
    await handle.truncate(0)
    await handle.write(bytes, 0, bytes.length, 0)
  }
  for (const { typeAt, from, to } of inspection?.blank ?? []) {
    await handle.write(Buffer.from('free'), 0, 4, typeAt)
    await handle.write(Buffer.alloc(to - from), 0, to - from, from)
  }
}

export async function fingerprint(handle: FileHandle): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of handle.createReadStream({ start: 0, autoClose: false })) {
    // A read stream without an encoding gives bytes.
    const bytes = chunk as Buffer
    hash.update(bytes)
    size += bytes.length
  }
  return { sha256: hash.digest('hex'), size }
}
