// What a text says without the marks that style it: `%%u` and `\U+XXXX` of every text, `\P`, `\f…;` and braces of paragraphs.
import type { Encoding } from './encoding.ts'
import { decoderOf } from './encoding.ts'

const multibyte: Readonly<Record<string, Encoding>> = Object.freeze({ 1: 'shift_jis', 2: 'big5', 3: 'euc-kr', 5: 'gb18030' })
const signs: Readonly<Record<string, string>> = Object.freeze({ d: '°', p: '±', c: '⌀', u: '', o: '', k: '' })

/** One line of text, decoded: escapes become their letters, underlining goes. */
export function plainText(text: string): string {
  if (!/[%\\^]/.test(text)) return text
  return text
    .replace(/%%(%|[dpcuok]|\d{3})/gi, (_, mark: string) => (mark === '%' ? '%' : (signs[mark.toLowerCase()] ?? letter(Number(mark)))))
    .replace(/(?:\\U\+[0-9A-F]{4})+/gi, (escapes) => escapes.replace(/\\U\+([0-9A-F]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))).replace(/\p{Surrogate}/gu, ''))
    .replace(/\\M\+([1-5])([0-9A-F]{4})/gi, (whole, page: string, hex: string) => {
      const encoding = multibyte[page]
      const code = Number.parseInt(hex, 16)
      return encoding === undefined ? whole : decoderOf(encoding)(String.fromCharCode(code >> 8, code & 255))
    })
    .replace(/\^([ IJM])/g, (_, mark: string) => (mark === ' ' ? '^' : ' '))
}

function letter(code: number): string {
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ''
}

/** A paragraph (MTEXT) as its lines, none empty. */
export function linesOfParagraph(text: string): readonly string[] {
  let said = ''
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (sign === '{' || sign === '}') continue
    if (sign === '^' && text[at + 1] === 'J') {
      said += '\n'
      at += 1
      continue
    }
    const next = text[at + 1]
    if (sign !== '\\' || next === undefined) {
      said += sign
      continue
    }
    if ('\\{}'.includes(next)) said += next === '\\' ? '\\' : next
    else if (next === 'P' || next === 'X' || next === 'n') said += '\n'
    else if (next === '~') said += ' '
    else if (next === 'S') {
      const end = endOfMark(text, at)
      said += text.slice(at + 2, end).replace(/\^ ?|#/, '/')
      at = end
      continue
    } else if ('ACcFfHQTWp'.includes(next)) {
      at = endOfMark(text, at)
      continue
    } else if (next === 'U' || next === 'M') {
      said += '\\'
      continue
    } else if (!'LlOoKkN'.includes(next)) said += next
    at += 1
  }
  return said.split('\n').map((line) => plainText(line).replace(/\s+/g, ' ').trim()).filter((line) => line !== '')
}

/** The semicolon that ends a mark, or the mark's own end when there is none within reach: text is not swallowed by a mark left open. */
function endOfMark(text: string, at: number): number {
  const end = text.indexOf(';', at)
  return end === -1 || end - at > 200 ? at + 1 : end
}
