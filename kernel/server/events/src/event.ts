// 事件: one thing that happened, and whom it is meant for.

/** Whom an event is meant for: these accounts, any of these persons, any holder of these roles, within this organ or site; all left out means everybody. */
export interface Audience {
  accounts?: readonly string[]
  persons?: readonly string[]
  roles?: readonly string[]
  organ?: string
  site?: string
}

export interface HouseEvent {
  /** `transaction-id`: its place in the order, to be given back as `Last-Event-ID`. */
  id: string
  at: Date
  /** In the past tense: `service-desk.dispatched`. */
  topic: string
  audience: Audience
  payload: unknown
}

export interface EventRow {
  xid: string
  id: string
  at: Date
  topic: string
  accounts: string[] | null
  persons: string[] | null
  roles: string[] | null
  organ: string | null
  site: string | null
  payload: unknown
}

export interface Place {
  xid: string
  id: string
}

/** What PostgreSQL tells when an event is committed. */
export const channel = 'houqin_events'

const largest = 2n ** 63n - 1n

/** True for an id that can be given as `after`; a browser may send anything as `Last-Event-ID`. */
export function isEventId(text: string): boolean {
  return placeOf(text) !== undefined
}

export function placeOf(eventId: string): Place | undefined {
  const [, xid, id] = /^(\d{1,19})-(\d{1,19})$/.exec(eventId) ?? []
  return xid !== undefined && id !== undefined && BigInt(xid) <= largest && BigInt(id) <= largest ? { xid, id } : undefined
}

export function eventOf({ xid, id, at, topic, accounts, persons, roles, organ, site, payload }: EventRow): HouseEvent {
  return Object.freeze({
    id: `${xid}-${id}`, at, topic, payload,
    audience: Object.freeze({
      ...(accounts && { accounts }), ...(persons && { persons }), ...(roles && { roles }), ...(organ !== null && { organ }), ...(site !== null && { site }),
    }),
  })
}
