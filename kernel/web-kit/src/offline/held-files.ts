// Photographs taken without a network 待传照片: held on the device under an id of their own, and sent before the command that names them.
import type { WireFile } from '@houqin/wire'
import { sendFile, smallFile } from '../api/files.ts'
import { newIdempotencyKey } from '../api/idempotency-key.ts'
import { ProblemError } from '../api/problem.ts'
import type { Say } from '../words/locale.ts'

/** Its id is of this device until it was sent. */
export interface HeldFile extends WireFile {
  readonly content: File
}
/** A body that names files by their ids, and those of them that are still held here. */
export interface Naming {
  readonly body: unknown
  readonly files: readonly HeldFile[]
}

export const isHeld = (file: WireFile): file is HeldFile => 'content' in file

/** Sends one file, pictures made small first, or holds it where nobody answers. @throws ProblemError when it was refused. */
export async function sendOrHold({ file, say }: { file: File; say: Say }): Promise<WireFile | HeldFile> {
  const content = await smallFile({ file, say })
  try {
    return await sendFile(content)
  } catch (thrown) {
    if (!(thrown instanceof ProblemError) || thrown.status !== 0) throw thrown
    return { id: newIdempotencyKey(), name: content.name, type: content.type, size: content.size, content }
  }
}

/**
 * Sends what is held, one after another, and writes the server's ids in place of the device's.
 * @param sofar told after each, so that what was sent is not sent again when the next one fails. @throws ProblemError
 */
export async function sendHeld({ body, files }: Naming, sofar: (left: Naming) => unknown): Promise<unknown> {
  let left: Naming = { body, files }
  for (const { id, content } of files) {
    const stored = await sendFile(content)
    left = { body: renamed(left.body, { from: id, to: stored.id }), files: left.files.filter((one) => one.id !== id) }
    await sofar(left)
  }
  return left.body
}

function renamed(value: unknown, change: { readonly from: string; readonly to: string }): unknown {
  if (value === change.from) return change.to
  if (Array.isArray(value)) return value.map((one) => renamed(one, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, renamed(one, change)]))
}
