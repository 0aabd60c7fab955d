// The server part of a subsystem: its declarations, its tables, its words, and what happens when steps are taken.
import type { FastifyInstance } from 'fastify'
import type { Departed } from '@houqin/approvals'
import type { MigrationSet, Tx } from '@houqin/db'
import type { Matter, Register, Subsystem } from '@houqin/define'
import type { Finder, Responsibility, System } from '@houqin/http'
import type { Tick, Workers } from '@houqin/jobs'
import type { Effects } from '@houqin/matters'
import type { OnAlarm } from '@houqin/signals'
import type { Lives } from './living.ts'

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
  /** All parts load in one transaction: a start that is cut short leaves nothing behind. */
  readonly tx: Tx
  readonly system: System
  /** The day the demonstration stands at, YYYY-MM-DD. */
  readonly worldDate: string
}
export interface HistorySeeding extends Seeding {
  /** Says how far it has come. */
  readonly progress: (done: number, of?: number) => Promise<void>
}
/** Looked at in the transaction of whoever writes, by hand or by import. */
export interface Fitting {
  readonly register: Register
  /** @throws Problem `bad-input` naming the field that does not fit the others. */
  readonly refuse: (tx: Tx, ids: readonly string[]) => Promise<void>
}
export interface ServerPart {
  readonly subsystem: Subsystem
  readonly tables: MigrationSet
  /** `locales/en.ts`. */
  readonly en: object
  readonly effects?: readonly Effects[]
  /** Of the subsystem that keeps the persons: which of them have gone, so that nobody waits for their decision. */
  readonly departed?: Departed
  /** Where its undated registers name whoever answers for something, so that nobody leaves with it. */
  readonly responsibilities?: readonly Responsibility[]
  /** Of the subsystem in which one asks for an export above the measure: that matter. */
  readonly exportsBy?: Matter
  /** Effects that change rows of registers, or anything else the system keeps. */
  readonly effectsOf?: (system: System) => readonly Effects[]
  /** What the one search of the console finds besides its rows and matters. */
  readonly finders?: (system: System) => readonly Finder[]
  /** What the fields of a row must be to each other. */
  readonly fitting?: readonly Fitting[]
  readonly onAlarm?: (system: System) => readonly OnAlarm[]
  readonly ticks?: (system: System) => readonly Tick[]
  readonly workers?: (system: System) => Workers
  readonly routes?: (app: FastifyInstance, system: System) => Promise<void> | void
  readonly demo?: {
    /** What must stand before the first page opens. */
    readonly base: (seeding: Seeding) => Promise<void>
    /** What may stream in behind. */
    readonly history?: (seeding: HistorySeeding) => Promise<void>
    /** What the world does on the days after it was opened. */
    readonly lives?: Lives
    readonly accounts?: readonly DemoAccount[]
  }
}

/** Nothing registers itself: what is defined here stands in the one list or nowhere. */
export function definePart(part: ServerPart): ServerPart {
  return Object.freeze(part)
}
