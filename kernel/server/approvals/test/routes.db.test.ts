// The rows of routes 审批路线: chosen by amount, kind and organ; changed from a day on, while what runs keeps the old; tried on an example.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RouteList, RouteRow, TriedRoute } from '@houqin/wire'
import { spending } from './office.ts'
import { anyDay, does, done, openOffice, seats } from './office-desk.ts'

test('the amount, the kind and the organ choose the row; without one the step is refused in a sentence', async () => {
  const { route, submit, zhao, qian, sun, section } = await openOffice()
  await route([{ title: '小额', mode: 'all', who: seats(zhao) }], { amountBelow: '1000' })
  await route([{ title: '大额', mode: 'all', who: seats(qian) }], { amountFrom: '1000', amountBelow: '5000' })
  assert.deepEqual((await submit('999.99')).awaits.map(({ name }) => name), ['赵科长'])
  assert.deepEqual((await submit('1000')).awaits.map(({ name }) => name), ['钱局长'])
  await assert.rejects(submit('5000'), /没有适用的审批路线/)
  await route([{ title: '维修类', mode: 'all', who: seats(sun) }], { kind: 'repair', amountBelow: '1000' })
  assert.deepEqual((await submit('10')).awaits.map(({ name }) => name), ['孙会计'], 'a kind’s own row before any')
  await route([], { organ: section, amountBelow: '1000' })
  assert.equal((await submit('10')).state, 'approved', 'the organ’s own row before any, and it asks nobody')
})

test('a route changed while matters run: the old ones keep theirs, the new ones take the new', async () => {
  const { route, submit, zhao, qian, officer, advance } = await openOffice()
  const row = await route([{ title: '审批', mode: 'all', who: seats(zhao) }])
  const old = await submit()
  const change = (version: number, changes: object) => officer.patch<RouteRow>(`/api/approval/routes/${row.id}`, changes, version)
  assert.equal((await change(1, { from: '2026-11-23' })).status, 422, 'never from the past')
  const next = done(await change(1, { from: '2026-11-25', stages: [{ title: '新审批', mode: 'all', who: seats(qian) }] }))
  assert.deepEqual([next.version, next.state, next.replaces], [2, 'to-come', row.id])
  assert.equal((await change(1, {})).status, 409, 'two who change it at once')
  assert.deepEqual((await submit()).awaits.map(({ name }) => name), ['赵科长'], 'today the old one holds')
  await advance({ days: 1 })
  assert.deepEqual((await submit()).awaits.map(({ name }) => name), ['钱局长'])
  assert.equal((await does(zhao, old, 'agree')).state, 'approved')
  const { rows } = done(await officer.get<RouteList>('/api/approval/routes'))
  assert.deepEqual(rows.map(({ version, state, to }) => [version, state, to]), [[2, 'in-force', null], [1, 'over', '2026-11-24']])
})

test('a route that makes no sense is refused where it is wrong', async () => {
  const { officer, zhao, route, section } = await openOffice()
  const refused = async (stages: unknown, more: object, at: string): Promise<void> => {
    const { status, body } = await officer.post<{ issues: { at: string }[] }>('/api/approval/routes', { route: 'office.spending', ...anyDay, stages, ...more })
    assert.equal(status, 422, JSON.stringify(body))
    assert.equal(body.issues[0]?.at, at)
  }
  const good = { title: '审批', mode: 'all', who: seats(zhao) }
  await refused([{ ...good, who: [] }], {}, 'stages[0].who')
  await refused([{ ...good, mode: 'percent' }], {}, 'stages[0].percent')
  await refused([{ ...good, late: 'pass' }], {}, 'stages[0].hours')
  await refused([{ ...good, hours: 8, late: 'escalate' }], {}, 'stages[0].escalate')
  await refused([{ ...good, who: [{ role: 'office.nobody' }] }], {}, 'stages[0].who[0]')
  await refused([{ ...good, who: [{ post: 'office.post.duty', value: 'king' }] }], {}, 'stages[0].who[0]')
  await refused([good], { amountFrom: '10', amountBelow: '10' }, 'amountBelow')
  await refused([good], { kind: 'car' }, 'kind')
  await refused([good], { to: '2026-11-23' }, 'to')
  await refused([good], { route: 'office.other' }, 'route')
  await route([{ title: '审批', mode: 'all', who: seats(zhao) }])
  const twice = await officer.post('/api/approval/routes', { route: 'office.spending', ...anyDay, stages: [good], amountFrom: '1' })
  assert.equal(twice.status, 409)
  assert.match(twice.text, /已有一条路线/)
  await route([{ title: '审批', mode: 'all', who: seats(zhao) }], { organ: section })
  assert.equal((await zhao.post('/api/approval/routes', { route: 'office.spending', ...anyDay, stages: [good] })).status, 403)
})

test('“谁来审”: the persons of today, who stands in, and where nobody would', async () => {
  const { officer, zhao, qian, section, route, asker } = await openOffice()
  await route([{ title: '审批', mode: 'turn', who: [...seats(zhao, asker), { role: 'office.leader' }], hours: 8, late: 'remind' }], { amountBelow: '1000' })
  done(await zhao.post('/api/approval/deputies', { person: zhao.person, deputy: qian.person, from: '2026-11-24', to: '2026-11-24', reason: '开会' }), 201)
  const example = { route: 'office.spending', organ: section, kind: 'repair', amount: '999.99', requester: asker.person }
  const tried = done(await officer.post<TriedRoute>('/api/approval/try', example))
  assert.deepEqual(tried.stages.map(({ title, mode, hours, seats: all }) => [title, mode, hours, all.map(({ who, persons, vacancy }) => [who, persons.map((one) => [one.person.name, one.for?.name]), vacancy])]), [
    ['审批', 'turn', 8, [['赵科长', [['钱局长', '赵科长']], null], ['陈师傅', [], '只有发起人或当事人自己，不能自己审批'], ['领导', [], '没有人担任']]],
  ])
  assert.equal(done(await officer.post<TriedRoute>('/api/approval/try', { ...example, amount: '1000' })).row, null)
  assert.equal((await zhao.post('/api/approval/try', example)).status, 403)
  assert.equal(spending.steps.submit.approve.id, example.route)
})
