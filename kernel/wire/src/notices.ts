// Notices 通知: what one was told, how one wishes to be told; and for who keeps them, their words, their measure and what was not delivered.
import type { Page } from './values.ts'

/** How much it matters. */
export type Importance = 'urgent' | 'important' | 'normal'
/** @template At a moment: a `Date` before it is written out, text afterwards. */
export interface WireNotice<At = string> {
  readonly id: string
  readonly kind: string
  readonly importance: Importance
  readonly title: string
  readonly text: string
  readonly path: string | null
  readonly at: At
  readonly readAt: At | null
  /** It no longer waits for him. */
  readonly settledAt: At | null
}
export interface NoticePage<At = string> extends Page<WireNotice<At>> {
  /** All of his, counted to a hundred. */
  readonly unread: number
}

export interface Quiet {
  /** Times of day `HH:MM` in Asia/Shanghai; from the later to the earlier goes over midnight. */
  readonly hours: { readonly from: string; readonly to: string } | null
  /** Days the office does not work are quiet as a whole. */
  readonly restDays: boolean
}
/** @template K a kind of notice. @template C a kind of channel. */
export interface Preference<K extends string = string, C extends string = string> {
  readonly locale: 'zh' | 'en'
  readonly quiet: Quiet
  /** A kind that is missing goes as the house does it. */
  readonly ways: Readonly<Partial<Record<K, readonly C[]>>>
}
/** What he chose, and what there is to choose from. */
export interface PreferenceAnswer<K extends string = string, C extends string = string> extends Preference<K, C> {
  /** 0 until he has chosen anything. */
  readonly version: number
  readonly kinds: readonly { readonly kind: K; readonly label: string; readonly importance: Importance }[]
  /** Ways that are set up; `known` when he has an address there. */
  readonly channels: readonly { readonly channel: C; readonly label: string; readonly known: boolean }[]
}

export interface Template {
  readonly title: string
  /** A line whose names are all empty is left out. */
  readonly text: string
}
/** A template in both languages. */
export type Wording = Readonly<Record<'zh' | 'en', Template>>
export interface TemplateRow<At = string, K extends string = string> {
  readonly id: K
  readonly label: string
  readonly importance: Importance
  /** What its words may name in braces. */
  readonly names: readonly string[]
  readonly words: Wording
  readonly declared: Wording
  /** 0 while the declared words stand. */
  readonly version: number
  readonly changedAt: At | null
  readonly changedBy: string | null
  /** Names that the kind no longer knows: the declared words are sent. */
  readonly unknown: readonly string[]
}

export interface NoticeMeasure {
  /** Messages a day for one person on one way; what is above it comes as one digest, what is urgent is not counted. From 1 to 1000. */
  readonly quota: number
  /** Working hours until an important notice that nobody has read goes on to the next way. From 1 to 200. */
  readonly hours: number
}
export interface NoticeMeasureRow<At = string> extends NoticeMeasure {
  readonly version: number
  /** Null while it is the house's own. */
  readonly changedAt: At | null
  readonly changedBy: string | null
}

/** To whom and why, never what about: who keeps the system need not know the bureau's business. */
export interface DeadRow<At = string> {
  readonly id: string
  readonly topic: string
  readonly to: string
  readonly attempts: number
  readonly writtenAt: At
  readonly diedAt: At
  readonly problem: string
}
