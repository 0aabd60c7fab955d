// Notice channels 通知渠道: what can be set up, and what is.

export interface FieldForm {
  readonly name: string
  readonly title: string
  readonly hint: string | null
  readonly type: 'text' | 'area' | 'host' | 'url' | 'integer' | 'choice'
  readonly options: readonly { readonly value: string; readonly title: string }[]
  readonly standard: string | null
  readonly optional: boolean
}
export interface KindForm<K extends string = string> {
  readonly kind: K
  readonly title: string
  /** What an address of this kind is. */
  readonly address: string
  /** Speaks into one group. */
  readonly group: boolean
  readonly perMinute: number
  readonly fields: readonly FieldForm[]
  readonly secrets: readonly FieldForm[]
}
/** How many went today, and what went wrong last. @template At a moment: a `Date` before it is written out, text afterwards. */
export interface SentToday<At = string> {
  readonly sent: number
  readonly failed: number
  readonly last: { readonly at: At; readonly receipt: string } | null
  /** What went wrong last, these thirty days; forgotten with the next that arrives. */
  readonly problem: { readonly at: At; readonly says: { readonly zh: string; readonly en: string } } | null
}
export interface ChannelRow<At = string, K extends string = string> {
  readonly id: string
  readonly version: number
  readonly kind: K
  readonly title: string
  readonly settings: Readonly<Record<string, string>>
  /** Which secrets there are, and the day each was set; never what they are. */
  readonly secrets: Readonly<Record<string, string | null>>
  readonly enabled: boolean
  readonly perMinute: number
  readonly changedAt: At
  readonly today: SentToday<At>
}
/** What a person is known under on each way; null where nothing is. */
export type Addresses<K extends string = string> = Readonly<Partial<Record<K, string | null>>>
/** What the other side answered to a trial, or why it was not sent. @template S a sentence, as the reader is told it. */
export type TriedChannel<S = string> = { readonly receipt: string } | { readonly problem: S }
