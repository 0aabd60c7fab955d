// 行: what a line of a law's text is: the title, a heading, the begin of an article, an item, a paragraph.
import { numeral, readNumber } from './chinese-number.ts'

export type LawLine =
  | { readonly is: 'title'; readonly text: string }
  | { readonly is: 'part' | 'chapter' | 'section'; readonly text: string }
  | { readonly is: 'article'; readonly number: string; readonly ordinal: number; readonly sub: number; readonly apart: boolean; readonly text: string }
  | { readonly is: 'item' | 'point'; readonly number: string; readonly text: string }
  | { readonly is: 'paragraph'; readonly text: string }

const heading = new RegExp(`^第[${numeral}]{1,9}(分?编|章|节)(?:[\\s　]+(.*))?$`)
const headingGlued = new RegExp(`^第[${numeral}]{1,9}(分?编|章|节)([^\\s　，。；：]{1,30})$`)
const articleHead = new RegExp(`^第([${numeral}]{1,9})条(?:之([${numeral}]{1,4}))?`)
const itemHead = /^[(（][一二三四五六七八九十百]{1,4}[)）]/
const pointHead = /^(?:[0-9０-９]{1,3}[.．、]|[(（][0-9０-９]{1,3}[)）]|[①-⑳])/
const longestHeading = 80

/** The lines that say something, each for what it is. */
export function linesOf(text: string): readonly LawLine[] {
  return withoutRemarks(text).split(/\r\n|\r|\n|\u2028|\f/).flatMap((raw) => {
    const line = raw.trim()
    return line === '' || /^(目\s*录|[-*_=]{3,})$/.test(line) ? [] : [lineOf(line)]
  })
}

/** Without `<!-- … -->`; one that is never closed is text. */
function withoutRemarks(text: string): string {
  let kept = ''
  let done = 0
  for (let open = text.indexOf('<!--'); open >= 0; open = text.indexOf('<!--', done)) {
    const close = text.indexOf('-->', open)
    if (close < 0) break
    kept += text.slice(done, open)
    done = close + 3
  }
  return kept + text.slice(done)
}

function lineOf(raw: string): LawLine {
  const hashes = /^#{1,6}(?=\s)/.exec(raw)?.[0].length ?? 0
  const line = raw.slice(hashes).trim().replace(/^\*\*([^*]{1,40})\*\*/, '$1').trim()
  const found = line.length <= longestHeading ? heading.exec(line) ?? headingGlued.exec(line) : null
  if (found) {
    const kind = found[1] === '章' ? 'chapter' : found[1] === '节' ? 'section' : 'part'
    return { is: kind, text: line.replace(/[\s　]+/g, ' ').replace(/([一-龥]) (?=[一-龥]$)/, '$1') }
  }
  if (hashes === 1) return { is: 'title', text: line }
  const article = articleHead.exec(line)
  const ordinal = readNumber(article?.[1] ?? '')
  if (article && ordinal !== undefined) {
    const rest = line.slice(article[0].length)
    const sub = article[2] === undefined ? 0 : (readNumber(article[2]) ?? 0)
    return { is: 'article', number: article[0], ordinal, sub, apart: /^[\s　:：]|^$/.test(rest), text: rest.replace(/^[\s　:：]+/, '') }
  }
  const item = itemHead.exec(line)?.[0]
  if (item !== undefined) return { is: 'item', number: item, text: line.slice(item.length).trim() }
  const point = pointHead.exec(line)?.[0]
  if (point !== undefined) return { is: 'point', number: point, text: line.slice(point.length).trim() }
  return { is: 'paragraph', text: line }
}
