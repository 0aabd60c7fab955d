// Masked numbers 脱敏: identity and mobile numbers planted in every register and matter are in no answer to those without the right,
// and in no table but their own, whatever was done with them.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { everyone, kernelRoles } from '@houqin/define'
import type { Fields } from '@houqin/define'
import { columnOf, tableOf } from '@houqin/fields'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Somebody, TestSystem } from '@houqin/testing/subsystem'
import { sql } from 'kysely'
import { parts } from '../src/subsystems.ts'
import { routeRequests } from './route-request.ts'
import type { RequestOf, Route } from './route-request.ts'

/** What is planted: 18 and 11 digits that no sample has. */
const planted = /(?<!\d)(?:330106\d{11}[\dX]|13977\d{6})(?!\d)/
interface Column { readonly schema: string; readonly table: string; readonly column: string; readonly value: string }

let house: TestSystem
let requestOf: RequestOf
let readers: readonly Somebody[]
let registerColumns: readonly Column[]
let matterColumns: readonly Column[]

before(async () => {
  house = await testSubsystem(parts)
  const { catalogue } = house.system
  registerColumns = [...catalogue.registers.values()].flatMap(({ id, fields }) => numbersIn(id, fields))
  matterColumns = [...catalogue.matters.values()].flatMap(({ id, form }) => numbersIn(id, form))
  // whoever is entered from here on, by whatever way, has numbers to lose
  await sql`create sequence public.planted`.execute(house.system.db)
  for (const { schema, table, column, value } of registerColumns)
    await sql.raw(`
      create function ${schema}.plant_${table}_${column}() returns trigger language plpgsql as $$ begin new."${column}" := ${value}; return new; end $$;
      create trigger plant_${column} before insert on ${schema}."${table}" for each row execute function ${schema}.plant_${table}_${column}();`).execute(house.system.db)
  const asker = await house.as('everyone', { name: '申请人' })
  requestOf = await routeRequests(house, asker)
  const person = catalogue.registers.get('people.person')
  assert.ok(person)
  await house.make(person, { name: '被查的人' })
  const roles = [everyone, ...kernelRoles.filter(({ role }) => role !== everyone.role), ...[...catalogue.roles.values()].filter(({ role }) => role === 'people.bureau-leader')]
  readers = await Promise.all(roles.map(async (role) => house.as(role, { name: `读者${role.title}` })))
  // his own numbers a reader may see
  for (const { person } of readers) await sql`update people.person set identity = null, phone = null where id = ${person}`.execute(house.system.db)
})

function numbersIn(id: string, fields: Fields): readonly Column[] {
  const { schema, table } = tableOf(id)
  return Object.entries(fields).flatMap(([key, field]) => {
    if (field.kind !== 'text' || (field.mask !== 'identity' && field.mask !== 'phone')) return []
    const value = field.mask === 'identity' ? "'330106' || lpad(nextval('public.planted')::text, 12, '0')" : "'13977' || lpad(nextval('public.planted')::text, 6, '0')"
    return [{ schema, table, column: columnOf(key), value }]
  })
}
const routes = (): readonly Route[] =>
  house.app.ruledRoutes.filter(({ method, url }) => method !== 'HEAD' && url !== '/api/events' && !url.startsWith('/api/docs') && !(url.startsWith('/api/session') && method === 'DELETE') && url !== '/api/identity/leave')

test('there is something to hide: persons and contractors, repairs and complaints', () => {
  assert.deepEqual(registerColumns.map(({ table, column }) => `${table}.${column}`).sort(), ['contractor.phone', 'person.identity', 'person.phone'])
  assert.ok(matterColumns.length >= 2)
})

test('no answer to somebody without the right holds a planted number', async (t) => {
  const told: string[] = []
  let asked = 0
  let answered = 0
  const ask = async (route: Route, reader: Somebody): Promise<void> => {
    const { path, spend, token, ...asking } = await requestOf(route, reader)
    const answer = await reader.call(route.method, path, asking)
    if (answer.status < 300 && route.method !== 'GET') spend()
    asked += 1
    if (answer.status < 300) answered += 1
    const found = planted.exec(answer.text)
    if (found) told.push(`${route.method} ${path} to ${reader.name}: ${found[0]}`)
  }
  const reads = routes().filter(({ method }) => method === 'GET')
  // once, so that all there is to read stands; matters are planted after, since whoever asks sees what he wrote
  for (const route of reads) await requestOf(route, readers[0] ?? null)
  for (const { schema, table, column, value } of matterColumns) await sql.raw(`update ${schema}."${table}" set "${column}" = ${value}`).execute(house.system.db)
  for (const route of reads) for (const reader of readers) await ask(route, reader)
  for (const route of routes().filter(({ method }) => method !== 'GET')) for (const reader of readers.slice(0, 2)) await ask(route, reader)
  t.diagnostic(`${asked} requests, ${answered} of them answered`)
  assert.deepEqual(told, [])
  assert.ok(answered > 300)
})

test('by the whole number an officer finds one person and a clerk nobody; neither is shown it', async () => {
  const [officer, clerk] = [await house.as('people.officer'), await house.as('everyone')]
  const { identity } = (await sql<{ identity: string }>`select identity from people.person where label = '被查的人'`.execute(house.system.db)).rows[0] ?? { identity: '' }
  const found = await officer.get<{ rows: unknown[] }>('/api/search', { q: identity })
  assert.deepEqual([found.body.rows.length, planted.test(found.text)], [1, false])
  assert.deepEqual((await clerk.get<{ rows: unknown[] }>('/api/search', { q: identity })).body.rows, [])
})

test('one reading is asked for, recorded, and kept nowhere', async () => {
  const [officer, clerk] = [await house.as('people.officer', { name: '人事干部' }), await house.as('everyone')]
  const { rows: [row] } = await sql<{ id: string; identity: string; name: string }>`select id, identity, label as name from people.person where label = '被查的人'`.execute(house.system.db)
  assert.ok(row)
  const path = `/api/registers/people.person/${row.id}/reveal`
  assert.equal((await clerk.post(path, { why: '好奇' })).status, 403)
  assert.equal((await officer.post(path, { why: ' ' })).status, 422)
  const seen = await officer.call<{ values: { identity: string } }>('POST', path, { body: { why: '核对身份' }, headers: { 'idempotency-key': 'the-same-tap' } })
  assert.deepEqual([seen.status, seen.body.values.identity], [200, row.identity])
  const { rows: read } = await sql<{ actor_name: string; summary: string }>`select actor_name, summary from audit.entry where action = 'people.reveal' and subject_id = ${row.id}`.execute(house.system.db)
  assert.deepEqual(read.map(({ actor_name, summary }) => [actor_name, summary.endsWith('：核对身份')]), [['人事干部', true]])
})

test('no table but its own holds a number, after all that was done', async () => {
  const officer = await house.as('people.officer')
  const { rows: [row] } = await sql<{ id: string; version: number; identity: string }>`select id, version, identity from people.person where label = '被查的人'`.execute(house.system.db)
  assert.ok(row)
  await officer.get(`/api/registers/people.person/export.xlsx?reason=核对&where.identity=${row.identity}`)
  assert.equal((await officer.call('PATCH', `/api/registers/people.person/${row.id}`, { body: { phone: '13977999999' }, headers: { 'if-match': `"${row.version}"`, 'idempotency-key': 'changed' } })).status, 200)
  const own = [...registerColumns, ...matterColumns]
  const { rows: tables } = await sql<{ schema: string; table: string }>`
    select table_schema as schema, table_name as table from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`.execute(house.system.db)
  const held: string[] = []
  for (const { schema, table } of tables) {
    const rest = own.filter((one) => one.schema === schema && one.table === table).map(({ column }) => column)
    const { rows } = await sql<{ row: string }>`
      select (to_jsonb(t) - ${rest}::text[])::text as row from ${sql.table(`${schema}.${table}`)} t
      where (to_jsonb(t) - ${rest}::text[])::text ~ '(?<!\\d)(330106\\d{11}[\\dX]|13977\\d{6})(?!\\d)' limit 1`.execute(house.system.db)
    for (const { row: text } of rows) held.push(`${schema}.${table}: ${text.slice(0, 300)}`)
  }
  assert.deepEqual(held, [])
  assert.ok(tables.length > 50)
})
