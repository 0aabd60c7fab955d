// Notices 通知: heard from what happened, read by whom they concern.
import type { Actor } from '@houqin/access'
import type { Db, Tx } from '@houqin/db'
import type { Tick } from '@houqin/jobs'
import { addGroup, listGroups, removeGroup } from '@houqin/notice-groups'
import type { GroupNoticeKind, GroupRule } from '@houqin/notice-groups'
import { outboxTicks } from '@houqin/outbox'
import type { DeadRow, GroupList, NoticeMeasure, NoticeMeasureRow, NoticePage, Page, PreferenceAnswer, TemplateRow, Wording } from '@houqin/wire'
import { sql } from 'kysely'
import { tellOfAccounts } from './account-news.ts'
import { handlerOf, topicOf } from './channel.ts'
import type { WaysOut } from './channel.ts'
import { listDead, sendAgain } from './dead-letters.ts'
import { groupDesk } from './desk.ts'
import type { Desk } from './desk.ts'
import { sendDigests } from './digest.ts'
import { sendOut } from './going-out.ts'
import { hear } from './hear.ts'
import { listNotices, readNotice, readNotices } from './list.ts'
import type { NoticeQuery } from './list.ts'
import { tellOfOpenMatters } from './open-matters.ts'
import { keepMeasure, readMeasure } from './measure.ts'
import { keepPreference, preferenceFor } from './preferences.ts'
import type { Chosen } from './preferences.ts'
import { askSecond, settleSecond } from './second-look.ts'
import type { SecondLook } from './second-look.ts'
import { dropTemplate, keepTemplate, listTemplates } from './templates.ts'

export interface Notices {
  list(db: Db | Tx, actor: Actor, query?: NoticeQuery): Promise<NoticePage<Date>>
  /** @throws Problem not-found. */
  read(tx: Tx, actor: Actor, id: string): Promise<void>
  /** @param path of the page he looks at; everything when left out. */
  readAll(tx: Tx, actor: Actor, path?: string): Promise<{ readonly read: number }>
  /** With the kinds and the ways there are to choose from. */
  preference(db: Db | Tx, actor: Actor): Promise<PreferenceAnswer>
  /** @param version 0 until he has chosen anything. @throws Problem not-allowed, bad-input, stale-version. */
  keepPreference(tx: Tx, actor: Actor, given: Chosen, version: number): Promise<PreferenceAnswer>
  /** For the system administrator. @throws Problem not-allowed; of the changes also not-found, bad-input, stale-version. */
  readonly templates: {
    list(db: Db | Tx, actor: Actor): Promise<{ readonly rows: readonly TemplateRow<Date>[] }>
    keep(tx: Tx, actor: Actor, kind: string, words: Wording, version: number): Promise<TemplateRow<Date>>
    drop(tx: Tx, actor: Actor, kind: string, version: number): Promise<TemplateRow<Date>>
  }
  /** How much goes out and how soon further, for the system administrator. @throws Problem not-allowed; of the change also bad-input, stale-version. */
  readonly measure: {
    read(db: Db | Tx, actor: Actor): Promise<NoticeMeasureRow<Date>>
    keep(tx: Tx, actor: Actor, given: NoticeMeasure, version: number): Promise<NoticeMeasureRow<Date>>
  }
  /** What the robots of groups are told, for the system administrator. @throws Problem not-allowed; of the changes also bad-input, conflict, not-found. */
  readonly groups: {
    list(db: Db | Tx, actor: Actor): Promise<GroupList<Date, GroupNoticeKind>>
    add(tx: Tx, actor: Actor, rule: GroupRule): Promise<GroupList<Date, GroupNoticeKind>>
    remove(tx: Tx, actor: Actor, id: string): Promise<void>
  }
  /** For the system administrator. @throws Problem not-allowed. */
  readonly dead: {
    list(db: Db | Tx, actor: Actor, page: { after?: string | undefined; limit?: number | undefined }): Promise<Page<DeadRow<Date>>>
    sendAgain(tx: Tx, actor: Actor, ids: readonly string[]): Promise<{ readonly sent: number }>
  }
  /** For what takes effect once another than its author confirms it: told to those who may, and settled once it is answered. */
  readonly second: {
    ask(tx: Tx, look: SecondLook): Promise<readonly string[]>
    settle(tx: Tx, key: string): Promise<void>
  }
  /** Tells of what waits already, where notices are new. */
  tellOfOpenMatters(tx: Tx, given: { since: Date }): Promise<number>
  /** What is to be done by the clock. */
  readonly ticks: readonly Tick[]
}

const second = 1000
const day = 24 * 3600 * second
/** A year is long enough to look for what one was told. */
const keptDays = 365

/** A house that has set up no way out tells in the console alone. */
const noWays: WaysOut = Object.freeze({ all: [], addressesOf: () => Promise.resolve(new Map()), robots: () => Promise.resolve([]) })

export function createNotices({ ways = noWays, ...given }: Omit<Desk, 'ways'> & { readonly ways?: WaysOut }): Notices {
  const desk: Desk = Object.freeze({ ...given, ways })
  return Object.freeze<Notices>({
    list: (db, actor, query = {}) => listNotices(db, actor, query),
    read: (tx, actor, id) => readNotice(tx, desk, { actor, id }),
    readAll: (tx, actor, path) => readNotices(tx, desk, { actor, path }),
    preference: (db, actor) => preferenceFor(db, desk, actor),
    keepPreference: async (tx, actor, given, version) => {
      await keepPreference(tx, desk, { actor, given, version })
      return preferenceFor(tx, desk, actor)
    },
    templates: {
      list: (db, actor) => listTemplates(db, actor),
      keep: (tx, actor, kind, words, version) => keepTemplate(tx, desk, { actor, kind, words, version }),
      drop: (tx, actor, kind, version) => dropTemplate(tx, desk, { actor, kind, version }),
    },
    measure: {
      read: (db, actor) => readMeasure(db, actor),
      keep: (tx, actor, given, version) => keepMeasure(tx, desk, { actor, given, version }),
    },
    groups: {
      list: (db, actor) => listGroups(db, groupDesk(desk), actor),
      add: async (tx, actor, rule) => {
        await addGroup(tx, groupDesk(desk), { actor, rule })
        return listGroups(tx, groupDesk(desk), actor)
      },
      remove: (tx, actor, id) => removeGroup(tx, groupDesk(desk), { actor, id }),
    },
    dead: {
      list: (db, actor, page) => listDead(db, actor, page),
      sendAgain: (tx, actor, ids) => sendAgain(tx, desk, { actor, ids }),
    },
    second: { ask: (tx, look) => askSecond(tx, desk, look), settle: (tx, key) => settleSecond(tx, desk, key) },
    tellOfOpenMatters: (tx, given) => tellOfOpenMatters(tx, desk, given),
    ticks: [
      { name: 'notice.hear', every: second / 2, run: (db) => hear(db, desk) },
      { name: 'notice.accounts', every: 5 * second, run: (db) => tellOfAccounts(db, desk) },
      { name: 'notice.out', every: 2 * second, run: (db) => sendOut(db, desk) },
      { name: 'notice.digest', every: 30 * second, run: (db) => sendDigests(db, desk) },
      ...outboxTicks(desk.clock, Object.fromEntries(desk.ways.all.map((channel) => [topicOf(channel.kind), handlerOf(channel)]))),
      { name: 'notice.sweep', every: day, run: (db) => sql`delete from notice.notice where at < ${new Date(desk.clock.now().getTime() - keptDays * day)}`.execute(db) },
    ],
  })
}
