// The world lives on 演示世界继续: whatever no day has been told of yet is told, day by day, by the parts of the house.
import { localDate, addDays, instantOf } from '@houqin/clock'
import type { Clock } from '@houqin/clock'
import type { Lives, ServerPart } from '@houqin/compose'
import { transaction } from '@houqin/db'
import type { Db } from '@houqin/db'
import type { System } from '@houqin/http'
import { enqueue } from '@houqin/jobs'
import type { Tick, Workers } from '@houqin/jobs'
import { sql } from 'kysely'

const minute = 60_000
/** More than this is caught up with as a job that people see; less is lived in passing. */
const longest = 6 * 60 * minute
const shortest = 10 * minute
const kind = 'demonstration.continue'
/** They would take the days nobody has lived for days on which nobody worked. */
const judging: ReadonlySet<string> = new Set(['matter.overdue', 'due.settle', 'due.warn', 'service-desk.close-unanswered', 'goals.end-surveys'])

export interface LivingWorld {
  readonly tick: Tick
  readonly workers: Workers
  /** A tick that judges by deadlines waits until the world has arrived in the present. */
  readonly held: (tick: Tick) => Tick
  /** What is under way is broken off after its day, and goes on at the next start. */
  stop(): void
}

/** Only where there is a world: in a bureau's own database nothing is ever due here. @param at the same house by another clock. */
export function livingWorld({ system, parts, at }: { system: System; parts: readonly ServerPart[]; at: (clock: Clock) => Promise<System> }): LivingWorld {
  let stopping = false
  const lived = parts.flatMap(({ subsystem, demo }) => (demo?.lives ? [{ part: subsystem.id, lives: demo.lives }] : []))
  const present = (): Date => system.clock.now()
  const behind = async (): Promise<number> => {
    const { rows: [world] } = await sql<{ until: Date | null }>`select min(until) as until from world.lived where part = any(${lived.map(({ part }) => part)}::text[])`.execute(system.db)
    return world?.until == null ? 0 : present().getTime() - world.until.getTime()
  }
  return Object.freeze<LivingWorld>({
    tick: {
      name: 'world.continue',
      every: minute,
      async run() {
        const gap = await behind()
        if (gap < shortest || (await isLoading(system.db))) return
        if (gap > longest) await enqueue(system.db, system.clock, { kind, title: '演示世界：补上没有人在的这些天' })
        else await liveOn({ system, lived, at, until: present(), live: true, stopped: () => stopping })
      },
    },
    workers: {
      [kind]: ({ progress }) => liveOn({ system, lived, at, until: present(), live: false, stopped: () => stopping, progress }),
    },
    held: (tick) => (judging.has(tick.name) ? { ...tick, run: async (db: Db) => ((await behind()) > longest ? undefined : tick.run(db)) } : tick),
    stop() {
      stopping = true
    },
  })
}

/** Its base or history is still on the way, or it is being continued already. */
async function isLoading(db: Db): Promise<boolean> {
  const { rows } = await sql`select from job.job where state in ('queued', 'running') and kind like 'demonstration.%' limit 1`.execute(db)
  return rows.length > 0
}

interface Run {
  readonly system: System
  readonly lived: readonly { readonly part: string; readonly lives: Lives }[]
  readonly at: (clock: Clock) => Promise<System>
  readonly until: Date
  readonly live: boolean
  readonly stopped: () => boolean
  readonly progress?: (done: number, of?: number) => Promise<void>
}
/** Stretch by stretch, a day at most, all parts up to the same hour before the next. @returns how many stretches of the parts. */
export async function liveOn({ system, lived, at, until, live, stopped, progress }: Run): Promise<{ stretches: number }> {
  const { db } = system
  const { rows: [world] } = await sql<{ opened_at: Date }>`select opened_at from world.world`.execute(db)
  if (!world) return { stretches: 0 }
  let instant = until
  const clock: Clock = Object.freeze({ now: () => instant, today: () => localDate(instant) })
  const there = await at(clock)
  const kept = new Map<string, unknown>()
  const { rows } = await sql<{ part: string; until: Date }>`select part, until from world.lived`.execute(db)
  const reached = new Map(rows.map((row) => [row.part, row.until]))
  const begins = Math.min(...lived.map(({ part }) => (reached.get(part) ?? until).getTime()))
  const ends = endsBetween(new Date(begins), until)
  let stretches = 0
  for (const [place, to] of ends.entries())
    for (const [turn, { part, lives }] of lived.entries()) {
      const from = reached.get(part)
      if (stopped()) return { stretches }
      if (from === undefined || from >= to) continue
      const living = {
        system: there, openedAt: world.opened_at, from, to, present: until, live,
        turn: (next: Date) => void (instant = next),
        kept: <T>(key: string, make: () => T): T => {
          if (!kept.has(key)) kept.set(key, make())
          return kept.get(key) as T // what the same key made before
        },
      }
      await lives.moveOn?.(living)
      await transaction(db, async (tx) => {
        // whoever is late finds that the stretch has been lived
        const { rows: mine } = await sql`update world.lived set until = ${to} where part = ${part} and until = ${from} returning part`.execute(tx)
        instant = to
        if (mine.length > 0) await lives.bring?.({ ...living, tx })
      })
      reached.set(part, to)
      stretches += 1
      await progress?.(place * lived.length + turn + 1, ends.length * lived.length)
    }
  return { stretches }
}

/** Every midnight in Asia/Shanghai on the way, and the end. */
function endsBetween(from: Date, until: Date): Date[] {
  const ends: Date[] = []
  for (let day = addDays(localDate(from), 1); instantOf({ date: day }) < until; day = addDays(day, 1)) ends.push(instantOf({ date: day }))
  return [...ends, until]
}
