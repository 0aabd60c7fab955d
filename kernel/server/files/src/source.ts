// 待查内容: bytes that can be read at any place, of a file on disk or in memory.
import type { FileHandle } from 'node:fs/promises'

export interface Source {
  size: number
  /** The bytes from a place on; fewer where the content ends. */
  read(at: number, length: number): Promise<Buffer>
}

export function sourceOfBytes(bytes: Buffer): Source {
  return { size: bytes.length, read: (at, length) => Promise.resolve(bytes.subarray(at, at + length)) }
}

export function sourceOfFile({ handle, size }: { handle: FileHandle; size: number }): Source {
  return {
    size,
    read: async (at, length) => {
      const wanted = Math.max(0, Math.min(length, size - at))
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(wanted), 0, wanted, at)
      return buffer.subarray(0, bytesRead)
    },
  }
}
