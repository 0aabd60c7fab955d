// Several at once 批量同意, who will decide before asking 谁来审, and what the asker is told when nobody can 卡住了.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RouteWire } from '@houqin/matter-records'
import { leader, spending } from './office.ts'
import { done, does, inboxOf, openOffice, seats } from './office-desk.ts'

interface Several {
  readonly rows: readonly { readonly number: string; readonly outcome: string; readonly problem: string | null; readonly says: string }[]
}
const agree = `/api/matters/${spending.id}/agree`

test('several in one go, each judged by itself: three agreed, one to be signed, one decided by somebody faster, one asked anew', async () => {
  const { route, submit, zhao, qian, asker } = await openOffice()
  await route([{ title: '或签', mode: 'any', who: seats(zhao, qian) }], { amountBelow: '1000' })
  await route([{ title: '签字', mode: 'all', who: seats(zhao), signature: 'drawn' }], { amountFrom: '1000', amountBelow: '5000' })
  await route([{ title: '会签', mode: 'all', who: seats(zhao, qian) }], { amountFrom: '5000' })
  const plain = [await submit('1'), await submit('2')]
  const both = await submit('5000')
  const signed = await submit('1000')
  const lost = await submit('3')
  const anew = await submit('4')
  const seen = done(await zhao.get<{ rows: { number: string; version: number }[] }>('/api/inbox')).rows.map(({ number, version }) => ({ number, version }))
  await does(qian, both, 'agree')
  await does(qian, lost, 'agree')
  await asker.take(await does(asker, anew, 'withdraw'), 'submit', { input: { amount: '999' } })
  const answer = done(await zhao.post<Several>(agree, { rows: seen, comment: '同意' }))
  const said = Object.fromEntries(answer.rows.map(({ number, outcome, problem, says }) => [number, [outcome, problem, says] as const]))
  for (const { number } of [...plain, both]) assert.deepEqual(said[number], ['passed', null, '已同意，审批通过'])
  assert.deepEqual(said[signed.number], ['not-done', 'bad-input', said[signed.number]?.[2]])
  assert.match(said[signed.number]?.[2] ?? '', /要当场手写签名/)
  assert.match(said[lost.number]?.[2] ?? '', /钱局长已于 .* 办理/)
  assert.match(said[anew.number]?.[2] ?? '', /重新报批过，请打开看过再办/)
  assert.deepEqual((await inboxOf(zhao)).toSorted(), [signed.number, anew.number].toSorted())
  assert.equal((await asker.see(both)).timeline.find(({ label, by }) => label.endsWith('· 同意') && by.name === '赵科长')?.comment, '同意')
  const again = done(await zhao.post<Several>(agree, { rows: [plain[0], { number: 'YK-20200101-0001' }].map((one) => ({ number: one?.number, version: 9 })) }))
  assert.deepEqual(again.rows.map(({ outcome, problem }) => [outcome, problem]), [['not-done', 'stale-version'], ['not-done', 'not-found']])
  const others = done(await asker.post<Several>(agree, { rows: [{ number: signed.number, version: 9 }] }))
  assert.deepEqual(others.rows.map(({ problem }) => problem), ['not-allowed'], 'who asks does not approve')
})

test('two who agree to the same ones at once: each is decided once, and both are told', async () => {
  const { route, submit, zhao, qian } = await openOffice()
  await route([{ title: '或签', mode: 'any', who: seats(zhao, qian) }])
  const rows = [await submit('1'), await submit('2'), await submit('3')].map(({ number, version }) => ({ number, version }))
  const [one, other] = await Promise.all([zhao.post<Several>(agree, { rows }), qian.post<Several>(agree, { rows: rows.toReversed() })])
  for (const { number } of rows) {
    const outcomes = [one, other].map((answer) => done(answer).rows.find((row) => row.number === number)?.outcome)
    assert.deepEqual(new Set(outcomes), new Set(['not-done', 'passed']))
  }
})

test('before asking: every range of amounts, then the one that is typed; the asker himself is not among them', async () => {
  const { route, zhao, qian, asker, section, as } = await openOffice()
  await route([{ title: '科长', mode: 'any', who: seats(zhao, asker) }], { amountBelow: '1000' })
  await route([{ title: '局长', mode: 'all', who: seats(qian) }], { amountFrom: '1000', amountBelow: '5000' })
  await route([{ title: '领导', mode: 'all', who: [{ role: leader.role }] }], { amountFrom: '5000', kind: 'repair' })
  const ask = async (body: object): Promise<readonly (readonly [string | null, string | null, readonly string[], readonly string[]])[]> => {
    const { steps } = done(await asker.post<{ steps: { step: string; ranges: Range[] }[] }>(`/api/matters/${spending.id}/who-decides`, body))
    assert.deepEqual(steps.map(({ step }) => step), ['submit'])
    return (steps[0]?.ranges ?? []).map(({ amountFrom, amountBelow, stages }) => [
      amountFrom, amountBelow, stages.flatMap(({ seats: all }) => all.flatMap(({ persons }) => persons.map(({ person }) => person.name))),
      stages.flatMap(({ seats: all }) => all.flatMap(({ vacancy }) => vacancy ?? [])),
    ])
  }
  assert.deepEqual(await ask({ input: { organ: section, kind: 'repair', what: '半句' } }), [
    [null, '1000', ['赵科长'], ['只有发起人或当事人自己，不能自己审批']], ['1000', '5000', ['钱局长'], []], ['5000', null, [], ['没有人担任']],
  ])
  assert.deepEqual((await ask({ input: { kind: 'other', organ: 'no id yet' } })).map(([from, below]) => [from, below]), [[null, '1000'], ['1000', '5000']])
  assert.deepEqual(await ask({ input: { amount: '2000', organ: section } }), [[null, null, ['钱局长'], []]])
  const drafted = await asker.take(await asker.ask(spending, { what: '买灯', kind: 'repair', organ: section }), 'propose')
  assert.deepEqual(await ask({ number: drafted.number, step: 'submit', input: { amount: '999.99' } }), [[null, null, ['赵科长'], ['只有发起人或当事人自己，不能自己审批']]])
  const outsider = await as('kernel.everyone', { name: '过路人' })
  assert.equal((await outsider.post(`/api/matters/${spending.id}/who-decides`, { number: drafted.number, input: {} })).status, 404)
})

test('the asker is told why it is stuck and who sees to it, until somebody can decide', async () => {
  const { route, submit, as, section, asker, settle } = await openOffice()
  await route([{ title: '领导审批', mode: 'any', who: [{ role: leader.role }] }])
  const asked = await submit()
  const stuck = async (): Promise<RouteWire['stuck'] | undefined> => (await asker.see(asked)).route?.stuck
  const told = await stuck()
  assert.deepEqual([told?.reason, told?.helpers.map(({ name }) => name)], ['没有人担任', ['许静']])
  await as(leader, { name: '李主任', organ: section })
  await settle()
  assert.equal(await stuck(), null)
})

interface Range {
  readonly amountFrom: string | null
  readonly amountBelow: string | null
  readonly stages: readonly { readonly seats: readonly { readonly persons: readonly { readonly person: { readonly name: string } }[]; readonly vacancy: string | null }[] }[]
}
