// The rows of routes 审批路线的行: for which step, organ, kind and amount who decides in what order, from a day to a day.
import { signature } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { record } from '@houqin/audit'
import { addDays, isDate } from '@houqin/clock'
import { constraintOf } from '@houqin/db'
import type { Db, Tx } from '@houqin/db'
import { decimal } from '@houqin/define'
import type { Catalogue, Matter, Step } from '@houqin/define'
import { badInput, isId, nameIn, newId } from '@houqin/fields'
import { Problem, say } from '@houqin/problem'
import type { Seat, Stage } from '@houqin/wire'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { aboveSql } from './above.ts'
import type { Desk } from './desk.ts'
import { requireCopies } from './copies.ts'
import { requireStages } from './stage.ts'

export interface RouteValues {
  /** Null: any. */
  readonly organ: string | null
  readonly kind: string | null
  /** From this amount, included; null: from nothing. */
  readonly amountFrom: string | null
  /** Below this amount; null: without limit. */
  readonly amountBelow: string | null
  readonly from: string
  /** The last day, included. */
  readonly to: string | null
  /** None: nobody need be asked. */
  readonly stages: readonly Stage[]
  /**
   * 抄送: who receives a copy once it has passed. Not when it is asked, for what nobody has agreed to yet concerns those who decide and nobody else,
   * and not when it is refused, for then nothing follows from it. None unless said.
   */
  readonly copies?: readonly Seat[]
  readonly source: string
}
export interface StoredRoute extends RouteValues {
  readonly copies: readonly Seat[]
  readonly id: string
  readonly route: string
  readonly version: number
  readonly replaces: string | null
  readonly replacedAt: Date | null
  readonly writtenAt: Date
  readonly writtenBy: string
}
/** A declared step that asks for approval. */
export interface RoutedStep {
  readonly route: NonNullable<Step['approve']>
  readonly matter: Matter
  readonly name: string
  readonly step: Step
}

export function routedSteps({ matters }: Catalogue): readonly RoutedStep[] {
  return [...matters.values()].flatMap((matter) => Object.entries(matter.steps).flatMap(([name, step]) => (step.approve ? [{ route: step.approve, matter, name, step }] : [])))
}

const columns = sql`r.id, r.route, r.organ, r.kind, lower(r.amounts)::text as "amountFrom", upper(r.amounts)::text as "amountBelow",
  lower(r.valid)::text as "from", (upper(r.valid) - 1)::text as "to", r.stages, r.copies, r.source, r.version, r.replaces, r.replaced_at as "replacedAt",
  r.written_at as "writtenAt", r.written_by as "writtenBy"`

/** @param where over `approval.route as r`. */
export async function routeRows(db: Db | Tx, where: RawBuilder<unknown> = sql`true`): Promise<readonly StoredRoute[]> {
  const { rows } = await sql<StoredRoute>`
    select ${columns} from approval.route r where ${where}
    order by r.route, r.organ nulls first, r.kind nulls first, lower(r.amounts) nulls first, lower(r.valid) desc, r.version desc limit 500`.execute(db)
  return rows
}

/** The row for a step as of a day: the nearest organ's before any, a kind's own before any. */
export async function rowFor(db: Db | Tx, desk: Desk, { route, organ, kind, amount, day }: {
  route: string; organ: string | null; kind: string | null; amount: string | null; day: string
}): Promise<StoredRoute | undefined> {
  const within = amount === null ? sql`lower_inf(r.amounts) and upper_inf(r.amounts)` : sql`r.amounts @> ${amount}::numeric`
  const { rows } = await sql<StoredRoute>`
    ${aboveSql(desk.catalogue, organ)} select ${columns} from approval.route r left join above on above.id = r.organ
    where r.route = ${route} and r.replaced_at is null and r.valid @> ${day}::date and ${within}
      and (r.kind is null or r.kind = ${kind}) and (r.organ is null or above.id is not null)
    order by above.depth nulls last, r.kind nulls last limit 1`.execute(db)
  return rows[0]
}

/** Amounts at which another row may begin, ascending, from nothing on. */
export async function amountBounds(db: Db | Tx, { route, day }: { route: string; day: string }): Promise<readonly string[]> {
  const { rows } = await sql<{ bound: string }>`
    select b.bound::text as bound from approval.route r, unnest(array[0::numeric, lower(r.amounts), upper(r.amounts)]) as b (bound)
    where r.route = ${route} and r.replaced_at is null and r.valid @> ${day}::date and b.bound is not null group by b.bound order by b.bound`.execute(db)
  return rows.map(({ bound }) => bound)
}

export function noRow({ matter, step }: { matter: Matter; step: Step }): Problem {
  return new Problem('step-not-possible', say(
    `“${matter.title}”的“${step.label}”没有适用的审批路线（单位、类别或金额不在其中）。请审批管理员在“审批路线”中补上后再办。`,
    `No approval route fits “${nameIn(step).en}” of ${nameIn(matter).en} (organ, kind or amount). Have the approval officer add one first.`,
  ))
}

/** @throws Problem bad-input, conflict where another row holds already. */
export async function addRoute(tx: Tx, desk: Desk, { actor, route, values }: { actor: Actor; route: string; values: RouteValues }): Promise<StoredRoute> {
  return insert(tx, desk, { actor, route, values, version: 1, replaces: null })
}

/**
 * Another version from a day on. The row that stood until then ends the day before and stays as it was, for what runs
 * by it. @throws Problem stale-version, not-found, bad-input.
 */
export async function changeRoute(tx: Tx, desk: Desk, { actor, id, changes, version }: { actor: Actor; id: string; changes: Partial<RouteValues>; version: number }): Promise<StoredRoute> {
  const [row] = isId(id) ? await routeRows(tx, sql`r.id = ${id}::uuid`) : []
  if (row === undefined) throw new Problem('not-found', say('没有这条审批路线。', 'There is no such route.'))
  await sql`select from approval.route where id = ${id}::uuid for update`.execute(tx)
  const { rows: [after] } = await sql<{ id: string }>`select id from approval.route where replaces = ${id}::uuid limit 1`.execute(tx)
  if (row.version !== version || row.replacedAt !== null || after !== undefined) throw new Problem('stale-version', say(
    '这条路线已有更新的版本，请刷新后再改。', 'There is a later version of this route; reload before you change it.',
  ), { more: { version: row.version } })
  const today = desk.clock.today()
  const values = { ...row, from: row.from > today ? row.from : today, ...changes }
  if (values.from < today) throw badInput([{ at: 'from', says: say('新版本不能从过去的日期起生效', 'A new version may not begin in the past') }])
  if (values.from <= row.from) await sql`update approval.route set replaced_at = ${desk.clock.now()} where id = ${id}::uuid`.execute(tx)
  else await sql`update approval.route set valid = daterange(lower(valid), least(upper(valid), ${values.from}::date)) where id = ${id}::uuid`.execute(tx)
  return insert(tx, desk, { actor, route: row.route, values, version: row.version + 1, replaces: id })
}

async function insert(tx: Tx, desk: Desk, { actor, route, values, version, replaces }: {
  actor: Actor; route: string; values: RouteValues; version: number; replaces: string | null
}): Promise<StoredRoute> {
  const declared = routedSteps(desk.catalogue).find((one) => one.route.id === route)
  if (declared === undefined) throw badInput([{ at: 'route', says: say(`没有名为“${route}”的审批环节`, `No step asks for approval by ${route}`) }])
  requireValues(declared, values)
  const { organ, kind, amountFrom, amountBelow, from, to, stages, copies = [] } = values
  requireStages(desk.catalogue, stages)
  requireCopies(desk.catalogue, { copies, stages })
  const source = values.source.trim()
  const id = newId(desk.clock)
  const at = desk.clock.now()
  try {
    await sql`
      insert into approval.route (id, route, organ, kind, amounts, valid, stages, copies, source, version, replaces, written_at, written_by)
      values (${id}::uuid, ${route}, ${organ}::uuid, ${kind}, numrange(${amountFrom}::numeric, ${amountBelow}::numeric),
        daterange(${from}::date, ${to === null ? null : addDays(to, 1)}::date), ${JSON.stringify(stages)}::jsonb, ${JSON.stringify(copies)}::jsonb, ${source}, ${version}, ${replaces}::uuid, ${at}, ${actor.principal.name})`.execute(tx)
  } catch (error) {
    if (constraintOf(error)?.name !== 'route_one_for_each') throw error
    throw new Problem('conflict', say(
      '同一单位、类别、金额和日期已有一条路线。请改那一条，或调整金额区间和日期。', 'Another row holds for the same organ, kind, amounts and days. Change that one, or these.',
    ))
  }
  await record(tx, {
    at, ...signature(actor), action: replaces === null ? 'approval.route-add' : 'approval.route-change', subject: { kind: 'approval.route', id: route },
    summary: `${replaces === null ? '新增' : '修改'}审批路线 ${declared.matter.title} · ${declared.step.label}（第 ${version} 版），${from} 起`,
    after: { id, replaces, organ, kind, amountFrom, amountBelow, from, to, stages, ...(copies.length > 0 && { copies }), source },
  })
  const [row] = await routeRows(tx, sql`r.id = ${id}::uuid`)
  if (row === undefined) throw new Error('a route has vanished from its own transaction')
  return row
}

function requireValues({ route, matter }: RoutedStep, { kind, amountFrom, amountBelow, from, to, source }: RouteValues): void {
  const wrong = (at: string, zh: string, en: string): Problem => badInput([{ at, says: say(zh, en) }])
  if (!isDate(from)) throw wrong('from', '请填生效日期', 'Say from which day')
  if (to !== null && (!isDate(to) || to < from)) throw wrong('to', '截止日期不能早于生效日期', 'The last day may not come before the first')
  if (source.trim() === '') throw wrong('source', '请写明依据：本单位的哪项决定或制度', 'Say by which decision of the bureau')
  if (route.amount === undefined && (amountFrom !== null || amountBelow !== null)) throw wrong('amountFrom', '这一步不按金额审批', 'This step is not approved by amount')
  for (const [at, amount] of Object.entries({ amountFrom, amountBelow }))
    if (amount !== null && !/^\d{1,14}(\.\d{1,2})?$/.test(amount)) throw wrong(at, '金额应为数字，最多两位小数', 'An amount has at most two decimals')
  if (amountFrom !== null && amountBelow !== null && decimal.compare(amountFrom, amountBelow) >= 0) throw wrong('amountBelow', '金额上限应大于下限', 'The range of amounts is empty')
  const choice = route.kind === undefined ? undefined : { ...matter.form, ...matter.facts }[route.kind]
  if (kind !== null && (choice?.kind !== 'choice' || !Object.hasOwn(choice.options, kind))) throw wrong('kind', '没有这个类别', 'There is no such kind')
}
