// Events kept and told 事件: what was found is written down once, told to the signals' engine while it goes on and when it is over, and withdrawn where late data says otherwise.
import { systemActor } from '@houqin/access'
import { formatInstant, localDate } from '@houqin/clock'
import type { Tx } from '@houqin/db'
import type { System } from '@houqin/http'
import type { GivenReading } from '@houqin/signals'
import { figuresAsOf } from '@houqin/standards'
import { sql } from 'kysely'
import { evidenceInEnglish, fuelDrop, idling, missedDestination, movement, offHours, outOfBounds, speeding, terminalAlarms, unmovedSlip, withoutSlip } from '../../contract/index.ts'
import type { Place } from './place.ts'
import type { Watched } from './watch.ts'

/** Judged of a slip once it is over, and not of a day. */
export type SlipEventKind = 'unmovedSlip' | 'missedDestination'
export type EventKind = Watched | 'offHours' | 'sealed' | 'withoutSlip' | SlipEventKind
export interface FoundEvent {
  readonly kind: EventKind
  readonly begins: number
  readonly ends: number
  readonly goingOn: boolean
  readonly measured: number
  readonly place: Place | null
  readonly caughtUp: boolean
  /** Which fence was left or entered, in words. */
  readonly fence?: string | undefined
}
interface Kept {
  readonly id: string
  readonly kind: EventKind
  readonly begins: Date
  readonly ends: Date
  readonly goingOn: boolean
  readonly measured: string
  readonly told: 'no' | 'open' | 'told'
  readonly caughtUp: boolean
  readonly latitude: number | null
  readonly longitude: number | null
  readonly fence: string | null
}
interface OfDay {
  readonly vehicle: string
  readonly day: string
}

const measuredBy = { speeding, idling, offHours, outOfBounds, fuelDrop, withoutSlip, unmovedSlip, missedDestination } as const
/** The kind of event that a signal's alarms are told of. */
export const eventKindOf = (signal: string): EventKind | undefined =>
  signal === movement.id ? 'sealed' : (Object.keys(measuredBy) as (keyof typeof measuredBy)[]).find((kind) => measuredBy[kind].id === signal)
const ofSlips: readonly EventKind[] = ['unmovedSlip', 'missedDestination'] satisfies readonly SlipEventKind[]
const bits = { antennaOpen: 5, powerCut: 8 } as const

/**
 * Writes what was found of a day and tells what is new about it.
 * What stands now is told by our clock, so that no device's can hold it back; the evidence says the device's.
 */
export async function keepEvents(tx: Tx, system: System, { vehicle, day, found, anew }: OfDay & { found: readonly FoundEvent[]; anew: boolean }): Promise<void> {
  const now = system.clock.now()
  const kept: string[] = []
  for (const one of found) kept.push(await keep(tx, { vehicle, day }, one))
  const { rows: gone } = await sql<Kept>`
    update fleet.event set withdrawn_at = ${now}, going_on = false
    where vehicle = ${vehicle} and withdrawn_at is null and not (id = any(${kept}::bigint[]))
      and day = ${day}::date and ${anew} and not (kind = any(${ofSlips}::text[])) returning ${columns}`.execute(tx)
  // a day that is over by what came after it goes on no more
  const { rows: due } = await sql<Kept>`
    update fleet.event set going_on = going_on and id = any(${kept}::bigint[])
    where vehicle = ${vehicle} and withdrawn_at is null and (id = any(${kept}::bigint[]) and told <> 'told' or going_on and day <= ${day}::date) returning ${columns}`.execute(tx)
  const readings = [...due.flatMap((one) => readingsOf(vehicle, one, now)), ...gone.filter(({ told }) => told === 'open').map((one) => calm(vehicle, one, now))]
  if (readings.length > 0) await system.signals.ingest(tx, systemActor, readings)
  await sql`update fleet.event set told = case when going_on then 'open' else 'told' end where id = any(${[...due, ...gone].map(({ id }) => id)}::bigint[])`.execute(tx)
}
const columns = sql`id, kind, begins, ends, going_on as "goingOn", measured::text as measured, told, caught_up as "caughtUp", latitude, longitude, fence`

/** What was found of a slip that is over: written down once, and told once. */
export async function keepSlipEvent(tx: Tx, system: System, vehicle: string, found: FoundEvent & { readonly kind: SlipEventKind; readonly about: string }): Promise<void> {
  const day = localDate(new Date(found.begins))
  const id = await keep(tx, { vehicle, day }, found)
  const at = { at: new Date(found.begins).toISOString(), until: new Date(found.ends).toISOString() }
  const signal = measuredBy[found.kind]
  const evidence = `${found.about}，${evidenceOf(found)}`
  await system.signals.ingest(tx, systemActor, [{ ...at, signal: signal.id, device: `${signal.id} ${vehicle}`, subject: vehicle, sequence: Number(id) * 2, value: found.measured, attributes: { evidence: evidence.slice(0, 200) } }])
  await sql`update fleet.event set told = 'told' where id = ${id}::bigint`.execute(tx)
}
/** What came later says it was not so. */
export async function withdrawSlipEvents(tx: Tx, { vehicle, begins, at }: { vehicle: string; begins: Date; at: Date }): Promise<void> {
  await sql`update fleet.event set withdrawn_at = ${at} where vehicle = ${vehicle}::uuid and begins = ${begins} and kind = any(${ofSlips}::text[]) and withdrawn_at is null`.execute(tx)
}

/** The same event where one of its kind overlaps it: its end and its figure move on. @returns its id. */
async function keep(tx: Tx, { vehicle, day }: OfDay, { kind, begins, ends, goingOn, measured, place, caughtUp, fence }: FoundEvent): Promise<string> {
  const says = await saysOf(tx, { day, kind, measured, evidence: evidenceOf({ begins, ends, place, fence }) })
  const { rows: [known] } = await sql<{ id: string }>`
    update fleet.event set ends = ${new Date(ends)}, going_on = ${goingOn}, measured = ${measured}, says = ${JSON.stringify(says)}::jsonb, caught_up = caught_up or ${caughtUp}
    where id = (select id from fleet.event where vehicle = ${vehicle} and day = ${day}::date and kind = ${kind} and withdrawn_at is null
      and begins <= ${new Date(ends)} and ends >= ${new Date(begins)} order by begins limit 1) returning id`.execute(tx)
  if (known) return known.id
  const { rows: [fresh] } = await sql<{ id: string }>`
    insert into fleet.event (vehicle, day, kind, begins, ends, going_on, measured, latitude, longitude, caught_up, fence, says)
    values (${vehicle}, ${day}::date, ${kind}, ${new Date(begins)}, ${new Date(ends)}, ${goingOn}, ${measured}, ${place?.latitude ?? null}, ${place?.longitude ?? null}, ${caughtUp}, ${fence ?? null}, ${JSON.stringify(says)}::jsonb)
    on conflict (vehicle, day, kind, begins) do update set ends = excluded.ends, going_on = excluded.going_on, measured = excluded.measured, fence = excluded.fence, says = excluded.says, withdrawn_at = null
    returning id`.execute(tx)
  return fresh?.id ?? ''
}

/** Raised while it goes on, calm when that is over; told afterwards it is one reading with its end. */
function readingsOf(vehicle: string, one: Kept, now: Date): GivenReading[] {
  if (one.told === 'open') return one.goingOn ? [] : [calm(vehicle, one, now)]
  const at = one.goingOn ? { at: now.toISOString() } : { at: one.begins.toISOString(), until: one.ends.toISOString() }
  const common = { ...at, subject: vehicle, sequence: Number(one.id) * 2 }
  const evidence = evidenceOf({ begins: one.begins.getTime(), ends: one.ends.getTime(), place: placeOf(one), fence: one.fence })
  if (one.kind === 'sealed') return [{ ...common, signal: movement.id, device: `fleet.sealed ${vehicle}`, value: Number(one.measured), attributes: { immobilised: true, evidence: evidence.slice(0, 100) } }]
  if (one.kind === 'antennaOpen' || one.kind === 'powerCut')
    // what came as it happened was told as it happened
    return one.caughtUp && !one.goingOn ? [{ ...common, signal: terminalAlarms.id, device: `fleet.bits ${vehicle}`, value: 2 ** bits[one.kind], attributes: { evidence: evidence.slice(0, 100) } }] : []
  const signal = measuredBy[one.kind]
  return [{ ...common, signal: signal.id, device: `${signal.id} ${vehicle}`, value: Number(one.measured), attributes: { evidence } }]
}
function calm(vehicle: string, { id, kind }: Kept, now: Date): GivenReading {
  const signal = measuredBy[kind as keyof typeof measuredBy]
  return { signal: signal.id, device: `${signal.id} ${vehicle}`, subject: vehicle, sequence: Number(id) * 2 + 1, at: now.toISOString(), value: 0, attributes: { evidence: '已结束', over: true } }
}

/** As the standard of the day puts it, for the page of the day. */
async function saysOf(tx: Tx, { day, kind, measured, evidence }: { day: string; kind: EventKind; measured: number; evidence: string }): Promise<{ zh: string; en: string }> {
  if (kind === 'sealed') return sealedSays(evidence)
  if (kind === 'antennaOpen') return { zh: `终端报警：天线断开，${evidence}`, en: `The terminal says: antenna open, ${evidenceInEnglish(evidence)}` }
  if (kind === 'powerCut') return { zh: `终端报警：主电源断电，${evidence}`, en: `The terminal says: main power cut, ${evidenceInEnglish(evidence)}` }
  const { scale, alarms: { exceeded: { rule } } } = measuredBy[kind]
  const { standard } = rule
  if (standard === undefined) throw new Error(`${kind} has no standard`)
  const { figures } = await figuresAsOf(tx, standard, day)
  const [found] = standard.check({ measured: measured.toFixed(scale), evidence }, figures as never)
  return { zh: found?.says ?? evidence, en: found?.en.says ?? evidence }
}
const sealedSays = (evidence: string): { zh: string; en: string } => ({ zh: `封存期间行驶，${evidence}`, en: `Driving while immobilised, ${evidenceInEnglish(evidence)}` })
/** Of a trip on a sealed day, whether or not it was kept as an event. */
export function sealedWords(trip: { begins: number; ends: number; place: Place | null }): { zh: string; en: string } {
  return sealedSays(evidenceOf(trip))
}
function evidenceOf({ begins, ends, place, fence }: { begins: number; ends: number; place: Place | null; fence?: string | null | undefined }): string {
  const [from, to] = [formatInstant(new Date(begins)), formatInstant(new Date(ends))]
  const where = place === null ? '' : `，东经 ${(place.longitude / 1e6).toFixed(5)} 北纬 ${(place.latitude / 1e6).toFixed(5)}`
  return `${from}${to === from ? '' : `—${to.slice(-5)}`}${fence ? `，${fence}` : ''}${where}`
}
const placeOf = ({ latitude, longitude }: Kept): Place | null => (latitude === null || longitude === null ? null : { latitude, longitude })
