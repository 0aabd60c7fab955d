// 排计划: a plan written, changed from now on, stopped with a reason; and a day that could not be made tried again.
import { mayReach, requireRole, signature } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { record } from '@houqin/audit'
import { addDays } from '@houqin/clock'
import type { Tx } from '@houqin/db'
import { badInput, newId, parseInput } from '@houqin/fields'
import type { Given } from '@houqin/fields'
import { Problem, say } from '@houqin/problem'
import type { FieldIssue } from '@houqin/problem'
import { sql } from 'kysely'
import type { PlanKind, PlanValues, StoredPlan } from './kind.ts'
import type { PlanRule } from '@houqin/wire'
import { makeDay, planColumns } from './run-plans.ts'
import type { PlanDesk } from './run-plans.ts'

/** @throws Problem `bad-input` for a rule that means no day. */
export function checkPlan({ kinds }: PlanDesk, { kind: id, values }: { kind: string; values: PlanValues }): { kind: PlanKind; input: Given } {
  const kind = kindOf(kinds, id)
  const issues: FieldIssue[] = []
  const { rule, starts, ends } = values
  if (ends !== null && ends < starts) issues.push({ at: 'ends', says: say(`“至”${ends} 早于“自”${starts}`, `“ends” ${ends} comes before “starts” ${starts}`) })
  if (rule.every === 'week' && (rule.weekdays ?? []).length === 0) issues.push({ at: 'rule.weekdays', says: say('请至少选一个星期几', 'Choose at least one day of the week') })
  if (rule.every === 'month' && rule.on === undefined) issues.push({ at: 'rule.on', says: say('请选每月哪一天', 'Choose the day of the month') })
  if (issues.length > 0) throw badInput(issues)
  return { kind, input: parseInput(kind.input, values.input, { at: 'input' }) }
}
export function kindOf(kinds: readonly PlanKind[], id: string): PlanKind {
  const kind = kinds.find((one) => one.id === id)
  if (!kind) throw new Problem('not-found', say(`没有“${id}”这种计划。`, `There are no plans of “${id}”.`))
  return kind
}

/** @throws Problem `bad-input`, `not-allowed`. @returns its id. */
export async function addPlan(tx: Tx, desk: PlanDesk, actor: Actor, given: PlanValues & { readonly kind: string }): Promise<string> {
  const { kind, input } = checkPlan(desk, { kind: given.kind, values: given })
  requireReach(actor, kind, given.site)
  const { clock } = desk.system
  const id = newId(clock)
  // nothing is made for days before somebody planned it
  const seen = [addDays(given.starts, -1), addDays(clock.today(), -1)].toSorted()[1]
  await sql`
    insert into plan.plan (id, kind, title, rule, starts, ends, missed, site, input, seen_until, written_at, written_by)
    values (${id}, ${kind.id}, ${given.title}, ${JSON.stringify(given.rule)}::jsonb, ${given.starts}::date, ${given.ends}::date, ${given.missed}, ${given.site}::uuid,
      ${JSON.stringify(input)}::jsonb, ${seen}::date, ${clock.now()}, ${actor.principal.name})`.execute(tx)
  await leave(tx, desk, actor, { id, kind, deed: 'add', said: `排定${kind.title.zh}计划“${given.title}”`, after: { ...given, input } })
  return id
}

/** What has been made stays as it is; from the next day on it is made by the new rule. @throws Problem `not-found`, `not-allowed`, `stale-version`, `bad-input`, `conflict`. */
export async function changePlan(tx: Tx, desk: PlanDesk, actor: Actor, { id, changes, version }: { id: string; changes: Partial<PlanValues>; version: number }): Promise<void> {
  const { plan, kind } = await lockPlan(tx, desk, actor, id)
  if (plan.version !== version) throw new Problem('stale-version', say('这项计划刚被别人改过，请刷新后再改。', 'Somebody has just changed this plan; reload it.'))
  if (plan.stoppedAt !== null) throw new Problem('conflict', say('这项计划已停用，请另排一项。', 'The plan is stopped; make another.'))
  const values: PlanValues = { ...plan, ...changes }
  const { input } = checkPlan(desk, { kind: kind.id, values })
  requireReach(actor, kind, values.site)
  await sql`
    update plan.plan set title = ${values.title}, rule = ${JSON.stringify(values.rule)}::jsonb, starts = ${values.starts}::date, ends = ${values.ends}::date,
      missed = ${values.missed}, site = ${values.site}::uuid, input = ${JSON.stringify(input)}::jsonb, version = version + 1
    where id = ${id}`.execute(tx)
  await leave(tx, desk, actor, { id, kind, deed: 'change', said: `修改${kind.title.zh}计划“${values.title}”，自 ${addDays(plan.seenUntil, 1)} 起`, before: plainOf(plan), after: { ...plainOf(values), input } })
}

/** @throws Problem `not-found`, `not-allowed`, `conflict`. */
export async function stopPlan(tx: Tx, desk: PlanDesk, actor: Actor, { id, reason }: { id: string; reason: string }): Promise<void> {
  const { plan, kind } = await lockPlan(tx, desk, actor, id)
  if (plan.stoppedAt !== null) throw new Problem('conflict', say('这项计划已经停用。', 'The plan is stopped already.'))
  await sql`update plan.plan set stopped_at = ${desk.system.clock.now()}, version = version + 1 where id = ${id}`.execute(tx)
  await leave(tx, desk, actor, { id, kind, deed: 'stop', said: `停用${kind.title.zh}计划“${plan.title}”：${reason}`, after: { reason } })
}

/** A day that could not be made, once its cause is out of the way. @throws Problem `not-found`, `not-allowed`, and what it still stumbles over as `conflict`. */
export async function makeAgain(tx: Tx, desk: PlanDesk, actor: Actor, { id, day }: { id: string; day: string }): Promise<void> {
  const { plan, kind } = await lockPlan(tx, desk, actor, id)
  const { rows } = await sql`delete from plan.day where plan = ${id} and day = ${day}::date and outcome = 'failed' returning day`.execute(tx)
  if (rows.length === 0) throw new Problem('not-found', say(`${day} 没有没办成的。`, `Nothing of ${day} is waiting to be made.`))
  if (await makeDay(tx, desk, { kind, plan, day, turn: plan.turn })) return
  const { rows: [failed] } = await sql<{ problem: string }>`select problem from plan.day where plan = ${id} and day = ${day}::date`.execute(tx)
  throw new Problem('conflict', say(`${day} 还是没有办成：${failed?.problem ?? ''}`, `${day} could still not be made: ${failed?.problem ?? ''}`))
}

async function lockPlan(tx: Tx, { kinds }: PlanDesk, actor: Actor, id: string): Promise<{ plan: StoredPlan; kind: PlanKind }> {
  const { rows: [plan] } = await sql<StoredPlan>`select ${planColumns} from plan.plan p where p.id = ${id} and p.kind = any(${kinds.map((kind) => kind.id)}::text[]) for update`.execute(tx)
  if (!plan) throw new Problem('not-found', say('没有这项计划。', 'There is no such plan.'))
  const kind = kindOf(kinds, plan.kind)
  requireReach(actor, kind, plan.site)
  return { plan, kind }
}

export function requireReach({ principal }: Actor, { write, title }: PlanKind, site: string): void {
  requireRole(principal, { roles: write, deed: say(`排${title.zh}计划`, `plan ${title.en}`) })
  if (!mayReach(principal, write, { site })) throw new Problem('not-allowed', say('这处场所不在您的管理范围内。', 'The site is outside the range of your roles.'))
}

function plainOf({ title, rule, starts, ends, missed, site, input }: PlanValues): PlanValues & { readonly rule: PlanRule } {
  return { title, rule, starts, ends, missed, site, input }
}
async function leave(tx: Tx, { system: { clock } }: PlanDesk, actor: Actor, { id, kind, deed, said, before, after }: { id: string; kind: PlanKind; deed: string; said: string; before?: object; after: object }): Promise<void> {
  await record(tx, { at: clock.now(), ...signature(actor), action: `plan.${deed}`, subject: { kind: kind.id, id }, summary: said, ...(before && { before }), after })
}
