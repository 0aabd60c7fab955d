// What the goals answer on the wire 成效的接口.
import type { Goal } from '@houqin/define'

/** A share as it stands: of `all`, `good` are as they should be; null where nothing was there to be counted. */
export interface Share {
  readonly good: number
  readonly all: number
  /** Per cent with one place after the point, exact: "97.3". */
  readonly percent: string | null
}
export interface GoalPart extends Share {
  readonly report: string
  readonly title: string
  readonly formula: string
  /** The lists that `good` and `all` open, where the reader may open them. */
  readonly opens: { readonly good?: string; readonly all?: string }
}
export interface GoalFigure extends Share {
  readonly goal: Goal
  /** The same for the period of equal length just before. */
  readonly before: Share
  /** Twelve weeks up to the end of the period, the oldest first. */
  readonly trend: readonly { readonly from: string; readonly to: string; readonly percent: string | null }[]
  readonly parts: readonly GoalPart[]
}
export interface Goals {
  readonly from: string
  readonly to: string
  readonly figures: readonly GoalFigure[]
}

/** What is open past its deadline, by kind and whoever holds it. */
export interface OverdueLine {
  readonly matter: string
  readonly title: string
  /** A person's name, or the titles of the roles it waits for. */
  readonly holder: string
  readonly count: number
  /** The deadline longest past, ISO 8601. */
  readonly since: string
  readonly opens: string
}

/** A sentence in pieces: words, and figures that open their rows. */
export type Piece = string | { readonly value: string | null; readonly unit: string | null; readonly percent?: true; readonly opens?: string }
export interface ReportSentence {
  readonly claim: number
  /** Whose figures they are, as the footnote says. */
  readonly source: string
  readonly pieces: readonly Piece[]
}
export interface ReportChapter {
  readonly title: string
  readonly sections: readonly { readonly title: string; readonly sentences: readonly ReportSentence[] }[]
}
export interface WorkReport {
  readonly from: string
  readonly to: string
  readonly chapters: readonly ReportChapter[]
}

/** How a quarter's survey stands. */
export interface SurveyRound {
  readonly quarter: string
  readonly sent: number
  readonly answered: number
  readonly lapsed: number
  readonly until: string
}
