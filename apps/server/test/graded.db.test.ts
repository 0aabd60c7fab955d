// Graded rows 分级的行: every room made a restricted part, every route read by those who may not know of it; and what the keeper reads is recorded.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { everyone, kernelRoles } from '@houqin/define'
import { room, site } from '@houqin/places'
import { repair } from '@houqin/service-desk'
import { settled } from '@houqin/testing'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Somebody, TestSystem } from '@houqin/testing/subsystem'
import { sql } from 'kysely'
import { parts } from '../src/subsystems.ts'
import { routeRequests } from './route-request.ts'
import type { RequestOf, Route } from './route-request.ts'

/** What no other row is called. */
const secret = /ZQXKJV/
interface Row { readonly id: string; readonly version: number; readonly name: string }

let house: TestSystem
let requestOf: RequestOf
let keeper: Somebody
let readers: readonly Somebody[]
let number: string
let hidden: readonly string[]

const change = (row: string, version: number, body: object, by = keeper) =>
  by.call<Row>('PATCH', `/api/registers/places.room/${row}`, { body, headers: { 'if-match': `"${version}"`, 'idempotency-key': `change-${row}-${version}` } })

before(async () => {
  house = await testSubsystem(parts)
  const { catalogue, db } = house.system
  keeper = await house.as('places.officer', { name: '场所管理员' })
  requestOf = await routeRequests(house, await house.as('everyone', { name: '申请人' }))
  const clerk = await house.as('everyone', { name: '报修人' })
  const usual = await house.usual(room)
  number = (await clerk.ask(repair, { what: '灯不亮', urgency: 'normal', site: (await house.usual(site)).id, room: usual.id })).number
  const roles = [everyone, ...kernelRoles.filter(({ role }) => role !== everyone.role), ...['people.bureau-leader', 'people.officer'].flatMap((role) => catalogue.roles.get(role) ?? [])]
  readers = await Promise.all(roles.map((role) => house.as(role, { name: `读者${role.title}` })))
  // once, so that all there is to read stands
  for (const route of routes()) await requestOf(route, readers[0] ?? null)
  const { rows } = await sql<Row>`select id, version, label as name from places.room where merged_into is null and retired_at is null`.execute(db)
  for (const [at, { id, version }] of rows.entries()) assert.equal((await change(id, version, { number: `ZQXKJV${at}`, title: 'ZQXKJV机要室', grade: 'restricted' })).status, 200)
  hidden = rows.map(({ id }) => id)
})

const routes = (): readonly Route[] =>
  house.app.ruledRoutes.filter(({ method, url }) => method === 'GET' && url !== '/api/events' && !url.startsWith('/api/docs') && url !== '/api/identity/leave')

test('no answer to whoever is not behind the grade tells of such a room, but the audit to the auditor', async (t) => {
  const told: string[] = []
  let answered = 0
  for (const route of routes()) {
    if (route.url === '/api/audit') continue
    for (const reader of readers) {
      const { path, spend: _, token: __, ...asking } = await requestOf(route, reader)
      const answer = await reader.call(route.method, path, asking)
      if (answer.status < 300) answered += 1
      const found = secret.exec(answer.text)
      if (found) told.push(`${path} to ${reader.name}: …${answer.text.slice(Math.max(0, found.index - 120), found.index + 60)}`)
    }
  }
  t.diagnostic(`${answered} answers`)
  assert.deepEqual(told, [])
  assert.ok(answered > 200)
})

test('lists, counts, sums, search, single rows and their history are as if it were not there', async () => {
  for (const reader of readers) {
    const list = await reader.get<{ rows: readonly Row[]; total: number }>('/api/registers/places.room', { total: 'true' })
    assert.deepEqual([list.body.rows, list.body.total], [[], 0], reader.name)
    assert.equal((await reader.get<{ count: number }>('/api/registers/places.room/summary')).body.count, 0, reader.name)
    assert.deepEqual((await reader.get<{ rows: unknown[] }>('/api/search', { q: 'ZQXKJV' })).body.rows, [], reader.name)
    for (const path of ['', '/history', '/links']) assert.equal((await reader.get(`/api/registers/places.room/${hidden[0]}${path}`)).status, 404, `${reader.name} ${path}`)
  }
})

test('reports count without it, and for the keeper with it', async () => {
  const roomsFor = async (reader: Somebody): Promise<number> => {
    const { body } = await reader.get<{ rows: readonly { rooms: number }[] }>('/api/reports/places.premises')
    return body.rows.reduce((sum, { rooms }) => sum + rooms, 0)
  }
  assert.equal(await roomsFor(keeper), hidden.length)
  for (const reader of readers) assert.equal(await roomsFor(reader), 0, reader.name)
})

test('a matter that points to it says no more than that it does, and opens it for nobody', async () => {
  const asker = await house.as('service-desk.dispatcher', { name: '调度' })
  const { body } = await asker.get<{ form: { room: { id: string; name: string } } }>(`/api/matters/${repair.id}/${number}`)
  assert.equal(body.form.room.name, '受控房间')
  const opened = await asker.get(`/api/matters/${repair.id}/${number}/references/room`)
  assert.ok([403, 404].includes(opened.status), `${opened.status} ${opened.text}`)
})

test('the keeper reads it by its name, finds it, and each reading is recorded', async () => {
  const { db } = house.system
  const readings = async (): Promise<readonly { actor: string; rows: readonly string[] }[]> =>
    (await sql<{ actor: string; rows: string[] }>`select actor_name as actor, after -> 'rows' as rows from audit.entry where action = 'places.read-graded' order by id`.execute(db)).rows
  assert.equal((await readings()).every(({ actor }) => actor === keeper.name), true, 'nobody else has read one')
  const before = (await readings()).length
  const row = await keeper.get<Row>(`/api/registers/places.room/${hidden[0]}`)
  assert.match(row.body.name, secret)
  const found = await keeper.get<{ rows: readonly { id: string; name: string }[] }>('/api/search', { q: 'ZQXKJV0' })
  assert.deepEqual(found.body.rows.map(({ id, name }) => [id, name]), [[hidden[0], '受控房间']], 'found it is, and named where it is opened')
  const listed = await keeper.get<{ rows: readonly { name: string }[] }>('/api/registers/places.room', { q: 'ZQXKJV0' })
  assert.equal(listed.body.rows.length, 1)
  assert.match(listed.body.rows[0]?.name ?? '', secret)
  const after = (await readings()).slice(before)
  assert.deepEqual(after.map(({ rows }) => rows), [[hidden[0]], [hidden[0]]])
})

test('nobody grades a room out of his own sight, and one made ordinary again is there for all', async () => {
  const { db } = house.system
  const [id] = hidden
  assert.ok(id)
  const stranger = await house.as('everyone')
  assert.equal((await change(id, 9, { grade: 'ordinary' }, stranger)).status, 404)
  const { rows: [held] } = await sql<{ version: number }>`select version from places.room where id = ${id}`.execute(db)
  assert.equal((await change(id, held?.version ?? 0, { grade: 'ordinary' })).status, 200)
  assert.match((await stranger.get<Row>(`/api/registers/places.room/${id}`)).body.name, secret)
})

test('what is told of its changes is told to its keepers alone', async () => {
  const { db } = house.system
  const made = await house.make(room, { number: 'ZQXKJV900', grade: 'restricted' })
  await settled(db)
  const { rows } = await sql<{ roles: string[] | null }>`select roles from events.event where topic = 'places.room.inserted' and payload ->> 'id' = ${made.id}`.execute(db)
  assert.deepEqual(rows, [{ roles: ['places.officer', 'places.steward'] }])
})
