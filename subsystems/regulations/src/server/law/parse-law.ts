// 读法律文本: a law as plain lines becomes its head and its articles; what does not fit is said in words, never dropped in silence.
import { longestArticle } from '../../contract/index.ts'
import type { ShownParagraph } from '../../contract/index.ts'
import { inChinese } from './chinese-number.ts'
import { kindOf } from './kind-of.ts'
import type { LawArticle, LawHead, LawText } from './law-text.ts'
import { linesOf } from './lines-of.ts'
import type { LawLine } from './lines-of.ts'
import { eventsIn, firstDay, longestPreamble } from './preamble.ts'

export type Parsed = { readonly law: LawText } | { readonly refused: string }

/** More lines than any law has: what exceeds it is another kind of file. */
export const mostLines = 60_000
const longestTitle = 150

/** @param fallback what the file's name says: a title, and the day in brackets behind it. */
export function parseLaw(text: string, fallback: { readonly title: string; readonly day?: string }): Parsed {
  const lines = linesOf(text)
  if (lines.length > mostLines) return { refused: `有 ${lines.length} 行，不像一部法律；请拆开后再导入。` }
  const first = lines.findIndex(({ is }) => is === 'article')
  if (first < 0) return { refused: '没有找到以“第一条”开头的条文；请确认这是一部分条的制度。' }
  const { title, origin } = headLines(lines.slice(0, first), fallback.title)
  const body = articlesOf(lines)
  if ('refused' in body) return body
  const { head, doubts } = headOf({ title, origin, articles: body.articles, ...(fallback.day !== undefined && { day: fallback.day }) })
  return { law: { head, articles: body.articles, doubts: [...doubts, ...body.doubts] } }
}

/** The title is the first line that is one; what stands between it and the first heading is the line of dates. */
function headLines(lines: readonly LawLine[], fallback: string): { title: string; origin: string } {
  const marked = lines.find(({ is }) => is === 'title')
  const plain = lines.filter(({ is }) => is === 'paragraph')
  const titled = marked ?? plain.find(({ text }) => text.length <= longestTitle && !/^[(（]|\d{4}年/.test(text))
  const title = (titled?.text ?? fallback).replace(/[\s　]/g, '').slice(0, longestTitle)
  const origin = plain.filter((line) => line !== titled).map(({ text }) => text).join('\n').slice(0, longestPreamble)
  return { title, origin }
}

interface Open {
  readonly line: LawLine & { is: 'article' }
  readonly part: string | null
  readonly chapter: string | null
  readonly section: string | null
  readonly paragraphs: ShownParagraph[]
}
export type Body = { readonly articles: readonly LawArticle[]; readonly doubts: readonly string[] } | { readonly refused: string }

/** The articles in their order with their headings, and what is doubtful about their numbers. */
export function articlesOf(lines: readonly LawLine[]): Body {
  const open: Open[] = []
  const doubts: string[] = []
  const place: { part: string | null; chapter: string | null; section: string | null } = { part: null, chapter: null, section: null }
  let before = { ordinal: 0, sub: 0 }
  const seen = new Set<string>()
  for (const line of lines) {
    if (line.is === 'part') Object.assign(place, { part: line.text, chapter: null, section: null })
    else if (line.is === 'chapter') Object.assign(place, { chapter: line.text, section: null })
    else if (line.is === 'section') place.section = line.text
    else if (line.is === 'article' && (line.apart || follows(before, line))) {
      if (seen.has(line.number)) doubts.push(`${line.number}出现了两次，两条都收下了，请核对原文。`)
      else if (!follows(before, line)) doubts.push(`${nameOf(before)}之后是${line.number}，条号不连续，请核对是否缺条。`)
      seen.add(line.number)
      before = line
      open.push({ line, ...place, paragraphs: line.text === '' ? [] : [{ kind: 'paragraph', number: null, text: line.text }] })
    } else open.at(-1)?.paragraphs.push(paragraphOf(line))
  }
  const articles = open.map(articleOf)
  const long = articles.find(({ text }) => text.length > longestArticle)
  if (long) return { refused: `${long.number}有 ${long.text.length} 字，超过 ${longestArticle} 字，不像一条；请检查文件。` }
  for (const { number, text } of articles) if (text === '') doubts.push(`${number}没有内容，请核对原文。`)
  return { articles: articles.filter(({ text }) => text !== ''), doubts }
}

function follows(before: { ordinal: number; sub: number }, now: { ordinal: number; sub: number }): boolean {
  return now.sub > 0 ? now.ordinal === before.ordinal && now.sub === before.sub + 1 : now.ordinal === before.ordinal + 1
}
function nameOf({ ordinal, sub }: { ordinal: number; sub: number }): string {
  return ordinal === 0 ? '开头' : `第${inChinese(ordinal)}条${sub > 0 ? `之${inChinese(sub)}` : ''}`
}
function paragraphOf(line: LawLine): ShownParagraph {
  if (line.is === 'item' || line.is === 'point') return { kind: line.is, number: line.number, text: line.text }
  // “第十条所列……” goes on in the article before it
  return { kind: 'paragraph', number: null, text: line.is === 'article' ? `${line.number}${line.text}` : line.text }
}
function articleOf({ line, part, chapter, section, paragraphs }: Open): LawArticle {
  return { number: line.number, part, chapter, section, paragraphs, text: paragraphs.map(({ number, text }) => `${number ?? ''}${text}`).join('\n') }
}

function headOf({ title, origin, articles, day }: { title: string; origin: string; articles: readonly LawArticle[]; day?: string }): { head: LawHead; doubts: readonly string[] } {
  const events = eventsIn(origin)
  const last = (what: (typeof events)[number]['what']) => events.filter((event) => event.what === what).at(-1)
  const made = events.filter(({ what }) => what !== 'inForce').toSorted((one, other) => (one.on < other.on ? -1 : 1)).at(-1)
  const madeOn = [made?.on, day].filter((on) => on !== undefined).toSorted().at(-1) ?? null
  const { kind, level, issuer, guessed } = kindOf({ title, origin })
  const { inForceOn, doubt } = inForce({ articles, madeOn, stated: last('inForce')?.on })
  const doubts = [
    ...(made === undefined ? [day === undefined ? '没有写明通过或公布的日期，请补上。' : `文中没有写明通过或公布的日期，按文件名取 ${day}。`] : []),
    ...(made !== undefined && day !== undefined && day > made.on ? [`文件名的日期 ${day} 晚于题注里最后的日期 ${made.on}，题注可能缺一次修改，按文件名取。`] : []),
    ...(guessed ? ['看不出制定机关，种类和层级是按名称推定的，请核对。'] : []),
    ...(doubt === undefined ? [] : [doubt]),
  ]
  return {
    head: {
      title, kind, level, issuer, inForceOn, madeOn,
      number: made?.order ?? last('promulgated')?.order ?? null,
      adoptedOn: last('adopted')?.on ?? null,
      promulgatedOn: last('promulgated')?.on ?? null,
      origin: origin === '' ? null : origin,
    },
    doubts,
  }
}

/** A changed law's last article mostly still tells the day of its first version: then the day of the change stands in. */
function inForce({ articles, madeOn, stated }: { articles: readonly LawArticle[]; madeOn: string | null; stated: string | undefined }): { inForceOn: string | null; doubt?: string } {
  const closing = articles.slice(-3).map(({ text }) => text).filter((text) => text.includes('施行')).at(-1) ?? ''
  const written = /自公布之日起/.test(closing) ? madeOn : (firstDay(closing) ?? null)
  const best = [written, stated ?? null].filter((day) => day !== null).sort().at(-1) ?? null
  if (best === null) return { inForceOn: madeOn, doubt: '没有写明施行日期，按通过或修改日期起算，请核对。' }
  if (madeOn !== null && best < madeOn) return { inForceOn: madeOn, doubt: `写明的施行日期 ${best} 早于本次修改 ${madeOn}，按修改日期起算，请核对修改决定。` }
  return { inForceOn: best }
}
