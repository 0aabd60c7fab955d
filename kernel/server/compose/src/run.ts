// The running system: what must be done once at every start, then the ticks and the jobs.
import type { System } from '@houqin/http'
import { createFileImports } from '@houqin/file-imports'
import { noteEmpty } from '@houqin/find'
import { createImports } from '@houqin/imports'
import { startRunner } from '@houqin/jobs'
import type { Runner, Tick, Workers } from '@houqin/jobs'
import type { ServerPart } from './part.ts'
import { kernelTicks } from './ticks.ts'

export interface RunningSystem {
  stop(): Promise<void>
}
/** What looks for what is due, and what does long work. */
export interface Chores {
  readonly ticks: readonly Tick[]
  readonly workers: Workers
}

/** Brings declared roles and figures into the database. Call after the migrations, at every start. */
export async function settleIn(system: System): Promise<void> {
  await system.access.declareRoles(system.db)
  await system.access.watchRights(system.db)
  await system.db.transaction().execute((tx) => system.standards.sync(tx))
  await system.signals.housekeep(system.db)
  await noteEmpty(system.db, system.catalogue)
}

/** The chores of the kernel and of every part, in the order of the parts. */
export function choresOf(system: System, parts: readonly ServerPart[]): Chores {
  return {
    ticks: [...kernelTicks(system), ...parts.flatMap(({ ticks }) => ticks?.(system) ?? [])],
    workers: Object.assign({}, createImports(system).workers, createFileImports(system).workers, ...parts.map(({ workers }) => workers?.(system) ?? {})),
  }
}

/**
 * Settles in, then keeps looking for what is due, unless it is `resting`.
 * @param own `held` may have a tick of the house wait for something.
 */
export async function runSystem(system: System, parts: readonly ServerPart[], own: Chores & { readonly resting?: () => boolean; readonly held?: (tick: Tick) => Tick }): Promise<RunningSystem> {
  await settleIn(system)
  const { ticks, workers } = choresOf(system, parts)
  const { held = (tick) => tick } = own
  const runner: Runner = startRunner({
    db: system.db,
    clock: system.clock,
    ticks: [...ticks.map(held), ...own.ticks],
    workers: { ...own.workers, ...workers },
    ...(own.resting && { resting: own.resting }),
    failed: (what, error) => system.log.error({ err: error }, `${what} failed`),
  })
  return { stop: () => runner.stop() }
}
