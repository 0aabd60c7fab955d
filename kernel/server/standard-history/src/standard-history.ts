// The engine of the history: what is due to be run, and what the runs have found.
import type { Actor } from '@houqin/access'
import { addDays, localTime } from '@houqin/clock'
import type { Clock } from '@houqin/clock'
import type { Db, Tx } from '@houqin/db'
import type { AnyStandard, Catalogue } from '@houqin/define'
import type { Standards } from '@houqin/standards'
import type { StandingCount, WireBreaches } from '@houqin/wire'
import { readBreaches, standingCounts } from './read-breaches.ts'
import { nextDay, runDay } from './run-day.ts'
import type { RunResult } from './run-day.ts'

export interface StandardHistory {
  /**
   * Runs every day whose turn has come, of every standard with a ledger, in order of days; the first time it goes back
   * over the days before, as the dated rows tell them. Ends early after `forMilliseconds`, the rest waits for the next call.
   */
  tick(db: Db, options?: { forMilliseconds?: number }): Promise<readonly (RunResult & { readonly standard: string })[]>
  /** @throws Problem not-found. */
  breaches(db: Db | Tx, actor: Actor, id: string, asked?: { open?: boolean; subjects?: readonly string[] }): Promise<WireBreaches>
  /** How many stand in breach within the reader's reach, of every standard with a ledger. */
  counts(db: Db | Tx, actor: Actor): Promise<ReadonlyMap<string, StandingCount>>
}

/** How many days before the first run are told from dated rows. */
const daysBack = 90
/** A day is run once the night has begun to pass: what was entered up to midnight is in. */
const runsFrom = '01:00'

export function createStandardHistory({ catalogue, standards, clock }: { catalogue: Catalogue; standards: Standards; clock: Clock }): StandardHistory {
  const walked: readonly AnyStandard[] = [...catalogue.standards.values()].filter(({ ledger }) => ledger !== undefined)
  const lastDue = (): string => (localTime(clock.now()) < runsFrom ? addDays(clock.today(), -1) : clock.today())
  return Object.freeze<StandardHistory>({
    async tick(db, { forMilliseconds = Number.POSITIVE_INFINITY } = {}) {
      const until = lastDue()
      const began = performance.now()
      const done: (RunResult & { standard: string })[] = []
      for (const standard of walked)
        for (;;) {
          if (performance.now() - began > forMilliseconds) return done
          const day = await nextDay(db, { standard, first: addDays(until, -daysBack), until })
          if (day === undefined) break
          const result = await runDay(db, { standard, day, clock })
          if (result) done.push({ standard: standard.id, ...result })
        }
      return done
    },
    breaches: async (db, actor, id, asked = {}) => readBreaches(db, { standard: standards.find(id), actor, catalogue, ...asked }),
    counts: (db, actor) => standingCounts(db, { actor, standards: walked, until: lastDue() }),
  })
}
