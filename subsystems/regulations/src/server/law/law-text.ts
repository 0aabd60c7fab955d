// A law's text 法律文本 as it was read: its head, its articles in order, and what is doubtful about it.
import type { DocumentKind, DocumentLevel, ShownParagraph } from '../../contract/index.ts'

export interface LawArticle {
  /** 第十二条, or 第十二条之一. */
  readonly number: string
  readonly part: string | null
  readonly chapter: string | null
  readonly section: string | null
  readonly paragraphs: readonly ShownParagraph[]
  /** The whole of it, one paragraph or item a line. */
  readonly text: string
}
export interface LawHead {
  readonly title: string
  /** Of the decision that made this version: 中华人民共和国国务院令第802号. */
  readonly number: string | null
  readonly issuer: string | null
  readonly kind: DocumentKind
  readonly level: DocumentLevel
  /** Days as YYYY-MM-DD. */
  readonly adoptedOn: string | null
  readonly promulgatedOn: string | null
  /** The day of the last change, or of the passing when nothing was changed: tells versions apart. */
  readonly madeOn: string | null
  readonly inForceOn: string | null
  /** The line of dates as it stood under the title. */
  readonly origin: string | null
}
export interface LawText {
  readonly head: LawHead
  readonly articles: readonly LawArticle[]
  /** Sentences for whoever imports: what should be looked at in the file. */
  readonly doubts: readonly string[]
}
