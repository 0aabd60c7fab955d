// A proposal of moves as the server tells it, and what is settled before it is asked for again.
import { call } from '@houqin/web-kit'
import type { Ref } from '@houqin/web-kit'
import type { Rank } from '@houqin/people'

export interface MoveRoom extends Ref {
  readonly floor: string
  readonly area: string
  readonly free: boolean
}
export interface Move {
  readonly kind: 'exchange' | 'vacate' | 'return'
  readonly person: (Ref & { readonly rank: Rank }) | null
  readonly organ: Ref
  readonly from: MoveRoom
  readonly to: MoveRoom | null
  readonly says: string
  readonly why: string
  readonly open: string | null
}
export interface Proposal {
  readonly day: string
  readonly fewest: boolean
  readonly before: number
  readonly moves: readonly Move[]
  readonly left: readonly string[]
  readonly locked: readonly Ref[]
  readonly forbidden: readonly Ref[]
}
export interface Asked {
  readonly organ: Ref | null
  readonly building: Ref | null
  readonly locked: readonly string[]
  readonly forbidden: readonly string[]
}

export const keyOfMove = ({ person, from }: Move): string => `${person?.id ?? ''} ${from.id}`
export const askProposal = ({ organ, building, locked, forbidden }: Asked): Promise<Proposal> =>
  call<Proposal>('/office-space/reallotment', { method: 'POST', body: { scope: { ...(organ && { organ: organ.id }), ...(building && { building: building.id }) }, locked, forbidden } })
export const orderMoves = ({ moves, until }: { moves: readonly Move[]; until: string }): Promise<{ numbers: readonly string[] }> =>
  call('/office-space/reallotment/orders', { method: 'POST', body: { until, moves: moves.map(({ organ, person, from, to, says, why }) => ({ organ: organ.id, person: person?.id ?? null, from: from.id, to: to?.id ?? null, what: `${says}。${why}。` })) } })
