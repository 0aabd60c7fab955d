// 样张: the smallest whole file of each type, with something in it that must not be told: the sentence `secret`.
import { crc32, deflateSync } from 'node:zlib'

export const secret = 'GPS 31.2304N 121.4737E'

const u16be = (n: number): Buffer => Buffer.from([n >> 8, n & 255])
const u32be = (n: number): Buffer => Buffer.from([n >>> 24, (n >> 16) & 255, (n >> 8) & 255, n & 255])
const u32le = (n: number): Buffer => Buffer.from(u32be(n)).reverse()
const u24le = (n: number): Buffer => u32le(n).subarray(0, 3)
const u16le = (n: number): Buffer => u32le(n).subarray(0, 2)
const join = (...parts: (Buffer | string)[]): Buffer => Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)))

const segment = (marker: number, content: Buffer): Buffer => join(Buffer.from([0xff, marker]), u16be(content.length + 2), content)

/** Exif of two entries, the second being how to turn the picture. */
const exif = (orientation: number): Buffer => join(
  'Exif\0\0II', u16le(42), u32le(8), u16le(2),
  u16le(0x010e), u16le(2), u32le(secret.length), u32le(38), u16le(0x0112), u16le(3), u32le(1), u16le(orientation), u16le(0), u32le(0), secret,
)

export function jpeg({ width = 8, height = 6, orientation = 1 }: { width?: number; height?: number; orientation?: number } = {}): Buffer {
  return join(
    Buffer.from([0xff, 0xd8]), segment(0xe0, join('JFIF\0', Buffer.from([1, 1, 0, 0, 1, 0, 1, 0, 0]))), segment(0xe1, exif(orientation)),
    segment(0xe1, join(`http://ns.adobe.com/xap/1.0/\0<x>${secret}</x>`)), segment(0xed, join(`Photoshop 3.0\0${secret}`)), segment(0xfe, join(secret)),
    segment(0xe2, join('ICC_PROFILE\0', 'colour')), segment(0xdb, Buffer.alloc(65)),
    segment(0xc0, join(Buffer.from([8]), u16be(height), u16be(width), Buffer.from([1, 1, 0x11, 0]))), segment(0xc4, Buffer.alloc(20)),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]), Buffer.from([0xff, 0xd9]),
    `after the end: ${secret}`,
  )
}

const chunk = (type: string, content: Buffer): Buffer => {
  const body = join(type, content)
  return join(u32be(content.length), body, u32be(crc32(body)))
}

export function png({ width = 2, height = 1 }: { width?: number; height?: number } = {}): Buffer {
  return join(
    '\x89PNG\r\n\x1a\n', chunk('IHDR', join(u32be(width), u32be(height), Buffer.from([8, 0, 0, 0, 0]))), chunk('tEXt', join(`Comment\0${secret}`)),
    chunk('eXIf', exif(1)), chunk('gAMA', u32be(45_455)), chunk('IDAT', deflateSync(Buffer.from([0, 1, 2]))), chunk('IEND', Buffer.alloc(0)), secret,
  )
}

const riffChunk = (type: string, content: Buffer): Buffer => join(type, u32le(content.length), content, Buffer.alloc(content.length % 2))

export function webp({ width = 3, height = 2 }: { width?: number; height?: number } = {}): Buffer {
  const chunks = join(
    riffChunk('VP8X', join(Buffer.from([0x0c, 0, 0, 0]), u24le(width - 1), u24le(height - 1))),
    riffChunk('VP8L', join(Buffer.from([0x2f]), u32le((width - 1) + (height - 1) * 0x4000), Buffer.from([7]))),
    riffChunk('EXIF', exif(1)), riffChunk('XMP ', join(secret)),
  )
  return join('RIFF', u32le(chunks.length + 4), 'WEBP', chunks, secret)
}

const box = (type: string, ...content: (Buffer | string)[]): Buffer => {
  const body = join(...content)
  return join(u32be(body.length + 8), type, body)
}
const full = (type: string, version: number, ...content: (Buffer | string)[]): Buffer => box(type, Buffer.from([version, 0, 0, 0]), ...content)

export function heic({ width = 40, height = 30 }: { width?: number; height?: number } = {}): Buffer {
  const ftyp = box('ftyp', 'heic', u32be(0), 'mif1heic')
  const meta = (exifAt: number): Buffer => full('meta', 0,
    full('iinf', 0, u16be(2), full('infe', 2, u16be(1), u16be(0), 'hvc1', '\0'), full('infe', 2, u16be(2), u16be(0), 'Exif', '\0')),
    full('iloc', 0, Buffer.from([0x44, 0x00]), u16be(2),
      u16be(1), u16be(0), u16be(1), u32be(exifAt - 4), u32be(4), u16be(2), u16be(0), u16be(1), u32be(exifAt), u32be(secret.length)),
    box('iprp', box('ipco', full('ispe', 0, u32be(8), u32be(8)), full('ispe', 0, u32be(width), u32be(height)))),
  )
  const exifAt = ftyp.length + meta(0).length + 12
  return join(ftyp, meta(exifAt), box('mdat', 'PICT', secret))
}

export function mp4({ seconds = 5, longSize = false }: { seconds?: number; longSize?: boolean } = {}): Buffer {
  const userData = longSize ? join(u32be(1), 'udta', u32be(0), u32be(16 + secret.length), secret) : box('udta', secret)
  const header = full('mvhd', 0, u32be(0), u32be(0), u32be(1_000), u32be(seconds * 1_000), Buffer.alloc(80))
  return join(box('ftyp', 'isom', u32be(512), 'isommp41'), box('mdat', 'FILM'), box('moov', header, box('trak', box('tkhd', Buffer.alloc(84)), box('meta', secret)), userData), box('uuid', secret))
}

export const pdf = (): Buffer => join('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')

/** A zip archive of stored entries; `claims` is the unpacked size each entry states. */
export function zip(names: readonly string[], claims = 0): Buffer {
  const locals = names.map((name) => join('PK\x03\x04', Buffer.alloc(22), u16le(name.length), u16le(0), name))
  let at = 0
  const contents = join(...names.map((name, i) => {
    const entry = join('PK\x01\x02', Buffer.alloc(20), u32le(claims), u16le(name.length), Buffer.alloc(12), u32le(at), name)
    at += locals[i]?.length ?? 0
    return entry
  }))
  return join(...locals, contents, 'PK\x05\x06', Buffer.alloc(4), u16le(names.length), u16le(names.length), u32le(contents.length), u32le(at), u16le(0))
}

export const docx = (): Buffer => zip(['[Content_Types].xml', 'word/document.xml'])
export const xlsx = (): Buffer => zip(['xl/workbook.xml', '[Content_Types].xml'])
