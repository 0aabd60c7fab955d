// Notices 通知: heard from what happened, read by whom they concern.
import type { Actor } from '@houqin/access'
import type { Db, Tx } from '@houqin/db'
import type { Tick } from '@houqin/jobs'
import { sql } from 'kysely'
import { tellOfAccounts } from './account-news.ts'
import type { Desk } from './desk.ts'
import { hear } from './hear.ts'
import { listNotices, readNotice, readNotices } from './list.ts'
import type { NoticeList, NoticeQuery } from './list.ts'
import { tellOfOpenMatters } from './open-matters.ts'

export interface Notices {
  list(db: Db | Tx, actor: Actor, query?: NoticeQuery): Promise<NoticeList>
  /** @throws Problem not-found. */
  read(tx: Tx, actor: Actor, id: string): Promise<void>
  /** @param path of the page he looks at; everything when left out. */
  readAll(tx: Tx, actor: Actor, path?: string): Promise<{ readonly read: number }>
  /** Tells of what waits already, where notices are new. */
  tellOfOpenMatters(tx: Tx, given: { since: Date }): Promise<number>
  /** What is to be done by the clock. */
  readonly ticks: readonly Tick[]
}

const second = 1000
const day = 24 * 3600 * second
/** A year is long enough to look for what one was told. */
const keptDays = 365

export function createNotices(desk: Desk): Notices {
  return Object.freeze<Notices>({
    list: (db, actor, query = {}) => listNotices(db, actor, query),
    read: (tx, actor, id) => readNotice(tx, desk, { actor, id }),
    readAll: (tx, actor, path) => readNotices(tx, desk, { actor, path }),
    tellOfOpenMatters: (tx, given) => tellOfOpenMatters(tx, desk, given),
    ticks: [
      { name: 'notice.hear', every: second / 2, run: (db) => hear(db, desk) },
      { name: 'notice.accounts', every: 5 * second, run: (db) => tellOfAccounts(db, desk) },
      { name: 'notice.sweep', every: day, run: (db) => sql`delete from notice.notice where at < ${new Date(desk.clock.now().getTime() - keptDays * day)}`.execute(db) },
    ],
  })
}
