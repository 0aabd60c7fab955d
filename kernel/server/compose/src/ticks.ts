// What the kernel looks after by itself: sealing the audit, deadlines, partitions, sweeping.
import { sealOnce } from '@houqin/audit'
import { settleExpiries, warnOfExpiries } from '@houqin/due'
import { sweepEvents } from '@houqin/events'
import { sweepFiles } from '@houqin/files'
import { makeAnew } from '@houqin/find'
import type { System } from '@houqin/http'
import { forgetAnswers } from '@houqin/http'
import type { Tick } from '@houqin/jobs'
import { sweepDeliveries } from '@houqin/outbox'
import { sweepIdentity } from '@houqin/unified-identity'

const second = 1000
const hour = 3600 * second
const day = 24 * hour

export function kernelTicks(system: System): readonly Tick[] {
  const { clock, db, files } = system
  // what was declared otherwise before an upgrade; nothing can become so while the house runs
  let isMade = false
  const ago = (ms: number): Date => new Date(clock.now().getTime() - ms)
  return [
    // twice a second, so that what is committed is sealed within one
    { name: 'audit.seal', every: second / 2, run: () => sealOnce(db, clock) },
    { name: 'matter.overdue', every: 30 * second, run: () => system.matters.tick(db) },
    { name: 'due.settle', every: hour, run: () => settleExpiries(system) },
    { name: 'due.warn', every: 60 * second, run: () => warnOfExpiries(system) },
    { name: 'signal.housekeep', every: hour, run: () => system.signals.housekeep(db) },
    { name: 'access.turn', every: 10 * second, run: () => system.access.turnDay(db) },
    { name: 'access.sweep', every: day, run: () => system.access.sweep(db) },
    { name: 'identity.sweep', every: hour, run: () => sweepIdentity(db, clock) },
    { name: 'events.sweep', every: hour, run: () => sweepEvents(db, { before: ago(3 * day) }) },
    { name: 'files.sweep', every: day, run: () => sweepFiles(db, files, { before: ago(2 * day), at: clock.now() }) },
    { name: 'channel.sweep', every: day, run: () => system.channels.sweep(db) },
    { name: 'find.words', every: 5 * second, run: async () => { isMade ||= !(await makeAnew(db, system.catalogue)) } },
    ...system.notices.ticks,
    { name: 'outbox.sweep', every: day, run: () => sweepDeliveries(db, { before: ago(30 * day) }) },
    { name: 'http.forget', every: hour, run: () => forgetAnswers(db, ago(2 * day)) },
  ]
}
