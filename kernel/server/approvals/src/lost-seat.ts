// A seat that was lost 席位变动: who was asked by a role or post that he holds no longer is followed by whoever holds it now.
import { personNamed, postsOf, sitsStill, sittingsOf } from '@houqin/approval-routes'
import type { Desk } from '@houqin/approval-routes'
import type { Tx } from '@houqin/db'
import { columnSql, newId, tableSqlOf } from '@houqin/fields'
import type { AtMatter } from '@houqin/matter-records'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { dueOf, placeOf, seatedBy } from './advance.ts'
import type { Done } from './advance.ts'
import { changeTask, insertTask } from './instance.ts'
import type { Instance, Task } from './instance.ts'

interface Seated {
  readonly at: AtMatter
  readonly instance: Instance
  readonly task: Task
}
const words = '原审批人已不担任这一角色或岗位'

export async function hasLostSeat(tx: Tx, desk: Desk, { at, instance, task }: Seated): Promise<boolean> {
  const seat = instance.stages[task.stage]?.who[task.seat]
  if (task.kind !== 'seat' || task.holder === null || seat === undefined || 'person' in seat) return false
  return !(await sitsStill(tx, desk, { person: task.holder, seat, place: placeOf(at, instance) }))
}

/** Whoever the route would seat now is asked; where others of the seat are asked already he is left out; else nobody is, which shows. */
export async function reseat(tx: Tx, desk: Desk, { at, instance, task, tasks }: Seated & { readonly tasks: readonly Task[] }): Promise<{ done: Done }> {
  const stage = instance.stages[task.stage]
  const seat = stage?.who[task.seat]
  if (stage === undefined || seat === undefined) throw new Error(`task ${task.id} sits nowhere`)
  const asked = tasks.filter((one) => one.stage === task.stage && one.id !== task.id && one.kind === 'seat' && one.person !== null && one.state !== 'closed')
  const fresh = (await sittingsOf(tx, desk, { seat, place: placeOf(at, instance) }))
    .flatMap((sitting) => ('person' in sitting && !asked.some(({ person }) => person === sitting.person) ? [sitting] : []))
  const [first, ...others] = fresh
  const now = desk.clock.now()
  if (first !== undefined) {
    await changeTask(tx, task.id, sql`person = ${first.person}::uuid, for_person = ${first.for}::uuid, holder = ${first.for ?? first.person}::uuid, vacancy = null,
      opened_at = ${now}, due_at = ${dueOf(desk, instance, stage, now)}::timestamptz, timed_out_at = null`)
    for (const [index, sitting] of others.entries())
      await insertTask(tx, instance.id, {
        id: newId(desk.clock), stage: task.stage, seat: task.seat, place: tasks.length + index, kind: 'seat', parent: null, ...seatedBy(sitting), state: 'waiting', openedAt: null, dueAt: null,
      })
    return { done: { deed: 'assign', comment: words, details: { to: await personNamed(tx, desk, first.person) } } }
  }
  const leaves = { ...(task.person !== null && { details: { to: await personNamed(tx, desk, task.person) } }) }
  // Others of the same seat go on without him.
  if (asked.some((one) => one.seat === task.seat)) {
    await changeTask(tx, task.id, sql`state = 'closed'`)
    await sql`update approval.task set state = 'closed', version = version + 1 where parent = ${task.id}::uuid and state in ('waiting', 'open')`.execute(tx)
    return { done: { deed: 'unsign', comment: words, ...leaves } }
  }
  await changeTask(tx, task.id, sql`person = null, for_person = null, holder = null, vacancy = 'nobody', due_at = null, timed_out_at = null`)
  return { done: { deed: 'unsign', comment: words, ...leaves } }
}

/** Over `approval.task as t` of `approval.instance as i`, `approval.route as r` and `matter.matter as m`: perhaps he sits there no longer. */
export function mayHaveLostSeatSql({ catalogue, clock }: Desk): RawBuilder<boolean> {
  const seat = sql`(r.stages -> t.stage -> 'who' -> t.seat)`
  const day = sql`${clock.today()}::date`
  const organs = catalogue.dimensions.organ
  const chain = (organ: RawBuilder<unknown>): RawBuilder<unknown> => organs?.tree === undefined ? sql`select ${organ}` : sql`
    with recursive up (id) as (select ${organ} union select ${columnSql(organs.tree, 'o')} from ${tableSqlOf(organs.id)} o join up on o.id = up.id) select id from up`
  const byRole = sql`${seat} ? 'role' and not exists (
    select from access.grant g join access.account a on a.id = g.account where a.person = t.holder and a.disabled_at is null and g.role = ${seat} ->> 'role'
      and g.withdrawn_at is null and g.valid @> ${day} and (g.site is null or g.site = m.site) and (g.organ is null or g.organ in (${chain(sql`m.organ`)})))`
  const byPost = postsOf(catalogue).map(({ id, register, field, person, organ }) => sql`${seat} ->> 'post' = ${id} and not exists (
    select from ${tableSqlOf(register.id)} p where ${columnSql(person, 'p')} = t.holder and ${columnSql(field, 'p')} = ${seat} ->> 'value' and p.valid @> ${day}
      and p.retired_at is null and p.merged_into is null and ${columnSql(organ, 'p')} in (${chain(sql`coalesce((${seat} ->> 'organ')::uuid, m.organ)`)}))`)
  return sql<boolean>`(t.kind = 'seat' and t.holder is not null and (${sql.join([byRole, ...byPost].map((one) => sql`(${one})`), sql` or `)}))`
}
