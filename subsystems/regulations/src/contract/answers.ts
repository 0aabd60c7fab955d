// What regulations' own routes answer 接口的回答, for server and console alike. Days are YYYY-MM-DD, instants ISO 8601.
import type { Area } from './areas.ts'
import type { DocumentKind, DocumentLevel, DocumentStanding } from './kinds.ts'
import type { GroundStanding, Reading } from './reading.ts'

interface Named {
  readonly id: string
  readonly name: string
}
/** A piece of a text cut so that what was looked for stands out. */
export type Excerpt = readonly { readonly text: string; readonly found: boolean }[]

/** A row of `GET /api/regulations/search`. */
export interface FoundArticle {
  readonly id: string
  readonly number: string
  readonly chapter: string | null
  readonly document: Named
  readonly version: { readonly id: string; readonly madeOn: string | null }
  /** Today. */
  readonly inForce: boolean
  readonly excerpt: Excerpt
}
export interface FoundArticles {
  readonly rows: readonly FoundArticle[]
  readonly total: number
  /** Whether any text from above the house was imported; where none was, nothing of it can be found. */
  readonly lawsHeld: boolean
}

export interface ShownVersion {
  readonly id: string
  readonly number: string | null
  readonly madeOn: string | null
  readonly inForceOn: string | null
  readonly inForceUntil: string | null
  readonly origin: string | null
  readonly articles: number
  readonly inForce: boolean
}
export interface ShownParagraph {
  readonly kind: 'paragraph' | 'item' | 'point'
  /** （一） or 1. as written; null for a paragraph. */
  readonly number: string | null
  readonly text: string
}
export interface ShownArticle {
  readonly id: string
  readonly number: string
  readonly part: string | null
  readonly chapter: string | null
  readonly section: string | null
  readonly paragraphs: readonly ShownParagraph[]
  /** Provisions that rest on it. */
  readonly provisions: readonly { readonly id: string; readonly title: string; readonly agrees: boolean }[]
}
/** `GET /api/regulations/documents/{id}` */
export interface DocumentPage {
  readonly id: string
  readonly title: string
  readonly number: string | null
  readonly issuer: string | null
  readonly level: DocumentLevel
  readonly kind: DocumentKind
  readonly standing: DocumentStanding
  readonly supersededBy: Named | null
  readonly versions: readonly ShownVersion[]
  /** The version shown; null where no text is held. */
  readonly shown: string | null
  readonly articles: readonly ShownArticle[]
  /** When the reader acknowledged the version shown. */
  readonly acknowledgedAt: string | null
  /** How many have. */
  readonly acknowledged: number
}

export interface WordChange {
  readonly is: 'same' | 'added' | 'removed'
  readonly text: string
}
export interface Change {
  readonly is: 'same' | 'changed' | 'added' | 'removed'
  /** The article's number in either version; null where it is not. */
  readonly before: string | null
  readonly after: string | null
  readonly words: readonly WordChange[]
}

/** A row of `GET /api/regulations/catalogue`. */
export interface CatalogueEntry {
  readonly id: string
  readonly title: string
  /** Id of the matter; null for what is not begun here. */
  readonly matter: string | null
  readonly owner: string
  readonly limit: string
  readonly feedback: string
  /** Apart by 、. */
  readonly keywords: string
  readonly bases: readonly {
    readonly document: string
    readonly clause: string | null
    readonly reading: Reading
    readonly of: string | null
    readonly article: string | null
    /** Whether the text in force is here. */
    readonly held: boolean
  }[]
  /** Closed within a year; null where so few that they would tell about persons. */
  readonly closed: number | null
  /** On the average from asking to closing, one decimal. */
  readonly days: string | null
  readonly stars: string | null
  /** Whether the reader may ask for it. */
  readonly begin: boolean
}
export interface CataloguePage {
  readonly rows: readonly CatalogueEntry[]
}

/** `GET /api/regulations/rule-making/{number}` */
export interface MakingPage {
  /** The rule that is revised or repealed; null for a new one. */
  readonly rule: { readonly id: string; readonly title: string; readonly inForceOn: string | null } | null
  /** As the draft is cut; none while there is no draft. */
  readonly articles: readonly DraftArticle[]
  /** Sentences: what keeps the draft from going on. */
  readonly faults: readonly string[]
  /** Against the version that stands; null where there is none, or no draft. */
  readonly changes: readonly Change[] | null
  /** The version that stands as a draft is written; empty where no text is held. */
  readonly standingText: string
  /** How far the reading of what was issued has come; null where nobody was asked. */
  readonly reading: ReadingFigures | null
}
/** Of one version, in persons. */
export interface ReadingFigures {
  readonly version: string
  readonly asked: number
  readonly read: number
  readonly unread: number
  /** Of those unread. */
  readonly late: number
}
/** A row of `GET /api/regulations/to-read`. */
export interface ToRead {
  readonly document: Named
  readonly version: string
  readonly until: string
  readonly late: boolean
  readonly reminded: boolean
}
export type DraftArticle = Omit<ShownArticle, 'id' | 'provisions'>
/** `POST /api/regulations/draft` */
export interface CheckedDraft {
  readonly articles: number
  readonly faults: readonly string[]
}

/** What a provision says it rests on, and what became of it when the text was looked up. */
export interface Ground {
  readonly document: string
  /** Null where none is given, or none may be printed. */
  readonly clause: string | null
  readonly standing: GroundStanding
  /** The document's row, where there is one. */
  readonly of: string | null
  readonly article: string | null
  /** What the provision says and the article does not. */
  readonly missing: readonly string[]
}
/** A row of `GET /api/regulations/provisions`. */
export interface CheckedProvision {
  readonly id: string
  readonly code: string
  readonly title: string
  readonly area: Area
  readonly value: string
  readonly unit: string | null
  readonly condition: string | null
  readonly source: string | null
  readonly reading: Reading
  readonly grounds: readonly Ground[]
  /** The figures of standards that were taken from it. */
  readonly drives: readonly DrivenFigure[]
}
export interface DrivenFigure {
  readonly standard: string
  readonly title: string
  readonly parameter: string
  readonly value: string
  readonly unit: string
}
export interface CheckedProvisions {
  readonly rows: readonly CheckedProvision[]
  /** How many grounds stand in which way, over all provisions. */
  readonly counts: Readonly<Record<GroundStanding, number>>
  readonly readings: Readonly<Record<Reading, number>>
}

/** `GET /api/regulations/citation?document=&clause=` */
export interface FoundCitation {
  /** Null where it is not registered. */
  readonly document: Named | null
  readonly article: { readonly id: string; readonly number: string } | null
  /** The reading row that the figure was taken from, where a standard and its parameter are asked about. */
  readonly provision: Named | null
}

/** `GET /api/regulations/ask?q=` */
export type Answer =
  | {
      readonly found: false
      readonly says: string
      /** What may be begun all the same. */
      readonly matter: StartableMatter | null
      readonly near: readonly NearRule[]
    }
  | {
      readonly found: true
      /** The one clause, word for word as it is held. */
      readonly clause: {
        readonly text: string
        readonly citation: string
        readonly document: Named | null
        readonly article: string | null
        readonly reading: Reading
        readonly held: boolean
        /** The reading row it was found by. */
        readonly provision: { readonly id: string; readonly title: string; readonly value: string; readonly unit: string | null } | null
        /** The standards whose figures were taken from that row: what is said here is checked by them. */
        readonly checkedBy: readonly { readonly standard: string; readonly title: string }[]
      }
      readonly owner: string
      readonly limit: string | null
      readonly feedback: string | null
      /** The one thing to begin. */
      readonly matter: StartableMatter | null
      readonly near: readonly NearRule[]
    }
/** A rule in which some of the words stand: offered to look at, never given for the answer. */
export interface NearRule {
  readonly title: string
  /** Its figure, or how its text begins. */
  readonly says: string
  /** The reading row; null for an article, which has the two below. */
  readonly provision: string | null
  readonly document: Named | null
  readonly article: string | null
}
export interface StartableMatter {
  readonly matter: string
  readonly title: string
}
