// 压缩包: the files of a zip, named as whoever packed them named them, and never unpacked beyond the bounds.
import type { Readable } from 'node:stream'
import { Problem, say } from '@houqin/problem'
import { openPromise } from 'yauzl'
import type { Entry, ZipFile } from 'yauzl'

const mega = 2 ** 20
export const packLimits = Object.freeze({
  /** Bytes of the archive as it is sent. */
  fileBytes: 300 * mega,
  entries: 5_000,
  /** Bytes of all entries once unpacked. */
  unpackedBytes: 1_000 * mega,
  /** Unpacked bytes for one packed byte, of entries larger than `ratioFrom`: photos hardly pack at all. */
  ratio: 200,
  ratioFrom: 1 * mega,
})

export interface PackEntry {
  /** From 1, in the order of the archive. */
  readonly number: number
  /** With its folders, `/` between them. */
  readonly path: string
  /** Bytes, as the archive claims; no more than that is ever unpacked. */
  readonly size: number
  readonly locked: boolean
}
export interface Pack {
  readonly entries: readonly PackEntry[]
  /** The content of an entry. @throws Problem where the archive is damaged there. */
  read(entry: PackEntry): AsyncGenerator<Uint8Array, void, undefined>
  close(): void
}

/** @throws Problem for what is no zip, is damaged, or would fill the server. Close it in the end. */
export async function openPack(path: string): Promise<Pack> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true, decodeStrings: false }).catch((error: unknown) => {
    throw refusals.damaged(error)
  })
  try {
    const found = await contentsOf(zip)
    return {
      entries: found.map(({ entry, path: of }, at) => ({ number: at + 1, path: of, size: entry.uncompressedSize, locked: entry.isEncrypted() })),
      read: ({ number }) => pieces(zip, found[number - 1]?.entry),
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error instanceof Problem ? error : refusals.damaged(error)
  }
}

async function contentsOf(zip: ZipFile): Promise<readonly { readonly entry: Entry; readonly path: string }[]> {
  if (zip.entryCount > packLimits.entries) throw refusals.tooMany()
  const found: { entry: Entry; path: string }[] = []
  let unpacked = 0
  for await (const entry of zip.eachEntry()) {
    unpacked += entry.uncompressedSize
    if (unpacked > packLimits.unpackedBytes) throw refusals.unpacksTooLarge()
    if (entry.uncompressedSize > packLimits.ratioFrom && entry.uncompressedSize > entry.compressedSize * packLimits.ratio) throw refusals.bomb()
    const path = nameOf(entry)
    // folders and what Windows and macOS leave beside the files
    if (path.endsWith('/') || /(^|\/)(__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i.test(path)) continue
    found.push({ entry, path })
  }
  if (found.length === 0) throw refusals.empty()
  return found
}

const utf8Flag = 0x800
/** Windows in China writes GBK and says nothing; what is UTF-8 is told by its flag or by being nothing else. */
function nameOf({ fileNameRaw, generalPurposeBitFlag }: Entry): string {
  const says = (generalPurposeBitFlag & utf8Flag) !== 0 ? 'utf-8' : asUtf8(fileNameRaw) === undefined ? 'gb18030' : 'utf-8'
  return new TextDecoder(says).decode(fileNameRaw).normalize('NFC').replaceAll('\\', '/').replace(/^\/+/, '')
}
function asUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

async function* pieces(zip: ZipFile, entry: Entry | undefined): AsyncGenerator<Uint8Array, void, undefined> {
  if (!entry) throw refusals.damaged()
  let stream: Readable | undefined
  try {
    stream = await zip.openReadStreamPromise(entry)
    // a read stream without an encoding gives bytes
    for await (const chunk of stream) yield chunk as Buffer
  } catch (error) {
    throw error instanceof Problem ? error : refusals.damaged(error)
  } finally {
    stream?.destroy()
  }
}

const inMega = (bytes: number): number => Math.round(bytes / mega)
const refusals = Object.freeze({
  damaged: (cause?: unknown) => new Problem('unsupported-media', say(
    '这不是能读的 zip 压缩包，或已损坏。请把照片、证照放进一个文件夹，用系统自带的“压缩为 zip”重新打包（.rar、.7z 不收）。',
    'This is no zip archive that can be read, or it is damaged. Put the files into a folder and pack it as .zip again (.rar and .7z are not taken).',
  ), { cause }),
  empty: () => new Problem('unsupported-media', say('压缩包里没有文件。', 'There is no file in the archive.')),
  tooMany: () => new Problem('too-large', say(`压缩包里超过 ${packLimits.entries} 个文件，请分成几个包。`, `There are more than ${packLimits.entries} files in the archive; send it in parts.`)),
  unpacksTooLarge: () => new Problem('too-large', say(
    `压缩包解压后超过 ${inMega(packLimits.unpackedBytes)} MB，不收。请分成几个包。`, `Unpacked, the archive would be larger than ${inMega(packLimits.unpackedBytes)} MB. Send it in parts.`,
  )),
  bomb: () => new Problem('too-large', say(
    '压缩包里有文件压缩得异常紧，解压后会撑满服务器，不收。照片和证照不会这样，请重新打包。', 'A file in the archive is packed so tightly that it would fill the server; no photo or paper is. It is not taken: pack it anew.',
  )),
})
