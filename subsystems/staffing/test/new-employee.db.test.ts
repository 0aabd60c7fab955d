// A new employee 新员工入职 in one go: everything or nothing, once however often it is sent, and nobody twice.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bureauLeader, identityCheck, organ, person, post } from '@houqin/people'
import { people } from '@houqin/people/server'
import { placesOfficer, room, seat, site } from '@houqin/places'
import { places } from '@houqin/places/server'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Somebody, TestSystem } from '@houqin/testing/subsystem'
import { join, workplace } from '@houqin/staffing'
import { staffing } from '@houqin/staffing/server'
import { sql } from 'kysely'
import { decide, writeRoute } from './approving.ts'

interface Welcomed { readonly number: string; readonly username: string; readonly password: string; readonly roles: string | null; readonly person: { readonly id: string }; readonly room: { readonly name: string } | null }
interface Story extends TestSystem {
  readonly officer: Somebody
  readonly leader: Somebody
  readonly security: Somebody
  readonly office: string
  readonly body: Record<string, unknown>
}
const identityOf = (first17: string): string => `${first17}${identityCheck(first17)}`

async function story(): Promise<Story> {
  const house = await testSubsystem([people, places, staffing])
  await writeRoute(await house.as('approval-officer', { name: '许静' }), 'staffing.role-weight', [{ title: '局领导审批', mode: 'any', who: [{ role: bureauLeader.role }] }])
  const organs = await house.usual(organ)
  const yard = await house.usual(site)
  await house.make(seat, { organ: organs, site: yard, main: true, from: '2020-01-01', to: null })
  const office = (await house.make(room, { site: yard, number: '305', use: 'office', purpose: 'office', seats: 1 })).id
  return {
    ...house, office,
    officer: await house.as('people.officer', { name: '李静' }),
    leader: await house.as('bureau-leader', { name: '顾明远' }),
    security: await house.as('security-admin', { name: '冯岚', person: null }),
    body: {
      name: '王小芳', phone: '13800001234', identity: identityOf('32010219980315402'), organ: organs.id, title: '四级主任科员', duty: 'staff', employment: 'civil',
      startsOn: '2026-11-24', room: office, roles: [{ role: placesOfficer.role }],
    },
  }
}
const counts = async ({ system: { db } }: TestSystem): Promise<readonly number[]> => {
  const { rows: [row] } = await sql<{ n: number[] }>`
    select array[(select count(*) from people.person where name = '王小芳'), (select count(*) from people.post), (select count(*) from staffing.workplace),
      (select count(*) from access.account where name = '王小芳'), (select count(*) from matter.matter)]::int[] as n`.execute(db)
  return row?.n ?? []
}

test('one submit makes person, post, desk, account and two matters; she signs in, changes the password and arrives', async () => {
  const house = await story()
  const { officer, leader, security, body, system, office, anonymous } = house
  const hints = await officer.get<{ known: unknown[]; username: string; rooms: { id: string; free: number }[] }>(`/api/staffing/newcomers?name=${encodeURIComponent('王小芳')}&organ=${body['organ'] as string}&startsOn=2026-11-24`)
  assert.deepEqual([hints.body.username, hints.body.rooms.map(({ id, free }) => [id, free]), hints.body.known], ['wang.xiaofang', [[office, 1]], []])
  const answer = await officer.post<Welcomed>('/api/staffing/newcomers', body)
  assert.equal(answer.status, 201, answer.text)
  const welcome = answer.body
  assert.equal(welcome.username, 'wang.xiaofang')
  assert.deepEqual(await counts(house), [1, 1, 1, 1, 2])
  const entered = await system.registers.get(system.db, await officer.actor(), person, welcome.person.id)
  assert.deepEqual([entered['gender'], entered['born'], entered['joinedOn']], ['female', null, '2026-11-24'])
  const { values } = (await officer.post<{ values: { born: string } }>(`/api/registers/people.person/${welcome.person.id}/reveal`, { why: '核对登记' })).body
  assert.equal(values.born, '1998-03-15')

  const first = await anonymous().post<{ token: string; mustChangePassword: boolean }>('/api/session', { username: welcome.username, password: welcome.password })
  assert.equal(first.body.mustChangePassword, true)
  const own = { authorization: `Bearer ${first.body.token}` }
  assert.equal((await anonymous().call('GET', '/api/inbox', { headers: own })).status, 403, 'nothing before the password is her own')
  const changed = await anonymous().call('POST', '/api/me/password', { headers: own, body: { current: welcome.password, next: 'Vr7-lantern-moth-quartz' } })
  assert.ok(changed.status < 300, changed.text)
  const inbox = await anonymous().call<{ rows: { number: string }[] }>('GET', '/api/inbox', { headers: own })
  assert.deepEqual(inbox.body.rows.map(({ number }) => number), [welcome.number])
  const seen = await officer.see({ matter: join.id, number: welcome.number })
  assert.deepEqual(seen.links.map(({ number }) => number), [welcome.roles])
  const arrived = await anonymous().call<{ state: string }>('POST', `/api/matters/${join.id}/${welcome.number}/steps/arrive`, { headers: own, body: { version: seen.version } })
  assert.equal(arrived.body.state, 'arrived', arrived.text)

  // Her roles go their own way.
  const asked = { matter: 'staffing.role-request', number: welcome.roles ?? '' }
  await decide(leader, asked, 'agree')
  await security.take(await security.see(asked), 'execute')
  const me = await anonymous().call<{ roles: { role: string }[] }>('GET', '/api/me', { headers: own })
  assert.ok(JSON.stringify(me.body).includes(placesOfficer.role), 'the role counts from the next request on')
})

test('all or nothing: a role that does not fit, a full room and a wrong number leave no trace', async () => {
  const house = await story()
  const { officer, body, make } = house
  const before = await counts(house)
  const post = async (more: object): Promise<{ status: number; at: string[] }> => {
    const { status, body: problem } = await officer.post<{ issues?: { at: string }[] }>('/api/staffing/newcomers', { ...body, ...more })
    return { status, at: (problem.issues ?? []).map(({ at }) => at) }
  }
  assert.deepEqual(await post({ roles: [{ role: 'places.steward' }] }), { status: 422, at: ['lines.roles[0].site'] })
  assert.deepEqual(await post({ identity: '320102199803154021' }), { status: 422, at: ['identity'] })
  assert.deepEqual(await post({ username: officer.username }), { status: 409, at: ['username'] })
  assert.deepEqual(await counts(house), before)
  await make(workplace, { room: house.office, from: '2026-01-01', to: null })
  assert.deepEqual(await post({}), { status: 409, at: ['room'] })
  assert.deepEqual((await counts(house)).filter((_, place) => place !== 1 && place !== 2), before.filter((_, place) => place !== 1 && place !== 2))
})

test('sent twice with one key it happens once, and both are told the same; a second person with the phone is found', async () => {
  const house = await story()
  const { officer, body } = house
  const headers = { 'idempotency-key': 'newcomer-1' }
  const send = () => officer.call<Welcomed>('POST', '/api/staffing/newcomers', { headers, body })
  const [one, two] = await Promise.all([send(), send()])
  assert.equal(one.status, 201, one.text)
  assert.deepEqual(two.body, one.body)
  assert.deepEqual(await counts(house), [1, 1, 1, 1, 2])
  const typed = await officer.get<{ known: { name: string; by: string }[] }>('/api/staffing/newcomers?phone=13800001234')
  assert.deepEqual(typed.body.known.map(({ name, by }) => [name, by]), [['王小芳', 'phone']])
  const other = await officer.post<{ issues: { at: string }[] }>('/api/staffing/newcomers', { ...body, name: '王大芳', identity: identityOf('32010219880315402'), room: null, roles: [] })
  assert.deepEqual([other.status, other.body.issues.map(({ at }) => at)], [409, ['phone']])
})

test('two officers give the last desk at once: one of them is told', async () => {
  const { officer, body, as, system } = await story()
  const second = await as('people.officer', { name: '何静' })
  const other = { ...body, name: '李大明', phone: '13900001234', identity: identityOf('32010219790315403'), roles: [] }
  const answers = await Promise.all([officer.post('/api/staffing/newcomers', { ...body, roles: [] }), second.post('/api/staffing/newcomers', other)])
  assert.deepEqual(answers.map(({ status }) => status).toSorted((a, b) => a - b), [201, 409])
  const { rows } = await system.registers.list(system.db, await officer.actor(), workplace)
  assert.equal(rows.length, 1)
})

test('who does not come loses desk, post and account at once', async () => {
  const { officer, body, anonymous, system } = await story()
  const { body: welcome } = await officer.post<Welcomed>('/api/staffing/newcomers', { ...body, roles: [] })
  await officer.take(await officer.see({ matter: join.id, number: welcome.number }), 'cancel', { comment: '去了别的单位' })
  assert.equal((await anonymous().post('/api/session', { username: welcome.username, password: welcome.password })).status, 401)
  assert.equal((await system.registers.list(system.db, await officer.actor(), workplace)).rows.length, 0)
  const posts = await officer.get<{ rows: readonly unknown[] }>(`/api/registers/${post.id}`, { 'where.person': welcome.person.id })
  assert.deepEqual(posts.body.rows, [], 'a post he never took would count against the establishment and seat him in approvals')
  assert.equal((await system.registers.get(system.db, await officer.actor(), person, welcome.person.id))['standing'], 'left')
})
