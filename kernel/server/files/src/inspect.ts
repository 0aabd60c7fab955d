// 验内容: what a file is by its own bytes, whatever its name says.
import { textAt } from './bytes.ts'
import type { Box } from './boxes.ts'
import type { FileType } from './file-type.ts'
import { isHeicBrand, readHeic } from './heic.ts'
import { type Picture, readJpeg } from './jpeg.ts'
import { isMp4Brand, readMp4 } from './mp4.ts'
import { readOfficePaper } from './office-paper.ts'
import { readPng } from './png.ts'
import { type Source, sourceOfBytes } from './source.ts'
import { readWebp } from './webp.ts'

export interface Inspection {
  type: FileType
  /** False when the beginning is of that type but the rest does not follow: cut short, damaged or forged. */
  whole: boolean
  picture?: Picture
  seconds?: number
  unpackedBytes?: number
  /** Stretches of the file that must be blanked. */
  blank?: readonly Box[]
}

const pictureReaders: Partial<Record<FileType, (bytes: Buffer) => Picture | undefined>> = Object.freeze({
  'image/jpeg': readJpeg, 'image/png': readPng, 'image/webp': readWebp, 'image/heic': readHeic,
})

/** Pictures are read into memory whole: a larger one is not looked at. */
const largestPicture = 64 * 2 ** 20

/** Looks at headers only, never decodes or unpacks, never throws for any bytes. Undefined when it is nothing we know. */
export async function inspect(source: Source): Promise<Inspection | undefined> {
  const head = await source.read(0, 16)
  const begins = (text: string, at = 0): boolean => textAt(head, at, text.length) === text
  if (begins('\xff\xd8\xff')) return inspectPicture({ type: 'image/jpeg', source })
  if (begins('\x89PNG\r\n\x1a\n')) return inspectPicture({ type: 'image/png', source })
  if (begins('RIFF') && begins('WEBP', 8)) return inspectPicture({ type: 'image/webp', source })
  if (begins('ftyp', 4) && isHeicBrand(textAt(head, 8, 4))) return inspectPicture({ type: 'image/heic', source })
  if (begins('%PDF-')) return { type: 'application/pdf', whole: await endsAsPdf(source) }
  if (begins('PK\x03\x04')) {
    const paper = await readOfficePaper(source)
    return paper && { ...paper, whole: true }
  }
  if (begins('ftyp', 4) && isMp4Brand(textAt(head, 8, 4))) {
    const film = await readMp4(source)
    return { type: 'video/mp4', whole: film !== undefined, ...film }
  }
  return undefined
}

/** The same for bytes in memory. */
export function inspectBytes(bytes: Uint8Array): Promise<Inspection | undefined> {
  return inspect(sourceOfBytes(Buffer.from(bytes)))
}

async function inspectPicture({ type, source }: { type: FileType; source: Source }): Promise<Inspection> {
  const picture = source.size <= largestPicture ? pictureReaders[type]?.(await source.read(0, source.size)) : undefined
  return { type, whole: picture !== undefined, ...(picture && { picture }) }
}

async function endsAsPdf(source: Source): Promise<boolean> {
  const tail = await source.read(Math.max(0, source.size - 1_024), 1_024)
  return tail.includes('%%EOF', 0, 'latin1')
}
