// The engine of signals 感知: readings in, the latest and the course out, alarms raised and cleared on the way.
import { mayReach, holds } from '@houqin/access'
import type { Actor } from '@houqin/access'
import type { Clock } from '@houqin/clock'
import type { Db, Tx } from '@houqin/db'
import { gateway } from '@houqin/define'
import type { Catalogue, Signal } from '@houqin/define'
import { Problem, say } from '@houqin/problem'
import type { WireAlarm } from '@houqin/wire'
import { acknowledge, listAlarms } from './alarms.ts'
import type { AlarmQuery } from './alarms.ts'
import { figuresReader, judgePast, judgeReading } from './alarm.ts'
import type { OnAlarm } from './alarm.ts'
import { checkReadings } from './reading.ts'
import type { CheckedReading, GivenReading, Refusal } from './reading.ts'
import { latest, series } from './series.ts'
import type { SeriesRow } from './series.ts'
import { ensureMonths, forgetReadings, storeReadings } from './store.ts'

export interface Ingested {
  readonly accepted: number
  readonly duplicates: number
  readonly refused: readonly { index: number; says: string }[]
}
export interface Signals {
  /** @throws Problem not-found. */
  find(id: string): Signal
  /** Stores each (device, sequence) once and moves alarms on; the caller answers after the commit. */
  ingest(tx: Tx, actor: Actor, readings: readonly GivenReading[]): Promise<Ingested>
  latest(db: Db | Tx, actor: Actor, signal: Signal, subject?: string): Promise<{ rows: unknown[] }>
  series(db: Db | Tx, actor: Actor, signal: Signal, window: { subject: string; from: Date; to: Date; step: number }): Promise<{ rows: readonly SeriesRow[] }>
  alarms(db: Db | Tx, actor: Actor, query: AlarmQuery): Promise<{ rows: WireAlarm<Date>[]; total: number }>
  acknowledge(tx: Tx, actor: Actor, id: string, comment?: string): Promise<WireAlarm<Date>>
  /** Makes the partitions of the coming weeks and forgets what is older than its signal keeps. */
  housekeep(db: Db): Promise<void>
}

export function createSignals({ catalogue, clock, onAlarm }: { catalogue: Catalogue; clock: Clock; onAlarm: readonly OnAlarm[] }): Signals {
  return Object.freeze<Signals>({
    find(id) {
      const signal = catalogue.signals.get(id)
      if (signal) return signal
      throw new Problem('not-found', say(`没有名为“${id}”的感知量。`, `There is no signal called “${id}”.`))
    },
    async ingest(tx, actor, readings) {
      const receivedAt = clock.now()
      const { checked, refused } = await checkReadings(tx, { catalogue, readings, now: receivedAt })
      const { allowed, denied } = mine(actor, checked)
      const { accepted, news, past } = await storeReadings(tx, allowed, receivedAt)
      const figuresOf = figuresReader(tx)
      // what was buffered on the way is kept, and neither raises nor clears
      for (const reading of news) await judgeReading(tx, { reading, receivedAt }, { figuresOf, clock, actor, onAlarm })
      for (const reading of past) await judgePast(tx, { reading, receivedAt }, { figuresOf, clock, actor, onAlarm })
      return {
        accepted,
        duplicates: allowed.length - accepted,
        refused: [...refused, ...denied].sort((a, b) => a.index - b.index).map(({ index, says }) => ({ index, says: says[actor.locale] })),
      }
    },
    latest,
    series,
    alarms: (db, actor, query) => listAlarms(db, catalogue, actor, query),
    acknowledge: (tx, actor, id, comment) => acknowledge(tx, { catalogue, clock }, actor, id, comment),
    async housekeep(db) {
      await ensureMonths(db, clock)
      await forgetReadings(db, [...catalogue.signals.values()].map(({ id, keepRawDays }) => ({ signal: id, days: keepRawDays })), clock.now())
    },
  })
}

/** A gateway hands in everything; a person who answers for a place reads its thermometer by hand. */
function mine(actor: Actor, checked: readonly CheckedReading[]): { allowed: CheckedReading[]; denied: Refusal[] } {
  if (holds(actor.principal, [gateway])) return { allowed: [...checked], denied: [] }
  const allowed: CheckedReading[] = []
  const denied: Refusal[] = []
  for (const reading of checked)
    if (mayReach(actor.principal, reading.signal.access.acknowledge, reading.subject)) allowed.push(reading)
    else denied.push({ index: reading.index, says: say(`${reading.subject.name}不在您的管理范围内。`, `${reading.subject.name} is not yours to read.`) })
  return { allowed, denied }
}
