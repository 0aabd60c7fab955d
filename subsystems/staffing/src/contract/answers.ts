// What the routes of staffing answer 接口的回答, for server and console alike. Days are YYYY-MM-DD.
import type { SettlingWay } from './departure.ts'

/** One thing the leaver still holds or owes, as it stands now, and how it can be settled. */
export interface OwedItem {
  /** `source:…`, the same as long as the thing is the same. */
  readonly key: string
  readonly group: string
  readonly title: string
  readonly detail: string | null
  /** The row or matter behind it. */
  readonly opens: { readonly matter: string; readonly number: string } | { readonly register: string; readonly id: string } | { readonly path: string } | null
  readonly ways: readonly ('hand' | 'end')[]
  /** It ends on the day of leaving without anybody's doing. */
  readonly byItself: boolean
  /** Only the approval officer may settle it. */
  readonly byApprovalOfficer: boolean
}
/** What an item still needs: something done, nothing because the day ends it, or nothing because somebody said why. */
export interface ListedItem extends OwedItem {
  readonly state: 'open' | 'by-itself' | 'waived'
  /** Why it was waived. */
  readonly reason: string | null
  /** Somebody was found to follow him already, such as by a role that was asked for. */
  readonly handed: boolean
  /** What will be done on the day, and who takes it over then. */
  readonly planned: { readonly way: SettlingWay; readonly to: string | null } | null
}
/** `GET /api/staffing/departures/{number}/items`, a row. */
export interface ListedForReader extends ListedItem {
  /** Whether this reader settles it. */
  readonly may: boolean
}

/** Somebody registered already with what was typed. */
export interface Known {
  readonly id: string
  readonly name: string
  readonly organ: string
  readonly standing: 'active' | 'retired' | 'left'
  readonly by: 'phone' | 'identity' | 'name'
}
/** An office with a free desk. */
export interface FreeDesks {
  readonly id: string
  readonly name: string
  readonly site: string
  readonly seats: number
  readonly free: number
  /** Of the same organ. */
  readonly colleagues: number
}
/** `GET /api/staffing/newcomers`. */
export interface ToldOfNewcomer {
  readonly known: readonly Known[]
  /** A free one; null while nothing was typed that one could be made of. */
  readonly username: string | null
  readonly rooms: readonly FreeDesks[]
}
/** `POST /api/staffing/newcomers`: what is printed for him; the password is told this once and kept nowhere. */
export interface WelcomeGiven {
  readonly number: string
  readonly person: { readonly id: string; readonly name: string }
  readonly organ: string
  readonly title: string
  readonly startsOn: string
  readonly room: { readonly name: string; readonly site: string; readonly address: string; readonly phone: string | null } | null
  readonly username: string
  readonly password: string
  readonly address: string
  /** The matter that asks for his roles. */
  readonly roles: string | null
}
