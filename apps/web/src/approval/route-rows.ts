// The rows of routes as the interface answers them, and one as it is being written.
import { call } from '@houqin/web-kit'
import type { ApprovalMode, Ref, SignatureRule } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'

export type Seat = { readonly person: string } | { readonly role: string } | { readonly post: string; readonly value: string; readonly organ?: string | null }
export type LateDeed = 'remind' | 'escalate' | 'pass' | 'return'
export interface Stage {
  readonly title: string
  readonly mode: ApprovalMode
  readonly percent?: number
  readonly who: readonly Seat[]
  readonly hours?: number
  readonly late?: LateDeed
  readonly escalate?: Seat
  readonly signature?: SignatureRule
}
export interface RouteRow {
  readonly id: string
  readonly route: string
  readonly version: number
  readonly organ: Ref | null
  readonly kind: string | null
  readonly amountFrom: string | null
  readonly amountBelow: string | null
  readonly from: string
  readonly to: string | null
  readonly state: 'in-force' | 'to-come' | 'over' | 'replaced'
  readonly stages: readonly (Stage & { readonly words: readonly string[] })[]
  readonly copies: readonly Seat[]
  readonly copyWords: readonly string[]
  readonly source: string
  readonly writtenAt: string
  readonly writtenBy: string
}
export interface DeclaredRoute {
  readonly route: string
  readonly matter: string
  readonly title: string
  readonly step: string
  readonly byAmount: boolean
  readonly kinds: Readonly<Record<string, string>>
}
export interface RouteList {
  readonly rows: readonly RouteRow[]
  readonly routes: readonly DeclaredRoute[]
  readonly roles: readonly { readonly role: string; readonly title: string }[]
  readonly posts: readonly { readonly post: string; readonly label: string; readonly options: Readonly<Record<string, string>> }[]
}
export const routesQuery = queryOptions({ queryKey: ['approval', 'routes'], queryFn: () => call<RouteList>('/approval/routes') })

/** Names of persons who were chosen since the list was read: a seat holds only the id. */
export type Names = ReadonlyMap<string, string>
