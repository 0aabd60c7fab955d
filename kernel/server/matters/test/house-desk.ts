// The desk of the small house 样例的办事台: its people at work on a database of its own, at an hour of one's choosing.
import { systemActor } from '@houqin/access'
import type { Actor, Grant } from '@houqin/access'
import { auditTables } from '@houqin/audit'
import { workingCalendar } from '@houqin/calendar'
import { transaction } from '@houqin/db'
import type { Database, Tx } from '@houqin/db'
import { catalogueOf } from '@houqin/define'
import type { Role } from '@houqin/define'
import { eventsTables } from '@houqin/events'
import { filesTables } from '@houqin/files'
import { numberingTables } from '@houqin/numbering'
import { Problem } from '@houqin/problem'
import type { ProblemType } from '@houqin/problem'
import { createRegisters, registerTables } from '@houqin/registers'
import type { Registers } from '@houqin/registers'
import { createStandards, standardTables } from '@houqin/standards'
import { fakeClock, testDatabase } from '@houqin/testing'
import type { FakeClock } from '@houqin/testing'
import { createMatters, matterTables } from '@houqin/matters'
import type { Effects, Matters } from '@houqin/matters'
import { dispatcher, house, manager, organ, person, repair, room, site } from './house.ts'

const sets = [
  auditTables, eventsTables, filesTables, numberingTables, registerTables, standardTables, matterTables,
  { schema: 'house', folder: new URL('migrations/', import.meta.url) },
]

export interface HouseDesk {
  readonly database: Database
  readonly clock: FakeClock
  readonly matters: Matters
  readonly registers: Registers
  readonly rooms: { readonly lamp: string; readonly other: string }
  readonly sites: { readonly yard: string; readonly annex: string }
  readonly people: { readonly clerk: string; readonly chen: string; readonly zhao: string; readonly stranger: string }
  readonly actors: {
    /** Asks for repairs. */
    readonly clerk: Actor
    /** Mends what he is sent to. */
    readonly chen: Actor
    readonly zhao: Actor
    /** Dispatches in the yard, and one who does the same for the annex alone. */
    readonly liu: Actor
    readonly annexDispatcher: Actor
    readonly stranger: Actor
    readonly manager: Actor
  }
  readonly write: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  /** A repair of the lamp in room 301, asked for by the clerk. */
  readonly ask: (more?: Readonly<Record<string, unknown>>) => Promise<{ readonly number: string; readonly version: number }>
  readonly dispatch: (number: string, version: number, more?: Readonly<Record<string, unknown>>) => Promise<{ readonly number: string; readonly version: number }>
}

/** @param at the hour it is: a Tuesday morning unless said otherwise. */
export async function openHouse({ at = '2026-11-24T09:30:00+08:00', effects = [] }: { at?: string; effects?: readonly Effects[] } = {}): Promise<HouseDesk> {
  const database = await testDatabase({ sets })
  const clock = fakeClock(at)
  const catalogue = catalogueOf([house])
  const registers = createRegisters({ catalogue, clock })
  const standards = createStandards({ catalogue, clock })
  const matters = createMatters({ catalogue, registers, standards, clock, calendar: workingCalendar(), effects })
  const write = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => transaction(database.db, work)

  const made = await write(async (tx) => {
    await standards.sync(tx)
    const [bureau = ''] = await registers.bulkInsert(tx, organ, [{ name: '机关事务管理局' }])
    const [yard = '', annex = ''] = await registers.bulkInsert(tx, site, [{ name: '机关大院' }, { name: '东附楼' }])
    const [clerk = '', chen = '', zhao = '', stranger = ''] = await registers.bulkInsert(tx, person, [
      { name: '王芳', organ: bureau }, { name: '陈师傅', organ: bureau }, { name: '赵师傅', organ: bureau }, { name: '路人', organ: bureau },
    ])
    const [lamp = '', other = ''] = await registers.bulkInsert(tx, room, [{ name: '301', site: yard }, { name: '东101', site: annex }])
    return { rooms: { lamp, other }, sites: { yard, annex }, people: { clerk, chen, zhao, stranger } }
  })
  const { people, sites } = made
  const actors = {
    clerk: actor('王芳', people.clerk),
    chen: actor('陈师傅', people.chen),
    zhao: actor('赵师傅', people.zhao),
    stranger: actor('路人', people.stranger),
    liu: actor('刘敏', null, [on(dispatcher, [sites.yard])]),
    annexDispatcher: actor('孙洋', null, [on(dispatcher, [sites.annex])]),
    manager: actor('周建国', null, [on(manager, null)]),
  }
  const ask: HouseDesk['ask'] = (more = {}) =>
    write((tx) => matters.start(tx, actors.clerk, repair, { input: { room: made.rooms.lamp, what: '灯不亮', kind: 'electric', ...more } }))
  const dispatch: HouseDesk['dispatch'] = (number, version, more = {}) =>
    write((tx) => matters.step(tx, actors.liu, repair, number, 'dispatch', { input: { worker: people.chen, ...more }, version }))
  return { database, clock, matters, registers, ...made, actors, write, ask, dispatch }
}

let accounts = 0
function actor(name: string, own: string | null, grants: readonly Grant[] = []): Actor {
  accounts += 1
  const account = `00000000-0000-7000-8000-${String(accounts).padStart(12, '0')}`
  return { ...systemActor, principal: { account, person: own, name, session: 'session', grants }, ip: '10.0.0.1', request: 'request' }
}
function on({ role }: Role, sites: readonly string[] | null): Grant {
  return { role, organs: null, sites }
}

/** For `assert.rejects`: a problem of this type whose Chinese sentence matches. */
export function refused(type: ProblemType, says?: RegExp): (error: unknown) => boolean {
  return (error) => {
    if (!(error instanceof Problem)) throw error
    if (error.type !== type) throw new Error(`expected ${type}, met ${error.type}: ${error.detail.zh}`, { cause: error })
    if (says && !says.test(error.detail.zh)) throw new Error(`expected ${says}, met: ${error.detail.zh}`, { cause: error })
    return true
  }
}
