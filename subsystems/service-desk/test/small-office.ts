// A small office 小样例: one yard with a lamp, a dispatcher, two repairers, and the desk that serves them.
import { systemActor } from '@houqin/access'
import type { Actor, Grant } from '@houqin/access'
import { transaction } from '@houqin/db'
import type { Tx } from '@houqin/db'
import type { Role } from '@houqin/define'
import type { System } from '@houqin/http'
import { bureauLeader, organ, person } from '@houqin/people'
import { building, floor, outdoorArea, room, site, steward } from '@houqin/places'
import { category, dispatcher, material, repair, serviceOfficer, team, worker } from '@houqin/service-desk'
import { Problem } from '@houqin/problem'
import type { ProblemType } from '@houqin/problem'
import type { FakeClock } from '@houqin/testing'
import { emptySystem } from './standing-district.ts'

type Repair = Awaited<ReturnType<System['matters']['read']>>
export interface SmallOffice {
  readonly system: System
  readonly clock: FakeClock
  readonly write: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  readonly ids: Readonly<Record<'bureau' | 'yard' | 'annex' | 'lamp' | 'hall' | 'gate' | 'lighting' | 'water' | 'other' | 'electricians' | 'plumbers' | 'tube' | 'clerk' | 'chen' | 'zhao' | 'officer', string>>
  readonly actors: Readonly<Record<'clerk' | 'chen' | 'zhao' | 'dispatcher' | 'steward' | 'officer' | 'leader' | 'stranger', Actor>>
  readonly ask: (input?: Readonly<Record<string, unknown>>, by?: Actor) => Promise<Repair>
  readonly take: (by: Actor, of: Pick<Repair, 'number'>, step: string, given?: { input?: object; lines?: object; comment?: string; rating?: number }) => Promise<Repair>
  readonly read: (of: Pick<Repair, 'number'>) => Promise<Repair>
}

/** Tuesday morning, 24 November 2026. */
export async function smallOffice(): Promise<SmallOffice> {
  const { system, clock } = await emptySystem('2026-11-24T09:30:00+08:00')
  const { registers, matters, access, db } = system
  const write = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => transaction(db, work)
  const ids = await write(async (tx) => {
    const one = async <T extends readonly string[]>(made: Promise<T>): Promise<string> => (await made)[0] ?? ''
    const bureau = await one(registers.bulkInsert(tx, organ, [{ name: '机关事务管理局', shortName: '机关事务局', category: 'government', level: 'section', establishment: 40 }]))
    const staff = (name: string, number: string) => one(registers.bulkInsert(tx, person, [{ name, number, gender: 'male', organ: bureau, employment: 'civil', standing: 'active' }]))
    const [clerk, chen, zhao, officer] = [await staff('王芳', 'Q1'), await staff('陈志强', 'Q2'), await staff('赵德海', 'Q3'), await staff('孙晓雯', 'Q4')]
    const place = (name: string) => one(registers.bulkInsert(tx, site, [{ name, kind: 'office', address: '县前街 1 号', managed: true, tenure: 'owned' }]))
    const [yard, annex] = [await place('机关大院'), await place('东附楼')]
    const house = await one(registers.bulkInsert(tx, building, [{ site: yard, name: '1号楼', height: 'low', floorsAbove: 5, floorsBelow: 0, buildingArea: '5000.00' }]))
    const third = await one(registers.bulkInsert(tx, floor, [{ site: yard, building: house, number: 3, name: '3层' }]))
    const [lamp = '', hall = ''] = await registers.bulkInsert(tx, room, [
      { site: yard, building: house, floor: third, number: '301', use: 'office', purpose: 'office', area: '18.00' },
      { site: yard, building: house, floor: third, number: '302', use: 'technical', purpose: 'hall', area: '180.00' },
    ])
    const gate = await one(registers.bulkInsert(tx, outdoorArea, [{ site: yard, name: '正门', kind: 'gate' }]))
    const crew = (name: string, trade: 'electric' | 'water', leader: string, sites: readonly string[]) =>
      one(registers.bulkInsert(tx, team, [{ name, trade, leader, phone: '82700000', lines: { members: [{ person: leader, onCall: true }], coverage: sites.map((id) => ({ site: id })) } }]))
    const electricians = await crew('电工班', 'electric', chen, [yard, annex])
    const plumbers = await crew('水暖班', 'water', zhao, [yard])
    const [lighting = '', water = '', other = ''] = await registers.bulkInsert(tx, category, [
      { name: '照明', trade: 'electric', urgentHours: 2, normalHours: 8, lowHours: 24, keywords: '灯 开关', position: 1 },
      { name: '给排水', trade: 'water', urgentHours: 2, normalHours: 4, lowHours: 16, keywords: '漏水 马桶', position: 2 },
      { name: '其他', trade: 'electric', urgentHours: 4, normalHours: 16, lowHours: 40, position: 3 },
    ])
    const tube = await one(registers.bulkInsert(tx, material, [{ name: 'LED 灯管', model: 'T8', unit: '支', price: '16.50', stocked: true }]))
    const account = await access.accounts.create(tx, systemActor, { username: 'sun.xiaowen', name: '孙晓雯', person: officer, password: 'Qingxi-2026' })
    await access.grants.give(tx, systemActor, { account: account.id, role: serviceOfficer.role, reason: '测试' })
    return { bureau, yard, annex, lamp, hall, gate, lighting, water, other, electricians, plumbers, tube, clerk, chen, zhao, officer }
  })
  const actors = {
    clerk: actor('王芳', ids.clerk),
    chen: actor('陈志强', ids.chen, [on(worker, [ids.yard])]),
    zhao: actor('赵德海', ids.zhao, [on(worker, [ids.yard])]),
    dispatcher: actor('沈丽华', null, [on(dispatcher, [ids.yard])]),
    steward: actor('周建国', null, [on(steward, [ids.yard])]),
    officer: actor('孙晓雯', ids.officer, [on(serviceOfficer, null)]),
    leader: actor('顾明远', null, [on(bureauLeader, null)]),
    stranger: actor('路人', null),
  }
  const read: SmallOffice['read'] = ({ number }) => matters.read(db, systemActor, repair, number)
  return {
    system, clock, write, ids, actors, read,
    ask: (input = {}, by = actors.clerk) => write((tx) => matters.start(tx, by, repair, { input: { room: ids.lamp, what: '办公室灯不亮', urgency: 'normal', ...input } })),
    take: async (by, of, step, given = {}) => {
      const { version } = await read(of)
      return write((tx) => matters.step(tx, by, repair, of.number, step, { ...given, version }))
    },
  }
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
export function refused(type: ProblemType, says: RegExp): (error: unknown) => boolean {
  return (error) => error instanceof Problem && error.type === type && says.test(error.detail.zh + error.issues.map((issue) => issue.says.zh).join(''))
}
