// The desk of access: sessions, accounts, grants and set-up of one running system.
import { createCallers } from '@houqin/callers'
import type { Clock } from '@houqin/clock'
import type { Db, Tx } from '@houqin/db'
import type { Catalogue } from '@houqin/define'
import { createHashing } from '@houqin/password'
import type { Hashing } from '@houqin/password'
import { sql } from 'kysely'
import { createAccounts } from './accounts.ts'
import { forgottenBefore } from './attempts.ts'
import { createGrants, declareRoles } from './grants.ts'
import { tellTurnedGrants } from './rights-told.ts'
import { createSessions } from './sessions.ts'
import { officeSettings } from './settings.ts'
import type { AccessSettings } from './settings.ts'
import { completeSetup } from './setup.ts'
import type { Administrator } from './setup.ts'

export type Access = ReturnType<typeof createAccess>

const sessionsKeptMs = 30 * 86_400_000

/** @param settings what differs from the office's. @param hashing one for the whole process: it bounds what runs at once. */
export function createAccess({ catalogue, clock, settings, hashing = createHashing() }: {
  catalogue: Catalogue
  clock: Clock
  settings?: Partial<AccessSettings>
  hashing?: Hashing
}) {
  const chosen = Object.freeze({ ...officeSettings, ...settings })
  const callers = createCallers({ catalogue, clock, settings: chosen })
  const house = Object.freeze({ catalogue, clock, hashing, callers, settings: chosen })
  const accounts = createAccounts(house)
  const grants = createGrants(house)
  return Object.freeze({
    sessions: createSessions(house),
    accounts,
    grants,
    /** See `openSetup` for the token. @throws Problem `gone`, `bad-input`. */
    completeSetup: (tx: Tx, given: { token: string; administrators: readonly Administrator[]; ip: string }) =>
      completeSetup(tx, { ...given, clock, accounts, grants }),
    /** Tells the database which roles exclude each other; once at every start, after the migrations. */
    declareRoles: (db: Db) => db.transaction().execute((tx) => declareRoles(tx, catalogue)),
    /** Whoever was read within the last minute is recalled from now on. At every start, after the migrations. */
    watchRights: (db: Db) => callers.watch(db),
    /** Tells open consoles whose grants began or ended with the day. A tick. */
    turnDay: (db: Db) => tellTurnedGrants(db, clock),
    /** Removes what no longer says anything: forgotten failures, sessions over for 30 days. A job for the night. */
    sweep: async (db: Db) => {
      await sql`delete from access.attempt where last_at < ${forgottenBefore(house)}`.execute(db)
      await sql`delete from access.session where expires_at < ${new Date(clock.now().getTime() - sessionsKeptMs)}`.execute(db)
    },
  })
}
