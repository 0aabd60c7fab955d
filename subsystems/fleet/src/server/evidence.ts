// Evidence 核查依据: the alarms a matter came of, when and where by the car's own clock, and the slips that let the car be out then.
import type { Actor } from '@houqin/access'
import type { System } from '@houqin/http'
import { noRow, scopeSql } from '@houqin/register-rights'
import type { WireFinding } from '@houqin/wire'
import { sql } from 'kysely'
import type { Evidence } from '../contract/answers.ts'
import { vehicle } from '../contract/index.ts'
import { titleOfAlarm } from './alarm-titles.ts'
import { eventKindOf } from './meaning/events.ts'
import { slipsOf } from './office/slips.ts'
import { ordinary } from './positions.ts'

type Alarm = Evidence<Date, WireFinding>['alarms'][number]
/** Enough to see where it came from and went to. */
const aroundMs = 30 * 60_000
/** A map of more than a day shows nothing. */
const longestMs = 86_400_000

/**
 * @param given `matter` whose alarms are asked about, or `at`, a moment without an alarm.
 * @throws Problem not-found for a car the reader may not see on a map.
 */
export async function evidenceFor({ db, clock }: System, actor: Actor, given: { vehicle: string; matter?: string | undefined; at?: string | undefined }): Promise<Evidence<Date, WireFinding>> {
  const { rows: [car] } = await sql<{ id: string; name: string }>`
    select t.id, t.label as name from fleet.vehicle t where t.id = ${given.vehicle}::uuid and ${ordinary} and ${scopeSql(actor, vehicle, 'read')}`.execute(db)
  if (!car) throw noRow(vehicle)
  const alarms = given.matter === undefined ? [] : await alarmsOf(db, { vehicle: car.id, matter: given.matter, now: clock.now() })
  const moment = given.at === undefined ? [] : [new Date(given.at).getTime()]
  const begins = [...alarms.map((one) => one.begins.getTime()), ...moment]
  if (begins.length === 0) return { vehicle: car, alarms, from: null, to: null, heard: false, slips: [] }
  const first = Math.min(...begins)
  const last = Math.min(first + longestMs, Math.max(...alarms.map(({ ends }) => ends.getTime()), ...moment))
  const [from, to] = [new Date(first - aroundMs), new Date(last + aroundMs)]
  const slips = await slipsOf(db, car.id, new Date(first), new Date(last))
  const { rows: heard } = await sql`select 1 from fleet.position where vehicle = ${car.id}::uuid and at >= ${from} and at < ${to} and latitude is not null and quality & 3 = 0 limit 1`.execute(db)
  return {
    vehicle: car, alarms, from, to, heard: heard.length > 0,
    slips: slips.map(({ number, kind, whither, driverName, from, to, leftAt, cameAt }) => ({ number, kind, whither, driver: driverName, from: leftAt ?? from, to: cameAt ?? to })),
  }
}

/** What was found of the day knows when it began; an alarm that is raised while it goes on only when it was noticed. */
async function alarmsOf(db: System['db'], { vehicle: id, matter, now }: { vehicle: string; matter: string; now: Date }): Promise<readonly Alarm[]> {
  const { rows } = await sql<{ id: string; signal: string; alarm: string; since: Date; over: Date; finding: WireFinding | null }>`
    select a.id, a.signal, a.alarm, a.since, coalesce(a.cleared_at, ${now}::timestamptz) as over, a.finding
      from signal.alarm a where a.subject = ${id}::uuid and a.matter = ${matter} order by a.since, a.id limit 50`.execute(db)
  const { rows: events } = await sql<{ kind: string; begins: Date; ends: Date; longitude: number | null; latitude: number | null }>`
    select kind, begins, ends, longitude / 1e6::float8 as longitude, latitude / 1e6::float8 as latitude from fleet.event
     where vehicle = ${id}::uuid and withdrawn_at is null and begins <= ${rows.at(-1)?.over ?? now}::timestamptz and ends >= ${rows[0]?.since ?? now}::timestamptz - interval '1 hour' order by begins`.execute(db)
  return rows.map(({ id: key, signal, alarm, since, over, finding }): Alarm => {
    const kind = eventKindOf(signal)
    const seen = events.find((one) => one.kind === kind && one.begins <= over && one.ends.getTime() >= since.getTime() - 15 * 60_000)
    return {
      id: key, title: titleOfAlarm(signal, alarm), begins: seen?.begins ?? since, ends: seen?.ends ?? over,
      longitude: seen?.longitude ?? null, latitude: seen?.latitude ?? null, finding,
    }
  })
}
