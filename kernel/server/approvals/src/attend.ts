// What the clock does in an approval 超时与交接: fills empty seats, passes to deputies, and what the route says about who is late.
import { deputyFor, personNamed, sittingsOf } from '@houqin/approval-routes'
import type { Desk } from '@houqin/approval-routes'
import type { Db, Tx } from '@houqin/db'
import { newId } from '@houqin/fields'
import type { Approvals, AtMatter, Ruling } from '@houqin/matter-records'
import type { LateDeed, Stage } from '@houqin/wire'
import { sql } from 'kysely'
import { markDecided } from './act.ts'
import { dueOf, goOn, openInstance, placeOf, seatedBy } from './advance.ts'
import type { Done, Ending } from './advance.ts'
import { changeTask, insertTask, tasksOf } from './instance.ts'
import type { Instance, Task } from './instance.ts'
import { hasLostSeat, mayHaveLostSeatSql, reseat } from './lost-seat.ts'

/** Matters with a task that is late, has nobody, or whose approver is on leave from today or holds his seat no longer. */
export async function due(db: Db, desk: Desk): ReturnType<Approvals['due']> {
  const { clock } = desk
  const { rows } = await sql<{ kind: string; id: string; number: string }>`
    select distinct i.kind, i.matter as id, m.number from approval.task t join approval.instance i on i.id = t.instance join matter.matter m on m.id = i.matter
      join approval.route r on r.id = i.route
    where t.state = 'open' and i.outcome = 'open' and i.stuck is null and (
      t.person is null or (t.due_at <= ${clock.now()} and t.timed_out_at is null)
      or exists (select from approval.deputy d where d.person = t.person and d.valid @> ${clock.today()}::date and d.withdrawn_at is null)
      or ${mayHaveLostSeatSql(desk)})`.execute(db)
  return rows
}

interface Due { readonly at: AtMatter; readonly instance: Instance; readonly tasks: readonly Task[]; readonly task: Task; readonly stage: Stage }

/** One thing at a time: what it brings about may make the others needless. */
export async function attend(tx: Tx, desk: Desk, at: AtMatter): Promise<Ruling | undefined> {
  const instance = await openInstance(tx, at.stored.id)
  if (instance === undefined || instance.stuck !== null) return undefined
  const tasks = await tasksOf(tx, instance.id)
  for (const task of tasks) {
    const stage = instance.stages[task.stage]
    if (task.state !== 'open' || stage === undefined) continue
    const happened = await attendTask(tx, desk, { at, instance, tasks, task, stage })
    if (happened) return goOn(tx, desk, { at, instance, ...happened })
  }
  return undefined
}

async function attendTask(tx: Tx, desk: Desk, given: Due): Promise<{ done: Done; ending?: Ending } | undefined> {
  const { task } = given
  if (task.person === null) return fillSeat(tx, desk, given)
  if (await hasLostSeat(tx, desk, given)) return reseat(tx, desk, given)
  const deputy = await deputyFor(tx, desk, { person: task.person, place: placeOf(given.at, given.instance) })
  if (deputy !== null && deputy !== task.forPerson && !given.tasks.some((one) => one.state === 'open' && one.person === deputy)) {
    await changeTask(tx, task.id, sql`person = ${deputy}::uuid, for_person = coalesce(for_person, ${task.person}::uuid)`)
    return { done: { deed: 'deputise', comment: null, details: { to: await personNamed(tx, desk, deputy) } } }
  }
  if (task.dueAt === null || task.dueAt > desk.clock.now() || task.timedOutAt !== null) return undefined
  await changeTask(tx, task.id, sql`timed_out_at = ${desk.clock.now()}`)
  return late[given.stage.late ?? 'remind'](tx, desk, given)
}

/** Who came to the role or the post meanwhile sits down. */
async function fillSeat(tx: Tx, desk: Desk, { at, instance, tasks, task, stage }: Due): Promise<{ done: Done } | undefined> {
  const seat = stage.who[task.seat]
  if (task.kind !== 'seat' || seat === undefined) return undefined
  const sittings = await sittingsOf(tx, desk, { seat, place: placeOf(at, instance) })
  const found = sittings.flatMap((sitting) => ('person' in sitting && !tasks.some((one) => one.stage === task.stage && one.person === sitting.person) ? [sitting] : []))
  const [first, ...others] = found
  if (first === undefined) return undefined
  await sit(tx, desk, { instance, task, stage, sitting: first, holder: first.for ?? first.person })
  for (const [index, sitting] of others.entries())
    await insertTask(tx, instance.id, {
      id: newId(desk.clock), stage: task.stage, seat: task.seat, place: tasks.length + index, kind: 'seat', parent: null, ...seatedBy(sitting),
      state: 'waiting', openedAt: null, dueAt: null,
    })
  return { done: { deed: 'assign', comment: null, details: { to: await personNamed(tx, desk, first.person) } } }
}

async function sit(tx: Tx, desk: Desk, { instance, task, stage, sitting, holder }: { instance: Instance; task: Task; stage: Stage; sitting: { person: string; for: string | null }; holder: string | null }): Promise<void> {
  const now = desk.clock.now()
  await changeTask(tx, task.id, sql`person = ${sitting.person}::uuid, for_person = ${sitting.for}::uuid, holder = ${holder}::uuid, vacancy = null, opened_at = ${now}, due_at = ${dueOf(desk, instance, stage, now)}::timestamptz`)
}

const late: Readonly<Record<LateDeed, (tx: Tx, desk: Desk, given: Due) => Promise<{ done: Done; ending?: Ending }>>> = Object.freeze({
  remind: async (_tx, _desk, { task }) => reminded(task),
  async escalate(tx, desk, { at, instance, tasks, task, stage }) {
    const sittings = stage.escalate ? await sittingsOf(tx, desk, { seat: stage.escalate, place: placeOf(at, instance) }) : []
    const above = sittings.find((sitting) => 'person' in sitting && !tasks.some((one) => one.state === 'open' && one.person === sitting.person))
    if (above === undefined || !('person' in above)) return reminded(task)
    await sit(tx, desk, { instance, task, stage, sitting: above, holder: null })
    return { done: { deed: 'escalate', comment: null, details: { to: await personNamed(tx, desk, above.person) } } }
  },
  async pass(tx, desk, { at, task }) {
    await markDecided(tx, desk, { at, task, state: 'agreed', comment: null })
    return { done: { deed: 'pass-late', comment: null } }
  },
  async return(tx, desk, { at, instance, task }) {
    await markDecided(tx, desk, { at, task, state: 'refused', comment: null })
    return { done: { deed: 'return-late', comment: null }, ending: { outcome: 'returned', to: at.matter.steps[instance.step]?.approve?.refused ?? null } }
  },
})
function reminded({ person }: Task): { done: Done } {
  return { done: { deed: 'remind', comment: null, tell: person === null ? [] : [person] } }
}
