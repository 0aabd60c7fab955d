// Signers 加签、减签、转办、委派、抄送、驳回、撤回、催办: what an approver does besides agreeing, and what the asker may still do.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cashier, leader, project, spending } from './office.ts'
import { act, does, done, inboxOf, openOffice, said, seats, taskFor } from './office-desk.ts'

test('加签: somebody signs before him, somebody after him, and one too many is taken out again', async () => {
  const { route, submit, zhao, qian, sun } = await openOffice()
  await route([{ title: '审批', mode: 'all', who: seats(zhao) }])
  const asked = await submit()
  await does(zhao, asked, 'sign-before', { to: qian.person, comment: '先请局长看' })
  assert.deepEqual([await inboxOf(zhao), await inboxOf(qian)], [[], [asked.number]], 'he waits for the one before him')
  assert.equal(await taskFor(zhao, asked, 'agree'), undefined)
  await does(qian, asked, 'agree')
  await does(zhao, asked, 'sign-after', { to: sun.person })
  assert.deepEqual(await inboxOf(sun), [], 'her turn comes after his')
  assert.equal((await does(zhao, asked, 'agree')).state, 'proposed')
  assert.deepEqual(await inboxOf(sun), [asked.number])
  const { state, ...passed } = await does(sun, asked, 'agree')
  assert.equal(state, 'approved')
  assert.deepEqual(said(passed as typeof asked), [
    ['请求审批', '陈师傅'], ['加签（先于本人）', '赵科长'], ['同意', '钱局长'], ['加签（后于本人）', '赵科长'], ['同意', '赵科长'], ['同意', '孙会计'],
  ])

  const second = await submit()
  await does(zhao, second, 'sign-before', { to: qian.person })
  await does(zhao, second, 'unsign')
  assert.deepEqual([await inboxOf(zhao), await inboxOf(qian)], [[second.number], []])
  assert.equal((await does(zhao, second, 'agree')).state, 'approved')
})

test('a signer who was added refuses as well as anybody', async () => {
  const { route, submit, zhao, qian } = await openOffice()
  await route([{ title: '审批', mode: 'all', who: seats(zhao) }])
  const asked = await submit()
  await does(zhao, asked, 'sign-before', { to: qian.person })
  assert.equal((await does(qian, asked, 'refuse', { comment: '重复购置' })).route?.ended?.by.name, '钱局长')
})

test('转办: another decides instead; 委派: another gives his word and it comes back', async () => {
  const { route, submit, zhao, qian, sun, asker } = await openOffice()
  await route([{ title: '审批', mode: 'all', who: seats(zhao) }])
  const asked = await submit()
  const handed = await does(zhao, asked, 'transfer', { to: qian.person, comment: '归口在您' })
  assert.deepEqual(handed.timeline.at(-1)?.input, { to: { id: qian.person, name: '钱局长' } })
  assert.deepEqual([await inboxOf(zhao), await inboxOf(qian)], [[], [asked.number]])
  await does(qian, asked, 'delegate', { to: sun.person, comment: '请核价' })
  assert.deepEqual([await inboxOf(qian), await inboxOf(sun)], [[], [asked.number]])
  const answered = await does(sun, asked, 'refuse', { comment: '价格偏高' })
  assert.equal(answered.state, 'proposed', 'a word is no decision')
  assert.deepEqual([await inboxOf(qian), await inboxOf(sun)], [[asked.number], []])
  assert.equal((await act(qian, asked, 'transfer', { to: asker.person })).status, 403, 'never to who asked')
  assert.equal((await act(qian, asked, 'transfer')).status, 422)
  assert.equal((await does(qian, asked, 'agree')).state, 'approved')
})

test('抄送: reads along from now on, in the matter alone', async () => {
  const { route, zhao, sun, qian, section, asker, make } = await openOffice()
  await route([{ title: '审批', mode: 'all', who: seats(zhao) }])
  const secret = await make(project, { name: '东楼改造' })
  const drafted = await asker.ask(spending, { what: '买灯管', kind: 'repair', organ: section, project: secret.id })
  const asked = await asker.take(await asker.take(drafted, 'propose'), 'submit', { input: { amount: '100' } })
  assert.equal((await sun.get(`/api/matters/${spending.id}/${asked.number}`)).status, 404)
  await does(zhao, asked, 'copy', { to: sun.person })
  assert.equal((await sun.see(asked)).number, asked.number)
  assert.deepEqual(await inboxOf(sun), [], 'nothing is asked of her')
  for (const who of [zhao, sun]) {
    assert.deepEqual((await who.see(asked)).form['project'], { id: secret.id, name: '东楼改造' }, 'inside the matter he reads what it refers to')
    for (const path of ['', `/${secret.id}`, '/export.xlsx']) assert.notEqual((await who.get(`/api/registers/office.project${path}`)).status, 200, 'and nowhere else')
    assert.deepEqual(done(await who.get<{ rows: { name: string }[] }>('/api/search', { q: '东楼改造' })).rows, [])
  }
  assert.equal((await qian.get(`/api/matters/${spending.id}/${asked.number}`)).status, 404)
})

test('驳回: back to a state it has been in, with what must be done again', async () => {
  const { route, submit, zhao, asker } = await openOffice()
  await route([{ title: '审批', mode: 'all', who: seats(zhao) }])
  const asked = await submit()
  assert.deepEqual((await zhao.see(asked)).route?.visited, [{ state: 'draft', title: '拟办' }, { state: 'proposed', title: '待报批' }])
  assert.equal((await act(zhao, asked, 'return', { state: 'paid', comment: '重填' })).status, 422, 'it has never been there')
  assert.equal((await act(zhao, asked, 'return', { state: 'draft' })).status, 422, 'what must be done again is said')
  const back = await does(zhao, asked, 'return', { state: 'draft', comment: '补三家报价' })
  assert.equal(back.state, 'draft')
  assert.deepEqual([back.route?.outcome, back.route?.ended?.to, back.route?.ended?.words], ['returned', '拟办', '补三家报价'])
  assert.deepEqual((await asker.see(asked)).steps.map(({ step }) => step), ['propose'])
})

test('撤回、催办: the asker takes it back while it is undecided, and urges, but not every minute', async () => {
  const { route, submit, zhao, qian, asker, clock } = await openOffice()
  await route([{ title: '审批', mode: 'all', who: seats(zhao, qian) }])
  const asked = await submit()
  await does(asker, asked, 'urge')
  assert.match((await act(asker, asked, 'urge')).text, /刚刚催办过/)
  clock.advance({ minutes: 31 })
  await does(asker, asked, 'urge')
  assert.equal(await taskFor(zhao, asked, 'withdraw'), undefined)
  await does(zhao, asked, 'agree')
  const back = await does(asker, asked, 'withdraw')
  assert.equal(back.state, 'proposed')
  assert.equal(back.route?.outcome, 'withdrawn')
  assert.deepEqual([await inboxOf(qian), await inboxOf(asker)], [[], [asked.number]])
  assert.deepEqual(back.steps.map(({ step }) => step), ['submit'])
})

test('who asks does not approve, though the route names him; who approves does not execute', async () => {
  const { route, submit, as, asker, section } = await openOffice()
  const both = await as([leader, cashier], { name: '李主任', organ: section })
  const other = await as(cashier, { name: '周出纳' })
  await route([{ title: '审批', mode: 'any', who: [{ person: asker.person ?? '' }, { role: leader.role }] }])
  const asked = await submit()
  assert.deepEqual(asked.awaits.map(({ name }) => name), ['李主任'])
  await does(both, asked, 'agree')
  const seen = await both.see(asked)
  assert.deepEqual(seen.steps, [])
  await assert.rejects(both.take(seen, 'pay'), /审批人不经办/)
  assert.equal((await other.take(await other.see(asked), 'pay')).state, 'paid')
})
