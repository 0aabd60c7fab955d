// A robot of a group 群机器人, and the desk that hands it messages.
import type { Clock } from '@houqin/clock'
import type { Db, Tx } from '@houqin/db'
import type { Catalogue } from '@houqin/define'
import type { Locale, Sentence } from '@houqin/problem'

export interface Robot {
  readonly id: string
  /** Which robot it is: WeCom's, DingTalk's. */
  readonly label: Sentence
  /** Of the outbox, under which its messages wait. */
  readonly topic: string
  /** The group's name, by which a message finds it. */
  readonly title: string
  /** Whether it is in use. */
  readonly open: boolean
  /** Why the last message did not arrive; null when it did, or none was sent. */
  readonly problem: { readonly at: Date; readonly says: Sentence } | null
}
export interface GroupDesk {
  readonly catalogue: Catalogue
  readonly clock: Clock
  /** The console's address, without a slash at the end. */
  readonly publicUrl: string
  /** A label of a declaration in the reader's language, by its path. */
  readonly word: (path: string, chinese: string, locale: Locale) => string
  /** Those that are set up. */
  readonly robots: (db: Db | Tx) => Promise<readonly Robot[]>
}
