// The desk of approvals 审批: what the engine of matters asks, what the officer keeps, and who stands in for whom.
import { requireRole } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { addDeputy, addRoute, changeRoute, deputiesFor, routeList, routeRow, tryOut, whoDecides, withdrawDeputy } from '@houqin/approval-routes'
import type { Desk, Example, NewDeputy, RouteValues } from '@houqin/approval-routes'
import type { Db, Tx } from '@houqin/db'
import { approvalOfficer, auditor } from '@houqin/define'
import type { Approvals } from '@houqin/matter-records'
import { say } from '@houqin/problem'
import type { Locale } from '@houqin/problem'
import type { DeputyRow, RouteList, RouteRow, StuckRow, TriedRoute, WouldDecide } from '@houqin/wire'
import { sql } from 'kysely'
import { act } from './act.ts'
import { attend, due } from './attend.ts'
import { ownTask } from './own-task.ts'
import { press } from './press.ts'
import { readRoute } from './read-route.ts'
import { help, stuckRows } from './stuck.ts'

export interface ApprovalDesk extends Approvals {
  /** Who would decide such a step, for whoever may ask for it; with every range of amounts as long as the amount is not known. */
  whoDecides(db: Db | Tx, asked: Example & { readonly locale: Locale }): Promise<readonly WouldDecide[]>
  /** For officers; auditors read along. @throws Problem not-allowed, and of the changes also bad-input, conflict, stale-version. */
  readonly routes: {
    list(db: Db | Tx, actor: Actor): Promise<RouteList>
    add(tx: Tx, actor: Actor, given: RouteValues & { readonly route: string }): Promise<RouteRow>
    /** @param changes with the day from which they hold; today unless said. */
    change(tx: Tx, actor: Actor, id: string, changes: Partial<RouteValues>, version: number): Promise<RouteRow>
    tryOut(db: Db | Tx, actor: Actor, example: Example): Promise<TriedRoute>
    stuck(db: Db | Tx, actor: Actor): Promise<{ readonly rows: readonly StuckRow[] }>
  }
  readonly deputies: {
    list(db: Db | Tx, actor: Actor): Promise<{ readonly rows: readonly DeputyRow[] }>
    add(tx: Tx, actor: Actor, given: NewDeputy): Promise<DeputyRow>
    withdraw(tx: Tx, actor: Actor, id: string): Promise<void>
  }
}

export function createApprovals(desk: Desk): ApprovalDesk {
  const keeps = ({ principal }: Actor): void => requireRole(principal, { roles: [approvalOfficer], deed: say('维护审批路线', 'keep the routes of approval') })
  const reads = ({ principal }: Actor): void => requireRole(principal, { roles: [approvalOfficer, auditor], deed: say('查看审批路线', 'read the routes of approval') })
  return Object.freeze<ApprovalDesk>({
    press: (tx, at) => press(tx, desk, at),
    act: (tx, at) => act(tx, desk, at),
    help: (tx, at) => help(tx, desk, at),
    due: (db) => due(db, desk),
    attend: (tx, at) => attend(tx, desk, at),
    fail: async (tx, { matter, why }) => {
      await sql`update approval.instance set stuck = ${why} where matter = ${matter}::uuid and outcome = 'open'`.execute(tx)
    },
    ownTask,
    read: (db, at) => readRoute(db, desk, at),
    whoDecides: (db, { locale, ...asked }) => whoDecides(db, desk, { asked, locale }),
    routes: {
      list: async (db, actor) => {
        reads(actor)
        return routeList(db, desk)
      },
      add: async (tx, actor, { route, ...values }) => {
        keeps(actor)
        return routeRow(tx, desk, (await addRoute(tx, desk, { actor, route, values })).id)
      },
      change: async (tx, actor, id, changes, version) => {
        keeps(actor)
        return routeRow(tx, desk, (await changeRoute(tx, desk, { actor, id, changes, version })).id)
      },
      tryOut: async (db, actor, example) => {
        reads(actor)
        return tryOut(db, desk, { example, locale: actor.locale })
      },
      stuck: async (db, actor) => {
        reads(actor)
        return { rows: await stuckRows(db, desk, { locale: actor.locale }) }
      },
    },
    deputies: {
      list: async (db, actor) => ({ rows: await deputiesFor(db, desk, actor) }),
      add: (tx, actor, given) => addDeputy(tx, desk, { actor, given }),
      withdraw: (tx, actor, id) => withdrawDeputy(tx, desk, { actor, id }),
    },
  })
}
