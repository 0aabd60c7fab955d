// A proposal of moves as the server tells it, and what is settled before it is asked for again.
import { call } from '@houqin/web-kit'
import type { Ref } from '@houqin/web-kit'
import type { Move, Proposal } from '../../contract/answers.ts'

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
