// A house to measure 小样例: one yard, its people with their accounts and sessions, on a database with its usual settings.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemActor } from '@houqin/access'
import type { Actor, SignedIn } from '@houqin/access'
import { transaction } from '@houqin/db'
import type { Tx } from '@houqin/db'
import type { Role } from '@houqin/define'
import type { System } from '@houqin/http'
import { organ, person } from '@houqin/people'
import { building, floor, room, site } from '@houqin/places'
import { startPostgres } from '@houqin/postgres'
import { withSystem } from '@houqin/server/with-system'
import { category, dispatcher, team, worker } from '@houqin/service-desk'

/** Somebody at his desk. */
export interface AtWork {
  readonly person: string
  /** Of his session. */
  readonly token: string
  authenticate(): Promise<Actor>
  /** Runs `work` in one transaction, with who he is proven in it or read before it, as a step is asked for over HTTP. */
  act<T>(work: (tx: Tx, actor: Actor) => Promise<T>): Promise<T>
}
export interface SmallHouse {
  readonly system: System
  readonly url: string
  readonly write: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  readonly organ: string
  readonly yard: string
  readonly lamp: string
  /** Lighting, and the team that does it. */
  readonly category: string
  readonly team: string
  readonly asker: AtWork
  readonly dispatcher: AtWork
  readonly worker: AtWork
}

const password = 'Vr7-lantern-moth-quartz'

/** Opens it, hands it out, and leaves nothing behind. */
export async function withSmallHouse<Result>(use: (house: SmallHouse) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'houqin-bench-'))
  const postgres = await startPostgres({ dataFolder: folder })
  try {
    return await withSystem({ databaseUrl: postgres.url, dataFolder: folder, log: () => undefined }, async (system) => use(await furnishSmallHouse(system, postgres.url)))
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Into an empty database. */
export async function furnishSmallHouse(system: System, url: string): Promise<SmallHouse> {
  const { registers, db } = system
  const write: SmallHouse['write'] = (work) => transaction(db, work)
  const only = ([id]: readonly string[]): string => id ?? ''
  const places = await write(async (tx) => {
    const bureau = only(await registers.bulkInsert(tx, organ, [{ name: '机关事务管理局', shortName: '机关事务局', category: 'government', level: 'section', establishment: 40 }]))
    const yard = only(await registers.bulkInsert(tx, site, [{ name: '机关大院', kind: 'office', address: '县前街 1 号', managed: true, tenure: 'owned' }]))
    const house = only(await registers.bulkInsert(tx, building, [{ site: yard, name: '1号楼', height: 'low', floorsAbove: 5, floorsBelow: 0, buildingArea: '5000.00' }]))
    const third = only(await registers.bulkInsert(tx, floor, [{ site: yard, building: house, number: 3, name: '3层' }]))
    const lamp = only(await registers.bulkInsert(tx, room, [{ site: yard, building: house, floor: third, number: '301', use: 'office', purpose: 'office', area: '18.00' }]))
    const lighting = only(await registers.bulkInsert(tx, category, [{ name: '照明', trade: 'electric', urgentHours: 2, normalHours: 8, lowHours: 24, keywords: '灯 开关', position: 1 }]))
    return { organ: bureau, yard, lamp, category: lighting }
  })
  const hire = async (name: string, number: string, role?: Role): Promise<AtWork> =>
    atWork(system, { person: await employ({ system, write, organ: places.organ, name, number, grants: role ? [{ role, site: places.yard }] : [] }), number })
  const asker = await hire('王芳', 'q1')
  const desk = await hire('沈丽华', 'q2', dispatcher)
  const hand = await hire('陈志强', 'q3', worker)
  const electricians = only(await write((tx) => registers.bulkInsert(tx, team, [
    { name: '电工班', trade: 'electric', leader: hand.person, phone: '82700000', lines: { members: [{ person: hand.person, onCall: true }], coverage: [{ site: places.yard }] } },
  ])))
  return { system, url, write, ...places, team: electricians, asker, dispatcher: desk, worker: hand }
}

/** A person with an account of his own, `bench.<number>`, and what he is granted. @returns his row. */
export async function employ({ system: { access, registers }, write, organ: at, name, number, grants }: {
  system: System; write: SmallHouse['write']; organ: string; name: string; number: string; grants: readonly { readonly role: Role; readonly organ?: string; readonly site?: string }[]
}): Promise<string> {
  const [own = ''] = await write((tx) => registers.bulkInsert(tx, person, [{ name, number, gender: 'male', organ: at, employment: 'civil', standing: 'active' }]))
  await write(async (tx) => {
    const { id } = await access.accounts.create(tx, systemActor, { username: `bench.${number}`, name, person: own, password, mustChangePassword: false })
    for (const { role, ...where } of grants) await access.grants.give(tx, systemActor, { account: id, role: role.role, reason: '测量', ...where })
  })
  return own
}

/** @returns the token of a new session. */
export async function signIn({ access, db }: System, number: string): Promise<string> {
  return (await access.sessions.signIn(db, { username: `bench.${number}`, password, ip: '127.0.0.1', agent: 'bench' })).token
}

async function atWork(system: System, { person: own, number }: { person: string; number: string }): Promise<AtWork> {
  const { access, db } = system
  const token = await signIn(system, number)
  const actorOf = ({ principal }: SignedIn): Actor => ({ principal, locale: 'zh', ip: '127.0.0.1', request: 'bench' })
  const authenticate = (): Promise<SignedIn> => access.sessions.authenticate(db, { token })
  return {
    person: own,
    token,
    authenticate: async () => actorOf(await authenticate()),
    act: async (work) => {
      const recalled = access.sessions.recall(token)
      if (recalled) return transaction(db, async (tx) => work(tx, actorOf(await recalled.prove(tx))))
      const actor = actorOf(await authenticate())
      return transaction(db, (tx) => work(tx, actor))
    },
  }
}
