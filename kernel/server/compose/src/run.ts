// The running system: what must be done once at every start, then the ticks and the jobs.
import type { System } from '@houqin/http'
import { startRunner } from '@houqin/jobs'
import type { Runner, Tick, Workers } from '@houqin/jobs'
import type { ServerPart } from './part.ts'
import { kernelTicks } from './ticks.ts'

export interface RunningSystem {
  stop(): Promise<void>
}

/** Brings declared roles and figures into the database, then keeps looking for what is due. Call after the migrations. */
export async function runSystem(
  system: System,
  parts: readonly ServerPart[],
  own: { readonly ticks: readonly Tick[]; readonly workers: Workers },
): Promise<RunningSystem> {
  await system.access.declareRoles(system.db)
  await system.db.transaction().execute((tx) => system.standards.sync(tx))
  await system.signals.housekeep(system.db)
  const runner: Runner = startRunner({
    db: system.db,
    clock: system.clock,
    ticks: [...kernelTicks(system), ...own.ticks, ...parts.flatMap(({ ticks }) => ticks?.(system) ?? [])],
    workers: Object.assign({}, own.workers, ...parts.map(({ workers }) => workers?.(system) ?? {})),
    failed: (what, error) => system.log.error({ err: error }, `${what} failed`),
  })
  return { stop: () => runner.stop() }
}
