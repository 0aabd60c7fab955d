// The sheet of a patrol of rooms 用房巡查单: each room as the ledger has it today and as it was last seen, as server and console share it.
import type { RoomUse } from '@houqin/places'
import type { RoomState } from '../request/room-state.ts'
import type { SeenPlate, SeenState } from './room-patrol.ts'

export interface PatrolRoom {
  readonly id: string
  readonly floor: string
  readonly number: string
  readonly title: string | null
  readonly use: RoomUse
  /** 使用面积, ㎡. */
  readonly area: string
  /** Let out, lent and the like, to whom; null while it is in plain use. */
  readonly state: { readonly is: RoomState['state']; readonly party: string | null } | null
  readonly organs: readonly string[]
  readonly people: readonly { readonly id: string; readonly name: string; readonly organ: string }[]
  /** Printed on the door; null while no label was made. */
  readonly code: string | null
  /** On this patrol; null until somebody has been there. */
  readonly outcome: 'same' | 'differs' | null
  readonly note: string | null
  /** Ids of files, which whoever reads the patrol may open. */
  readonly photos: readonly string[]
  readonly by: string | null
  /** The redress that came of it. */
  readonly redress: string | null
}
export interface PatrolFloor {
  readonly id: string
  readonly name: string
  readonly building: string
}
export interface PatrolSheet {
  readonly number: string
  readonly subject: string
  readonly state: 'walking' | 'done' | 'gaps'
  /** Of the matter; sent along when it is finished. */
  readonly version: number
  readonly dueAt: string | null
  readonly site: { readonly id: string; readonly name: string }
  readonly building: { readonly id: string; readonly name: string }
  readonly mayLook: boolean
  readonly floors: readonly PatrolFloor[]
  readonly rooms: readonly PatrolRoom[]
}

/** What somebody saw at a door; what is left out is as the ledger says. */
export interface RoomVisited {
  /** The patrol it belongs to; none for a second look at what was found. */
  readonly patrol?: string
  readonly people?: readonly { readonly person: string; readonly here: boolean }[]
  readonly use?: RoomUse
  readonly state?: SeenState
  readonly plate?: SeenPlate
  readonly note?: string
  /** Of what differs; they stand with the patrol and with the redress. */
  readonly photos?: readonly string[]
  readonly way: 'scan' | 'hand'
}
/** In the reader's language. */
export interface VisitFinding {
  readonly says: string
  readonly advice: string
  readonly cite: string
}
export interface Visited {
  readonly outcome: 'same' | 'differs'
  readonly findings: readonly VisitFinding[]
  /** The number of the redress that was begun or goes on; null where nothing differs or no organ holds the room. */
  readonly redress: string | null
}

/** Where patrols stand, and every room whose last look still does not agree with the ledger. */
export interface PatrolBoard {
  readonly patrols: readonly { readonly number: string; readonly subject: string; readonly site: string; readonly dueAt: string | null; readonly late: boolean; readonly rooms: number; readonly seen: number; readonly differing: number }[]
  readonly sites: readonly {
    readonly id: string
    readonly name: string
    /** Rooms there, looked at within the last twelve months, and standing otherwise than the ledger says. */
    readonly rooms: number
    readonly seen: number
    readonly open: readonly { readonly room: { readonly id: string; readonly name: string }; readonly findings: readonly VisitFinding[]; readonly redress: string | null }[]
  }[]
}
