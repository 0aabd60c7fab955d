// A departure 离岗: everything he holds and owes is listed as it stands, settled line by line, and on the day his account closes; nothing is left stuck with him.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MatterWire } from '@houqin/matters'
import { bureauLeader, correction, organ, person, post } from '@houqin/people'
import { people } from '@houqin/people/server'
import { duty, dutyGroup, placesOfficer, room, site, stewardship } from '@houqin/places'
import { places } from '@houqin/places/server'
import { workplace } from '@houqin/staffing'
import { staffing } from '@houqin/staffing/server'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Somebody, TestSystem } from '@houqin/testing/subsystem'
import { sql } from 'kysely'
import { decide, writeRoute } from './approving.ts'

interface Item { readonly key: string; readonly group: string; readonly title: string; readonly state: string; readonly may: boolean; readonly reason: string | null; readonly planned: object | null }
interface Story extends TestSystem {
  readonly head: Somebody
  readonly officer: Somebody
  readonly routes: Somebody
  readonly leader: Somebody
  readonly second: Somebody
  readonly go: (who: Somebody, more?: object) => Promise<MatterWire>
  readonly items: (by: Somebody, of: MatterWire) => Promise<readonly Item[]>
}
/** The head of the people's section approves departures; the leader approves roles. */
async function story(): Promise<Story> {
  const house = await testSubsystem([people, places, staffing])
  const head = await house.as('people.officer', { name: '何主任' })
  const routes = await house.as('approval-officer', { name: '许静' })
  await writeRoute(routes, 'staffing.role-weight', [{ title: '局领导审批', mode: 'any', who: [{ role: bureauLeader.role }] }])
  await writeRoute(routes, 'staffing.departure', [{ title: '审批', mode: 'any', who: [{ person: head.person ?? '' }] }])
  const officer = await house.as('people.officer', { name: '李静' })
  return {
    ...house, head, officer, routes,
    leader: await house.as('bureau-leader', { name: '顾明远' }),
    second: await house.as('everyone', { name: '张晓东' }),
    async go(who, more = {}) {
      const answer = await officer.post<MatterWire>('/api/staffing/departures', { person: who.person, kind: 'retire', on: '2026-12-01', why: '到龄退休', ...more })
      if (answer.status !== 201) throw new Error(answer.text)
      return answer.body
    },
    items: async (by, { number }) => (await by.get<{ rows: readonly Item[] }>(`/api/staffing/departures/${number}/items`)).body.rows,
  }
}
const open = (items: readonly Item[]): readonly string[] => items.filter(({ state }) => state === 'open').map(({ key }) => key.split(':').slice(0, 2).join(':'))
const settle = async (by: Somebody, of: MatterWire, line: object): Promise<MatterWire> => by.take(await by.see(of), 'settle', { lines: { settled: [line] } })
const inbox = async (who: Somebody): Promise<readonly string[]> => (await who.get<{ rows: { number: string }[] }>('/api/inbox')).body.rows.map(({ number }) => number)

/** A matter in hand, one that comes back to him, one he asked for, an approval, a site, a watch, a desk, a group, an organ, a route, a deputy. */
async function burden({ leader, officer, second, routes, make, usual }: Story) {
  const asking = (by: Somebody): Promise<MatterWire> => by.ask(correction, { what: '核对任职登记' })
  const send = async (seen: MatterWire): Promise<MatterWire> => officer.take(seen, 'assign', { input: { handler: leader.person } })
  const inHand = await send(await asking(second))
  const back = await leader.take(await send(await asking(second)), 'mend', { input: { result: '已改' } })
  const asked = await asking(leader)
  const role = await officer.post<MatterWire>('/api/staffing/role-requests', { person: second.person, deed: 'give', reason: '接任', roles: [{ role: placesOfficer.role }] })
  assert.equal(role.status, 201, role.text)
  const yard = await usual(site)
  const bound = { person: leader.person, from: '2026-01-01', to: null }
  await make(stewardship, { ...bound, site: yard })
  await make(duty, { person: leader.person, site: yard, from: '2026-12-05', to: '2026-12-05', shift: 'day' })
  await make(workplace, { ...bound, room: await make(room, { site: yard }) })
  await make(post, { ...bound, kind: 'main', duty: 'staff' })
  const group = await make(dutyGroup, { site: yard, lines: { members: [{ person: leader.person }, { person: second.person }] } })
  const headed = await make(organ, { head: leader.person })
  await writeRoute(routes, 'staffing.leave-days', [{ title: '分管领导', mode: 'any', who: [{ person: leader.person ?? '' }] }], { amountBelow: '6' })
  assert.equal((await officer.post('/api/approval/deputies', { person: officer.person, deputy: leader.person, from: '2026-11-24', to: '2026-12-20', reason: '学习' })).status, 201)
  return { inHand, back, asked, role: role.body, group, headed, yard }
}

test('what he holds and owes is listed as it stands, settled one by one, and only then is the matter closed', async () => {
  const told = await story()
  const { leader, officer, second, routes, head, go, items, advance, system } = told
  const owes = await burden(told)
  const asked = await go(leader)
  assert.deepEqual([asked.state, asked.awaits.map(({ name }) => name)], ['drafted', ['何主任']])
  assert.equal((await decide(head, asked, 'agree')).state, 'settling')
  const listed = await items(officer, asked)
  assert.deepEqual(open(listed).toSorted(), [
    'answer:0', 'answer:2', 'matter:approver', 'matter:asker', 'matter:holder', 'matter:named', 'route:' + keyOf(listed, 'route').split(':')[1], 'row:places.duty', 'row:places.stewardship',
  ].toSorted())
  assert.deepEqual(listed.filter(({ state }) => state === 'by-itself').map(({ group }) => group), ['任职', '办公座位', '角色', '代理审批', '账号'])

  const hand = (by: Somebody, key: string, to: Somebody): Promise<MatterWire> => settle(by, asked, { item: keyOf(listed, key), way: 'hand', to: to.person })
  await hand(leader, 'matter:holder', second)
  await hand(officer, 'matter:named', head)
  await hand(officer, 'matter:asker', second)
  await hand(officer, 'matter:approver', head)
  await hand(officer, 'row:places.stewardship', second)
  await hand(officer, 'row:places.duty', second)
  await hand(officer, 'answer:2', head)
  await settle(officer, asked, { item: keyOf(listed, 'answer:0'), way: 'end' })
  await assert.rejects(hand(officer, 'matter:holder', head), /已经办结/, 'a second press finds it settled')
  await assert.rejects(hand(officer, 'route:', second), /审批管理员/)
  await hand(routes, 'route:', head)
  assert.deepEqual(open(await items(officer, asked)), [])

  assert.ok((await inbox(second)).includes(owes.inHand.number), 'the successor has it')
  assert.ok((await inbox(head)).includes(owes.role.number), 'the approval waits for who took it over')
  assert.equal((await second.see(owes.asked)).requester?.name, '张晓东')
  const answersNow = async () => (await sql<{ members: string[]; head: string | null; watch: string; lasts: string; follows: string }>`
    select (select array_agg(p.label order by m.position) from places.duty_group__members m join people.person p on p.id = m.person) as members,
      (select head::text from people.organ where id = ${owes.headed.id}::uuid) as head,
      (select p.label from places.duty d join people.person p on p.id = d.person) as watch,
      (select max(upper(s.valid) - 1)::text from places.stewardship s where s.person = ${leader.person}::uuid) as lasts,
      (select min(lower(s.valid))::text from places.stewardship s where s.person = ${second.person}::uuid) as follows`.execute(system.db)).rows[0]
  // The group has him and the organ is headed by him until he goes: what is pressed before is done on the day.
  const until = { members: ['顾明远', '张晓东'], head: leader.person, watch: '张晓东', lasts: '2026-11-30', follows: '2026-12-01' }
  assert.deepEqual(await answersNow(), until)
  const planned = (key: string) => items(officer, asked).then((rows) => rows.find((item) => item.key.startsWith(key))?.planned)
  assert.deepEqual([await planned('answer:2'), await planned('answer:0')], [{ way: 'hand', to: '何主任' }, { way: 'end', to: null }])
  await hand(officer, 'answer:2', second)
  await hand(officer, 'answer:2', head)
  assert.deepEqual(await planned('answer:2'), { way: 'hand', to: '何主任' }, 'who changes his mind has said so last')
  await advance({ days: 6 })
  assert.deepEqual(await answersNow(), until)

  await assert.rejects(officer.take(await officer.see(asked), 'leave'), /2026-12-01/, 'not before the day')
  await advance({ days: 1 })
  assert.deepEqual(await answersNow(), { ...until, members: ['何主任', '张晓东'], head: null }, 'on the day itself')
  const gone = await officer.see(asked)
  assert.deepEqual([gone.state, gone.facts['goneOn']], ['closed', '2026-12-01'], 'on the day the house does it, and closes what is settled')
  const row = await system.registers.get(system.db, await officer.actor(), person, leader.person ?? '')
  assert.deepEqual([row['standing'], row['leftOn']], ['retired', '2026-12-01'])
  assert.equal((await leader.get('/api/me')).status, 401, 'signed out everywhere')
  // What is under way goes on without him.
  assert.equal((await decide(head, owes.role, 'agree')).state, 'approved')
  assert.equal((await second.take(await second.see(owes.back), 'notYet', { comment: '还差一处' })).holder.person?.name, '何主任', 'it comes back to his successor')
  assert.deepEqual((await routes.get<{ rows: unknown[] }>('/api/approval/stuck')).body.rows, [])
})
const keyOf = (items: readonly Item[], start: string): string => items.find(({ key }) => key.startsWith(start))?.key ?? ''

test('nobody waives for himself, and a reason is asked; what is left keeps the matter open after the day, and shows where it is stuck', async () => {
  const told = await story()
  const { leader, officer, second, routes, head, go, items, advance, system } = told
  const owes = await burden(told)
  const asked = await go(leader)
  await decide(head, asked, 'agree')
  const listed = await items(officer, asked)
  const waive = (by: Somebody, key: string, reason?: string): Promise<MatterWire> => settle(by, asked, { item: keyOf(listed, key), way: 'waive', reason })
  assert.deepEqual((await items(leader, asked)).filter(({ may }) => may).map(({ key }) => key.split(':')[0]), ['matter', 'matter', 'matter', 'matter'])
  await assert.rejects(waive(leader, 'matter:asker', '不用了'), /离岗人自己只能移交/)
  await assert.rejects(settle(leader, asked, { item: keyOf(listed, 'row:places.duty'), way: 'hand', to: second.person }), /离岗人自己只能移交/)
  await assert.rejects(waive(officer, 'matter:asker'), /为什么可以不办/)
  await assert.rejects(settle(officer, asked, { item: keyOf(listed, 'matter:approver'), way: 'hand', to: officer.person }), /不能把.*审批交给自己/)
  await assert.rejects(settle(officer, asked, { item: keyOf(listed, 'role:'), way: 'waive', reason: '不办' }), /自动结束/)
  await waive(officer, 'matter:asker', '提出的事已并入年度核对')
  assert.equal((await items(officer, asked)).find(({ key }) => key.startsWith('matter:asker'))?.reason, '提出的事已并入年度核对')

  await advance({ days: 7 })
  assert.equal((await officer.see(asked)).state, 'gone')
  await assert.rejects(officer.take(await officer.see(asked), 'close'), /还有 8 项没有结清/)
  const { rows: stuck } = (await routes.get<{ rows: { number: string; reason: string }[] }>('/api/approval/stuck')).body
  assert.deepEqual(stuck.map(({ number, reason }) => [number, reason]), [[owes.role.number, '审批人已离开']], 'an approval that is still with him is not stuck unseen')
  await settle(officer, asked, { item: keyOf(listed, 'matter:approver'), way: 'hand', to: head.person })
  assert.deepEqual((await routes.get<{ rows: unknown[] }>('/api/approval/stuck')).body.rows, [])
  for (const key of ['matter:holder', 'matter:named', 'row:places.stewardship', 'row:places.duty', 'answer:0', 'answer:2']) await settle(officer, asked, { item: keyOf(listed, key), way: 'hand', to: second.person })
  await settle(routes, asked, { item: keyOf(listed, 'route:'), way: 'hand', to: head.person })
  assert.equal((await officer.take(await officer.see(asked), 'close')).state, 'closed')
  const { rows: [kept] } = await sql<{ grants: number; posts: string | null; account: boolean }>`
    select (select count(*)::int from access.grant g where g.account = ${leader.account}::uuid and g.withdrawn_at is null) as grants,
      (select max(upper(valid) - 1)::text from people.post where person = ${leader.person}::uuid) as posts,
      (select disabled_at is not null from access.account where id = ${leader.account}::uuid) as account`.execute(system.db)
  assert.deepEqual(kept, { grants: 0, posts: '2026-11-30', account: true })
  assert.equal((await officer.see(owes.inHand)).timeline.at(-1)?.comment, `因离岗 ${asked.number}，由顾明远交张晓东`)
})

test('what he pressed himself passes after he has gone, in his name', async () => {
  const { leader, officer, second, head, go, advance, as } = await story()
  const pressing = await as('people.officer', { name: '郑宁' })
  const pressed = await pressing.post<MatterWire>('/api/staffing/role-requests', { person: second.person, deed: 'give', reason: '接任', roles: [{ role: placesOfficer.role }] })
  const asked = await go(pressing, { kind: 'resign', on: '2026-11-25', why: '辞职' })
  await decide(head, asked, 'agree')
  await advance({ days: 1 })
  assert.equal((await pressing.get('/api/me')).status, 401)
  const passed = await decide(leader, pressed.body, 'agree')
  assert.equal(passed.state, 'approved')
  assert.equal(passed.timeline.findLast(({ step }) => step === 'submit')?.by.name, '郑宁')
  // The asker of it has gone: his departure stays open until somebody asks in his place.
  assert.equal((await officer.see(asked)).state, 'gone')
})

test('who moves within the district keeps the account, sits in the new organ, and leaves his roles behind', async () => {
  const { officer, head, go, items, advance, system, make, as } = await story()
  const moving = await as('places.officer', { name: '钱坤' })
  const other = await make(organ, {})
  await make(post, { person: moving.person, kind: 'main', duty: 'section', from: '2026-01-01', to: null })
  await assert.rejects(go(moving, { kind: 'within', why: '工作需要' }), /调往的另一个单位/)
  await assert.rejects(go(moving, { kind: 'retire', toTitle: '科员' }), /只有区内调动/)
  const asked = await go(moving, { kind: 'within', on: '2026-11-25', why: '工作需要', toOrgan: other.id, toTitle: '四级主任科员' })
  await assert.rejects(go(moving), /正在办理/)
  await decide(head, asked, 'agree')
  assert.deepEqual((await items(officer, asked)).map(({ key }) => key.split(':')[0]), ['row', 'role'])
  await advance({ days: 1 })
  assert.equal((await officer.see(asked)).state, 'closed')
  const me = await moving.get<{ roles: readonly unknown[] }>('/api/me')
  assert.equal(me.status, 200)
  assert.ok(!JSON.stringify(me.body).includes(placesOfficer.role), 'what he did there he may do no longer')
  const { rows } = await sql<{ organ: string; title: string; from: string }>`
    select p.organ::text, t.title, lower(t.valid)::text as "from" from people.person p join people.post t on t.person = p.id and t.organ = p.organ and t.valid @> date '2026-11-25'
     where p.id = ${moving.person}::uuid`.execute(system.db)
  assert.deepEqual(rows, [{ organ: other.id, title: '四级主任科员', from: '2026-11-25' }])
})

test('leaver, successor and chief are told; nobody asks for his own departure, nobody else than an officer for another', async () => {
  const told = await story()
  const { leader, officer, second, head, go, items, settle: work, as, make, usual } = told
  const chief = await as('everyone', { name: '侯局长' })
  const own = (await officer.see(await go(second, { on: '2026-12-31' }))).organ
  await make(post, { person: chief.person, organ: own?.id ?? (await usual(organ)).id, kind: 'main', duty: 'head', from: '2026-01-01', to: null })
  assert.equal((await second.post('/api/staffing/departures', { person: leader.person, kind: 'resign', on: '2026-12-01', why: '辞职' })).status, 403)
  assert.equal((await officer.post('/api/staffing/departures', { person: officer.person, kind: 'resign', on: '2026-12-01', why: '辞职' })).status, 403)
  await burden(told)
  const third = await as('everyone', { name: '孙红' })
  const asked = await go(leader)
  await decide(head, asked, 'agree')
  const listed = await items(officer, asked)
  await settle(officer, asked, { item: keyOf(listed, 'matter:holder'), way: 'hand', to: third.person })
  await work()
  const notices = async (who: Somebody): Promise<readonly string[]> => (await who.get<{ rows: { title: string }[] }>('/api/notices')).body.rows.map(({ title }) => title)
  assert.ok((await notices(leader)).some((title) => title.includes('退休')), 'the leaver')
  assert.ok((await notices(third)).some((title) => title === '等您办：核对任职登记'), 'who took it over')
  assert.ok((await notices(chief)).some((title) => title.includes('退休')), 'his chief')
  const stranger = await second.get(`/api/staffing/departures/${asked.number}/items`)
  assert.equal(stranger.status, 404, 'who has nothing to do with it does not read the list')
})
