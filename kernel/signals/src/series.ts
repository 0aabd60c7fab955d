// A signal's present value and its course: read within one's organ and site.
import { sql } from 'kysely'
import { auditor } from '@houqin/define'
import type { Signal } from '@houqin/define'
import { scopeOf } from '@houqin/access'
import type { Actor } from '@houqin/access'
import type { Db, Tx } from '@houqin/db'
import { tableSqlOf } from '@houqin/fields'
import { Problem, say } from '@houqin/problem'

function reach(actor: Actor, signal: Signal, alias: string) {
  return scopeOf({
    principal: actor.principal,
    roles: [...signal.access.read, auditor],
    columns: { organ: sql`${sql.ref(`${alias}.organ`)}`, site: sql`${sql.ref(`${alias}.site`)}` },
  })
}

/** The latest reading of each subject, or of one. */
export async function latest(db: Db | Tx, actor: Actor, signal: Signal, subject?: string): Promise<{ rows: unknown[] }> {
  const { rows } = await sql<{ id: string; name: string; value: number; at: Date; receivedAt: Date; attributes: unknown }>`
    select l.subject as id, t.label as name, l.value, l.at, l.received_at as "receivedAt", l.attributes
    from signal.latest l join ${tableSqlOf(signal.of.id)} t on t.id = l.subject
    where l.signal = ${signal.id} and (${subject ?? null}::uuid is null or l.subject = ${subject ?? null}::uuid) and ${reach(actor, signal, 'l')}
    order by t.label collate "zh-natural" limit 1000`.execute(db)
  return { rows: rows.map(({ id, name, ...rest }) => ({ subject: { id, name }, ...rest })) }
}

export interface SeriesRow {
  readonly at: Date
  readonly min: number
  readonly max: number
  readonly mean: number
  readonly count: number
}

/**
 * The course of one subject between two moments, one row per `step` seconds that has readings.
 * @throws Problem `bad-request` for a window of more than 2,000 steps.
 */
export async function series(
  db: Db | Tx,
  actor: Actor,
  signal: Signal,
  { subject, from, to, step }: { subject: string; from: Date; to: Date; step: number },
): Promise<{ rows: readonly SeriesRow[] }> {
  const steps = (to.getTime() - from.getTime()) / 1000 / step
  if (!(steps > 0 && steps <= 2000))
    throw new Problem('bad-request', say('时间段与步长不合适：最多 2000 个点，且结束须晚于开始。', 'At most 2,000 steps, and the end must come after the beginning.'))
  const { rows } = await sql<SeriesRow>`
    select date_bin(make_interval(secs => ${step}), r.at, ${from}) as at, min(r.value) as min, max(r.value) as max, avg(r.value) as mean, count(*)::int as count
    from signal.reading r
    where r.signal = ${signal.id} and r.subject = ${subject}::uuid and r.at >= ${from} and r.at < ${to}
      and exists (select 1 from signal.latest l where l.signal = r.signal and l.subject = r.subject and ${reach(actor, signal, 'l')})
    group by 1 order by 1`.execute(db)
  return { rows }
}
