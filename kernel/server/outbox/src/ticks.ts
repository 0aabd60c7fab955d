// The outbox at work 发件: every topic on its own, so that a gateway that hangs holds up nobody but its own.
import type { Clock } from '@houqin/clock'
import type { Tick } from '@houqin/jobs'
import { deliver } from './deliver.ts'
import type { Handler } from './deliver.ts'

const second = 1000

/** @param handlers by topic. */
export function outboxTicks(clock: Clock, handlers: Readonly<Record<string, Handler>>): readonly Tick[] {
  return Object.entries(handlers).map(([topic, handler]) => ({ name: `outbox.${topic}`, every: second, run: (db) => deliver(db, clock, { topic, handler }) }))
}
