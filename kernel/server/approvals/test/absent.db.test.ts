// Absent approvers 审批人不在: deputies while on leave, a loop of them refused, somebody who left, a route with nobody; nothing is stuck silently.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { systemActor } from '@houqin/access'
import type { Somebody } from '@houqin/testing/subsystem'
import type { StuckRow } from '@houqin/wire'
import { leader, person, post, spending } from './office.ts'
import { act, does, done, inboxOf, openOffice, said, seats } from './office-desk.ts'

const stuck = async (officer: Somebody): Promise<readonly StuckRow[]> => done(await officer.get<{ rows: StuckRow[] }>('/api/approval/stuck')).rows
const leave = { from: '2026-11-24', to: '2026-11-30', reason: '出差' }

test('on leave, his deputy decides in his place; he may still do it himself', async () => {
  const { route, submit, zhao, qian, advance } = await openOffice()
  await route([{ title: '审批', mode: 'all', who: seats(zhao) }])
  const before = await submit()
  done(await zhao.post('/api/approval/deputies', { person: zhao.person, deputy: qian.person, ...leave, from: '2026-11-25' }), 201)
  assert.deepEqual(await inboxOf(zhao), [before.number], 'the leave begins tomorrow')
  await advance({ days: 1 })
  assert.deepEqual([await inboxOf(zhao), await inboxOf(qian)], [[], [before.number]], 'what waits is handed to the deputy')
  const passed = await does(qian, before, 'agree')
  assert.deepEqual(passed.route?.stages[0]?.tasks.map(({ person, for: whom, decidedBy }) => [person?.name, whom?.name, decidedBy?.name]), [['钱局长', '赵科长', '钱局长']])
  const during = await submit()
  assert.deepEqual([await inboxOf(zhao), await inboxOf(qian)], [[], [during.number]])
  assert.equal((await does(zhao, during, 'agree')).state, 'approved')
  await advance({ days: 7 })
  const afterwards = await submit()
  assert.deepEqual([await inboxOf(zhao), await inboxOf(qian)], [[afterwards.number], []], 'he is back')
})

test('a loop of deputies is refused in a sentence, and nobody names one for another but the officer', async () => {
  const { zhao, qian, sun, officer } = await openOffice()
  const name = (by: Somebody, person: Somebody, deputy: Somebody) => by.post('/api/approval/deputies', { person: person.person, deputy: deputy.person, ...leave })
  done(await name(zhao, zhao, qian), 201)
  done(await name(officer, qian, sun), 201)
  const loop = await name(sun, sun, zhao)
  assert.equal(loop.status, 409)
  assert.match(loop.text, /孙会计 → 赵科长 → 钱局长 → 孙会计/)
  assert.equal((await name(zhao, sun, qian)).status, 403)
  assert.match((await name(zhao, zhao, sun)).text, /已经有一位代理人/)
  assert.equal((await name(zhao, zhao, zhao)).status, 422)
  const { rows } = done(await zhao.get<{ rows: { id: string; deputy: { name: string } }[] }>('/api/approval/deputies'))
  assert.deepEqual(rows.map(({ deputy }) => deputy.name), ['钱局长'])
  assert.equal((await zhao.call('DELETE', `/api/approval/deputies/${rows[0]?.id}`)).status, 204)
  done(await name(sun, sun, zhao), 201)
})

test('a chain of deputies ends with the last; the asker is never one', async () => {
  const { route, submit, zhao, qian, sun, asker } = await openOffice()
  await route([{ title: '审批', mode: 'all', who: seats(zhao) }])
  done(await zhao.post('/api/approval/deputies', { person: zhao.person, deputy: qian.person, ...leave }), 201)
  done(await qian.post('/api/approval/deputies', { person: qian.person, deputy: sun.person, ...leave }), 201)
  const asked = await submit()
  assert.deepEqual(asked.awaits.map(({ name }) => name), ['孙会计'])
  done(await sun.post('/api/approval/deputies', { person: sun.person, deputy: asker.person, ...leave }), 201)
  assert.deepEqual((await submit()).awaits.map(({ name }) => name), ['赵科长'], 'rather himself, from where he is')
})

test('a route with nobody in it shows on the stuck page with the reason, and goes on when somebody takes the role', async () => {
  const { route, submit, officer, as, section, asker, settle } = await openOffice()
  await route([{ title: '领导审批', mode: 'any', who: [{ role: leader.role }] }])
  const asked = await submit()
  assert.deepEqual(asked.awaits, [])
  assert.deepEqual(asked.route?.stages[0]?.tasks.map(({ person, vacancy }) => [person, vacancy]), [[null, '没有人担任']])
  assert.deepEqual((await stuck(officer)).map(({ number, title, step, stage, reason }) => [number, title, step, stage, reason]), [[asked.number, '用款', '报批', '领导审批', '没有人担任']])
  assert.equal((await officer.get(`/api/matters/${spending.id}/${asked.number}`)).status, 404, 'he helps without reading it')
  assert.equal((await asker.get('/api/approval/stuck')).status, 403)
  const boss = await as(leader, { name: '李主任', organ: section })
  await settle()
  assert.deepEqual([await stuck(officer), await inboxOf(boss)], [[], [asked.number]])
  assert.equal((await does(boss, asked, 'agree')).state, 'approved')
})

test('an approver who left: stuck with the reason, until the officer names another or ends it', async () => {
  const { route, submit, officer, zhao, qian, system, asker } = await openOffice()
  await route([{ title: '审批', mode: 'all', who: seats(zhao) }])
  const asked = await submit()
  const second = await submit()
  assert.deepEqual(await stuck(officer), [])
  await system.db.transaction().execute((tx) => system.access.accounts.change(tx, systemActor, zhao.account, { disabled: true }, 1))
  assert.deepEqual((await stuck(officer)).map(({ number, reason }) => [number, reason]), [[asked.number, '审批人的账号已停用'], [second.number, '审批人的账号已停用']])
  const help = (number: string, body: object, by: Somebody = officer) => by.post<{ rows: StuckRow[] }>(`/api/approval/stuck/${spending.id}/${number}`, body)
  assert.equal((await help(asked.number, { action: 'assign', to: asker.person, comment: '代办' })).status, 403)
  assert.equal((await help(asked.number, { action: 'assign', to: officer.person, comment: '代办' })).status, 403)
  assert.equal((await help(asked.number, { action: 'assign', to: qian.person, comment: '代办' }, qian)).status, 403)
  const { rows } = done(await help(asked.number, { action: 'assign', to: qian.person, comment: '赵科长调离' }))
  assert.deepEqual(rows.map(({ number }) => number), [second.number])
  assert.equal((await help(asked.number, { action: 'assign', to: qian.person, comment: '再来' })).status, 409)
  assert.deepEqual(await inboxOf(qian), [asked.number])
  assert.deepEqual(said(await does(qian, asked, 'agree')).at(-2), ['指定审批人', '许静'])
  done(await help(second.number, { action: 'end', comment: '不再需要' }))
  const ended = await asker.see(second)
  assert.deepEqual([ended.state, ended.route?.outcome, ended.route?.ended?.words], ['draft', 'ended', '不再需要'])
})

test('an approver who was transferred: stuck though his account is open, told to the asker, and seated nowhere any more', async () => {
  const { route, submit, officer, zhao, qian, system, asker } = await openOffice()
  await route([{ title: '审批', mode: 'all', who: seats(zhao) }])
  const asked = await submit()
  const row = await system.registers.get(system.db, systemActor, person, zhao.person ?? '')
  await system.db.transaction().execute((tx) => system.registers.update(tx, systemActor, person, row.id, { standing: 'left' }, row.version))
  assert.deepEqual((await stuck(officer)).map(({ number, reason }) => [number, reason]), [[asked.number, '审批人已离开']])
  const told = (await asker.see(asked)).route?.stuck
  assert.deepEqual([told?.reason, told?.helpers.map(({ name }) => name)], ['审批人已离开', ['许静']])
  done(await officer.post(`/api/approval/stuck/${spending.id}/${asked.number}`, { action: 'assign', to: qian.person, comment: '赵科长调出' }))
  assert.equal((await asker.see(asked)).route?.stuck, null)
  assert.deepEqual((await submit()).route?.stages[0]?.tasks.map(({ vacancy }) => vacancy), ['审批人已离开'])
})

test('when everybody named is gone from the start, it says why; posts are sought upwards', async () => {
  const { route, submit, make, officer, qian, bureau, asker } = await openOffice()
  await make(post, { person: qian.person, organ: bureau, duty: 'head', from: '2026-01-01', to: null })
  await route([{ title: '负责人', mode: 'all', who: [{ post: 'office.post.duty', value: 'head' }] }])
  assert.deepEqual((await submit()).awaits.map(({ name }) => name), ['钱局长'], 'the section has no head of its own; the bureau has')
  const stranger = await make(person, { name: '无账号' })
  await officer.patch(`/api/approval/routes/${(done(await officer.get<{ rows: { id: string }[] }>('/api/approval/routes'))).rows[0]?.id}`, {
    stages: [{ title: '负责人', mode: 'all', who: [{ person: stranger.id }, { person: asker.person }] }],
  }, 1)
  assert.deepEqual((await submit()).route?.stages[0]?.tasks.map(({ vacancy }) => vacancy), ['审批人没有账号', '只有发起人或当事人自己，不能自己审批'])
})

test('a role withdrawn: what waits for him waits for whoever holds it now, or shows as stuck; he decides nothing meanwhile', async () => {
  const { route, submit, officer, as, section, system, advance } = await openOffice()
  await route([{ title: '领导审批', mode: 'any', who: [{ role: leader.role }] }])
  const boss = await as(leader, { name: '李主任', organ: section })
  const asked = await submit()
  const withdraw = async (who: Somebody): Promise<void> => {
    const { rows } = await system.access.grants.list(system.db, systemActor, { account: who.account })
    await system.db.transaction().execute(async (tx) => {
      for (const { id } of rows) await system.access.grants.withdraw(tx, systemActor, id, { reason: '换人' })
    })
  }
  await withdraw(boss)
  const refused = await act(boss, asked, 'agree')
  assert.equal(refused.status, 403)
  assert.match(refused.text, /已不再担任/)
  await advance({ minutes: 1 })
  assert.deepEqual((await stuck(officer)).map(({ number, reason }) => [number, reason]), [[asked.number, '没有人担任']])
  assert.deepEqual(await inboxOf(boss), [])
  const next = await as(leader, { name: '周主任', organ: section })
  await advance({ minutes: 1 })
  assert.deepEqual([await stuck(officer), await inboxOf(next)], [[], [asked.number]])
  const third = await as(leader, { name: '吴主任', organ: section })
  await withdraw(next)
  await advance({ minutes: 1 })
  assert.deepEqual([await inboxOf(next), await inboxOf(third)], [[], [asked.number]], 'it goes to who holds the role now')
  assert.deepEqual(said(await does(third, asked, 'agree')).slice(-4).map(([deed]) => deed), ['减签', '指定审批人', '指定审批人', '同意'])
})

test('where several are asked by a role, who loses it is left out and the others decide; who was named by a person keeps it', async () => {
  const { route, submit, as, section, system, advance, zhao, qian, make, bureau } = await openOffice()
  await route([{ title: '会签', mode: 'all', who: [{ role: leader.role }] }])
  const [one, two] = [await as(leader, { name: '李主任', organ: section }), await as(leader, { name: '周主任', organ: section })]
  const both = await submit()
  await does(one, both, 'agree')
  const handed = await submit()
  await does(two, handed, 'transfer', { to: zhao.person, comment: '请代为审批' })
  const { rows } = await system.access.grants.list(system.db, systemActor, { account: two.account })
  await system.db.transaction().execute((tx) => system.access.grants.withdraw(tx, systemActor, rows[0]?.id ?? '', { reason: '换人' }))
  await advance({ minutes: 1 })
  assert.equal((await one.see(both)).state, 'approved', 'all who are still asked have agreed')
  assert.deepEqual((await one.see(handed)).awaits.map(({ name }) => name).toSorted(), ['李主任', '赵科长'])

  // By a post: the new head decides what waited for the old one.
  const row = await make(post, { person: qian.person, organ: bureau, duty: 'head', from: '2026-01-01', to: null })
  await route([{ title: '负责人', mode: 'all', who: [{ post: 'office.post.duty', value: 'head' }] }], { kind: 'repair' })
  const asked = await submit()
  assert.deepEqual(asked.awaits.map(({ name }) => name), ['钱局长'])
  await system.db.transaction().execute((tx) => system.registers.update(tx, systemActor, post, row.id, { to: '2026-11-23' }, 1))
  await make(post, { person: zhao.person, organ: bureau, duty: 'head', from: '2026-11-24', to: null })
  await advance({ minutes: 1 })
  assert.deepEqual((await zhao.see(asked)).awaits.map(({ name }) => name), ['赵科长'])
})
