// What stands behind a door 一间房: told to whoever scans its code and is signed in.
import type { Rank } from '@houqin/people'
import type { RoomPurpose, RoomUse } from '@houqin/places'

interface Named {
  readonly id: string
  readonly name: string
}
export interface DoorPerson extends Named {
  readonly organ: string
  readonly rank: Rank
  readonly from: string
  /** The last day; null while none is set. */
  readonly to: string | null
}
export interface DoorSheet {
  readonly day: string
  readonly room: Named & { readonly version: number }
  readonly site: Named
  readonly building: Named
  /** `drawn` when a plan shows it today. */
  readonly floor: Named & { readonly drawn: boolean }
  readonly number: string
  readonly title: string | null
  readonly use: RoomUse
  readonly purpose: RoomPurpose
  /** 使用面积, ㎡. */
  readonly area: string
  readonly organs: readonly Named[]
  /** Who sits there, and who will from a later day on. */
  readonly people: readonly DoorPerson[]
  /** How large the office may be for those who sit there, and where that is written; null for other rooms and empty ones. */
  readonly allowed: { readonly area: string; readonly by: readonly { readonly rank: Rank; readonly people: number; readonly limit: string }[]; readonly cite: string } | null
  /** What the standard finds, for whoever may read findings of the site. */
  readonly over: readonly string[]
  /** A census that runs and holds this room. */
  readonly census: { readonly number: string; readonly mayCount: boolean; readonly seen: boolean; readonly version: number } | null
  /** For whoever walks the site: a patrol that runs in the building, and what was last seen here and still stands otherwise; null for anybody else. */
  readonly patrol: { readonly number: string | null; readonly differs: readonly string[] } | null
  /** Whether a correction is entered at once; otherwise it is told to whoever keeps the ledger. */
  readonly writes: boolean
}

/** What differs at the door; what is left out is as the ledger says. */
export interface RoomCorrected {
  readonly area?: string
  readonly use?: RoomUse
  readonly note?: string
  readonly photos?: readonly string[]
  readonly people?: readonly { readonly person: string; readonly here: boolean }[]
  /** Of the room, as it was shown. */
  readonly version: number
}
export interface Corrected {
  readonly done: 'written' | 'told'
  /** Of the matter, where it was told. */
  readonly number: string | null
}
