// A job 任务: long work that a person watches; it survives a restart and says how far it has come.
import { sql } from 'kysely'
import type { Clock } from '@houqin/clock'
import type { Db, Tx } from '@houqin/db'
import { newId } from '@houqin/fields'
import { Problem, say } from '@houqin/problem'
import type { HouseJob, WireJob } from '@houqin/wire'

export interface Working {
  readonly db: Db
  readonly payload: unknown
  /** Says how far it has come; also proves that the worker lives. @throws Problem `conflict` when the owner has stopped it. */
  readonly progress: (done: number, of?: number) => Promise<void>
}
export type Workers = Readonly<Record<string, (working: Working) => Promise<unknown>>>

/** A worker that has not been heard of for so long is dead, and its job is taken over. */
const silence = 60_000
/** Of a job that fails of itself, */
const attempts = 3
/** and of one whose worker dies at it: what strikes the server down each time must not be begun at every start for ever. */
const mostTakeovers = 10
const columns = sql`id, title, state, done, of, result, problem`

/** @returns the job's id; it begins after the caller's commit. */
export async function enqueue(
  tx: Tx | Db,
  clock: Clock,
  job: { kind: string; title: string; owner?: string | null; payload?: unknown },
): Promise<string> {
  const id = newId(clock)
  await sql`insert into job.job (id, kind, title, owner, state, payload, created_at)
    values (${id}, ${job.kind}, ${job.title}, ${job.owner ?? null}, 'queued', ${JSON.stringify(job.payload ?? {})}::jsonb, ${clock.now()})`.execute(tx)
  return id
}

/** @param owner the caller's account; another's job is not found. @throws Problem not-found. */
export async function readJob(db: Db | Tx, id: string, owner: string): Promise<WireJob> {
  const { rows } = await sql<WireJob>`select ${columns} from job.job where id = ${id} and (owner = ${owner} or owner is null)`.execute(db)
  const job = rows[0]
  if (!job) throw noJob()
  return job
}
function noJob(): Problem {
  return new Problem('not-found', say('没有这个任务。', 'There is no such job.'))
}

/**
 * Asks that it end: where it next says how far it has come, or before it begins. What it wrote by then stays, if it keeps
 * what it wrote; a job that is over stays as it is.
 * @param owner the caller's account; another's job is not found. @throws Problem not-found.
 */
export async function stopJob(tx: Tx | Db, id: string, owner: string): Promise<WireJob> {
  const { rows: [job] } = await sql<WireJob>`
    update job.job set stop = stop or state in ('queued', 'running') where id = ${id} and owner = ${owner} returning ${columns}`.execute(tx)
  if (!job) throw noJob()
  return job
}

/** What the house itself has under way, the oldest first: work nobody in particular asked for and everybody may know of. */
export async function houseJobs(db: Db | Tx): Promise<readonly HouseJob[]> {
  const { rows } = await sql<HouseJob>`
    select id, title, state, done, of from job.job where owner is null and state in ('queued', 'running') order by created_at, seq limit 20`.execute(db)
  return rows
}

/** Takes the oldest waiting job, or one whose worker fell silent, and does it. @returns whether there was one. */
export async function workOnce(db: Db, clock: Clock, workers: Workers): Promise<boolean> {
  const now = clock.now()
  const silent = sql`state = 'running' and heartbeat_at < ${new Date(now.getTime() - silence)}`
  const { rows } = await sql<{ id: string; kind: string; payload: unknown; attempts: number }>`
    with deadly as (
      update job.job set state = 'failed', problem = ${`开始了 ${mostTakeovers} 次，每次都随程序中断，不再重试。`}, finished_at = ${now}
      where kind = any(${Object.keys(workers)}::text[]) and ${silent} and attempts >= ${mostTakeovers})
    update job.job set state = 'running', attempts = attempts + 1, started_at = ${now}, heartbeat_at = ${now}
    where id = (select id from job.job
      where kind = any(${Object.keys(workers)}::text[])
        and (state = 'queued' or (${silent} and attempts < ${mostTakeovers}))
      order by created_at, seq limit 1 for update skip locked)
    returning id, kind, payload, attempts`.execute(db)
  const job = rows[0]
  const work = job && workers[job.kind]
  if (!job || !work) return false
  // whoever was thought dead and comes back late changes nothing: the job is at another attempt
  const finish = (state: 'done' | 'failed' | 'queued', result: unknown, problem: string | null) =>
    sql`update job.job set state = ${state}, result = ${JSON.stringify(result ?? null)}::jsonb, problem = ${problem},
      finished_at = ${state === 'queued' ? null : clock.now()}
      where id = ${job.id} and attempts = ${job.attempts}`.execute(db)
  try {
    const result = await work({
      db,
      payload: job.payload,
      async progress(done, of) {
        const { rows: [told] } = await sql<{ stop: boolean }>`
          update job.job set done = ${done}, of = coalesce(${of ?? null}, of), heartbeat_at = ${clock.now()} where id = ${job.id} and attempts = ${job.attempts} returning stop`.execute(db)
        if (!told) throw new Error(`${job.kind} ${job.id} was taken over by another worker`)
        if (told.stop) throw new Problem('conflict', say('已按要求停止。', 'It was stopped, as asked.'))
      },
    })
    await finish('done', result, null)
  } catch (error) {
    const says = error instanceof Problem ? error.detail.zh : error instanceof Error ? error.message : String(error)
    await finish(job.attempts < attempts && !(error instanceof Problem) ? 'queued' : 'failed', null, says)
  }
  return true
}
