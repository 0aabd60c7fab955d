// What is stuck 卡住的审批: nobody can decide it, with the reason, for the officer who finds somebody or ends it.
import { holdersOf, holds } from '@houqin/access'
import { hasGoneSql, personNamed, vacancyWords } from '@houqin/approval-routes'
import type { Desk, Vacancy } from '@houqin/approval-routes'
import type { Db, Tx } from '@houqin/db'
import { approvalOfficer } from '@houqin/define'
import { tableSqlOf } from '@houqin/fields'
import { stepLabel } from '@houqin/matter-records'
import type { AtMatter, RouteWire, Ruling, StoredMatter } from '@houqin/matter-records'
import { Problem, say } from '@houqin/problem'
import type { Locale } from '@houqin/problem'
import { referenceOf, targetsOf } from '@houqin/rows'
import type { Stage, StuckRow } from '@houqin/wire'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { requireWords } from './act.ts'
import { dueOf, goOn, openInstance, placeOf } from './advance.ts'
import { changeTask } from './instance.ts'
import type { Instance } from './instance.ts'

export interface HelpGiven {
  readonly action: 'assign' | 'end'
  readonly to?: string
  readonly comment?: string
}

/** Why an approval cannot go on, and who sees to it; null when it can. For the page of its matter. */
export async function stuckOf(db: Db | Tx, desk: Desk, { instance, stored, locale }: { instance: Instance; stored: StoredMatter; locale: Locale }): Promise<RouteWire['stuck']> {
  const [row] = await stuckRows(db, desk, { locale, instance: instance.id })
  if (row === undefined) return null
  const helpers = await holdersOf(db, desk.catalogue, { role: approvalOfficer, organ: stored.organ, site: stored.site, day: desk.clock.today() })
  const register = desk.catalogue.dimensions.person?.id ?? ''
  const targets = await targetsOf(db, new Map([[register, new Set(helpers)]]))
  return { reason: row.reason, helpers: helpers.map((id) => referenceOf(targets, id)) }
}

/** What waits for nobody, or for somebody who cannot decide; read rights follow the matter, so no more of it is told. @param instance one alone. */
export async function stuckRows(db: Db | Tx, desk: Desk, { locale, instance = null }: { locale: Locale; instance?: string | null }): Promise<readonly StuckRow[]> {
  const { rows } = await sql<{ matter: string; number: string; step: string; stage: Stage; since: Date; stuck: string | null; reasons: (Vacancy | null)[] }>`
    select i.kind as matter, m.number, i.step, r.stages -> i.stage as stage, i.opened_at as since, i.stuck, array_agg(${faultSql(desk)}) as reasons
    from approval.instance i join matter.matter m on m.id = i.matter join approval.route r on r.id = i.route
      join approval.task t on t.instance = i.id and t.state = 'open' ${personJoin(desk)}
    where i.outcome = 'open' and (${instance}::uuid is null or i.id = ${instance}::uuid) group by i.id, m.number, r.id having i.stuck is not null or bool_or(${faultSql(desk)} is not null)
    order by i.opened_at, m.number limit 500`.execute(db)
  return rows.flatMap(({ matter: kind, number, step, stage, since, stuck, reasons }) => {
    const matter = desk.catalogue.matters.get(kind)
    const faults = reasons.filter((one) => one !== null)
    // Where one of them is enough, it is stuck only when none of them can.
    const first = stage.mode === 'any' && faults.length < reasons.length ? undefined : faults[0]
    const reason = stuck ?? (first && vacancyWords[first][locale])
    if (matter === undefined || reason === undefined) return []
    return [{ matter: kind, title: matter.title, number, step: stepLabel(matter, step), stage: stage.title, reason, since: since.toISOString() }]
  })
}

/** Over `approval.task as t`, joined by `personJoin`: why its person cannot decide; null when he can. */
function faultSql(desk: Desk): RawBuilder<Vacancy | null> {
  const gone = desk.catalogue.dimensions.person ? hasGoneSql(desk) : sql`true`
  return sql`coalesce(t.vacancy, case when ${gone} then 'left' when a.id is null then 'no-account' when a.disabled_at is not null then 'disabled' end)`
}
function personJoin({ catalogue: { dimensions: { person } } }: Desk): RawBuilder<unknown> {
  return sql`left join access.account a on a.person = t.person ${person ? sql`left join ${tableSqlOf(person.id)} p on p.id = t.person` : sql``}`
}

/**
 * The officer names who decides where nobody can, never himself; or ends the approval, and the matter goes back as after a
 * refusal. @throws Problem not-allowed, bad-input, conflict where nothing is stuck.
 */
export async function help(tx: Tx, desk: Desk, { given: body, ...at }: AtMatter & { readonly given: unknown }): Promise<Ruling> {
  // The edge has checked the shape.
  const given = body as HelpGiven
  const { principal } = at.caller.actor
  if (!holds(principal, [approvalOfficer])) throw new Problem('not-allowed', say('卡住的审批由审批管理员处理。', 'What is stuck is for the approval officer.'))
  const instance = await openInstance(tx, at.stored.id)
  if (instance === undefined) throw new Problem('conflict', say('这件事项没有正在进行的审批。', 'Nothing of this matter is being approved.'))
  const words = requireWords(given.comment?.trim() || null, '请写明原因', 'Say why')
  if (given.action === 'end')
    return goOn(tx, desk, { at, instance, done: { deed: 'end', comment: words }, ending: { outcome: 'ended', to: at.matter.steps[instance.step]?.approve?.refused ?? null } })
  const place = placeOf(at, instance)
  const chosen = await personNamed(tx, desk, given.to, { place })
  if (chosen.id === principal.person || place.askers.includes(chosen.id)) throw new Problem('not-allowed', say('不能指定自己，也不能指定发起人或当事人审批。', 'You name neither yourself, nor the asker, nor whom it is for.'))
  const { rows: [task] } = await sql<{ id: string }>`
    select t.id from approval.task t ${personJoin(desk)} where t.instance = ${instance.id}::uuid and t.state = 'open' and ${faultSql(desk)} is not null
    order by t.place limit 1`.execute(tx)
  const stage = instance.stages[instance.stage]
  if (task === undefined || stage === undefined) throw new Problem('conflict', say('这件事项的审批人都能办理，没有卡住。', 'Everybody who is asked can decide; nothing is stuck.'))
  const now = desk.clock.now()
  await changeTask(tx, task.id, sql`person = ${chosen.deputy ?? chosen.id}::uuid, for_person = ${chosen.deputy === null ? null : chosen.id}::uuid, holder = null, vacancy = null,
    opened_at = ${now}, due_at = ${dueOf(desk, instance, stage, now)}::timestamptz, timed_out_at = null`)
  await sql`update approval.instance set stuck = null where id = ${instance.id}::uuid`.execute(tx)
  return goOn(tx, desk, { at, instance, done: { deed: 'assign', comment: words, details: { to: { id: chosen.id, name: chosen.name } } } })
}
