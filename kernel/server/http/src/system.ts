// The running system as the routes see it: engines, catalogue, clock and the words of the screens.
import type { Access, Actor } from '@houqin/access'
import type { ApiKeys } from '@houqin/api-keys'
import type { ApprovalDesk } from '@houqin/approvals'
import type { Clock } from '@houqin/clock'
import type { Db } from '@houqin/db'
import type { Catalogue, Register } from '@houqin/define'
import type { FileStore } from '@houqin/files'
import type { Matters } from '@houqin/matters'
import type { Channels } from '@houqin/notice-channels'
import type { Notices } from '@houqin/notices'
import type { Registers } from '@houqin/registers'
import type { SecondFactor } from '@houqin/second-factor'
import type { Signer, Vault } from '@houqin/secrets'
import type { Signals } from '@houqin/signals'
import type { Standards } from '@houqin/standards'
import type { Locale } from '@houqin/problem'
import type { WireHit } from '@houqin/wire'
import type { Calling } from '@houqin/words/moulds'

/** A label of a declaration in the reader's language, by its path such as `people.organ.fields.parent`. */
export type WordOf = (path: string, chinese: string, locale: Locale) => string
/** What a row or matter of the declaration is called in the reader's language, as the house wrote it down in Chinese once. */
export type TellOf = (declared: Calling, written: string, locale: Locale) => string

/** Where technical lines go; nothing a person typed, no password, no token. */
export interface Log {
  warn(details: object, says: string): void
  error(details: object, says: string): void
}

/** Where an undated register says that somebody answers for something: in a field of the row, or of its lines. */
export interface Responsibility {
  readonly register: Register
  readonly lines?: string
  readonly field: string
}
/** Above so many rows an export needs somebody's agreement. */
export interface ExportRules {
  /** Of a list with personal numbers in it. */
  readonly personal: number
  readonly other: number
  /** The matter by which it is asked for; without one there is no way past the measure. */
  readonly askBy?: string
}

/** What a subsystem finds besides rows and matters; only what the asker may see, at most `each`. */
export type Finder = (question: { readonly actor: Actor; readonly q: string; readonly each: number }) => Promise<readonly WireHit[]>

export interface System {
  readonly version: string
  readonly catalogue: Catalogue
  readonly clock: Clock
  readonly db: Db
  /** For the connection that only listens. */
  readonly databaseUrl: string
  readonly log: Log
  readonly access: Access
  /** What programs show instead of a password. */
  readonly apiKeys: ApiKeys
  /** Six digits besides the password. */
  readonly secondFactor: SecondFactor
  readonly registers: Registers
  readonly approvals: ApprovalDesk
  readonly matters: Matters
  /** The ways notices leave the house by. */
  readonly channels: Channels
  readonly notices: Notices
  readonly standards: Standards
  readonly signals: Signals
  readonly files: FileStore
  /** Seals what must be kept but never shown: passwords of gateways, keys of applications. */
  readonly secrets: Vault
  /** Signs what leaves the house, so that others may know it for ours. */
  readonly signer: Signer
  readonly exportRules: ExportRules
  readonly word: WordOf
  readonly told: TellOf
  /** What must be handed over by whoever leaves, besides the rows of dated registers. */
  readonly responsibilities: readonly Responsibility[]
  readonly finders: readonly Finder[]
  /** The address printed on codes and sent in notices, without a slash at the end. */
  readonly publicUrl: string
  /** The outside reaches us by TLS. */
  readonly secure: boolean
  /** Turns true when everything is migrated, seeded and running. */
  readonly ready: () => boolean
}
