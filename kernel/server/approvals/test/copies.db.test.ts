// Copies by the route 按路线抄送: who is told when it has passed, by the row it was pressed under, and what he may read.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RouteRow, TriedRoute } from '@houqin/wire'
import { cashier, leader, person, post, project, spending } from './office.ts'
import { does, done, inboxOf, openOffice, seats } from './office-desk.ts'

test('抄送: sent when the last stage agrees, to persons, roles and posts of that moment, who read the one matter', async () => {
  const { route, submit, zhao, qian, sun, asker, officer, section, bureau, as, make } = await openOffice()
  const boss = await as(leader, { name: '李主任', organ: bureau })
  const away = await make(person, { name: '郑会计', organ: section, standing: 'left' })
  await make(post, { person: sun.person, organ: section, duty: 'head', from: '2026-01-01', to: null })
  const copies = [{ role: leader.role }, { post: 'office.post.duty', value: 'head' }, { person: qian.person }, { person: away.id }, { person: asker.person }]
  const row = await route([{ title: '初审', mode: 'all', who: seats(zhao) }, { title: '复审', mode: 'any', who: seats(qian) }], { copies })
  assert.deepEqual(row.copyWords, ['领导', '事项所属单位 · 主要负责人', '钱局长', '郑会计', '陈师傅'])
  const tried = done(await officer.post<TriedRoute>('/api/approval/try', { route: 'office.spending', organ: section, amount: '100', requester: asker.person }))
  assert.deepEqual(tried.copies.map(({ persons }) => persons.map(({ name }) => name)), [['李主任'], ['孙会计'], ['钱局长'], [], []], 'who left and who asks receive none')

  const asked = await submit()
  assert.deepEqual((await asker.see(asked)).route?.copies, { who: row.copyWords, persons: [] })
  await does(zhao, asked, 'agree')
  const path = `/api/matters/${spending.id}/${asked.number}`
  for (const who of [boss, sun]) assert.equal((await who.get(path)).status, 404, 'not before it has passed')

  // The row is changed behind it: this one keeps its copies.
  done(await officer.patch<RouteRow>(`/api/approval/routes/${row.id}`, { copies: [] }, 1))
  assert.equal((await does(qian, asked, 'agree')).state, 'approved')
  const seen = await boss.see(asked)
  assert.deepEqual(seen.route?.copies.persons.map(({ name }) => name), ['李主任', '孙会计', '钱局长'])
  assert.ok(seen.route?.stages.every(({ tasks }) => tasks.every(({ kind }) => kind === 'seat')), 'they stand apart from those who decided')
  for (const who of [boss, sun]) {
    assert.deepEqual(await inboxOf(who), [], 'nothing is asked of them')
    assert.deepEqual((await who.see(asked)).steps, [])
  }
  const other = await submit()
  assert.equal((await boss.get(`/api/matters/${spending.id}/${other.number}`)).status, 404, 'one matter, not the others')
  await does(zhao, other, 'agree')
  assert.deepEqual((await does(qian, other, 'agree')).route?.copies, { who: [], persons: [] }, 'the new row sends none')
})

test('抄送 widens nothing: the receiver reads what the matter refers to inside it, and no register, search or export', async () => {
  const { route, zhao, sun, asker, section, make } = await openOffice()
  await route([{ title: '审批', mode: 'all', who: seats(zhao) }], { copies: seats(sun) })
  const secret = await make(project, { name: '西楼改造' })
  const drafted = await asker.ask(spending, { what: '买灯管', kind: 'repair', organ: section, project: secret.id })
  const asked = await asker.take(await asker.take(drafted, 'propose'), 'submit', { input: { amount: '100' } })
  await does(zhao, asked, 'agree')
  assert.deepEqual((await sun.see(asked)).form['project'], { id: secret.id, name: '西楼改造' })
  for (const path of ['', `/${secret.id}`, '/export.xlsx']) assert.notEqual((await sun.get(`/api/registers/office.project${path}`)).status, 200)
  assert.deepEqual(done(await sun.get<{ rows: unknown[] }>('/api/search', { q: '西楼改造' })).rows, [])
})

test('what is refused or withdrawn is sent to nobody; a seat that stands empty holds nothing up', async () => {
  const { route, submit, zhao, sun, asker } = await openOffice()
  await route([{ title: '审批', mode: 'all', who: seats(zhao) }], { copies: [...seats(sun), { role: cashier.role }] })
  const refused = await submit()
  await does(zhao, refused, 'refuse', { comment: '重复购置' })
  const withdrawn = await submit()
  await does(asker, withdrawn, 'withdraw')
  for (const { number } of [refused, withdrawn]) assert.equal((await sun.get(`/api/matters/${spending.id}/${number}`)).status, 404)
  const passed = await submit()
  const { state, route: shown } = await does(zhao, passed, 'agree')
  assert.deepEqual([state, shown?.copies.persons.map(({ name }) => name)], ['approved', ['孙会计']])
})

test('copies that make no sense are refused where they are wrong', async () => {
  const { officer, zhao } = await openOffice()
  const stage = { title: '审批', mode: 'all', who: seats(zhao) }
  const refused = async (more: object, at: string, words: RegExp): Promise<void> => {
    const { status, body, text } = await officer.post<{ issues: { at: string }[] }>('/api/approval/routes', {
      route: 'office.spending', organ: null, kind: null, amountFrom: null, amountBelow: null, from: '2026-11-24', to: null, source: '本单位规定', stages: [stage], ...more,
    })
    assert.equal(status, 422, text)
    assert.equal(body.issues[0]?.at, at)
    assert.match(text, words)
  }
  await refused({ copies: [{ role: 'office.nobody' }] }, 'copies[0]', /没有角色/)
  await refused({ copies: [{ role: 'kernel.everyone' }] }, 'copies[0]', /不能抄送给所有人/)
  await refused({ copies: [{ post: 'office.post.duty', value: 'king' }] }, 'copies[0]', /没有岗位/)
  await refused({ copies: seats(zhao), stages: [] }, 'copies', /没有审批结果可以抄送/)
})
