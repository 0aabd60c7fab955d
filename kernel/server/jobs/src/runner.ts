// The runner: keeps ticking and working until it is stopped.
import type { Clock } from '@houqin/clock'
import type { Db } from '@houqin/db'
import { workOnce } from './job.ts'
import type { Workers } from './job.ts'
import { runTick } from './tick.ts'
import type { Tick } from './tick.ts'

export interface Runner {
  /** Waits for what is under way, then ends. */
  stop(): Promise<void>
}

/** @param every milliseconds between two looks (500). @param failed told of an error; the runner goes on. @param resting while true nothing new is begun. */
export function startRunner({ db, clock, ticks, workers, failed, every = 500, resting = () => false }: {
  db: Db
  clock: Clock
  ticks: readonly Tick[]
  workers: Workers
  failed: (what: string, error: unknown) => void
  every?: number
  resting?: () => boolean
}): Runner {
  let stopping = false
  const wakes = new Set<() => void>()
  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer)
        wakes.delete(wake)
        resolve()
      }
      const timer = setTimeout(wake, every)
      wakes.add(wake)
    })
  const guard = async (what: string, look: () => Promise<boolean>): Promise<boolean> => {
    try {
      return await look()
    } catch (error) {
      if (!stopping) failed(what, error)
      return false
    }
  }
  const loop = async (name: string, look: () => Promise<boolean>): Promise<void> => {
    while (!stopping) if ((resting() || !(await guard(name, look))) && !stopping) await pause()
  }
  const running = [
    // each tick on its own: a slow one must not hold up the sealing of the audit
    ...ticks.map((tick) => loop(tick.name, async () => (await runTick(db, clock, tick), false))),
    loop('jobs', () => workOnce(db, clock, workers)),
  ]
  return {
    async stop() {
      stopping = true
      for (const wake of wakes) wake()
      await Promise.all(running)
    },
  }
}
