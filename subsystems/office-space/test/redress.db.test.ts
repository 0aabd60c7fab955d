// Putting right 办公用房整改: a finding becomes a matter, the seat moves or ends with it, and it closes only when the ledger complies.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { redress, vacatedInTime } from '@houqin/office-space'
import { sql } from 'kysely'
import { spaceDesk } from './space-desk.ts'
import type { Desk } from './space-desk.ts'

let desk: Desk
before(async () => {
  desk = await spaceDesk()
})

test('it closes only when the ledger complies: an exchange moves him today, and yesterday is still told as it was', async () => {
  const [deputy, large, small] = [await desk.somebody('陈静', 'sectionDeputy'), await desk.office('203', '16.00'), await desk.office('204', '11.50')]
  await desk.sits(deputy, large)
  const [found] = await desk.of(deputy)
  const asked = await desk.officer.ask(redress, found?.findings[0]?.mend?.fill as never)
  await assert.rejects(desk.officer.take(asked, 'order', { input: { way: 'exchange', until: '2026-12-10' } }), { problem: 'bad-input' })
  const left = await desk.officer.take(asked, 'order', { input: { way: 'correct', until: '2026-12-10' } })
  await assert.rejects(desk.officer.take(left, 'conclude'), { problem: 'standard-breached' })
  const again = await desk.officer.take(left, 'rethink', { comment: '换到 204' })
  const ordered = await desk.officer.take(again, 'order', { input: { way: 'exchange', newRoom: small, until: '2026-12-10' } })
  assert.equal((await desk.officer.take(ordered, 'conclude')).stateTitle, '已整改')
  assert.deepEqual(await desk.of(deputy), [])
  assert.equal((await desk.of(deputy, { asOf: '2026-11-23' })).length, 1, 'the day before he still sat there')
})

test('two who fill a room only together are concluded together, and the room of the pool becomes the organ’s with it', async () => {
  const [one, two, first, second, hall] = [await desk.somebody('何甲', 'below'), await desk.somebody('何乙', 'below'), await desk.office('211', '10.50'), await desk.office('212', '10.60'), await desk.office('213', '17.80')]
  await desk.sits(one, first)
  await desk.sits(two, second)
  const ordered = async (who: string) => {
    const [found] = await desk.of(who)
    return desk.officer.take(await desk.officer.ask(redress, found?.findings[0]?.mend?.fill as never), 'order', { input: { way: 'exchange', newRoom: hall, until: '2026-12-10' } })
  }
  const [a, b] = [await ordered(one), await ordered(two)]
  await assert.rejects(desk.officer.take(a, 'conclude'), { problem: 'standard-breached' })
  const { body } = await desk.officer.get<{ rows: readonly { number: string; version: number }[] }>(`/api/office-space/redress/${a.number}/companions`)
  assert.deepEqual(body.rows.map(({ number, version }) => [number, version]), [[b.number, b.version]])
  const { status, text } = await desk.officer.post('/api/office-space/redress/together', { matters: [{ number: a.number, version: a.version }, ...body.rows.map(({ number, version }) => ({ number, version }))] })
  assert.equal(status, 200, text)
  assert.deepEqual([await desk.of(one), await desk.of(two)], [[], []])
  const { rows: given } = await sql<{ organ: string }>`select organ from office_space.allotment where room = ${hall} and retired_at is null`.execute(desk.system.db)
  assert.deepEqual(given, [{ organ: desk.bureau }])
  assert.equal((await desk.officer.post('/api/office-space/redress/together', { matters: [{ number: a.number, version: 3 }, { number: b.number, version: 3 }] })).status, 422)
})

test('retired and still in the room: a note within the month, a breach after it, and vacating ends it', async () => {
  const where = await desk.office('205', '18.00')
  const retired = await desk.somebody('赵明', 'sectionChief', { standing: 'retired', leftOn: '2026-11-01' })
  await desk.sits(retired, where)
  await sql`update people.post set valid = daterange('2024-01-01', '2026-11-01', '[]') where person = ${retired}`.execute(desk.system.db)
  assert.equal((await desk.of(retired))[0]?.findings[0]?.level, 'note')
  desk.clock.set('2026-12-02T09:00:00+08:00')
  const [late] = await desk.of(retired)
  assert.deepEqual([late?.standard.id, late?.findings[0]?.level], [vacatedInTime.id, 'breach'])
  const asked = await desk.officer.ask(redress, late?.findings[0]?.mend?.fill as never)
  await desk.officer.take(await desk.officer.take(asked, 'order', { input: { way: 'vacate', until: '2026-12-05' } }), 'conclude')
  assert.deepEqual(await desk.of(retired), [])
  desk.clock.set('2026-11-24T09:00:00+08:00')
})
