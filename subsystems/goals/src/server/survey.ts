// The survey goes out and comes in 测评的发出与收回: once a quarter to every organ, ended by the clock where nobody answers.
import { systemActor } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { instantOf } from '@houqin/clock'
import type { Tx } from '@houqin/db'
import type { System } from '@houqin/http'
import type { Tick } from '@houqin/jobs'
import { effects } from '@houqin/matters'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { survey } from '../contract/index.ts'
import type { SurveyRound } from '../contract/index.ts'

const evening = '18:00'
const hours = 3_600_000

export const surveyEffects = effects(survey, {
  start: ({ matter, engine }) => engine.setDue(instantOf({ date: matter.form.until, time: evening })),
})

/**
 * Asks every organ in service that has not been asked for this quarter, so that a second press adds only newcomers.
 * @param round `quarter` as 2026-Q4, `until` the last day for answers. @returns how many were asked.
 * @throws Problem `bad-request` for a last day that has passed, and what the engine of matters refuses.
 */
export async function sendSurvey(tx: Tx, { clock, matters }: System, { actor, round: { quarter, until } }: { actor: Actor; round: { readonly quarter: string; readonly until: string } }): Promise<{ sent: number }> {
  if (until < clock.today()) throw new Problem('bad-request', say(`截止日期 ${until} 已经过去。`, `The last day, ${until}, has passed.`))
  // Two officers who press at once: the second waits, and then finds everybody asked.
  await sql`select pg_advisory_xact_lock(hashtextextended('goals.survey', 0))`.execute(tx)
  const { rows } = await sql<{ id: string }>`
    select o.id from people.organ o
     where o.retired_at is null and o.merged_into is null
       and not exists (select from goals.survey f where f.organ = o.id and f.quarter = ${quarter})
     order by o.label collate "zh-natural"`.execute(tx)
  for (const { id } of rows) await matters.start(tx, actor, survey, { input: { organ: id, quarter, until } })
  return { sent: rows.length }
}

/** The latest first. */
export async function surveyRounds({ db }: System): Promise<SurveyRound[]> {
  const { rows } = await sql<SurveyRound>`
    select f.quarter, count(*)::int as sent, (count(*) filter (where m.state = 'answered'))::int as answered,
           (count(*) filter (where m.state = 'lapsed'))::int as lapsed, to_char(max(f.until), 'YYYY-MM-DD') as until
      from goals.survey f join matter.matter m on m.id = f.matter group by f.quarter order by f.quarter desc`.execute(db)
  return rows
}

/** Two days of grace: paper that was handed in on the last day can still be entered. */
export function endSurveys(system: System): Tick {
  return { name: 'goals.end-surveys', every: hours, run: () => endLate(system) }
}
/** Each in a transaction of its own. @returns how many ended without an answer. */
export async function endLate({ db, clock, matters, log }: System): Promise<number> {
  const { rows } = await sql<{ number: string; version: number }>`
    select m.number, m.version from matter.matter m
     where m.kind = ${survey.id} and m.state = 'asked' and m.due_at < ${new Date(clock.now().getTime() - 48 * hours)} order by m.due_at`.execute(db)
  let ended = 0
  for (const { number, version } of rows)
    try {
      await db.transaction().execute((tx) => matters.step(tx, systemActor, survey, number, 'lapse', { comment: '截止后两天仍未填写', version }))
      ended += 1
    } catch (error) {
      // Somebody answered in this very moment.
      if (!(error instanceof Problem)) throw error
      log.warn({ number, type: error.type }, 'survey not ended: somebody was faster')
    }
  return ended
}
