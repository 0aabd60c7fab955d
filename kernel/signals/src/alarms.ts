// The list of alarms within one's organ and site, and taking note of one.
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { auditor } from '@houqin/define'
import type { Catalogue } from '@houqin/define'
import { mayReach, scopeOf, signature } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { record } from '@houqin/audit'
import type { Clock } from '@houqin/clock'
import type { Db, Tx } from '@houqin/db'
import { Problem, say } from '@houqin/problem'
import type { WireAlarm } from '@houqin/wire'

export interface AlarmQuery {
  readonly state?: 'open' | 'acknowledged' | 'cleared' | undefined
  readonly site?: string | undefined
  readonly limit?: number | undefined
}
interface AlarmRow {
  readonly id: string
  readonly signal: string
  readonly alarm: string
  readonly subject: string
  readonly subjectName: string
  readonly severity: WireAlarm['severity']
  readonly state: WireAlarm['state']
  readonly since: Date
  readonly raisedAt: Date
  readonly acknowledgedAt: Date | null
  readonly acknowledgedName: string | null
  readonly comment: string | null
  readonly clearedAt: Date | null
  readonly value: number
  readonly finding: WireAlarm['finding']
  readonly matter: string | null
  readonly organ: string | null
  readonly site: string | null
}
const columns = sql`id, signal, alarm, subject, subject_name as "subjectName", severity, state, since, raised_at as "raisedAt",
  acknowledged_at as "acknowledgedAt", acknowledged_name as "acknowledgedName", comment, cleared_at as "clearedAt", value, finding, matter, organ, site`

function wireOf(catalogue: Catalogue, { principal }: Actor, row: AlarmRow): WireAlarm<Date> {
  const signal = catalogue.signals.get(row.signal)
  const { subject, subjectName, organ, site, ...rest } = row
  return {
    ...rest,
    title: signal?.alarms[row.alarm]?.title ?? row.alarm,
    unit: signal?.unit ?? '',
    subject: { id: subject, name: subjectName },
    register: signal?.of.id ?? null,
    mayAcknowledge: signal !== undefined && row.state === 'open' && mayReach(principal, signal.access.acknowledge, { organ, site }),
  }
}

/** Alarms of every signal the reader may see: those that stand by severity, then those that are over, each newest first. */
export async function listAlarms(db: Db | Tx, catalogue: Catalogue, actor: Actor, query: AlarmQuery): Promise<{ rows: WireAlarm<Date>[]; total: number }> {
  const visible = [...catalogue.signals.values()].map((signal): RawBuilder<boolean> => {
    const reach = scopeOf({ principal: actor.principal, roles: [...signal.access.read, auditor], columns: { organ: sql`organ`, site: sql`site` } })
    return sql<boolean>`(signal = ${signal.id} and ${reach})`
  })
  if (visible.length === 0) return { rows: [], total: 0 }
  const where = sql`(${sql.join(visible, sql` or `)})
    and (${query.state ?? null}::text is null or state = ${query.state ?? null}) and (${query.site ?? null}::uuid is null or site = ${query.site ?? null}::uuid)`
  const { rows } = await sql<AlarmRow>`
    select ${columns} from signal.alarm where ${where}
    order by state = 'cleared', case when state <> 'cleared' then array_position(array['critical', 'major', 'minor'], severity) end, raised_at desc limit ${query.limit ?? 50}`.execute(db)
  const count = await sql<{ total: number }>`select count(*)::int as total from signal.alarm where ${where}`.execute(db)
  return { rows: rows.map((row) => wireOf(catalogue, actor, row)), total: count.rows[0]?.total ?? 0 }
}

/** @throws Problem `not-found` for an alarm the reader may not see, `not-allowed` for one that is not his to acknowledge. */
export async function acknowledge(
  tx: Tx,
  { catalogue, clock }: { catalogue: Catalogue; clock: Clock },
  actor: Actor,
  id: string,
  comment: string | undefined,
): Promise<WireAlarm<Date>> {
  const { rows } = await sql<AlarmRow>`select ${columns} from signal.alarm where id = ${id} for update`.execute(tx)
  const alarm = rows[0]
  const signal = alarm && catalogue.signals.get(alarm.signal)
  const place = { organ: alarm?.organ ?? null, site: alarm?.site ?? null }
  if (!alarm || !signal || !mayReach(actor.principal, [...signal.access.read, auditor], place))
    throw new Problem('not-found', say('没有这条告警，或不在您的范围内。', 'There is no such alarm within your reach.'))
  if (!mayReach(actor.principal, signal.access.acknowledge, place))
    throw new Problem('not-allowed', say('您可以查看但不能确认这条告警。', 'You may see this alarm but not acknowledge it.'))
  if (alarm.state !== 'open')
    throw new Problem('conflict', say(`这条告警已由${alarm.acknowledgedName ?? '系统'}处理。`, 'This alarm has been taken care of already.'))
  const after = await sql<AlarmRow>`
    update signal.alarm set state = 'acknowledged', acknowledged_at = ${clock.now()}, acknowledged_by = ${actor.principal.account},
      acknowledged_name = ${actor.principal.name}, comment = ${comment ?? null} where id = ${id} returning ${columns}`.execute(tx)
  await record(tx, {
    ...signature(actor),
    at: clock.now(),
    action: 'alarm.acknowledge',
    subject: { kind: alarm.signal, id },
    summary: `确认告警 ${signal.alarms[alarm.alarm]?.title ?? alarm.alarm} · ${alarm.subjectName}`,
  })
  return wireOf(catalogue, actor, after.rows[0] ?? alarm)
}
