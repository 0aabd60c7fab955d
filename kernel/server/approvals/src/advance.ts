// Going on 推进: counts the votes, says whose turn it is, opens the next stage, and tells the engine of matters how it stands.
import { receiversOf, sittingsOf } from '@houqin/approval-routes'
import type { Desk, Place, Sitting, Stage } from '@houqin/approval-routes'
import { addWorkingHours } from '@houqin/calendar'
import { holdersOf } from '@houqin/access'
import type { Tx } from '@houqin/db'
import { approvalOfficer } from '@houqin/define'
import { newId } from '@houqin/fields'
import { nameOf, personOf } from '@houqin/matter-records'
import type { AtMatter, Party, Ruling } from '@houqin/matter-records'
import type { RouteOutcome } from '@houqin/wire'
import { sql } from 'kysely'
import { judge } from './ballot.ts'
import { changeInstance, changeTask, insertTask, latestOf, tasksOf } from './instance.ts'
import type { Instance, Task } from './instance.ts'

/** What was just done, for the timeline. */
export interface Done extends Pick<Ruling, 'deed' | 'comment'> {
  readonly details?: Ruling['details']
  readonly parties?: readonly Party[]
  readonly tell?: readonly string[]
}
/** An end that no vote brings: refused, returned, withdrawn, ended. */
export interface Ending {
  readonly outcome: Exclude<RouteOutcome, 'open' | 'passed'>
  readonly to: string | null
}

export function placeOf({ matter, stored: { organ, site, requester, form } }: AtMatter, { step, pressedBy }: Pick<Instance, 'step' | 'pressedBy'>): Place {
  const concerned = (matter.steps[step]?.approve?.concerns ?? []).map((field) => form[field])
  return { organ, site, askers: [requester, pressedBy, ...concerned].filter((person) => typeof person === 'string') }
}

/** They may withdraw and urge, and are told how it ended. */
export const askersOf = ({ stored: { requester } }: AtMatter, { pressedBy }: Instance): readonly string[] => [requester, pressedBy].filter((person) => person !== null)

/** After every deed in an approval. @param ending what ends it at once, whatever the votes say. */
export async function goOn(tx: Tx, desk: Desk, { at, instance, done, ending }: { at: AtMatter; instance: Instance; done: Done; ending?: Ending }): Promise<Ruling> {
  const stageNow = ending ? 'over' : await openTurns(tx, desk, { at, instance })
  const refusedTo = at.matter.steps[instance.step]?.approve?.refused ?? null
  const end: Ending | { outcome: 'passed'; to: null } | undefined =
    ending ?? (stageNow === 'refused' ? { outcome: 'refused', to: refusedTo } : stageNow === 'agreed' ? { outcome: 'passed', to: null } : undefined)
  const copied = end?.outcome === 'passed' ? await sendCopies(tx, desk, { at, instance }) : []
  if (end) await close(tx, desk, { at, instance, end, words: done.comment })
  const tasks = (await tasksOf(tx, instance.id)).filter(({ state }) => state === 'open')
  const named = (key: 'person' | 'forPerson'): string[] => [...new Set(tasks.flatMap((task) => task[key] ?? []))]
  const awaits = named('person')
  const dues = tasks.flatMap(({ dueAt }) => (dueAt === null ? [] : [dueAt.getTime()]))
  const isVacant = tasks.some(({ person }) => person === null)
  const helpers = isVacant
    ? await holdersOf(tx, desk.catalogue, { role: approvalOfficer, organ: at.stored.organ, site: at.stored.site, day: desk.clock.today() }) : []
  const asked = end && end.outcome !== 'withdrawn' ? askersOf(at, instance) : []
  return {
    deed: done.deed,
    outcome: end?.outcome ?? 'open',
    comment: done.comment,
    details: done.details ?? {},
    to: end?.to ?? null,
    awaits,
    dueAt: end ? instance.latest : dues.length > 0 ? new Date(Math.min(...dues)) : null,
    parties: [...[...awaits, ...named('forPerson')].map((person): Party => ({ person, why: 'approver' })), ...copied.map((person): Party => ({ person, why: 'watcher' })), ...(done.parties ?? [])],
    tell: [...(done.tell ?? []), ...copied, ...helpers, ...asked],
    pressed: { step: instance.step, person: instance.pressedBy, name: instance.pressedName, input: instance.input, lines: instance.lines, comment: instance.comment },
  }
}

/** To whom the row of the route sends a copy of what has just passed; each reads the matter from now on and nothing else. */
async function sendCopies(tx: Tx, desk: Desk, { at, instance }: { at: AtMatter; instance: Instance }): Promise<readonly string[]> {
  const persons = await receiversOf(tx, desk, { copies: instance.copies, place: placeOf(at, instance) })
  const now = desk.clock.now()
  for (const [place, person] of persons.entries())
    await insertTask(tx, instance.id, {
      id: newId(desk.clock), stage: instance.stages.length - 1, seat: 0, place: 1000 + place, kind: 'copy', parent: null, person, forPerson: null, vacancy: null,
      state: 'told', openedAt: now, dueAt: null,
    })
  return persons
}

/** Goes through the stages until somebody must be waited for. */
async function openTurns(tx: Tx, desk: Desk, { at, instance }: { at: AtMatter; instance: Instance }): Promise<'open' | 'agreed' | 'refused'> {
  for (let number = instance.stage; number < instance.stages.length; number += 1) {
    const stage = instance.stages[number]
    if (stage === undefined) break
    let tasks = (await tasksOf(tx, instance.id)).filter((task) => task.stage === number)
    if (tasks.length === 0) {
      await seatStage(tx, desk, { at, instance, number, stage })
      await sql`update approval.instance set stage = ${number} where id = ${instance.id}::uuid`.execute(tx)
      tasks = (await tasksOf(tx, instance.id)).filter((task) => task.stage === number)
    }
    const { verdict, open, wait, close: closed } = judge({ mode: stage.mode, percent: stage.percent, votes: tasks })
    const now = desk.clock.now()
    for (const id of open) await changeTask(tx, id, sql`state = 'open', opened_at = ${now}, due_at = ${dueOf(desk, instance, stage, now)}::timestamptz, timed_out_at = null`)
    for (const id of wait) await changeTask(tx, id, sql`state = 'waiting', due_at = null`)
    for (const id of closed) await changeTask(tx, id, sql`state = 'closed'`)
    if (verdict !== 'agreed') return verdict
  }
  return 'agreed'
}

async function seatStage(tx: Tx, desk: Desk, { at, instance, number, stage }: { at: AtMatter; instance: Instance; number: number; stage: Stage }): Promise<void> {
  const place = placeOf(at, instance)
  const seated: { seat: number; sitting: Sitting }[] = []
  for (const [index, seat] of stage.who.entries())
    for (const sitting of await sittingsOf(tx, desk, { seat, place }))
      // Who sits on two chairs is asked once.
      if (!('person' in sitting) || !seated.some((one) => 'person' in one.sitting && one.sitting.person === sitting.person)) seated.push({ seat: index, sitting })
  const anybody = seated.some(({ sitting }) => 'person' in sitting)
  const kept = stage.mode === 'any' && anybody ? seated.filter(({ sitting }) => 'person' in sitting) : seated
  for (const [index, { seat, sitting }] of kept.entries())
    await insertTask(tx, instance.id, { id: newId(desk.clock), stage: number, seat, place: index, kind: 'seat', parent: null, state: 'waiting', openedAt: null, dueAt: null, ...seatedBy(sitting) })
}

export function seatedBy(sitting: Sitting): Pick<Task, 'person' | 'forPerson' | 'holder' | 'vacancy'> {
  return 'person' in sitting
    ? { person: sitting.person, forPerson: sitting.for, holder: sitting.for ?? sitting.person, vacancy: null }
    : { person: null, forPerson: null, holder: null, vacancy: sitting.vacancy }
}
/**
 * As the route's hours say, and no later than the matter itself is due where that lies ahead: a car that leaves at four is not approved on Monday.
 * A stage that decides by itself once its hours are over is given all of them.
 */
export function dueOf({ calendar }: Desk, { latest }: Pick<Instance, 'latest'>, { hours, late }: Stage, from: Date): Date | null {
  const due = hours === undefined ? null : addWorkingHours(from, hours, calendar)
  if (latest === null || latest <= from || late === 'pass' || late === 'return') return due
  return due === null || latest < due ? latest : due
}

async function close(tx: Tx, desk: Desk, { at, instance, end, words }: { at: AtMatter; instance: Instance; end: { outcome: RouteOutcome; to: string | null }; words: string | null }): Promise<void> {
  await sql`update approval.task set state = 'closed', version = version + 1 where instance = ${instance.id}::uuid and state in ('waiting', 'open')`.execute(tx)
  await changeInstance(tx, instance.id, sql`outcome = ${end.outcome}, ended_at = ${desk.clock.now()}, ended_by = ${personOf(at.caller)}::uuid,
    ended_name = ${nameOf(at.caller).name}, words = ${words}, back_to = ${end.to}`)
}

export async function openInstance(tx: Tx, matter: string): Promise<Instance | undefined> {
  const instance = await latestOf(tx, matter)
  return instance?.outcome === 'open' ? instance : undefined
}
