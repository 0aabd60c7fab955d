// The sheet of a census 清查表: what was expected, what was found and what the ledger did meanwhile, as server and console share it.
import type { RoomPurpose, RoomUse } from '@houqin/places'

export interface CensusPerson {
  readonly id: string
  readonly name: string
  readonly organ: string
  /** Sat here when the census was opened. */
  readonly expected: boolean
  /** Null until the room was looked at. */
  readonly here: boolean | null
  readonly signed: 'written' | 'kept' | null
}
export interface CensusRoom {
  readonly id: string
  readonly floor: string
  readonly number: string
  readonly title: string | null
  readonly use: RoomUse
  readonly purpose: RoomPurpose
  /** 使用面积 at the opening, ㎡. */
  readonly area: string
  /** Printed on the door; null while no label was made. */
  readonly code: string | null
  readonly outcome: 'same' | 'differs' | 'missing' | null
  readonly foundArea: string | null
  readonly foundUse: RoomUse | null
  readonly note: string | null
  readonly photos: readonly string[]
  readonly way: 'scan' | 'hand' | null
  readonly by: string | null
  /** ISO 8601. */
  readonly at: string | null
  /** How often it was looked at; sent along when it is looked at again. */
  readonly version: number
  readonly signed: 'written' | 'kept' | null
  readonly people: readonly CensusPerson[]
  /** What happened in the ledger since the opening, in the reader's language: shown, never overwritten. */
  readonly meanwhile: readonly string[]
}
export interface CensusFloor {
  readonly id: string
  readonly name: string
  readonly building: string
  readonly expected: number
  readonly found: number
  readonly differing: number
  readonly missing: number
  /** Not looked at yet. */
  readonly left: number
}
/** One thing that does not agree, in the reader's language. */
export interface CensusFinding {
  readonly kind: 'reality' | 'ledger' | 'certificate'
  readonly level: 'breach' | 'warning' | 'note'
  readonly says: string
  readonly advice: string
  readonly cite: string | null
  /** Where to look. */
  readonly opens: string | null
}
export interface CensusSheet {
  readonly number: string
  readonly subject: string
  readonly state: 'counting' | 'counted' | 'closed' | 'dropped'
  readonly site: { readonly id: string; readonly name: string }
  /** The day whose ledger was frozen. */
  readonly opened: string
  readonly until: string
  /** Whether the reader counts rooms here. */
  readonly mayCount: boolean
  /** Parts where secrets are kept are counted on paper by whoever keeps them. */
  readonly leftOut: number
  readonly floors: readonly CensusFloor[]
  readonly rooms: readonly CensusRoom[]
  readonly findings: readonly CensusFinding[]
}
/** What somebody saw in a room. Whoever was expected and is not named was there. */
export interface RoomSeen {
  readonly there: boolean
  readonly area?: string
  readonly use?: RoomUse
  readonly note?: string
  readonly photos?: readonly string[]
  readonly people?: readonly { readonly person: string; readonly here: boolean }[]
  readonly way: 'scan' | 'hand'
  readonly version: number
}
