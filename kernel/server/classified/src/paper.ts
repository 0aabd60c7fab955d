// A paper looked into 查文件: properties and first lines of Word and Excel, properties of PDF; never more than a few megabytes unpacked.
import { inflateRawSync } from 'node:zlib'
import { markAtHead, markInName } from './mark.ts'
import type { Found } from './mark.ts'

const largestPart = 4 * 2 ** 20

/** @param bytes the whole file. Undefined when it bears no mark, or is of a kind that has none. */
export function markInPaper(bytes: Buffer): Found | undefined {
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))) return markInOffice(bytes)
  if (bytes.subarray(0, 5).equals(Buffer.from('%PDF-'))) return found(markInName(pdfProperties(bytes)), 'properties')
  return undefined
}

function markInOffice(bytes: Buffer): Found | undefined {
  const parts = partsOf(bytes)
  const properties = ['docProps/core.xml', 'docProps/custom.xml', 'docProps/app.xml'].map((name) => textOf(parts.get(name))).join('\n')
  const head = ['word/document.xml', 'xl/sharedStrings.xml', ...[...parts.keys()].filter((name) => /^word\/header\d*\.xml$/.test(name))].map((name) => textOf(parts.get(name)).slice(0, 2000))
  return found(markInName(properties), 'properties') ?? head.map((text) => found(markAtHead(text), 'text')).find((one) => one !== undefined)
}
const found = (mark: Found['mark'] | undefined, where: Found['where']): Found | undefined => (mark === undefined ? undefined : { mark, where })

/** The parts of a zip by its table of contents; those packed otherwise than stored or deflated are left out. */
function partsOf(bytes: Buffer): ReadonlyMap<string, () => Buffer> {
  const parts = new Map<string, () => Buffer>()
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0 || end + 22 > bytes.length) return parts
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0 && at + 46 <= bytes.length && bytes.readUInt32LE(at) === 0x02014b50; left -= 1) {
    const [method, packed, nameLength, extra, comment, from] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32), bytes.readUInt32LE(at + 42)]
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    if (method === 0 || method === 8) parts.set(name, () => unpacked(bytes, { from, packed, method }))
    at += 46 + nameLength + extra + comment
  }
  return parts
}
function unpacked(bytes: Buffer, { from, packed, method }: { from: number; packed: number; method: number }): Buffer {
  if (from + 30 > bytes.length) return Buffer.alloc(0)
  const begin = from + 30 + bytes.readUInt16LE(from + 26) + bytes.readUInt16LE(from + 28)
  const body = bytes.subarray(begin, begin + packed)
  return method === 0 ? body.subarray(0, largestPart) : inflateRawSync(body, { maxOutputLength: largestPart })
}
/** Paragraphs as lines, tags taken away; nothing where it cannot be unpacked. */
function textOf(part: (() => Buffer) | undefined): string {
  try {
    return (part?.() ?? Buffer.alloc(0)).toString('utf8').replace(/<\/(?:w:p|si|row)>/g, '\n').replace(/<[^>]*>/g, '')
  } catch {
    return ''
  }
}

/** Strings of the information dictionary (literal, UTF-16 or hexadecimal) and the XMP packet, as text. */
function pdfProperties(bytes: Buffer): string {
  const raw = bytes.toString('latin1')
  const told: string[] = []
  for (const [, literal, hex] of raw.matchAll(/\/(?:Title|Subject|Keywords)\s*(?:\(((?:\\[\s\S]|[^\\)]){0,1000})\)|<([0-9A-Fa-f\s]{0,2000})>)/g))
    told.push(decoded(hex === undefined ? literalBytes(literal ?? '') : Buffer.from(hex.replace(/\s/g, ''), 'hex')))
  const xmp = bytes.indexOf('<x:xmpmeta', 0, 'latin1')
  if (xmp >= 0) told.push(bytes.toString('utf8', xmp, Math.min(bytes.length, xmp + 64_000)).split('</x:xmpmeta>', 1)[0]?.replace(/<[^>]*>/g, ' ') ?? '')
  return told.join('\n')
}
function literalBytes(text: string): Buffer {
  return Buffer.from(text.replace(/\\([0-7]{1,3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8) & 255)).replace(/\\([\s\S])/g, '$1'), 'latin1')
}
function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2))).swap16().toString('utf16le')
  return bytes.toString('utf8')
}
