// Which letters the bytes of a drawing are: by its code page before R2007, UTF-8 from R2007 on, and by the bytes themselves where both are wrong.
import type { Finding } from './finding.ts'
import { finding } from './finding.ts'

/** Names of encodings that a drawing can be read in, as `TextDecoder` knows them. */
export type Encoding =
  | 'utf-8' | 'gb18030' | 'big5' | 'shift_jis' | 'euc-kr' | 'windows-874' | 'windows-1250' | 'windows-1251' | 'windows-1252'
  | 'windows-1253' | 'windows-1254' | 'windows-1255' | 'windows-1256' | 'windows-1257' | 'windows-1258'

const codePages: Readonly<Record<string, Encoding>> = Object.freeze({
  936: 'gb18030', 54936: 'gb18030', GB2312: 'gb18030', GBK: 'gb18030', 950: 'big5', BIG5: 'big5', 932: 'shift_jis', 949: 'euc-kr', JOHAB: 'euc-kr', KSC5601: 'euc-kr',
  874: 'windows-874', 1250: 'windows-1250', 1251: 'windows-1251', 1252: 'windows-1252', 1253: 'windows-1253', 1254: 'windows-1254',
  1255: 'windows-1255', 1256: 'windows-1256', 1257: 'windows-1257', 1258: 'windows-1258', 65001: 'utf-8', 'UTF-8': 'utf-8', UTF8: 'utf-8',
})

/** `ANSI_936` → gb18030; undefined for a page nobody knows. */
export function encodingOfPage(page: string): Encoding | undefined {
  const name = page.trim().toUpperCase().replace(/^(ANSI_|DOS|CP)/, '')
  return Object.hasOwn(codePages, name) ? codePages[name] : undefined
}

/** The first version whose text is UTF-8: R2007. */
const firstUnicode = 1021

/**
 * @param samples raw texts that hold bytes above 127
 * @returns the encoding, and a finding when it is not the one the file names
 */
export function chooseEncoding({ version, codePage, samples }: { version: string; codePage: string; samples: readonly string[] }): {
  encoding: Encoding
  findings: readonly Finding[]
} {
  const named = encodingOfPage(codePage)
  const declared: Encoding | undefined = Number(version.replace(/^AC/, '')) >= firstUnicode ? 'utf-8' : named
  if (samples.length === 0) return { encoding: declared ?? 'utf-8', findings: [] }
  const bytes = bytesOf(samples.join('\n'))
  const found = isReadable(bytes, 'utf-8') ? 'utf-8' : looksChinese(bytes) ? 'gb18030' : undefined
  if (declared === undefined) {
    const encoding = found ?? named ?? 'gb18030'
    return { encoding, findings: [finding('code-page-missing', { encoding })] }
  }
  if (declared === 'utf-8' && found !== 'utf-8') {
    const encoding = found ?? named ?? 'gb18030'
    return { encoding, findings: [finding('code-page-wrong', { named: 'UTF-8', encoding })] }
  }
  // what is UTF-8 by every byte, or common Chinese characters by every pair, is no accident in a page of single letters
  const isSingle = declared.startsWith('windows-')
  if (found !== undefined && found !== declared && (isSingle || found === 'utf-8')) return { encoding: found, findings: [finding('code-page-wrong', { named: codePage, encoding: found })] }
  return { encoding: declared, findings: isReadable(bytes, declared) ? [] : [finding('text-unreadable', { encoding: declared })] }
}

/** A function from raw text to text. Letters that the encoding does not have become `�`. */
export function decoderOf(encoding: Encoding): (raw: string) => string {
  const decoder = new TextDecoder(encoding)
  return (raw) => (isPlain(raw) ? raw : decoder.decode(bytesOf(raw)))
}

/** ASCII alone, the same in every encoding. */
export function isPlain(raw: string): boolean {
  for (let at = 0; at < raw.length; at += 1) if (raw.charCodeAt(at) > 127) return false
  return true
}

function bytesOf(raw: string): Uint8Array {
  const bytes = new Uint8Array(raw.length)
  for (let at = 0; at < raw.length; at += 1) bytes[at] = raw.charCodeAt(at)
  return bytes
}

function isReadable(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Nine of ten characters above 127 are pairs of the 3,755 common Chinese characters of GB 2312, or its punctuation. */
function looksChinese(bytes: Uint8Array): boolean {
  let pairs = 0
  let common = 0
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0
    if (lead < 128) continue
    const trail = bytes[at + 1] ?? 0
    pairs += 1
    if (trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3))) common += 1
    at += 1
  }
  return pairs > 0 && common >= pairs * 0.9
}
