// What the routes of the service desk answer 接口的回答, for server and console alike.
import type { Team } from './team.ts'

/** `GET /api/service-desk/hands`, a row: somebody who may be sent. */
export interface Hand {
  readonly person: { readonly id: string; readonly name: string }
  readonly team: { readonly id: string; readonly name: string }
  readonly trade: Team['trade']
  /** The trade that mends repairs of this category. */
  readonly fits: boolean
  /** Has another job open at the same site. */
  readonly here: boolean
  readonly open: number
  readonly overdue: number
  readonly finishedToday: number
}
/** Something that was said to the bureau, and what it answered. */
export interface Voice {
  readonly kind: 'complaint' | 'suggestion' | 'praise'
  readonly digest: string
  readonly answer: string
  /** Of a suggestion. */
  readonly verdict: string | null
  /** ISO 8601. */
  readonly closedAt: string | null
}
/** `GET /api/service-desk/board`. Days are YYYY-MM-DD. */
export interface PublicBoard {
  readonly from: string
  readonly to: string
  /** Repairs of the period by site: closed, finished in time of those finished, mean stars. */
  readonly repairs: readonly { readonly site: string; readonly closed: number; readonly inTime: number; readonly finished: number; readonly stars: string | null }[]
  /** Complaints, suggestions and praise that an officer chose to show, newest first, by their digest. */
  readonly voices: readonly Voice[]
}
