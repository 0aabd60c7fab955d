// The modes 会签、或签、依次、按比例: how many must agree, and when one refusal is enough.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { spending } from './office.ts'
import { act, does, inboxOf, openOffice, said, seats, taskFor } from './office-desk.ts'

test('会签: everybody must agree, in any order; then the step happens in the name of who pressed it', async () => {
  const { route, submit, zhao, qian, sun, asker } = await openOffice()
  await route([{ title: '会签', mode: 'all', who: seats(zhao, qian) }])
  const asked = await submit()
  assert.deepEqual(asked.awaits.map(({ name }) => name).toSorted(), ['赵科长', '钱局长'].toSorted())
  assert.deepEqual([await inboxOf(zhao), await inboxOf(qian), await inboxOf(sun), await inboxOf(asker)], [[asked.number], [asked.number], [], []])
  const half = await does(qian, asked, 'agree', { comment: '可以' })
  assert.equal(half.state, 'proposed')
  const { state, timeline } = await does(zhao, asked, 'agree')
  assert.equal(state, 'approved')
  assert.deepEqual([timeline.at(-1)?.label, timeline.at(-1)?.by.name, timeline.at(-1)?.to], ['报批', '陈师傅', 'approved'])
})

test('会签: one refusal refuses; who and why stay, and the matter goes where the declaration says', async () => {
  const { route, submit, zhao, qian, asker } = await openOffice()
  await route([{ title: '会签', mode: 'all', who: seats(zhao, qian) }])
  const asked = await submit()
  const silent = await act(zhao, asked, 'refuse')
  assert.match(String(silent.text), /请写明不同意的理由/)
  const refused = await does(zhao, asked, 'refuse', { comment: '今年没有预算' })
  assert.equal(refused.state, 'draft')
  assert.deepEqual([refused.route?.outcome, refused.route?.ended?.by.name, refused.route?.ended?.words, refused.route?.ended?.to], ['refused', '赵科长', '今年没有预算', '拟办'])
  assert.deepEqual(refused.route?.stages[0]?.tasks.map(({ state, comment }) => [state, comment]), [['refused', '今年没有预算'], ['closed', null]])
  assert.deepEqual([await inboxOf(qian), await inboxOf(asker)], [[], [asked.number]])
  assert.equal(await taskFor(qian, asked, 'agree'), undefined)
})

test('或签: two at once, one decides and the other is told who was faster', async () => {
  const { route, submit, zhao, qian } = await openOffice()
  await route([{ title: '或签', mode: 'any', who: seats(zhao, qian) }])
  const asked = await submit()
  const tasks = await Promise.all([zhao, qian].map(async (who) => ({ who, task: await taskFor(who, asked, 'agree') })))
  const answers = await Promise.all(tasks.map(({ who, task }) => who.post(`/api/matters/${spending.id}/${asked.number}/tasks/${task?.id}`, { action: 'agree', version: task?.version })))
  assert.deepEqual(answers.map(({ status }) => status).toSorted((a, b) => a - b), [200, 409])
  const slower = answers.find(({ status }) => status === 409)
  assert.equal(slower?.body['type'], '/problems/stale-version')
  const now = await zhao.see(asked)
  assert.equal(now.state, 'approved')
  assert.equal(said(now).filter(([what]) => what === '同意').length, 1)
})

test('依次: one after the other, each hearing of it when his turn has come', async () => {
  const { route, submit, zhao, qian, sun } = await openOffice()
  await route([{ title: '依次', mode: 'turn', who: seats(zhao, qian, sun) }])
  const asked = await submit()
  for (const who of [zhao, qian, sun]) {
    assert.deepEqual((await Promise.all([zhao, qian, sun].map(inboxOf))).map((numbers) => numbers.length), [zhao, qian, sun].map((one) => (one === who ? 1 : 0)))
    await does(who, asked, 'agree')
  }
  assert.equal((await sun.see(asked)).state, 'approved')
})

test('按比例: two thirds agree and it passes; it is refused once they cannot any more', async () => {
  const { route, submit, zhao, qian, sun } = await openOffice()
  await route([{ title: '表决', mode: 'percent', percent: 60, who: seats(zhao, qian, sun) }])
  const first = await submit()
  await does(zhao, first, 'agree')
  assert.equal((await does(sun, first, 'agree')).state, 'approved')
  const second = await submit()
  assert.equal((await does(zhao, second, 'refuse', { comment: '不急' })).state, 'proposed')
  assert.equal((await does(qian, second, 'refuse', { comment: '不急' })).state, 'draft')
  assert.deepEqual(await inboxOf(sun), [])
})

test('a double click is one decision, and one question', async () => {
  const { route, submit, zhao, asker, section } = await openOffice()
  await route([{ title: '审批', mode: 'all', who: seats(zhao) }])
  const asked = await submit()
  const task = await taskFor(zhao, asked, 'agree')
  const click = () => zhao.post(`/api/matters/${spending.id}/${asked.number}/tasks/${task?.id}`, { action: 'agree', version: task?.version })
  assert.deepEqual((await Promise.all([click(), click()])).map(({ status }) => status).toSorted((a, b) => a - b), [200, 409])
  const proposed = await asker.take(await asker.ask(spending, { what: '买灯', kind: 'other', organ: section }), 'propose')
  const press = () => asker.post(`/api/matters/${spending.id}/${proposed.number}/steps/submit`, { input: { amount: '5' }, version: proposed.version })
  assert.deepEqual((await Promise.all([press(), press()])).map(({ status }) => status).toSorted((a, b) => a - b), [200, 409])
  assert.deepEqual(await inboxOf(zhao), [proposed.number])
})
