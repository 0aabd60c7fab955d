// An item 交接项: one thing the leaver still holds or owes, as it stands now, and how it can be settled.
import type { Actor } from '@houqin/access'
import type { Db, Tx } from '@houqin/db'
import type { System } from '@houqin/http'
import type { Locale } from '@houqin/problem'
import type { Leaver } from './leaver.ts'
import type { OwedItem } from '../../contract/answers.ts'

export interface Settling {
  readonly leaver: Leaver
  readonly actor: Actor
  /** What stands after `source:`. */
  readonly id: string
  readonly way: 'hand' | 'end'
  /** With `hand`. */
  readonly to: string | null
}
/** One kind of things that somebody holds or owes: found as they stand, and settled one by one. */
export interface Source {
  readonly source: string
  /** What is settled before the day is done on the day: until then it is his. */
  readonly onTheDay?: boolean
  readonly find: (db: Db | Tx, system: System, leaver: Leaver, locale: Locale) => Promise<readonly OwedItem[]>
  /** @throws Problem in the words of whatever engine refuses. */
  readonly settle: (tx: Tx, system: System, settling: Settling) => Promise<void>
}
