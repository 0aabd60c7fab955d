// The life of the demonstration 演示世界: the days nobody has lived yet, done by the real engines under a clock that is turned from deed to deed.
import { systemActor } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { transaction } from '@houqin/db'
import type { Db, Tx } from '@houqin/db'
import type { Matter, Role } from '@houqin/define'
import type { System } from '@houqin/http'
import type { StartGiven, VersionedStep } from '@houqin/matters'
import { nextNumber } from '@houqin/numbering'
import { Problem } from '@houqin/problem'
import { sql } from 'kysely'

/** A stretch of one day at most, of which the part says what other people of the world do in it. */
export interface Living {
  /** The engines of the house, by the clock that `turn` turns. */
  readonly system: System
  readonly turn: (instant: Date) => void
  /** When the demonstration was opened; its base and its history are of that day. */
  readonly openedAt: Date
  /** Exclusive. */
  readonly from: Date
  /** Inclusive. */
  readonly to: Date
  /** Where the world is to arrive; what is new is told as far as that. */
  readonly present: Date
  /** Lived while people look on, minute by minute, or caught up with after a pause. */
  readonly live: boolean
  /** Makes what is dear to make once for all stretches and parts of a run; the people and places of the district are `district.people` and `district.places`. */
  readonly kept: <T>(key: string, make: () => T) => T
}
export interface Bringing extends Living {
  /** Ends with how far the world has come: what is brought in it is brought once. */
  readonly tx: Tx
}
export interface Lives {
  /** What stands open moves on, each step in a transaction of its own. A deed that has been done is not done again. */
  readonly moveOn?: (living: Living) => Promise<void>
  readonly bring?: (bringing: Bringing) => Promise<void>
}

/** Somebody of the world, whether or not he has an account; the audit knows him as none who signed in. */
export function worldActor({ id, name }: { readonly id: string; readonly name: string }, role?: Role): Actor {
  return { ...systemActor, principal: { account: id, person: id, name, session: 'demonstration', grants: role ? [{ role: role.role, organs: null, sites: null }] : [] } }
}

export interface OpenMatter {
  readonly id: string
  readonly number: string
  readonly state: string
  readonly version: number
  readonly requester: string | null
  readonly organ: string | null
  readonly site: string | null
  readonly openedAt: Date
  readonly since: Date
  readonly dueAt: Date | null
}
/** Open matters in which nobody who signs in has had a hand: those are left to whoever tries the demonstration. The oldest first. */
export async function leftToTheWorld(db: Db | Tx, { id: kind }: Matter): Promise<readonly OpenMatter[]> {
  const { rows } = await sql<OpenMatter>`
    select m.id, m.number, m.state, m.version, m.requester, m.organ, m.site, m.opened_at as "openedAt", m.state_since as since, m.due_at as "dueAt"
      from matter.matter m where m.kind = ${kind} and m.closed_at is null
       and not exists (select from audit.entry e join access.account a on a.id = e.actor where e.subject_kind = m.kind and e.subject_id = m.id::text)
     order by m.opened_at, m.number`.execute(db)
  return rows
}

/** When one of the kind was last asked for, as a day in Shanghai, and whether any is open: what comes round by itself waits for both. */
export async function lastInWorld(db: Db | Tx, { id: kind }: Matter): Promise<{ readonly day: string | null; readonly open: boolean }> {
  const { rows: [last] } = await sql<{ day: string | null; open: boolean }>`
    select max((opened_at at time zone 'Asia/Shanghai')::date)::text as day, coalesce(bool_or(closed_at is null), false) as open from matter.matter where kind = ${kind}`.execute(db)
  return last ?? { day: null, open: false }
}

export interface WorldStep extends Omit<VersionedStep, 'version'> {
  /** When; what was missed before the stretch is done at its beginning. */
  readonly at: Date
  readonly actor: Actor
  readonly step: string
}
/** @returns the matter's next version; undefined where somebody was faster or the engine refuses, and then the matter stays as it is. */
export async function stepInWorld({ system, turn, from }: Living, { matter, number, version }: { readonly matter: Matter; readonly number: string; readonly version: number }, { at, actor, step, ...given }: WorldStep): Promise<number | undefined> {
  turn(at > from ? at : from)
  try {
    const left = await transaction(system.db, (tx) => system.matters.step(tx, actor, matter, number, step, { ...given, version }))
    return left.version
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    system.log.warn({ number, step, type: error.type, says: error.detail.en }, 'the world left a matter as it is')
    return undefined
  }
}

/** Does something new; what the engines refuse, since people have changed the house meanwhile, is undone alone. */
export async function attemptInWorld({ tx, system: { log } }: Bringing, deed: () => Promise<unknown>): Promise<void> {
  await sql`savepoint tried_in_world`.execute(tx)
  try {
    await deed()
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    await sql`rollback to savepoint tried_in_world`.execute(tx)
    log.warn({ type: error.type, says: error.detail.en }, 'the world did nothing')
  }
  await sql`release savepoint tried_in_world`.execute(tx)
}
export async function startInWorld(bringing: Bringing, matter: Matter, { at, actor, ...given }: StartGiven & { readonly at: Date; readonly actor: Actor }): Promise<void> {
  bringing.turn(at)
  await attemptInWorld(bringing, () => bringing.system.matters.start(bringing.tx, actor, matter, given))
}
/** The next number of that day, for what is entered as history: people may have asked on that day too. */
export function numberInWorld({ tx, system: { clock }, turn }: Bringing, { prefix }: Matter, at: Date): Promise<string> {
  turn(at)
  return nextNumber(tx, { prefix, clock })
}
/** What the head or whoever decides agrees to. @returns whether there was something he might agree to. */
export async function agreeInWorld({ system, turn, from }: Living, matter: Matter, { number, at, actor }: { readonly number: string; readonly at: Date; readonly actor: Actor }): Promise<boolean> {
  turn(at > from ? at : from)
  try {
    return await transaction(system.db, async (tx) => {
      const { route } = await system.matters.read(tx, actor, matter, number)
      const task = route?.stages.flatMap(({ tasks }) => tasks).find(({ may }) => may.includes('agree'))
      if (task === undefined) return false
      await system.matters.decide(tx, actor, matter, number, task.id, { action: 'agree', version: task.version })
      return true
    })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    system.log.warn({ number, type: error.type, says: error.detail.en }, 'the world decided nothing')
    return false
  }
}
