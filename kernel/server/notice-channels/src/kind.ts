// A kind of channel 渠道类型: what an administrator fills in, and how a message is then spoken on its wire.
import type { Clock } from '@houqin/clock'
import type { ChannelKind, Message } from '@houqin/notices'
import type { FieldIssue, Sentence } from '@houqin/problem'

/** What was filled in, by field; what is empty is left out. */
export type Values = Readonly<Record<string, string>>

export interface Field {
  readonly name: string
  readonly title: Sentence
  readonly hint?: Sentence
  /** `host` is a scheme, host and port; `url` may have a path and a query. */
  readonly type: 'text' | 'area' | 'host' | 'url' | 'integer' | 'choice'
  readonly options?: readonly { readonly value: string; readonly title: Sentence }[]
  /** What stands there before anybody writes. */
  readonly standard?: string
  readonly optional?: boolean
}

export type Send = (message: Message, signal: AbortSignal) => Promise<{ readonly receipt: string }>

export interface Wire {
  readonly settings: Values
  readonly secrets: Values
  /** The machine's own time, also in a demonstration: the other side compares it with its own. */
  readonly clock: Pick<Clock, 'now'>
  /** Milliseconds until silence is taken for a failure. */
  readonly patience: number
}

export interface Kind {
  readonly kind: ChannelKind
  readonly title: Sentence
  /** What an address of this kind is. */
  readonly address: Sentence
  /** A robot speaks into one group; whom the others reach, each message says. */
  readonly group: boolean
  readonly fields: readonly Field[]
  /** Kept sealed, never shown again. */
  readonly secrets: readonly Field[]
  /** Messages a minute the other side is known to bear. */
  readonly perMinute: number
  /** What one field alone does not tell. `has` says whether a secret is set. */
  readonly check?: (settings: Values, has: (secret: string) => boolean) => readonly FieldIssue[]
  readonly open: (wire: Wire) => Send
}
