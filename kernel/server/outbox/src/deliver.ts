// Delivering 送出: what is due is claimed, sent within a time limit, and kept with its receipt or with why it failed.
import type { Clock } from '@houqin/clock'
import type { Db } from '@houqin/db'
import { say } from '@houqin/problem'
import type { Sentence } from '@houqin/problem'
import { sql } from 'kysely'
import { DeliveryFailure } from './failure.ts'

export interface Delivery {
  readonly topic: string
  readonly key: string
  readonly payload: unknown
  /** 1 for the first attempt. */
  readonly attempt: number
}
/** How one topic is sent. */
export interface Handler {
  /** Rejects when it did not arrive; `DeliveryFailure` says whether ever. The signal is raised when the time is up. */
  readonly send: (delivery: Delivery, signal: AbortSignal) => Promise<{ readonly receipt: string }>
  /** Milliseconds of one attempt (20 s). */
  readonly timeout?: number
  /** Attempts under way at a time in one process (8). */
  readonly parallel?: number
  /** Attempts until it is given up (8: the last about four hours after the first). */
  readonly attempts?: number
}

interface Claimed extends Delivery {
  readonly id: string
}

const usual = { timeout: 20_000, parallel: 8, attempts: 8 } as const
/** After the first failure; doubled with each further one. */
const firstPause = 60_000
const longestPause = 4 * 3_600_000
/** Past the time limit nobody is sending any more, unless his machine was stopped: what he claimed is free then. */
const grace = 60_000

/** Sends everything of a topic that is due, `parallel` at a time. @returns how many attempts were made. */
export async function deliver(db: Db, clock: Clock, { topic, handler }: { topic: string; handler: Handler }): Promise<number> {
  let made = 0
  const next = (): Promise<Claimed | undefined> => claim(db, clock, { topic, handler })
  const lane = async (first?: Claimed): Promise<void> => {
    for (let claimed = first ?? (await next()); claimed; claimed = await next()) {
      made += 1
      await attempt(db, clock, { claimed, handler })
    }
  }
  // Mostly there is nothing, which one look shows.
  const first = await next()
  if (first) await Promise.all([lane(first), ...Array.from({ length: (handler.parallel ?? usual.parallel) - 1 }, () => lane())])
  return made
}

async function claim(db: Db, clock: Clock, { topic, handler }: { topic: string; handler: Handler }): Promise<Claimed | undefined> {
  const now = clock.now()
  const lost = new Date(now.getTime() + (handler.timeout ?? usual.timeout) + grace)
  const { rows } = await sql<Claimed>`
    update outbox.delivery set attempts = attempts + 1, next_at = ${lost}
    where id = (select id from outbox.delivery where topic = ${topic} and state = 'waiting' and next_at <= ${now} order by next_at, id limit 1 for update skip locked)
    returning id, topic, key, payload, attempts as attempt`.execute(db)
  return rows[0]
}

async function attempt(db: Db, clock: Clock, { claimed, handler }: { claimed: Claimed; handler: Handler }): Promise<void> {
  const { id, attempt: number, ...delivery } = claimed
  // Who comes back after the time limit changes nothing: the delivery is at another attempt, or over.
  const mine = sql`id = ${id} and state = 'waiting' and attempts = ${number}`
  try {
    const { receipt } = await withinTime(handler.timeout ?? usual.timeout, (signal) => handler.send({ ...delivery, attempt: number }, signal))
    await sql`update outbox.delivery set state = 'sent', receipt = ${receipt}, problem = null, ended_at = ${clock.now()} where ${mine}`.execute(db)
  } catch (error) {
    const now = clock.now()
    const problem = JSON.stringify(saysOf(error))
    if (error instanceof DeliveryFailure && error.again !== null && !error.permanent) {
      await sql`update outbox.delivery set attempts = attempts - 1, problem = ${problem}::jsonb, next_at = ${error.again} where ${mine}`.execute(db)
      return
    }
    const hopeless = (error instanceof DeliveryFailure && error.permanent) || number >= (handler.attempts ?? usual.attempts)
    const pause = Math.min(firstPause * 2 ** (number - 1), longestPause)
    await (hopeless
      ? sql`update outbox.delivery set state = 'dead', problem = ${problem}::jsonb, ended_at = ${now} where ${mine}`
      : sql`update outbox.delivery set problem = ${problem}::jsonb, next_at = ${new Date(now.getTime() + pause)} where ${mine}`
    ).execute(db)
  }
}

/** Ends with the time limit even when the one who sends takes no notice of the signal. */
async function withinTime<Result>(timeout: number, send: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const stop = new AbortController()
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => {
    const failure = new DeliveryFailure({
      permanent: false,
      says: say(`对方 ${timeout / 1000} 秒内没有答复，稍后自动重试`, `No answer within ${timeout / 1000} seconds; it will be tried again`),
    })
    late.reject(failure)
    stop.abort(failure)
  }, timeout)
  try {
    return await Promise.race([send(stop.signal), late.promise])
  } finally {
    clearTimeout(timer)
  }
}

function saysOf(error: unknown): Sentence {
  if (error instanceof DeliveryFailure) return error.says
  const why = error instanceof Error ? error.message : String(error)
  return say(`发送时出错：${why}`, `Sending failed: ${why}`)
}
