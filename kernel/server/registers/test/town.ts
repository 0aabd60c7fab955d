// A small town of declared registers, made in a database of its own with the SQL that db:diff prints.
import { auditTables } from '@houqin/audit'
import { eventsTables } from '@houqin/events'
import { systemActor } from '@houqin/access'
import type { Actor, Grant } from '@houqin/access'
import {
  auditor, bool, catalogueOf, choice, choices, date, defineRegister, defineRole, defineSubsystem, everyone, files, instant, int, lines, money, quantity, ref, self, text,
} from '@houqin/define'
import type { Role } from '@houqin/define'
import { transaction } from '@houqin/db'
import type { Db, Tx } from '@houqin/db'
import { dbDiff } from '@houqin/fields'
import { fakeClock, testDatabase } from '@houqin/testing'
import { sql } from 'kysely'
import { createRegisters, registerTables } from '@houqin/registers'

export const keeper = defineRole('town.keeper', { title: '房管员', reach: 'site' })
export const clerk = defineRole('town.clerk', { title: '人事员', reach: 'organ' })

export const organ = defineRegister('town.organ', {
  title: '单位',
  fields: { name: text('名称', { unique: true }), parent: self('上级单位', { optional: true }) },
  name: (o) => o.name,
  access: { read: [everyone], write: [clerk] },
  scope: { organ: 'id' },
  dimension: 'organ',
  tree: 'parent',
})
export const site = defineRegister('town.site', {
  title: '场所',
  fields: { name: text('名称'), kind: choice('类别', { office: '办公', hall: '窗口' }) },
  name: (s) => s.name,
  access: { read: [everyone], write: [keeper] },
  scope: { site: 'id' },
  dimension: 'site',
})
export const person = defineRegister('town.person', {
  title: '人员',
  fields: {
    name: text('姓名'),
    phone: text('手机', { optional: true, grade: 'sensitive', mask: 'phone', pattern: { expression: /^1\d{10}$/, says: '应为 11 位手机号' } }),
    identity: text('身份证号', { optional: true, unique: true, grade: 'sensitive', mask: 'identity' }),
    born: date('出生日期', { optional: true, grade: 'sensitive' }),
    organ: ref('单位', organ),
  },
  name: (p) => p.name,
  access: { read: [everyone], write: [clerk], export: [clerk], reveal: [clerk] },
  scope: { organ: 'organ', person: 'id' },
  dimension: 'person',
  search: ['phone'],
})
export const room = defineRegister('town.room', {
  title: '房间',
  fields: {
    number: text('房号'),
    site: ref('场所', site),
    organ: ref('使用单位', organ, { optional: true }),
    area: quantity('面积', '㎡', { min: '0' }),
    seats: int('座位数', { optional: true }),
    uses: choices('用途', { office: '办公', meeting: '会议', store: '库房' }, { optional: true }),
    open: bool('对外', { optional: true }),
    checkedOn: date('检查日期', { optional: true }),
    checkedAt: instant('检查时间', { optional: true }),
    photos: files('照片'),
    order: int('次序', { optional: true }),
  },
  name: (r, label) => `${label('site')} ${r.number}`,
  access: { read: [keeper, clerk], write: [keeper], export: [keeper] },
  scope: { site: 'site', organ: 'organ' },
  lines: { keys: lines('钥匙', { fields: { holder: ref('保管人', person), copies: int('把数'), deposit: money('押金') }, totals: ['copies', 'deposit'] }) },
  search: ['uses'],
  coded: true,
})
export const post = defineRegister('town.post', {
  title: '任职',
  fields: { person: ref('人员', person), organ: ref('单位', organ), title: text('职务') },
  name: (p, label) => `${label('person')} · ${p.title}`,
  access: { read: [everyone], write: [clerk] },
  scope: { organ: 'organ' },
  dated: true,
  alike: ['person', 'organ'],
  sort: 'person',
})
/** Whose names are not everybody's business. */
export const visitor = defineRegister('town.visitor', {
  title: '访客',
  fields: { name: text('姓名', { grade: 'sensitive', mask: 'name' }), friend: self('同行', { optional: true }), card: text('证号', { optional: true, unique: true }) },
  name: (v, label) => (v.friend ? `${v.name}（随${label('friend')}）` : v.name),
  access: { read: [everyone], write: [clerk], reveal: [clerk] },
})
export const visit = defineRegister('town.visit', {
  title: '来访',
  fields: { visitor: ref('访客', visitor), day: date('日期') },
  name: (v, label) => `${label('visitor')} ${v.day}`,
  access: { read: [everyone], write: [clerk] },
})
export const catalogue = catalogueOf([defineSubsystem('town', '小镇', { roles: { keeper, clerk }, registers: { organ, site, person, room, post, visitor, visit } })])

/** Somebody with grants: `[role, organs, sites]`, null for no limit. */
export function somebody(name: string, grants: readonly (readonly [Role, readonly string[] | null, readonly string[] | null])[], person: string | null = null): Actor {
  const granted: Grant[] = grants.map(([{ role }, organs, sites]) => ({ role, organs, sites }))
  return { principal: { account: '00000000-0000-7000-8000-00000000acc0', person, name, session: 's', grants: granted }, locale: 'zh', ip: '10.0.0.1', request: 'r' }
}
export const anyone = somebody('路人', [])
export const chiefClerk = somebody('周建国', [[clerk, null, null]])
export const chiefKeeper = somebody('刘敏', [[keeper, null, null]])
export const theAuditor = somebody('审计', [[auditor, null, null]])
export { systemActor }

export async function town() {
  const clock = fakeClock('2026-11-24T09:30:00+08:00')
  const { db } = await testDatabase({ sets: [auditTables, eventsTables, registerTables] })
  await sql.raw((await dbDiff(db, catalogue)).sql).execute(db)
  const registers = createRegisters({ catalogue, clock })
  return { db, clock, registers, write: <T>(work: (tx: Tx) => Promise<T>): Promise<T> => transaction(db, work) }
}
export type Town = Awaited<ReturnType<typeof town>>

/** A district office with a bureau and its office below it, a court beside it; two sites. */
export async function settled({ registers, write }: Town) {
  return write(async (tx) => {
    const [district, bureau, office, court] = await registers.bulkInsert(tx, organ, [
      { id: '01a00000-0000-7000-8000-000000000001', name: '区政府' },
      { id: '01a00000-0000-7000-8000-000000000002', name: '事务局', parent: '01a00000-0000-7000-8000-000000000001' },
      { id: '01a00000-0000-7000-8000-000000000003', name: '局办公室', parent: '01a00000-0000-7000-8000-000000000002' },
      { id: '01a00000-0000-7000-8000-000000000004', name: '法院', parent: '01a00000-0000-7000-8000-000000000001' },
    ])
    const [yard, hall] = await registers.bulkInsert(tx, site, [{ name: '机关大院', kind: 'office' }, { name: '政务大厅', kind: 'hall' }])
    return { district: must(district), bureau: must(bureau), office: must(office), court: must(court), yard: must(yard), hall: must(hall) }
  })
}
export function must<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw new Error('expected a value')
  return value
}
export async function entries(db: Db, action: string): Promise<{ action: string; actor_name: string; summary: string; subject_id: string; before: unknown; after: unknown }[]> {
  const { rows } = await sql<{ action: string; actor_name: string; summary: string; subject_id: string; before: unknown; after: unknown }>`
    select action, actor_name, summary, subject_id, before, after from audit.entry where action = ${action} order by id`.execute(db)
  return rows
}
