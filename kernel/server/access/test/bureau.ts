// A trial bureau 试用的局: three registers that grants are scoped by, a vehicle, a repair, roles, and its three administrators.
import { accessTables, createAccess, openSetup } from '@houqin/access'
import type { Access, AccessSettings, Actor, NewGrant, Principal } from '@houqin/access'
import { auditTables } from '@houqin/audit'
import type { Db } from '@houqin/db'
import {
  auditAdmin, catalogueOf, choice, defineMatter, defineRegister, defineRole, defineSubsystem, everyone, holder, ref, requester, securityAdmin, self, systemAdmin, text,
} from '@houqin/define'
import { eventsTables } from '@houqin/events'
import { newId } from '@houqin/fields'
import { createHashing } from '@houqin/password'
import { Problem } from '@houqin/problem'
import type { ProblemType } from '@houqin/problem'
import { fakeClock, testDatabase } from '@houqin/testing'
import type { FakeClock } from '@houqin/testing'
import { sql } from 'kysely'

export const cashier = defineRole('people.cashier', { title: '出纳', reach: 'district' })
export const accountant = defineRole('people.accountant', { title: '会计', reach: 'district', excludes: [cashier] })
export const clerk = defineRole('people.clerk', { title: '单位内勤', reach: 'organ' })
export const warden = defineRole('people.warden', { title: '场所管理员', reach: 'site' })

const organ = defineRegister('people.organ', {
  title: '单位', fields: { name: text('名称'), parentOrgan: self('上级', { optional: true }) }, name: (row) => row.name,
  access: { read: [everyone], write: [] }, scope: { organ: 'id' }, tree: 'parentOrgan', dimension: 'organ',
})
const person = defineRegister('people.person', {
  title: '人员', fields: { name: text('姓名'), organ: ref('单位', organ) }, name: (row) => row.name,
  access: { read: [clerk], write: [clerk], export: [clerk], reveal: [] }, scope: { organ: 'organ', person: 'id' }, dimension: 'person',
})
const site = defineRegister('people.site', {
  title: '场所', fields: { name: text('名称') }, name: (row) => row.name,
  access: { read: [everyone], write: [warden] }, scope: { site: 'id' }, dimension: 'site',
})
export const vehicle = defineRegister('people.vehicle', {
  title: '车辆', fields: { plate: text('车牌'), organ: ref('单位', organ), site: ref('停放', site), driver: ref('驾驶员', person) }, name: (row) => row.plate,
  access: { read: [clerk, warden], write: [warden] }, scope: { organ: 'organ', site: 'site', person: 'driver' },
})
export const repair = defineMatter('people.repair', {
  title: '报修', prefix: 'BX', subject: (form) => form.what,
  form: { what: text('事项'), site: ref('地点', site) },
  facts: { worker: ref('维修工', person, { optional: true }), outcome: choice('结果', { done: '修好' }, { optional: true }) },
  states: {
    asked: { title: '待派', tone: 'waiting', held: warden },
    sent: { title: '已派', tone: 'running', held: { fact: 'worker' } },
    fixed: { title: '待确认', tone: 'waiting', held: requester },
    closed: { title: '办结', tone: 'done', final: true },
  },
  start: 'asked',
  steps: {
    send: { label: '派单', from: 'asked', to: 'sent', by: [holder], primary: true },
    fix: { label: '修好', from: 'sent', to: 'fixed', by: [{ fact: 'worker' }] },
    confirm: { label: '确认', from: 'fixed', to: 'closed', by: [requester], rates: true },
    urge: { label: '催办', from: ['asked', 'sent'], by: [requester, clerk] },
    recall: { label: '收回', from: 'sent', to: 'asked', by: [warden] },
  },
  access: { start: [everyone], read: [clerk, warden], export: [warden] },
  scope: { site: 'site' },
})
const people = defineSubsystem('people', '人事', { roles: { cashier, accountant, clerk, warden }, registers: { organ, person, site, vehicle }, matters: { repair } })
export const catalogue = catalogueOf([people])
export const tables = [auditTables, eventsTables, accessTables, { schema: 'people', folder: new URL('./migrations/', import.meta.url) }]

/** Passwords nobody would guess, one for each name. */
export const passwordOf = (username: string): string => `Vr7-${username.split('').join('-')}-moth`

export interface Bureau {
  readonly db: Db
  readonly clock: FakeClock
  readonly access: Access
  /** Signs somebody in and gives what a request would know of him. */
  enter(username: string, from?: { ip?: string; password?: string }): Promise<{ token: string; actor: Actor }>
  /** Who stands behind a token now. */
  principal(token: string): Promise<Principal>
  /** An account with a password of its owner's choice. */
  employ(username: string, given?: { name?: string; person?: string }): Promise<string>
  give(grant: Omit<NewGrant, 'reason'>): Promise<string>
  organ(name: string, parent?: string): Promise<string>
  audited(action: string): Promise<number>
}

/** A bureau on Tuesday 24 November 2026, 9:30 in the morning, with its three administrators sys, sec and aud. */
export async function openBureau({ settings = {}, hashing = createHashing() }: { settings?: Partial<AccessSettings>; hashing?: ReturnType<typeof createHashing> } = {}): Promise<Bureau> {
  const { db } = await testDatabase({ sets: tables })
  const clock = fakeClock('2026-11-24T09:30:00+08:00')
  const access = createAccess({ catalogue, clock, settings, hashing })
  await access.declareRoles(db)
  const setup = await openSetup(db, clock)
  await db.transaction().execute((tx) => access.completeSetup(tx, { token: setup?.token ?? '', administrators, ip: '10.0.0.1' }))
  const enter: Bureau['enter'] = async (username, { ip = '10.0.0.9', password = passwordOf(username) } = {}) => {
    const { token } = await access.sessions.signIn(db, { username, password, ip, agent: 'story' })
    const { principal } = await access.sessions.authenticate(db, { token, changingPassword: true })
    return { token, actor: { principal, locale: 'zh', ip, request: 'r' } }
  }
  return {
    db, clock, access, enter,
    principal: async (token) => (await access.sessions.authenticate(db, { token, changingPassword: true })).principal,
    employ: async (username, given = {}) => {
      const { actor } = await enter('sys')
      const account = { username, name: username.toUpperCase(), password: passwordOf(username), mustChangePassword: false, ...given }
      return (await db.transaction().execute((tx) => access.accounts.create(tx, actor, account))).id
    },
    give: async (grant) => {
      const { actor } = await enter('sec')
      return (await db.transaction().execute((tx) => access.grants.give(tx, actor, { ...grant, reason: '工作需要' }))).id
    },
    organ: async (name, parent) => {
      const id = newId(clock)
      await sql`insert into people.organ (id, name, parent_organ, label) values (${id}, ${name}, ${parent ?? null}, ${name})`.execute(db)
      return id
    },
    audited: async (action) => (await sql<{ n: number }>`select count(*)::int as n from audit.entry where action = ${action}`.execute(db)).rows[0]?.n ?? 0,
  }
}

export const administrators = [
  { role: systemAdmin.role, username: 'sys', name: '周系统', password: passwordOf('sys') },
  { role: securityAdmin.role, username: 'sec', name: '吴安全', password: passwordOf('sec') },
  { role: auditAdmin.role, username: 'aud', name: '郑审计', password: passwordOf('aud') },
]

/** For `assert.rejects`: a problem of this type whose sentence says this. */
export const problem = (type: ProblemType, says = /./) => (error: unknown): boolean =>
  error instanceof Problem && error.type === type && says.test(error.detail.zh)
