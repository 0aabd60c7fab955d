// An approval under way 审批实例: the route it keeps, what was pressed, and the tasks of its approvers, as they are stored.
import type { Seat, Stage, Vacancy } from '@houqin/approval-routes'
import type { Db, Tx } from '@houqin/db'
import type { Pressed } from '@houqin/matter-records'
import type { RouteOutcome, WireTask } from '@houqin/wire'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

export interface Instance {
  readonly id: string
  readonly matter: string
  readonly kind: string
  readonly step: string
  readonly stages: readonly Stage[]
  readonly copies: readonly Seat[]
  readonly pressedBy: string | null
  readonly pressedName: string
  readonly input: Pressed['input']
  readonly lines: Pressed['lines']
  readonly comment: string | null
  readonly stage: number
  readonly version: number
  readonly openedAt: Date
  readonly urgedAt: Date | null
  readonly stuck: string | null
  readonly outcome: RouteOutcome
  readonly endedAt: Date | null
  readonly endedBy: string | null
  readonly endedName: string | null
  readonly words: string | null
  readonly backTo: string | null
  /** When the matter itself was due as the approval was asked for. */
  readonly latest: Date | null
}
export interface Task {
  readonly id: string
  readonly stage: number
  readonly seat: number
  readonly place: number
  readonly kind: WireTask['kind']
  readonly parent: string | null
  readonly person: string | null
  readonly forPerson: string | null
  /** Who sat there by the seat itself when he was asked; null once somebody else was named. */
  readonly holder: string | null
  readonly vacancy: Vacancy | null
  readonly state: WireTask['state']
  readonly version: number
  readonly dueAt: Date | null
  readonly timedOutAt: Date | null
  readonly decidedAt: Date | null
  readonly decidedBy: string | null
  readonly decidedName: string | null
  readonly comment: string | null
}

/** The latest of a matter; the open one where there is one. */
export async function latestOf(db: Db | Tx, matter: string): Promise<Instance | undefined> {
  const { rows } = await sql<Instance>`
    select i.id, i.matter, i.kind, i.step, r.stages, r.copies, i.pressed_by as "pressedBy", i.pressed_name as "pressedName", i.input, i.lines, i.comment, i.stage, i.version,
      i.opened_at as "openedAt", i.urged_at as "urgedAt", i.stuck, i.outcome, i.ended_at as "endedAt", i.ended_by as "endedBy", i.ended_name as "endedName",
      i.words, i.back_to as "backTo", i.latest
    from approval.instance i join approval.route r on r.id = i.route where i.matter = ${matter}::uuid
    order by i.outcome = 'open' desc, i.opened_at desc, i.id desc limit 1`.execute(db)
  return rows[0]
}

export async function tasksOf(db: Db | Tx, instance: string): Promise<readonly Task[]> {
  const { rows } = await sql<Task>`
    select id, stage, seat, place, kind, parent, person, for_person as "forPerson", holder, vacancy, state, version, due_at as "dueAt", timed_out_at as "timedOutAt",
      decided_at as "decidedAt", decided_by as "decidedBy", decided_name as "decidedName", comment
    from approval.task where instance = ${instance}::uuid order by stage, place, id`.execute(db)
  return rows
}

export interface NewTask extends Pick<Task, 'id' | 'stage' | 'seat' | 'place' | 'kind' | 'parent' | 'person' | 'forPerson' | 'vacancy' | 'state'>, Partial<Pick<Task, 'holder'>> {
  readonly openedAt: Date | null
  readonly dueAt: Date | null
}
export async function insertTask(tx: Tx, instance: string, task: NewTask): Promise<void> {
  await sql`
    insert into approval.task (id, instance, stage, seat, place, kind, parent, person, for_person, holder, vacancy, state, opened_at, due_at)
    values (${task.id}::uuid, ${instance}::uuid, ${task.stage}, ${task.seat}, ${task.place}, ${task.kind}, ${task.parent}::uuid, ${task.person}::uuid,
      ${task.forPerson}::uuid, ${task.holder ?? null}::uuid, ${task.vacancy}, ${task.state}, ${task.openedAt}::timestamptz, ${task.dueAt}::timestamptz)`.execute(tx)
}

/** @param set assignments of `approval.task`. */
export async function changeTask(tx: Tx, id: string, set: RawBuilder<unknown>): Promise<void> {
  await sql`update approval.task set version = version + 1, ${set} where id = ${id}::uuid`.execute(tx)
}
export async function changeInstance(tx: Tx, id: string, set: RawBuilder<unknown>): Promise<void> {
  await sql`update approval.instance set version = version + 1, stuck = null, ${set} where id = ${id}::uuid`.execute(tx)
}
