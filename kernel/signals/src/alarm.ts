// An alarm 告警: raised once a breach has lasted, cleared once calm has, with the clause that judged it.
import { sql } from 'kysely'
import type { Actor } from '@houqin/access'
import type { Clock } from '@houqin/clock'
import type { Tx } from '@houqin/db'
import type { AlarmKind, Finding, Signal } from '@houqin/define'
import { publish } from '@houqin/events'
import { newId } from '@houqin/fields'
import { figuresAsOf, wire } from '@houqin/standards'
import type { FiguresOnADay } from '@houqin/standards'
import { localDate } from '@houqin/clock'
import type { WireFinding } from '@houqin/wire'
import type { CheckedReading, Subject } from './reading.ts'
import { toldAt } from './store.ts'

/** What a subsystem is told when an alarm is raised; it answers with the number of the matter it started, if any. */
export interface RaisedAlarm {
  readonly id: string
  readonly signal: Signal
  readonly alarm: string
  readonly title: string
  readonly subject: Subject
  readonly since: Date
  readonly value: number
  readonly finding: AlarmFinding
}
/** Without a standard behind it there is no citation. */
export type AlarmFinding = Omit<WireFinding, 'cite' | 'standard'> & { readonly standard: string | null; readonly cite: WireFinding['cite'] | null }
export type OnAlarm = (raised: RaisedAlarm & { tx: Tx; actor: Actor }) => Promise<string | undefined>

interface Judged {
  readonly reading: CheckedReading
  readonly receivedAt: Date
}
/** The figures of a day, read once for all readings of a request. */
export type FiguresOf = (kind: AlarmKind, day: string) => Promise<FiguresOnADay | undefined>

export function figuresReader(tx: Tx): FiguresOf {
  const read = new Map<string, Promise<FiguresOnADay>>()
  return async (kind, day) => {
    const standard = kind.rule.standard
    if (!standard) return undefined
    const key = `${standard.id} ${day}`
    const known = read.get(key) ?? figuresAsOf(tx, standard, day)
    read.set(key, known)
    return known
  }
}

interface Judging {
  readonly figuresOf: FiguresOf
  readonly clock: Clock
  readonly actor: Actor
  readonly onAlarm: readonly OnAlarm[]
}

/** Moves every alarm of the reading's signal on by this one reading. The caller feeds readings in device-time order. */
export async function judgeReading(tx: Tx, { reading: given, receivedAt }: Judged, { figuresOf, clock, actor, onAlarm }: Judging): Promise<void> {
  const reading = { ...given, at: new Date(toldAt(given, receivedAt)) }
  for (const [name, kind] of Object.entries(reading.signal.alarms)) {
    const { said, figures } = await saidOf(kind, { reading, receivedAt }, figuresOf)
    if (said === undefined) continue
    const worst = said[0]
    if (worst) await worsen(tx, { reading, name, kind, finding: findingOf(worst, kind, figures), clock, actor, onAlarm })
    else await calm(tx, { reading, name, kind, clock })
  }
}

/** What was over when it was told: an alarm of its own, whatever stands of the same kind, and at once a cleared one. */
export async function judgePast(tx: Tx, { reading, receivedAt }: Judged, { figuresOf, clock, actor, onAlarm }: Judging): Promise<void> {
  const until = reading.until ?? reading.at
  for (const [name, kind] of Object.entries(reading.signal.alarms)) {
    const { said, figures } = await saidOf(kind, { reading, receivedAt }, figuresOf)
    const worst = said?.[0]
    if (worst && until.getTime() - reading.at.getTime() >= kind.rule.raiseAfter)
      await raise(tx, { reading, name, kind, finding: findingOf(worst, kind, figures), clock, actor, onAlarm, since: reading.at, clearedAt: clock.now() })
  }
}

async function saidOf(kind: AlarmKind, { reading, receivedAt }: Judged, figuresOf: FiguresOf) {
  const figures = await figuresOf(kind, localDate(reading.at))
  const said = kind.rule.judge({ value: reading.value, at: reading.at, receivedAt, attributes: reading.attributes }, figures?.figures as never)
  return { said, figures }
}

function findingOf(found: Finding, kind: AlarmKind, figures: FiguresOnADay | undefined): AlarmFinding {
  if (kind.rule.standard && figures) return wire({ standard: kind.rule.standard, found, figures })
  return { level: found.level, says: found.says, measured: found.measured ?? null, limit: found.limit ?? null, unit: found.unit ?? null, advice: found.advice, en: found.en, standard: null, cite: null, mend: null }
}

interface Worse extends Omit<Judging, 'figuresOf'> {
  readonly reading: CheckedReading
  readonly name: string
  readonly kind: AlarmKind
  readonly finding: AlarmFinding
}

async function worsen(tx: Tx, worse: Worse): Promise<void> {
  const { reading: { signal, subject, at }, name, kind } = worse
  const { rows } = await sql<{ since: Date }>`
    insert into signal.breach as b (signal, alarm, subject, since) values (${signal.id}, ${name}, ${subject.id}, ${at})
    on conflict (signal, alarm, subject) do update set calm_since = null, since = least(b.since, excluded.since) returning since`.execute(tx)
  const since = rows[0]?.since ?? at
  if (at.getTime() - since.getTime() >= kind.rule.raiseAfter) await raise(tx, { ...worse, since, clearedAt: null })
}

/** @param clearedAt null while it stands; of those that stand one of a kind is raised for each subject. */
async function raise(tx: Tx, { reading, name, kind, finding, clock, actor, onAlarm, since, clearedAt }: Worse & { since: Date; clearedAt: Date | null }): Promise<void> {
  const { signal, subject, value } = reading
  const id = newId(clock)
  const state = clearedAt === null ? 'open' : 'cleared'
  const raised = await sql`
    insert into signal.alarm (id, signal, alarm, subject, subject_name, severity, state, since, raised_at, cleared_at, value, finding, organ, site)
    values (${id}, ${signal.id}, ${name}, ${subject.id}, ${subject.name}, ${kind.severity}, ${state}, ${since}, ${clock.now()}, ${clearedAt}, ${value},
      ${JSON.stringify(finding)}::jsonb, ${subject.organ}, ${subject.site})
    on conflict (signal, alarm, subject) where state <> 'cleared' do nothing returning id`.execute(tx)
  if (raised.rows.length === 0) return
  for (const react of onAlarm) {
    const matter = await react({ id, signal, alarm: name, title: kind.title, subject, since, value, finding, tx, actor })
    if (matter !== undefined) await sql`update signal.alarm set matter = ${matter} where id = ${id}`.execute(tx)
  }
  await tell(tx, { id, state, reading, title: kind.title, clock })
}

async function calm(tx: Tx, { reading, name, kind, clock }: { reading: CheckedReading; name: string; kind: AlarmKind; clock: Clock }): Promise<void> {
  const { signal, subject, at } = reading
  const { rows } = await sql<{ calm_since: Date }>`
    update signal.breach set calm_since = least(calm_since, ${at})
    where signal = ${signal.id} and alarm = ${name} and subject = ${subject.id} returning calm_since`.execute(tx)
  const since = rows[0]?.calm_since
  if (!since || at.getTime() - since.getTime() < kind.rule.clearAfter) return
  await sql`delete from signal.breach where signal = ${signal.id} and alarm = ${name} and subject = ${subject.id}`.execute(tx)
  const cleared = await sql<{ id: string }>`
    update signal.alarm set state = 'cleared', cleared_at = ${clock.now()}
    where signal = ${signal.id} and alarm = ${name} and subject = ${subject.id} and state <> 'cleared' returning id`.execute(tx)
  const id = cleared.rows[0]?.id
  if (id !== undefined) await tell(tx, { id, state: 'cleared', reading, title: kind.title, clock })
}

async function tell(
  tx: Tx,
  { id, state, reading, title, clock }: { id: string; state: string; reading: CheckedReading; title: string; clock: Clock },
): Promise<void> {
  const { signal, subject } = reading
  await publish(tx, {
    at: clock.now(),
    topic: 'alarm',
    audience: {
      roles: signal.access.read.map(({ role }) => role),
      ...(subject.organ !== null && { organ: subject.organ }),
      ...(subject.site !== null && { site: subject.site }),
    },
    payload: { id, state, title, subject: subject.name, signal: signal.id },
  })
}
