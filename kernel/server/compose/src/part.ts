// The server part of a subsystem: its declarations, its tables, its words, and what happens when steps are taken.
import type { FastifyInstance } from 'fastify'
import type { Clock } from '@houqin/clock'
import type { Db } from '@houqin/db'
import type { MigrationSet } from '@houqin/db'
import type { Subsystem } from '@houqin/define'
import type { System } from '@houqin/http'
import type { Tick, Workers } from '@houqin/jobs'
import type { Effects } from '@houqin/matters'
import type { OnAlarm } from '@houqin/signals'

/** An account of the demonstration, as the start screen prints it. */
export interface DemoAccount {
  readonly username: string
  readonly password: string
  readonly name: string
  readonly role: string
  /** One thing worth trying with it. */
  readonly tries: string
}
export interface Seeding {
  readonly system: System
  readonly db: Db
  readonly clock: Clock
  /** The day the demonstration stands at, YYYY-MM-DD. */
  readonly worldDate: string
  readonly progress: (says: string) => void
}
export interface ServerPart {
  readonly subsystem: Subsystem
  readonly tables: MigrationSet
  /** `locales/en.ts`. */
  readonly en: object
  readonly effects?: readonly Effects[]
  readonly onAlarm?: (system: System) => readonly OnAlarm[]
  readonly ticks?: (system: System) => readonly Tick[]
  readonly workers?: (system: System) => Workers
  readonly routes?: (app: FastifyInstance, system: System) => Promise<void> | void
  readonly demo?: {
    /** What must stand before the first page opens. */
    readonly base: (seeding: Seeding) => Promise<void>
    /** What may stream in behind. */
    readonly history?: (seeding: Seeding) => Promise<void>
    readonly accounts?: readonly DemoAccount[]
  }
}

/** Nothing registers itself: what is defined here stands in the one list or nowhere. */
export function definePart(part: ServerPart): ServerPart {
  return Object.freeze(part)
}
