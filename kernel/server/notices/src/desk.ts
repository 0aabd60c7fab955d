// The desk of notices 通知台: everything they are made with, handed from function to function.
import type { WorkingCalendar } from '@houqin/calendar'
import type { Clock } from '@houqin/clock'
import type { Catalogue, Matter } from '@houqin/define'
import type { GroupDesk } from '@houqin/notice-groups'
import type { Locale } from '@houqin/problem'
import type { WaysOut } from './channel.ts'

export interface Desk {
  readonly catalogue: Catalogue
  readonly clock: Clock
  readonly calendar: WorkingCalendar
  readonly ways: WaysOut
  /** The console's address, without a slash at the end. */
  readonly publicUrl: string
  /** A label of a declaration in the reader's language, by its path. */
  readonly word: (path: string, chinese: string, locale: Locale) => string
  /** What a matter is called in the reader's language, as it was written down in Chinese. */
  readonly told: (matter: Matter, subject: string, locale: Locale) => string
  /** Told of a happening that could not be made into notices; the others are heard all the same. */
  readonly failed: (what: string, error: unknown) => void
}

/** The desk as those see it who speak to groups. */
export function groupDesk({ catalogue, clock, publicUrl, word, ways }: Desk): GroupDesk {
  return { catalogue, clock, publicUrl, word, robots: (db) => ways.robots(db) }
}
