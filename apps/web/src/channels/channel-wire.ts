// Notice channels on the wire 通知渠道: what can be set up, and what is.
import { call } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'

export interface FieldForm {
  readonly name: string
  readonly title: string
  readonly hint: string | null
  readonly type: 'text' | 'area' | 'host' | 'url' | 'integer' | 'choice'
  readonly options: readonly { readonly value: string; readonly title: string }[]
  readonly standard: string | null
  readonly optional: boolean
}
export interface KindForm {
  readonly kind: string
  readonly title: string
  /** What an address of this kind is. */
  readonly address: string
  /** Speaks into one group. */
  readonly group: boolean
  readonly perMinute: number
  readonly fields: readonly FieldForm[]
  readonly secrets: readonly FieldForm[]
}
export interface ChannelRow {
  readonly id: string
  readonly version: number
  readonly kind: string
  readonly title: string
  readonly settings: Readonly<Record<string, string>>
  /** The day each was set. */
  readonly secrets: Readonly<Record<string, string | null>>
  readonly enabled: boolean
  readonly perMinute: number
  readonly today: {
    readonly sent: number
    readonly failed: number
    readonly last: { readonly at: string; readonly receipt: string } | null
    readonly problem: { readonly at: string; readonly says: { readonly zh: string; readonly en: string } } | null
  }
}

export const kindsQuery = queryOptions({ queryKey: ['channels', 'kinds'], queryFn: () => call<{ rows: readonly KindForm[] }>('/channels/kinds') })
export const channelsQuery = queryOptions({ queryKey: ['channels', 'list'], queryFn: () => call<{ rows: readonly ChannelRow[] }>('/channels') })
