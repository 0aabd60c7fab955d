// The measure 发送限度: how many messages a person gets on a way in a day, and how long an unread important one waits before it goes further.
import { requireRole, signature } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { record } from '@houqin/audit'
import type { Db, Tx } from '@houqin/db'
import { systemAdmin } from '@houqin/define'
import { badInput } from '@houqin/fields'
import { Problem, say } from '@houqin/problem'
import type { FieldIssue } from '@houqin/problem'
import type { NoticeMeasure, NoticeMeasureRow } from '@houqin/wire'
import { sql } from 'kysely'
import type { Desk } from './desk.ts'

const most: Readonly<Record<keyof NoticeMeasure, number>> = { quota: 1000, hours: 200 }
const keep = { roles: [systemAdmin], deed: say('设置通知的发送限度', 'set the measure of notices') }

export async function measureOf(db: Db | Tx): Promise<NoticeMeasureRow<Date>> {
  const { rows: [measure] } = await sql<NoticeMeasureRow<Date>>`select quota, hours, version, changed_at as "changedAt", changed_by as "changedBy" from notice.measure`.execute(db)
  if (measure === undefined) throw new Error('the house has no measure of notices')
  return measure
}

/** @throws Problem not-allowed. */
export async function readMeasure(db: Db | Tx, actor: Actor): Promise<NoticeMeasureRow<Date>> {
  requireRole(actor.principal, keep)
  return measureOf(db)
}

/** Holds for what goes out from now on. @throws Problem not-allowed, bad-input, stale-version. */
export async function keepMeasure(tx: Tx, desk: Desk, { actor, given, version }: { actor: Actor; given: NoticeMeasure; version: number }): Promise<NoticeMeasureRow<Date>> {
  requireRole(actor.principal, keep)
  const titles = { quota: say('每人每天每种渠道的条数', 'Messages a day'), hours: say('没看多久后换下一种渠道', 'Working hours') }
  // The keys of the table of bounds.
  const issues: FieldIssue[] = (Object.keys(most) as (keyof NoticeMeasure)[]).flatMap((key) => {
    const value = given[key]
    return Number.isInteger(value) && value >= 1 && value <= most[key] ? [] : [{ at: key, says: say(`${titles[key].zh}应为 1–${most[key]} 的整数`, `${titles[key].en}: a whole number from 1 to ${most[key]}`) }]
  })
  if (issues.length > 0) throw badInput(issues)
  const before = await measureOf(tx)
  const at = desk.clock.now()
  const { rows: [kept] } = await sql<{ version: number }>`
    update notice.measure set quota = ${given.quota}, hours = ${given.hours}, version = version + 1, changed_at = ${at}, changed_by = ${actor.principal.name}
    where version = ${version} returning version`.execute(tx)
  if (kept === undefined) throw new Problem('stale-version', say('发送限度已被他人改过，请刷新后再改。', 'Somebody changed the measure meanwhile: reload first.'))
  await record(tx, {
    at, ...signature(actor), action: 'notice.measure', subject: { kind: 'notice.measure', id: 'house' }, summary: `修改通知的发送限度：每天 ${given.quota} 条，${given.hours} 个工作小时`,
    before: { quota: before.quota, hours: before.hours }, after: { ...given },
  })
  return measureOf(tx)
}
