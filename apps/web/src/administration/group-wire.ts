// What groups are told 群通知, as the server answers it.
import { call } from '@houqin/web-kit'
import type { Ref } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'

export interface RobotShown {
  readonly id: string
  readonly title: string
  readonly label: string
  readonly open: boolean
  readonly problem: { readonly at: string; readonly says: string } | null
}
export interface GroupRow {
  readonly id: string
  readonly robot: RobotShown | null
  readonly kinds: readonly string[]
  readonly locale: 'zh' | 'en'
  readonly matter: string | null
  readonly organ: Ref | null
  readonly about: (Ref & { readonly register: string }) | null
  readonly writtenAt: string
  readonly writtenBy: string
}
export interface GroupList {
  readonly rows: readonly GroupRow[]
  readonly robots: readonly RobotShown[]
  readonly kinds: readonly { readonly kind: string; readonly label: string }[]
  readonly matters: readonly { readonly matter: string; readonly title: string }[]
  readonly registers: readonly { readonly register: string; readonly title: string }[]
}
export const groupsQuery = queryOptions({ queryKey: ['notice-groups'], queryFn: ({ signal }) => call<GroupList>('/notices/groups', { signal }) })
