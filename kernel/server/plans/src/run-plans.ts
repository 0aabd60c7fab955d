// 按计划办: what has come due is made, each day of each plan once, in a transaction of its own; several processes share the plans.
import { addDays } from '@houqin/clock'
import type { WorkingCalendar } from '@houqin/calendar'
import { transaction } from '@houqin/db'
import type { Tx } from '@houqin/db'
import type { System } from '@houqin/http'
import { Problem } from '@houqin/problem'
import { sql } from 'kysely'
import type { PlanKind, StoredPlan } from './kind.ts'
import { daysOf } from './rule.ts'

export interface PlanDesk {
  readonly system: System
  readonly kinds: readonly PlanKind[]
  readonly calendar: WorkingCalendar
}
/** A plan as PostgreSQL keeps it, of the table `p`. */
export const planColumns = sql`
  p.id, p.kind, p.title, p.rule, p.starts::text as starts, p.ends::text as ends, p.missed, p.site, p.input,
  p.seen_until::text as "seenUntil", p.turn, p.version, p.stopped_at as "stoppedAt"`

/** @returns how many days were made. */
export async function runPlans(desk: PlanDesk): Promise<number> {
  let made = 0
  for (const kind of desk.kinds) {
    for (;;) {
      const done = await transaction(desk.system.db, (tx) => runOne(tx, desk, kind))
      if (done === undefined) break
      made += done
    }
  }
  return made
}

async function runOne(tx: Tx, desk: PlanDesk, kind: PlanKind): Promise<number | undefined> {
  const today = desk.system.clock.today()
  const until = addDays(today, kind.ahead)
  const { rows: [plan] } = await sql<StoredPlan>`
    select ${planColumns} from plan.plan p
    where p.kind = ${kind.id} and p.stopped_at is null and p.seen_until < ${until}::date and p.starts <= ${until}::date
      and (p.ends is null or p.ends > p.seen_until)
    order by p.id limit 1 for update skip locked`.execute(tx)
  if (plan === undefined) return undefined
  const days = daysOf(plan.rule, plan, { calendar: desk.calendar, after: plan.seenUntil, until })
  const past = days.filter((day) => day < today)
  const skipped = new Set(plan.missed === 'each' ? [] : plan.missed === 'skip' ? past : past.slice(0, -1))
  let turn = plan.turn
  let made = 0
  for (const day of days) {
    if (skipped.has(day)) await note(tx, desk, { plan: plan.id, day, outcome: 'skipped', made: null, problem: null })
    else {
      made += (await makeDay(tx, desk, { kind, plan, day, turn })) ? 1 : 0
      turn += 1
    }
  }
  await sql`update plan.plan set seen_until = ${until}::date, turn = ${turn} where id = ${plan.id}`.execute(tx)
  return made
}

/** What cannot be made is undone alone and kept with its reason, for somebody to see. @returns whether it was made. */
export async function makeDay(tx: Tx, desk: PlanDesk, { kind, plan, day, turn }: { kind: PlanKind; plan: StoredPlan; day: string; turn: number }): Promise<boolean> {
  if (!(await note(tx, desk, { plan: plan.id, day, outcome: 'made', made: null, problem: null }))) return false
  await sql`savepoint plan_day`.execute(tx)
  try {
    const made = await kind.make(tx, { day, site: plan.site, input: plan.input, turn })
    await sql`update plan.day set made = ${made} where plan = ${plan.id} and day = ${day}::date`.execute(tx)
    return true
  } catch (error) {
    await sql`rollback to savepoint plan_day`.execute(tx)
    const says = error instanceof Problem ? [error.detail.zh, ...error.issues.map((issue) => issue.says.zh)].join(' ') : '系统内部错误，请系统管理员查看日志。'
    if (!(error instanceof Problem)) desk.system.log.error({ err: error, plan: plan.id, day }, 'a day of a plan could not be made')
    await sql`update plan.day set outcome = 'failed', problem = ${says} where plan = ${plan.id} and day = ${day}::date`.execute(tx)
    return false
  }
}

interface Noted { readonly plan: string; readonly day: string; readonly outcome: 'made' | 'skipped'; readonly made: string | null; readonly problem: string | null }
/** The key is the plan and the day: whoever comes second makes nothing. */
async function note(tx: Tx, { system }: PlanDesk, { plan, day, outcome, made, problem }: Noted): Promise<boolean> {
  const { rows } = await sql`
    insert into plan.day (plan, day, outcome, made, problem, at) values (${plan}, ${day}::date, ${outcome}, ${made}, ${problem}, ${system.clock.now()})
    on conflict (plan, day) do nothing returning plan`.execute(tx)
  return rows.length > 0
}
