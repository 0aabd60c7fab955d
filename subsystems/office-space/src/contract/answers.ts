// What the routes of office space answer 接口的回答, for server and console alike. Days are YYYY-MM-DD, areas ㎡ as exact decimal strings.
import type { Rank } from '@houqin/people'
import type { RoomPurpose, RoomUse } from '@houqin/places'
import type { CityChange, CityKind } from './city/city-items.ts'

export interface Named {
  readonly id: string
  readonly name: string
}
/** Corners of a drawn outline in metres of the plan. */
export type Ring = readonly (readonly [x: number, y: number])[]

// floor plans

export interface PlannedFloor extends Named {
  readonly building: Named
  readonly site: Named
  readonly number: number
}
/** `GET /api/office-space/floors?near=`. */
export interface PlannedFloors {
  /** Of one site. */
  readonly rows: readonly PlannedFloor[]
  /** All sites that are drawn, each with the floor it is opened at. */
  readonly sites: readonly (Named & { readonly first: string })[]
}
export interface PlannedRoom {
  /** Null where the ledger knows no such room: an outline alone. */
  readonly room: Named | null
  readonly number: string | null
  readonly title: string | null
  readonly use: RoomUse | null
  readonly purpose: RoomPurpose | null
  /** Registered 使用面积 and the area of the outline. */
  readonly area: string | null
  readonly drawnArea: string
  readonly ring: Ring
  readonly holes: readonly Ring[]
  readonly organs: readonly Named[]
  readonly people: readonly (Named & { readonly rank: Rank; readonly since: string })[]
  /** What the standard says of those who sit there; empty for whoever may not read findings of this site. */
  readonly over: readonly { readonly person: string; readonly says: string }[]
}
/** `GET /api/office-space/floors/{id}/plan`. */
export interface FloorOnADay {
  readonly day: string
  readonly floor: Named
  readonly plan: { readonly id: string; readonly source: string; readonly from: string; readonly to: string | null; readonly kept: boolean }
  readonly rooms: readonly PlannedRoom[]
}
/** `GET /api/office-space/seats`, a row. */
export interface FoundSeat {
  readonly person: Named
  readonly organ: string
  readonly room: Named
  readonly floor: string
}
/** `GET /api/office-space/drawings`, a row. */
export interface WaitingDrawing {
  readonly id: string
  readonly floor: Named
  readonly building: Named
  readonly site: Named
  readonly source: string
  /** The day from which the floor will look so. */
  readonly from: string
  readonly broughtBy: string
  /** Brought in by whoever asks, who may take it back and not publish it. */
  readonly own: boolean
}
/** `GET /api/office-space/drawings/{id}`, and what bringing one in answers. */
export interface ReadDrawing {
  /** Null for a trial. */
  readonly id: string | null
  readonly source: string
  readonly from: string
  readonly unit: string
  /** 0 to 1: how much of the drawing speaks for that unit. */
  readonly sure: number
  readonly by: 'outlines' | 'walls'
  readonly layers: readonly { readonly name: string; readonly chosen: boolean }[]
  readonly parts: readonly { readonly number: number; readonly title: string | null; readonly rooms: number }[]
  /** Rooms of the ledger that the drawing does not show. */
  readonly undrawn: readonly string[]
  readonly rooms: readonly { readonly number: number; readonly code: string | null; readonly name: string | null; readonly area: string; readonly ring: Ring; readonly holes: readonly Ring[]; readonly known: boolean }[]
  /** In the reader's language. */
  readonly findings: readonly { readonly code: string; readonly weight: 'stop' | 'mend' | 'look' | 'note'; readonly says: string; readonly rooms: readonly number[] }[]
}

// ledgers

export interface StandingLine {
  readonly kind: 'office' | 'service' | 'equipment' | 'all'
  readonly has: string
  readonly may: string
  /** `may − has`; below zero when it has too much. */
  readonly gap: string
  readonly cite: string
}
export interface Standing {
  readonly organ: Named
  readonly establishment: number
  readonly posts: Readonly<Partial<Record<Rank, number>>>
  readonly lines: readonly StandingLine[]
  /** Of technical and ancillary rooms, which the limit does not count. */
  readonly beside: string
}
export interface OrganRoom extends Named {
  readonly site: Named
  readonly floor: string
  readonly use: RoomUse
  readonly purpose: RoomPurpose
  /** Its share where several organs use it. */
  readonly area: string
  readonly kind: 'own' | 'joint'
  readonly certificate: string | null
  readonly people: number
  /** Whether the floor is drawn. */
  readonly drawn: boolean
}
export interface OrganPerson extends Named {
  readonly rank: Rank
  /** Empty for somebody without a seat. */
  readonly rooms: readonly (Named & { readonly area: string; readonly people: number })[]
  readonly over: string | null
}
/** `GET /api/office-space/organs/{id}/ledger`. */
export interface OrganLedger extends Standing {
  readonly day: string
  readonly rooms: readonly OrganRoom[]
  readonly people: readonly OrganPerson[]
  readonly seated: number
  /** Office ㎡ for each who is seated; null while nobody is. */
  readonly perPerson: string | null
}
/** `GET /api/office-space/district`. */
export interface DistrictLedger {
  readonly day: string
  readonly totals: { readonly sites: number; readonly organs: number; readonly area: string }
  readonly opens: Readonly<Record<'sites' | 'organs' | 'area' | 'rooms' | 'states', string>>
  readonly uses: readonly { readonly use: RoomUse; readonly rooms: number; readonly area: string; /** Whether rooms of it are given out from the pool; of others none is free. */ readonly pooled: boolean; readonly free: number; readonly freeArea: string }[]
  readonly states: readonly { readonly state: string; readonly rooms: number; readonly area: string }[]
  readonly people: { readonly all: number; readonly seated: number; readonly without: number }
}
/** `GET /api/office-space/unseated`, a row. */
export interface Unseated {
  readonly person: Named
  readonly organ: Named
  readonly since: string | null
}
export interface FreeRoom extends Named {
  readonly site: Named
  readonly floor: string
  readonly use: RoomUse
  readonly purpose: RoomPurpose
  readonly area: string
  /** At a site where the organ is. */
  readonly near: boolean
}
/** `GET /api/office-space/free-rooms`. */
export interface Pool {
  readonly count: number
  readonly area: string
  /** The nearest in place and size, at most forty unless more were asked for. */
  readonly rooms: readonly FreeRoom[]
}
export interface ProposedRoom extends Named {
  readonly area: string
  readonly use: RoomUse
  readonly kind: 'own' | 'joint'
  readonly free: boolean
}
/** `GET /api/office-space/requests/{number}/basis`. */
export interface RequestBasis {
  readonly standing: Standing
  readonly pool: Pool | null
  readonly proposed: readonly (ProposedRoom & { readonly floor: string; readonly drawn: boolean })[]
}

// re-allotment

export interface MoveRoom extends Named {
  readonly floor: string
  readonly area: string
  /** Of the pool: the organ is given it with the move. */
  readonly free: boolean
}
export interface Move {
  readonly kind: 'exchange' | 'vacate' | 'return'
  readonly person: (Named & { readonly rank: Rank }) | null
  readonly organ: Named
  readonly from: MoveRoom
  readonly to: MoveRoom | null
  readonly says: string
  /** What it clears, or whom it makes room for. */
  readonly why: string
  /** A redress of this person that is under way already. */
  readonly open: string | null
}
/** `POST /api/office-space/reallotment`. */
export interface Proposal {
  readonly day: string
  /** No other way needs fewer moves. */
  readonly fewest: boolean
  /** How many breaches stood before. */
  readonly before: number
  readonly moves: readonly Move[]
  /** What would still stand. */
  readonly left: readonly string[]
  readonly locked: readonly Named[]
  readonly forbidden: readonly Named[]
}
/** `GET /api/office-space/redress/{number}/companions`, a row. */
export interface Companion {
  readonly number: string
  readonly version: number
  readonly subject: string
}

// publication, filing and the city

/** `GET /api/office-space/publications`, a row. */
export interface Edition {
  readonly number: string
  readonly year: number
  readonly edition: number
  readonly day: string
  readonly publishedOn: string
  readonly corrects: string | null
  readonly organs: number
  /** Null for editions from before they were frozen with it. */
  readonly sites: number | null
  /** Certified built area. */
  readonly built: string | null
  readonly area: string
  readonly digest: string
}
/** `GET /api/office-space/filings`. */
export interface FilingYear {
  readonly year: number
  readonly counts: Readonly<Record<'asked' | 'confirmed' | 'filed', number>>
  readonly leaders: number
  readonly deviating: number
  /** Organs whose filing the bureau does not have yet, those that are late first. */
  readonly waiting: readonly { readonly organ: Named; readonly number: string; readonly dueAt: string | null; readonly late: boolean }[]
}
export interface KindCounts {
  readonly kind: CityKind
  readonly rows: number
  readonly added: number
  readonly changed: number
  readonly gone: number
  readonly again: number
  readonly accepted: number
  readonly rejected: number
}
/** `GET /api/office-space/city/{number}`. */
export interface CityVersion {
  readonly number: string
  readonly state: string
  readonly kinds: readonly KindCounts[]
  /** Fields and options without a code of the city's when it was frozen. */
  readonly uncoded: readonly string[]
}
/** `GET /api/office-space/city/{number}/rows`, a row. */
export interface CityRow {
  readonly kind: CityKind
  readonly key: string
  readonly name: string
  readonly change: CityChange
  /** What is otherwise than the city holds it, in our words. */
  readonly changes: readonly { readonly title: string; readonly before: string; readonly now: string }[]
  readonly again: string | null
  readonly answer: 'accepted' | 'rejected' | null
  readonly reason: string | null
}
export type CityRowsOf = 'changes' | 'all' | 'rejected' | CityChange
/** Of a receipt held against the version it answers. */
export interface Answered {
  readonly accepted: number
  readonly rejected: number
  /** Lines that name no row of the version, or no answer. */
  readonly unread: readonly string[]
}
/** A row of the version as the receipt answers it. */
export interface AnsweredRow {
  readonly kind: CityKind
  readonly key: string
  readonly name: string
  readonly answer: 'accepted' | 'rejected'
  readonly reason: string | null
  /** On record already in the same words. */
  readonly known: boolean
}
/** `POST /api/office-space/city/{number}/receipt-trial`. */
export interface ReceiptTrial extends Answered {
  readonly file: string
  /** Rows that are new or otherwise than what is on record. */
  readonly changes: number
  /** Rows of the version that were to be sent and have no answer, in this receipt or before. */
  readonly silent: number
  readonly rejections: readonly AnsweredRow[]
}
