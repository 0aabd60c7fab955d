// How the console asks for notice channels 通知渠道: what can be set up, and what is.
import { call } from '@houqin/web-kit'
import type { ChannelRow, KindForm } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'

export const kindsQuery = queryOptions({ queryKey: ['channels', 'kinds'], queryFn: () => call<{ rows: readonly KindForm[] }>('/channels/kinds') })
export const channelsQuery = queryOptions({ queryKey: ['channels', 'list'], queryFn: () => call<{ rows: readonly ChannelRow[] }>('/channels') })
