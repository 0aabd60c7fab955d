// The engine of matters 事项引擎: asking, taking steps, reading, the inbox; every change inside the caller's transaction.
import type { Actor } from '@houqin/access'
import type { WorkingCalendar } from '@houqin/calendar'
import type { Clock } from '@houqin/clock'
import type { Db, Tx } from '@houqin/db'
import type { Catalogue, Matter } from '@houqin/define'
import { readListQuery } from '@houqin/listing'
import { pageOf, readMatter } from '@houqin/matter-pages'
import { asAccount, listMatters, loadMatter, matterOf, mayRead, readInbox, recordPast } from '@houqin/matter-records'
import type { Approvals, Inbox, InboxQuery, MatterList, MatterWire, PastMatter, Visitor } from '@houqin/matter-records'
import { Problem, say } from '@houqin/problem'
import type { Locale } from '@houqin/problem'
import type { Registers } from '@houqin/registers'
import type { Standards } from '@houqin/standards'
import type { CodedMatter, CodedThing } from '@houqin/wire'
import { readCoded, startCoded, stepCoded } from './by-code.ts'
import type { CodedAsking } from './by-code.ts'
import { addComment } from './comment.ts'
import type { CommentGiven } from './comment.ts'
import { attendApprovals, decide, helpApproval, isApproved, routeOf } from './decide.ts'
import type { Deed, Desk } from './desk.ts'
import type { Effects, StartGiven } from './effects.ts'
import { runEffects } from './engine.ts'
import { linkMatters } from './link.ts'
import { tick } from './overdue.ts'
import type { Ticked } from './overdue.ts'
import { startMatter } from './start.ts'
import { stepWithVersion } from './step-version.ts'
import type { VersionedStep } from './step-version.ts'

type Parameters = Readonly<Record<string, string | readonly string[] | undefined>>

/** Answers are in the shapes of the interface; refusals are Problems. */
export interface Matters {
  start(tx: Tx, actor: Actor, matter: Matter, given: StartGiven): Promise<MatterWire>
  step(tx: Tx, actor: Actor, matter: Matter, number: string, step: string, given: VersionedStep): Promise<MatterWire>
  /** Something done in the approval of a step. @param task the task's id, or the route's. */
  decide(tx: Tx, actor: Actor, matter: Matter, number: string, task: string, given: unknown): Promise<MatterWire>
  /** For the officer, who need not read the matter. */
  helpApproval(tx: Tx, actor: Actor, kind: string, number: string, given: unknown): Promise<void>
  comment(tx: Tx, actor: Actor, matter: Matter, number: string, given: CommentGiven): Promise<MatterWire>
  link(tx: Tx, actor: Actor, matter: Matter, number: string, given: { readonly kind: unknown; readonly to: unknown }): Promise<MatterWire>
  read(db: Db | Tx, actor: Actor, matter: Matter, number: string): Promise<MatterWire>
  /** @param parameters a query string as parsed: where.f, q, sort, limit, after, total. */
  list(db: Db | Tx, actor: Actor, matter: Matter, parameters?: Parameters): Promise<MatterList>
  inbox(db: Db | Tx, actor: Actor, query?: InboxQuery): Promise<Inbox>
  /** Whether somebody reads the matter with this id, and with it its files. */
  mayRead(db: Db | Tx, actor: Actor, matter: Matter, id: string): Promise<boolean>
  /** What is printed on the matter's sheet; the public page shows by it where the matter stands, and no more. */
  codeOf(db: Db | Tx, actor: Actor, matter: Matter, number: string): Promise<string>
  readByCode(db: Db | Tx, code: string, locale: Locale): Promise<CodedThing | CodedMatter>
  startByCode(tx: Tx, matter: Matter, code: string, given: CodedAsking): Promise<{ readonly number: string; readonly reporterCode: string }>
  stepByCode(tx: Tx, code: string, step: string, given: Visitor & { readonly comment?: string | undefined; readonly rating?: number | undefined }): Promise<CodedMatter>
  /** Matters that are over or under way elsewhere, with the timeline they had: for seeds and imports. */
  recordPast(tx: Tx, matter: Matter, past: readonly PastMatter[]): Promise<void>
  /** Claims what has passed its deadline since the last time. */
  tick(db: Db): Promise<Ticked>
}

export function createMatters({ catalogue, registers, standards, clock, calendar, effects, approvals }: {
  catalogue: Catalogue
  registers: Registers
  standards: Standards
  clock: Clock
  calendar: WorkingCalendar
  effects: readonly Effects[]
  approvals?: Approvals
}): Matters {
  const desk: Desk = Object.freeze({
    catalogue, clock, calendar, standards, ...(approvals && { approvals }),
    follow: (tx: Tx, deed: Deed): Promise<void> => runEffects(tx, desk, { effects, deed }),
  })
  const read = async (db: Db | Tx, actor: Actor, matter: Matter, number: string): Promise<MatterWire> => {
    const page = await readMatter(db, desk, { caller: asAccount(actor), matter, number })
    const route = await routeOf(db, desk, { caller: asAccount(actor), matter, number })
    return route ? { ...page, route } : page
  }
  return Object.freeze<Matters>({
    start: async (tx, actor, matter, given) => {
      const { number } = await startMatter(tx, desk, { caller: asAccount(actor), matter, given })
      return read(tx, actor, matter, number)
    },
    step: async (tx, actor, matter, number, step, given) => {
      const caller = asAccount(actor)
      const page = await stepWithVersion(tx, desk, { caller, matter, number, step, given })
      return page === undefined || isApproved(matter) ? read(tx, actor, matter, number) : pageOf(tx, desk, { caller, matter, page })
    },
    decide: async (tx, actor, matter, number, task, given) => {
      await decide(tx, desk, { caller: asAccount(actor), matter, number, task, given })
      return read(tx, actor, matter, number)
    },
    helpApproval: (tx, actor, kind, number, given) => helpApproval(tx, desk, { caller: asAccount(actor), matter: matterOf(catalogue, kind), number, given }),
    comment: async (tx, actor, matter, number, given) => {
      await addComment(tx, desk, { caller: asAccount(actor), matter, number, given })
      return read(tx, actor, matter, number)
    },
    link: async (tx, actor, matter, number, { kind, to }) => {
      await linkMatters(tx, desk, { caller: asAccount(actor), matter, number, kind, to })
      return read(tx, actor, matter, number)
    },
    read,
    list: (db, actor, matter, parameters = {}) => listMatters(db, desk, { actor, matter, query: listQuery(parameters) }),
    inbox: (db, actor, query = {}) => readInbox(db, desk, { actor, query }),
    mayRead: async (db, actor, matter, id) => {
      const stored = await loadMatter(db, { matter, where: { id }, actor })
      return stored !== undefined && mayRead(actor, matter, stored)
    },
    codeOf: async (db, actor, matter, number) => (await read(db, actor, matter, number)).code,
    readByCode: (db, code, locale) => readCoded(db, desk, { registers, code, locale }),
    startByCode: (tx, matter, code, given) => startCoded(tx, desk, { registers, matter, code, given }),
    stepByCode: (tx, code, step, given) => stepCoded(tx, desk, { code, step, given }),
    recordPast: (tx, matter, past) => recordPast(tx, desk, { matter, past }),
    tick: async (db) => {
      const failed = await attendApprovals(db, desk)
      const ticked = await tick(db, desk)
      return { ...ticked, failed: [...failed, ...ticked.failed] }
    },
  })
}

/** Matters are neither dated nor retired. */
function listQuery(parameters: Parameters): ReturnType<typeof readListQuery> {
  const query = readListQuery(parameters)
  if (query.asOf === undefined && query.retired === undefined) return query
  throw new Problem('bad-request', say('事项列表没有参数 asOf 和 retired。', 'Lists of matters know neither asOf nor retired.'))
}
